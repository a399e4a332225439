"""Hidden tests of lesson 04."""

from itertools import pairwise

import numpy as np
import pytest

from autograder.catalogue import definition
from autograder.compare import agrees, has_shape, leaves_alone

SEEDS = (0, 1)
SIZES = {
    "one layer": [4, 3],
    "two layers": [3, 5, 2],
    "three layers": [2, 4, 6, 3],
    "five layers": [3, 4, 2, 5, 3, 2],
    "layers of equal sizes": [3, 3, 3, 3],
    "a single value between two layers": [4, 1, 3],
    "a single input and a single output": [1, 6, 1],
}
BATCHES = {
    "one example": 1,
    "as many examples as inputs": 3,
    "many examples": 8,
}
CURVES = {
    "two points": ([1, 3], [2, 5]),
    "points at equal distances": ([0, 1, 2, 3, 4], [1, 3, 2, 2, 5]),
    "points at unequal distances": ([-2.5, -1, 0.25, 4, 4.5, 7], [1.5, -3, 0, 2, 2.25, -1]),
    "points on one line": ([0.0, 1.0, 3.0, 4.0], [-1.0, 1.0, 5.0, 7.0]),
    "points at one height": ([1.0, 2.0, 4.0], [3.0, 3.0, 3.0]),
    "points that start steeply": ([10, 11, 12], [-4, 6, 5]),
    "points left of zero": ([-9, -7, -6, -2], [0, 4, -4, 1]),
}


@definition("forward")
def example_by_example(X, network):
    """Take the examples one by one, with nothing but loops."""
    return np.array([_through(x, network)[-1] for x in np.asarray(X, dtype=float)])


@definition("forward_all")
def everything_on_the_way(X, network):
    """As `forward`, and keep what comes out of every layer."""
    X = np.asarray(X, dtype=float)
    return [np.array(values) for values in zip(*(_through(x, network) for x in X), strict=True)]


def _through(x, network):
    """One example, and what comes out of each layer for it; no special operation after the last layer."""
    outputs = [x]
    for number, (W, b) in enumerate(network, start=1):
        sums = [bias + sum(v * row[j] for v, row in zip(x, W, strict=True)) for j, bias in enumerate(b)]
        x = sums if number == len(network) else [max(0.0, value) for value in sums]
        outputs.append(x)
    return outputs


@definition("init_network")
def drawn_one_by_one(sizes, rng):
    """Draw weight by weight; the typical size of a weight depends on how many inputs its layer has."""
    network = []
    for d, k in pairwise(sizes):
        weights = [[rng.standard_normal() * (2.0 / d) ** 0.5 for _ in range(k)] for _ in range(d)]
        network.append((np.array(weights), np.zeros(k)))
    return network


@definition("predict")
def position_of_the_largest(X, network):
    """Look for the largest output of each example."""
    return np.array([max(range(len(row)), key=row.__getitem__) for row in example_by_example(X, network)])


@definition("interpolate")
def two_hinges_for_each_piece(xs, ys):
    """For each piece one hinge that turns the slope on, and one that turns it off."""
    starts, ends = list(xs[:-1]), list(xs[1:])
    slopes = [(ys[i + 1] - ys[i]) / (xs[i + 1] - xs[i]) for i in range(len(starts))]
    hinges = (np.ones((1, 2 * len(starts))), -np.array(starts + ends, dtype=float))
    return [hinges, (np.array([[slope] for slope in slopes + [-slope for slope in slopes]]), np.array([float(ys[0])]))]


def some_network(sizes, seed):
    """Weights and biases of both signs, so that about half of the hidden neurons are silent."""
    rng = np.random.default_rng(seed)
    return [(rng.normal(size=(d, k)), rng.normal(size=k)) for d, k in pairwise(sizes)]


def some_examples(count, d, seed):
    return np.random.default_rng(100 + seed).normal(0.2, 1.5, size=(count, d))


ROOF = [([[1, 1]], [0, -20]), ([[1], [-2]], [-10])]


@pytest.mark.essential
def test_two_layers(forward):
    """relu stands between two layers"""
    agrees(forward, [[-5], [0], [20], [30], [50]], ROOF)


@pytest.mark.essential
def test_each_layer_gets_what_the_one_before_gives(forward):
    """what comes out of one layer goes into the next, however many there are"""
    agrees(forward, some_examples(3, 2, 0), some_network([2, 4, 3, 5, 2], 0))
    agrees(forward, some_examples(4, 3, 1), some_network([3, 3, 3, 3], 1))


