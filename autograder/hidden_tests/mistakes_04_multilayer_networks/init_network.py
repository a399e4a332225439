"""What typical errors compute for `init_network`."""

from itertools import pairwise

import numpy as np

from autograder.catalogue import mistake


def _he(d):
    return np.sqrt(2 / d)


def _network(sizes, rng, scale=_he):
    return [(rng.normal(scale=scale(d), size=(d, k)), np.zeros(k)) for d, k in pairwise(sizes)]


@mistake("init_network")
def all_zero(sizes, rng):
    """All weights are zero: then nothing comes through, and all neurons stay equal. Draw them."""
    return [(np.zeros((d, k)), np.zeros(k)) for d, k in pairwise(sizes)]


@mistake("init_network")
def all_equal(sizes, rng):
    """All weights of a layer are equal, so its neurons never differ: draw each one."""
    return [(np.full((d, k), _he(d)), np.zeros(k)) for d, k in pairwise(sizes)]


@mistake("init_network")
def one_draw_for_a_layer(sizes, rng):
    """One number is drawn for a whole layer: `size=(d, k)` draws one for each weight."""
    return [(rng.normal(scale=_he(d)) * np.ones((d, k)), np.zeros(k)) for d, k in pairwise(sizes)]


@mistake("init_network")
def one_draw_for_a_neuron(sizes, rng):
    """One row is drawn and repeated: each weight needs a number of its own."""
    return [(np.tile(rng.normal(scale=_he(d), size=k), (d, 1)), np.zeros(k)) for d, k in pairwise(sizes)]


@mistake("init_network")
def outputs_counted(sizes, rng):
    """The size depends on the number of outputs here: it is the *inputs* whose terms are added up."""
    return [(rng.normal(scale=np.sqrt(2 / k), size=(d, k)), np.zeros(k)) for d, k in pairwise(sizes)]


@mistake("init_network")
def both_sides_counted(sizes, rng):
    """The size depends on inputs and outputs here: `d` is the number of inputs alone."""
    return [(rng.normal(scale=np.sqrt(2 / (d + k)), size=(d, k)), np.zeros(k)) for d, k in pairwise(sizes)]


@mistake("init_network")
def first_size_for_all(sizes, rng):
    """All layers take the size of the first: `d` is the number of inputs of *this* layer."""
    return _network(sizes, rng, lambda d: np.sqrt(2 / sizes[0]))


@mistake("init_network")
def variance_as_scale(sizes, rng):
    """2 / d is the variance: `scale` is the standard deviation, its square root."""
    return _network(sizes, rng, lambda d: 2 / d)


@mistake("init_network")
def xavier(sizes, rng):
    """The standard deviation is sqrt(1 / d) here: ReLU halves the mean square, and 2 / d makes up for it."""
    return _network(sizes, rng, lambda d: np.sqrt(1 / d))


@mistake("init_network")
def root_of_two_over_d(sizes, rng):
    """The root covers only the 2 here: divide before you take the root."""
    return _network(sizes, rng, lambda d: np.sqrt(2) / d)


@mistake("init_network")
def upside_down(sizes, rng):
    """The fraction stands on its head: more inputs need *smaller* weights."""
    return _network(sizes, rng, lambda d: np.sqrt(d / 2))


@mistake("init_network")
def standard_normal(sizes, rng):
    """The standard deviation is 1 here: then activations explode. Multiply by sqrt(2 / d), or give `scale`."""
    return _network(sizes, rng, lambda d: 1.0)


@mistake("init_network")
def very_small(sizes, rng):
    """The standard deviation is 0.01 whatever the sizes are: it has to fit the number of inputs."""
    return _network(sizes, rng, lambda d: 0.01)


@mistake("init_network")
def scale_as_mean(sizes, rng):
    """The first argument of `rng.normal` is the mean: write `scale=...` for the standard deviation."""
    return [(rng.normal(_he(d), size=(d, k)), np.zeros(k)) for d, k in pairwise(sizes)]


