"""The bugs of lesson 07 are where they say, and a network learns with each of them."""

from itertools import pairwise

import numpy as np
import pytest

from course import data
from course.planted_bugs import BUGS, gradients_on_the_way, train_with_bug

FIRST_WRONG = {
    "no mask": "Z1",
    "biases averaged": "b2",
    "biases frozen": "b2",
    "W2 too new": "A1",
    "one left out": "W1",
}
PLACES = ["Z2", "W2", "b2", "A1", "Z1", "W1", "b1"]


def network_of(sizes, seed=0):
    rng = np.random.default_rng(seed)
    return [(rng.normal(size=(d, k)), rng.normal(size=k)) for d, k in pairwise(sizes)]


def loss(X, labels, network):
    (W1, b1), (W2, b2) = network
    Z = np.maximum(X @ W1 + b1, 0) @ W2 + b2
    return np.mean(np.log(np.exp(Z).sum(axis=1)) - Z[np.arange(len(Z)), labels])


def test_without_a_bug_the_gradients_of_the_weights_are_the_slopes_of_the_loss():
    rng = np.random.default_rng(1)
    X, labels, network = rng.normal(size=(6, 4)), rng.integers(0, 3, size=6), network_of((4, 5, 3))
    said = gradients_on_the_way("none", X, labels, network)
    for name, array in zip(["W1", "b1", "W2", "b2"], [part for pair in network for part in pair], strict=True):
        for place in np.ndindex(array.shape):
            kept = array[place]
            array[place] = kept + 1e-5
            above = loss(X, labels, network)
            array[place] = kept - 1e-5
            felt = (above - loss(X, labels, network)) / 2e-5
            array[place] = kept
            assert said[name][place] == pytest.approx(felt, abs=1e-8)


@pytest.mark.parametrize("bug", FIRST_WRONG)
def test_a_bug_begins_at_its_place(bug):
    rng = np.random.default_rng(2)
    X, labels, network = rng.normal(size=(7, 4)), rng.integers(0, 3, size=7), network_of((4, 5, 3))
    right, said = (gradients_on_the_way(one, X, labels, network) for one in ("none", bug))
    assert list(said) == PLACES
    wrong = [place for place in PLACES if not np.allclose(right[place], said[place], rtol=1e-6)]
    assert wrong[0] == FIRST_WRONG[bug]


def test_every_bug_but_none_is_one():
    assert set(BUGS) == {"none", *FIRST_WRONG}


@pytest.mark.parametrize("bug", BUGS)
def test_a_network_learns_the_digits_with_any_bug(bug):
    pixels, labels = data.digits()
    rng = np.random.default_rng(0)  # as the lesson does it
    order = rng.permutation(len(labels))
    (W1, b1), (W2, b2) = train_with_bug(bug, pixels[order[450:]], labels[order[450:]], rng)
    said = (np.maximum(pixels[order[:450]] @ W1 + b1, 0) @ W2 + b2).argmax(axis=1)
    assert np.mean(said == labels[order[:450]]) > 0.9
