"""What typical errors compute for `train_digits`."""

import numpy as np

from autograder.catalogue import mistake
from autograder.hidden_tests.digit_training import start, train
from course.data import digits


@mistake("train_digits")
def never_moved(X, labels, rng):
    """This is the network of the start: is the result of each step kept, `network = ...`?"""
    return start((64, 48, 10), rng)


@mistake("train_digits")
def without_hidden_layer(X, labels, rng):
    """There is no hidden layer: put one between the 64 pixels and the 10 digits."""
    return train(X, labels, rng, sizes=(64, 10))


@mistake("train_digits")
def too_short(X, labels, rng):
    """The network has begun to learn and is stopped too early: more epochs, or a larger rate."""
    return train(X, labels, rng, epochs=2, rate=0.01)


@mistake("train_digits")
def rate_too_large(X, labels, rng):
    """The weights have run away: take a smaller rate."""
    with np.errstate(all="ignore"):
        return [(W * np.inf, b) for W, b in train(X, labels, rng, epochs=1)]


@mistake("train_digits")
def uphill(X, labels, rng):
    """The network guesses, also on the digits it was trained with: does the loss fall? Watch it for a few epochs."""
    return train(X, labels, rng, epochs=1, rate=0.002, downhill=False)


@mistake("train_digits")
def rows_mixed_up(X, labels, rng):
    """It has learned, but not these labels: images and labels must be picked with the same indices."""
    return train(X, rng.permutation(labels), rng, epochs=4)


@mistake("train_digits")
def all_weights_zero(X, labels, rng):
    """All hidden neurons are alike: weights that start equal stay equal, so let chance choose them."""
    slopes = train(X, labels, rng, sizes=(64, 10), epochs=1)
    return [(np.zeros((64, 48)), np.zeros(48)), (np.zeros((48, 10)), slopes[0][1])]


@mistake("train_digits")
def own_digits(X, labels, rng):
    """It learns other digits than those it is given: use the arguments X and labels."""
    return train(*digits(), rng)


@mistake("train_digits")
def other_chance(X, labels, rng):
    """Chance comes from somewhere else than the rng that was given: the same rng has to give the same network."""
    return train(X, labels, np.random.default_rng())


@mistake("train_digits")
def own_seed(X, labels, rng):
    """Chance is the same every time: use the rng that was given, and make no new one."""
    return train(X, labels, np.random.default_rng(0))


@mistake("train_digits")
def standardized(X, labels, rng):
    """It was trained with pixels that were scaled, and gets pixels from 0 to 1: train it with those."""
    return train((X - X.mean(axis=0)) / np.where(X.std(axis=0) > 0, X.std(axis=0), 1), labels, rng, rate=0.02)


@mistake("train_digits")
def turned_round(X, labels, rng):
    """W stands on its side: a layer has one row for each input and one column for each output."""
    return [(W.T, b) for W, b in train(X, labels, rng, epochs=1)]


@mistake("train_digits")
def flat(X, labels, rng):
    """Weights and biases stand in one list: a network is a list of pairs `(W, b)`."""
    return [part for layer in train(X, labels, rng, epochs=1) for part in layer]


@mistake("train_digits")
def with_losses(X, labels, rng):
    """The losses come along: give back the network alone."""
    return train(X, labels, rng, epochs=1), [1.0, 0.5]


@mistake("train_digits")
def labels_only(X, labels, rng):
    """These are answers for the digits that were given: the network itself is asked for."""
    return np.asarray(labels).copy()


@mistake("train_digits")
def nine_outputs(X, labels, rng):
    """There are ten digits, so the last layer has ten outputs."""
    return train(X, np.minimum(labels, 8), rng, sizes=(64, 48, 9), epochs=1)


@mistake("train_digits")
def digits_changed(X, labels, rng):
    """The digits that were given are changed: work on a copy, or calculate with `X + ...`, which makes a new array."""
    network = train(X, labels, rng)
    X += rng.normal(0, 0.1, size=X.shape)
    return network