@mistake("init_network")
def positive(sizes, rng):
    """All weights are positive: `rng.random` draws between 0 and 1, and normal numbers have mean 0."""
    return [(rng.random((d, k)) * _he(d), np.zeros(k)) for d, k in pairwise(sizes)]


@mistake("init_network")
def uniform_within_the_scale(sizes, rng):
    """The weights are uniform, up to the standard deviation: normal numbers are asked for, `rng.normal`."""
    return [(rng.uniform(-_he(d), _he(d), size=(d, k)), np.zeros(k)) for d, k in pairwise(sizes)]


@mistake("init_network")
def he_uniform(sizes, rng):
    """Mean and standard deviation are right, but the weights are uniform: draw them with `rng.normal`."""
    return [
        (rng.uniform(-np.sqrt(3) * _he(d), np.sqrt(3) * _he(d), size=(d, k)), np.zeros(k)) for d, k in pairwise(sizes)
    ]


@mistake("init_network")
def sizes_of_weights(sizes, rng):
    """The signs are lost: half of the weights should be negative."""
    return [(np.abs(W), b) for W, b in _network(sizes, rng)]


@mistake("init_network")
def random_biases(sizes, rng):
    """The biases are random: they start at zero."""
    return [(W, rng.normal(size=W.shape[1])) for W, _ in _network(sizes, rng)]


@mistake("init_network")
def biases_of_one(sizes, rng):
    """All biases are equal, but not zero: they start at zero."""
    return [(W, np.ones(W.shape[1])) for W, _ in _network(sizes, rng)]


@mistake("init_network")
def a_bias_for_each_input(sizes, rng):
    """There is a bias for each input: each *output* of a layer has one."""
    return [(W, np.zeros(W.shape[0])) for W, _ in _network(sizes, rng)]


@mistake("init_network")
def biases_in_a_row(sizes, rng):
    """The biases stand in a table: `b` has shape `(k,)`."""
    return [(W, np.zeros((1, W.shape[1]))) for W, _ in _network(sizes, rng)]


@mistake("init_network")
def turned(sizes, rng):
    """`W` is turned on its side: it has a row for each input, `(d, k)`."""
    return [(W.T, b) for W, b in _network(sizes, rng)]


@mistake("init_network")
def last_layer_missing(sizes, rng):
    """A layer is missing: n sizes make n - 1 layers, and `range` stops before its end by itself."""
    return _network(sizes, rng)[:-1]


@mistake("init_network")
def always_the_same(sizes, rng):
    """Take all chance from `rng`: then the same seed gives the same network, and another seed another one."""
    return _network(sizes, np.random.default_rng(0))


@mistake("init_network")
def the_same_in_every_layer(sizes, rng):
    """Every layer starts the same generator again, so its numbers repeat: draw all of them from `rng`."""
    network = []
    for d, k in pairwise(sizes):
        network += _network([d, k], np.random.default_rng(0))
    return network


@mistake("init_network")
def only_weights(sizes, rng):
    """The biases are missing: a layer is `(W, b)`."""
    return [W for W, _ in _network(sizes, rng)]


@mistake("init_network")
def first_layer_only(sizes, rng):
    """Only the first layer comes back: does the `return` stand inside the loop?"""
    return _network(sizes[:2], rng)


@mistake("init_network")
def beyond_the_end(sizes, rng):
    """The loop asks for a size after the last one: n sizes make n - 1 layers."""
    return [(rng.normal(scale=_he(sizes[i]), size=(sizes[i], sizes[i + 1])), 0) for i in range(len(sizes))]


@mistake("init_network")
def a_single_bias(sizes, rng):
    """One number stands for all biases of a layer: each output has its own, `b` has shape `(k,)`."""
    return [(W, 0.0) for W, _ in _network(sizes, rng)]