@pytest.mark.parametrize("sizes", SIZES.values(), ids=SIZES.keys())
def test_networks(forward, sizes):
    """the output is right for a network with {case}"""
    for seed in SEEDS:
        agrees(forward, some_examples(5, sizes[0], seed), some_network(sizes, seed))


@pytest.mark.parametrize("count", BATCHES.values(), ids=BATCHES.keys())
def test_batches(forward, count):
    """the output is right for {case}"""
    agrees(forward, some_examples(count, 3, 0), some_network([3, 4, 2], 0))
    agrees(forward, some_examples(count, 3, 1), some_network([3, 3, 3], 1))


@pytest.mark.parametrize("sizes", SIZES.values(), ids=SIZES.keys())
def test_a_row_of_outputs_for_each_example(forward, sizes):
    """there is a row for each example and a column for each output, with {case}"""
    for count in (1, 4):
        has_shape(forward, some_examples(count, sizes[0], 0), some_network(sizes, 0))


def test_negative_outputs(forward):
    """the last layer has no relu: outputs may be negative"""
    agrees(forward, [[1.0, 2.0], [3.0, 0.5]], [([[-1.0, 2.0, -3.0], [0.5, -1.0, -2.0]], [0.0, -9.0, 1.0])])
    agrees(forward, [[1.0], [4.0]], [([[2.0, 1.0]], [1.0, 0.0]), ([[-1.0, -2.0], [0.0, 1.0]], [-1.0, 0.5])])


def test_negative_inputs(forward):
    """the inputs go into the first layer as they are, negative ones, too"""
    agrees(forward, [[-3.0, 1.0], [2.0, -4.0]], [([[-1.0, 1.0], [0.5, 2.0]], [0.25, 0.5]), ([[1.0], [2.0]], [0.0])])


def test_silent_neurons(forward):
    """when all hidden neurons are silent the last biases are left"""
    agrees(forward, [[1.0], [2.0]], [([[-1.0, -2.0, -1.0]], [0.0, 0.0, 0.5]), ([[1.0], [2.0], [3.0]], [0.75])])


def test_form_of_examples(forward):
    """X and the layers may be made of lists or of tuples"""
    network = [(W.tolist(), b.tolist()) for W, b in some_network([2, 4, 3], 3)]
    agrees(forward, [[1, 2], [-3, 1], [0, 2]], network)
    agrees(forward, ((1.5, 2.0), (-3.0, 1.0)), network)


def test_examples_and_network_stay(forward):
    """X and the network stay as they were"""
    for sizes in ([3, 2], [2, 4, 3], [3, 3, 3, 3]):
        leaves_alone(forward, some_examples(4, sizes[0], 0), some_network(sizes, 0))
    leaves_alone(forward, [[1, 2]], [(W.tolist(), b.tolist()) for W, b in some_network([2, 3, 1], 0)])


@pytest.mark.essential
def test_everything_of_two_layers(forward_all):
    """X comes first, then the hidden activations after relu, then the output"""
    agrees(forward_all, [[-5], [0], [20], [30], [50]], ROOF)


@pytest.mark.parametrize("sizes", SIZES.values(), ids=SIZES.keys())
def test_everything_of(forward_all, sizes):
    """all entries are right for a network with {case}"""
    for seed in SEEDS:
        agrees(forward_all, some_examples(5, sizes[0], seed), some_network(sizes, seed))


@pytest.mark.parametrize("sizes", SIZES.values(), ids=SIZES.keys())
def test_shape_of_everything(forward_all, sizes):
    """every entry has a row for each example, with {case}"""
    for count in (1, 4):
        has_shape(forward_all, some_examples(count, sizes[0], 0), some_network(sizes, 0))


def test_hidden_zeros(forward_all):
    """a hidden activation is never negative, an output may be"""
    agrees(forward_all, [[1.0], [-4.0]], [([[2.0, -1.0]], [1.0, 0.0]), ([[-1.0, -2.0], [0.0, 1.0]], [-1.0, 0.5])])


def test_negative_examples_stay_negative(forward_all):
    """the first entry is X itself, with its negative numbers"""
    agrees(forward_all, [[-3.0, 1.0], [2.0, -4.0]], some_network([2, 3, 2], 4))


def test_form_of_all(forward_all):
    """X and the layers may be made of lists or of tuples"""
    network = [(W.tolist(), b.tolist()) for W, b in some_network([2, 4, 3], 3)]
    agrees(forward_all, [[1, 2], [-3, 1], [0, 2]], network)
    agrees(forward_all, ((1.5, 2.0), (-3.0, 1.0)), network)


