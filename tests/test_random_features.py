"""Networks whose last layer alone is fitted, which lesson 03 uses before anything is trained."""

import numpy as np
import pytest

from course import data, random_features
from course.random_features import fit_labels, fit_numbers, share_right


def seeded(number=0):
    return np.random.default_rng(number)


def nothing(x):
    return x


def bend(x):
    return np.maximum(x, 0)


LINE = np.linspace(-1, 1, 101)[:, None]


def misses(operation, width, target, layers=1):
    said = fit_numbers(LINE, target, operation, seeded(1), width=width, layers=layers)(LINE)
    return float(np.sqrt(np.mean((said - target) ** 2)))


def best_polynomial(degree, target):
    fit = np.polynomial.Polynomial.fit(LINE[:, 0], target, degree)
    return float(np.sqrt(np.mean((fit(LINE[:, 0]) - target) ** 2)))


@pytest.mark.parametrize("width", [8, 64, 256])
def test_squares_are_as_good_as_the_best_parabola_at_any_width(width):
    target = np.abs(LINE[:, 0])
    assert misses(np.square, width, target) == pytest.approx(best_polynomial(2, target), rel=1e-6)


def test_each_layer_of_squares_doubles_the_degree():
    target = np.abs(LINE[:, 0])
    assert misses(np.square, 60, target, layers=2) == pytest.approx(best_polynomial(4, target), rel=1e-4)


def test_without_an_operation_the_fit_is_the_best_straight_line():
    target = np.sin(3 * LINE[:, 0])
    assert misses(nothing, 30, target, layers=3) == pytest.approx(best_polynomial(1, target), rel=1e-6)


def test_bends_come_closer_the_more_there_are():
    target = np.abs(LINE[:, 0])
    assert misses(bend, 256, target) < 0.1 * misses(bend, 16, target)


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_a_bend_parts_the_rings_and_nothing_does_not(seed):
    X, labels = data.rings(300, seeded(seed))
    new, new_labels = data.rings(300, seeded(seed + 10))
    assert share_right(fit_labels(X, labels, bend, seeded()), new, new_labels) > 0.97
    assert share_right(fit_labels(X, labels, nothing, seeded()), new, new_labels) < 0.65


def test_labels_are_0_and_1_and_the_same_seed_gives_them_again():
    X, labels = data.xor(200, seeded())
    said, again = (fit_labels(X, labels, bend, seeded(3))(X) for _ in range(2))
    assert set(said) == {0, 1}
    np.testing.assert_array_equal(said, again)


def test_what_is_not_written_yet_gives_no_answers():
    X, labels = data.xor(20, seeded())
    label = random_features.fit_labels(X, labels, lambda x: ..., seeded())
    assert label(X) is ...
    assert share_right(label, X, labels) is ...