def test_nothing_changes_on_the_way(forward_all):
    """X and the network stay as they were"""
    for sizes in ([3, 2], [2, 4, 3], [3, 3, 3, 3]):
        leaves_alone(forward_all, some_examples(4, sizes[0], 0), some_network(sizes, 0))
    leaves_alone(forward_all, [[1, 2]], [(W.tolist(), b.tolist()) for W, b in some_network([2, 3, 1], 0)])


def scaled(network):
    """Mean and standard deviation of the weights of each layer, in units of what they should be."""
    scales = [(np.shape(W)[0] / 2) ** 0.5 for W, _ in network]
    return [[scale * np.mean(W), scale * np.std(W)] for scale, (W, _) in zip(scales, network, strict=True)]


def spread(network):
    """How many of the weights lie within half, one and two standard deviations: it tells a bell from a box."""
    W = np.ravel(network[0][0])
    return [float(np.mean(np.abs(W - W.mean()) < width * W.std())) for width in (0.5, 1, 2)]


def shapes(network):
    return tuple((np.shape(W), np.shape(b)) for W, b in network)


def biases(network):
    """Whether all biases are zero, and whether all are equal."""
    together = np.concatenate([np.ravel(b) for _, b in network])
    return bool(np.all(together == 0)), bool(np.all(together == together[0]))


def repeated(network):
    """How many weights are numbers that occur elsewhere in the network, too."""
    weights = np.concatenate([np.ravel(W) for W, _ in network])
    return len(weights) - len(np.unique(weights))


DRAWN = {
    "one layer": [90, 70],
    "a layer that grows": [40, 160],
    "a layer that shrinks": [160, 40],
    "two layers": [50, 120, 60],
    "layers of equal sizes": [80, 80, 80, 80],
}


@pytest.mark.essential
@pytest.mark.parametrize("sizes", DRAWN.values(), ids=DRAWN.keys())
def test_size_of_weights(init_network, sizes):
    """the weights have mean 0 and standard deviation sqrt(2 / d) in every layer: {case}"""
    for seed in SEEDS:
        agrees(init_network, sizes, np.random.default_rng(seed), view=scaled, rtol=0.15)


def test_normal(init_network):
    """the weights are spread as normal random numbers are"""
    for seed in SEEDS:
        agrees(init_network, [80, 100], np.random.default_rng(seed), view=spread, rtol=0.03)


@pytest.mark.parametrize("sizes", SIZES.values(), ids=SIZES.keys())
def test_shapes(init_network, sizes):
    """W is (d, k) and b is (k,) in every layer, with {case}"""
    agrees(init_network, sizes, np.random.default_rng(0), view=shapes)


def test_zero_biases(init_network):
    """all biases are zero"""
    for sizes in ([5, 4], [3, 7, 2], [4, 4, 4]):
        agrees(init_network, sizes, np.random.default_rng(1), view=biases)


def test_all_different(init_network):
    """no weight is the copy of another, in no layer and in no two layers"""
    agrees(init_network, [30, 30, 30, 30], np.random.default_rng(2), view=repeated)
    agrees(init_network, [20, 40, 20], np.random.default_rng(3), view=repeated)


def test_form_of_sizes(init_network):
    """the sizes may come as a tuple or as an array"""
    agrees(init_network, (60, 90, 40), np.random.default_rng(0), view=scaled, rtol=0.15)
    agrees(init_network, np.array([60, 90, 40]), np.random.default_rng(0), view=scaled, rtol=0.15)


def test_chance_comes_from_rng(init_network):
    """the same seed gives the same network, another seed another one"""
    sizes = [30, 50, 40]
    networks = []
    for seed in (0, 0, 1):
        agrees(init_network, sizes, np.random.default_rng(seed), view=scaled, rtol=0.15)
        networks.append(init_network.calls[-1].answer.value)
    first, again, other = (np.concatenate([np.ravel(W) for W, _ in network]) for network in networks)
    if not np.array_equal(first, again):
        init_network.fail("and another network for the same seed")
    if np.array_equal(first, other):
        init_network.fail("and the same network for another seed")


def test_sizes_stay(init_network):
    """the sizes stay as they were"""
    for sizes in ([3, 4, 2], np.array([3, 4, 2])):
        agrees(init_network, sizes, np.random.default_rng(0), view=shapes)
        if init_network.calls[-1].answer.changed:
            init_network.fail("and changed the sizes that it was given")


@pytest.mark.essential
def test_position(predict):
    """the label is the position of the largest output"""
    agrees(predict, [[1, 2], [5, 0], [0, 3]], [([[1, 0, 2, 0], [1, 3, 0, 1]], [0, 0, 0, 1])])


@pytest.mark.parametrize("sizes", list(SIZES.values())[:5], ids=list(SIZES)[:5])
def test_labels(predict, sizes):
    """the labels are right for a network with {case}"""
    for seed in SEEDS:
        agrees(predict, some_examples(9, sizes[0], seed), some_network(sizes, seed))


@pytest.mark.parametrize("count", BATCHES.values(), ids=BATCHES.keys())
def test_labels_of_batches(predict, count):
    """there is one label for each row, for {case}"""
    for sizes in ([3, 4, 2], [3, 3, 3], [3, 6, 5]):
        has_shape(predict, some_examples(count, 3, 1), some_network(sizes, 1))
        agrees(predict, some_examples(count, 3, 1), some_network(sizes, 1))


def test_all_outputs_negative(predict):
    """when all outputs are negative the largest one still decides"""
    agrees(
        predict, [[1.0, 2.0], [3.0, 0.5], [0.0, 1.0]], [([[-1.0, -2.0, -1.5], [-3.0, -0.5, -1.0]], [-5.0, -6.0, -5.25])]
    )


def test_a_large_negative_output(predict):
    """a large negative output is not the largest"""
    agrees(predict, [[1.0], [2.0], [-1.0]], [([[-9.0, 1.0, 2.0]], [0.0, 0.5, -1.0])])


def test_many_labels(predict):
    """there may be ten labels, and all of them may come up"""
    agrees(predict, np.eye(10)[[3, 9, 0, 5, 1, 7, 2, 8, 4, 6]], [(np.eye(10), np.zeros(10))])


def test_form_of_what_to_label(predict):
    """X may be made of lists or of tuples"""
    agrees(predict, [[1, 2], [-3, 1], [0, 2]], some_network([2, 4, 3], 3))
    agrees(predict, ((1.5, 2.0), (-3.0, 1.0)), some_network([2, 4, 3], 4))


def test_what_to_label_stays(predict):
    """X and the network stay as they were"""
    leaves_alone(predict, some_examples(4, 3, 0), some_network([3, 5, 2], 0))


def heights(xs):
    """A view: what a network says at the points and at many places between them."""
    places = np.unique(np.concatenate([np.linspace(a, b, 6) for a, b in pairwise(xs)]))

    def seen(network):
        return example_by_example(places[:, None], network)[:, 0]

    return seen


def at_the_points(xs):
    return lambda network: example_by_example(np.reshape(xs, (-1, 1)), network)[:, 0]


def form_of_curve(network):
    """That it is a network `1 -> m -> 1`, for any m."""
    (W1, b1), (W2, b2) = network
    m = np.size(b1)
    return np.shape(W1) == (1, m), np.shape(b1) == (m,), np.shape(W2) == (m, 1), np.shape(b2) == (1,)


@pytest.mark.essential
@pytest.mark.parametrize("points", CURVES.values(), ids=CURVES.keys())
def test_through_the_points(interpolate, points):
    """the network passes through {case}"""
    agrees(interpolate, *points, view=at_the_points(points[0]))


@pytest.mark.parametrize("points", CURVES.values(), ids=CURVES.keys())
def test_straight_between(interpolate, points):
    """it is straight between {case}"""
    agrees(interpolate, *points, view=heights(points[0]))


def test_any_points(interpolate):
    """it follows any points, few or many"""
    for seed in SEEDS:
        for count in (2, 3, 9, 20):
            rng = np.random.default_rng(seed)
            xs, ys = np.cumsum(rng.uniform(0.3, 2, size=count)) - 5, rng.normal(size=count)
            agrees(interpolate, xs, ys, view=heights(xs))


@pytest.mark.parametrize("points", list(CURVES.values())[:3], ids=list(CURVES)[:3])
def test_one_hidden_layer(interpolate, points):
    """it is a network 1 -> m -> 1, with shapes (1, m), (m,), (m, 1) and (1,), for {case}"""
    agrees(interpolate, *points, view=form_of_curve)


@pytest.mark.parametrize("form", [tuple, np.array], ids=["tuples", "arrays"])
def test_form_of_points(interpolate, form):
    """the points may come as {case}"""
    xs, ys = [0, 2, 3, 6], [2, 1, 4, 4]
    agrees(interpolate, form(xs), form(ys), view=heights(xs))


def test_points_stay(interpolate):
    """the points stay as they were"""
    leaves_alone(interpolate, np.array([0.0, 1.0, 3.0]), np.array([1.0, 3.0, 2.0]))
    leaves_alone(interpolate, [0, 1, 3], [1, 3, 2])
