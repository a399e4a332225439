"""Hidden tests of lesson 03."""

import math

import numpy as np
import pytest

from autograder.catalogue import definition
from autograder.compare import NotYet, agrees, has_shape, leaves_alone, lies_in
from autograder.hidden_tests.suspects_03_special_operation import RIGHT, WRONG
from autograder.secret_order import tells_apart

SEEDS = (0, 1)
FORMS = {"lists": list, "tuples": tuple, "arrays": np.array}
SIZES = {
    "three inputs, four in between, two outputs": (3, 4, 2),
    "more outputs than inputs": (2, 3, 5),
    "as many of each": (3, 3, 3),
    "a single one in between": (4, 1, 3),
    "a single input": (1, 4, 2),
    "a single output": (3, 2, 1),
}
CURVES = {
    "the square": np.square,
    "the size without its sign": np.abs,
    "the cube": lambda x: np.asarray(x) ** 3,
    "zero up to 1, and a slope of 2 from there": lambda x: 2 * np.maximum(np.asarray(x) - 1, 0),
    "the wave of the sine": np.sin,
}
LINES = {
    "x itself": lambda x: np.asarray(x) + 0.0,
    "three times x, minus 2": lambda x: 3 * np.asarray(x) - 2,
    "always 4": lambda x: 0 * np.asarray(x) + 4.0,
}
ARRAYS = {
    "one number": (),
    "a row of numbers": (5,),
    "a table": (4, 3),
    "a square table": (3, 3),
    "a table with a single row": (1, 4),
    "a table with a single column": (4, 1),
    "a stack of tables": (2, 3, 4),
}
TABLES = {
    "more rows than columns": (5, 3),
    "more columns than rows": (2, 7),
    "as many rows as columns": (3, 3),
    "a single row": (1, 4),
    "a single column": (4, 1),
}
CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])


@definition("collapse")
def along_all_paths(W1, b1, W2, b2):
    """Follow every path from an input, or from 1, through the middle to an output."""
    W = np.zeros((len(W1), len(b2)))
    b = np.array(b2, dtype=float)
    for k in range(len(b2)):
        for j in range(len(b1)):
            b[k] += b1[j] * W2[j][k]
            for i in range(len(W1)):
                W[i, k] += W1[i][j] * W2[j][k]
    return W, b


@definition("average_gap")
def one_point_at_a_time(f, points, weights):
    """Both averages, added up point by point."""
    average = sum(point * weight for point, weight in zip(points, weights, strict=True)) / sum(weights)
    of_f = sum(float(f(point)) * weight for point, weight in zip(points, weights, strict=True)) / sum(weights)
    return float(f(average)) - of_f


@definition("relu")
def number_by_number(x):
    """Keep what is positive."""
    return _each(lambda number: number if number > 0 else 0.0, x)


@definition("leaky_relu")
def number_by_number_with_a_leak(x, slope=0.01):
    """Keep what is positive, and let a part of the rest through."""
    return _each(lambda number: number if number > 0 else slope * number, x)


@definition("sigmoid")
def one_of_two_forms(x):
    """The form of the formula in which the power is not larger than 1."""

    def of_number(number):
        power = math.exp(-abs(number))
        return 1 / (1 + power) if number > 0 else power / (1 + power)

    return _each(of_number, x)


@definition("softmax")
def row_for_row(Z):
    """Each row's powers of e, measured from its largest score, as shares."""
    rows = []
    for row in Z:
        powers = [math.exp(score - max(row)) for score in row]
        rows.append([power / sum(powers) for power in powers])
    return np.array(rows)


@definition("is_softmax")
def asks_many_questions(f):
    """Compare `f` with the slow definition, on many tables."""
    rng = np.random.default_rng(7)
    tables = [rng.normal(0, 2, size=shape) for shape in TABLES.values()]
    tables += [np.array([[1000.0, 999.0, 0.0], [-1000.0, -1001.0, -1003.0]]), np.array([[-1000.0, 1000.0, -999.0]])]
    return all(_answers_right(f, Z) for Z in tables)


@definition("polynomial_degree")
def layer_for_layer(activation_degree, hidden_layers):
    """Each hidden layer takes a power of what the layers before it made."""
    degree = 1
    for _ in range(hidden_layers):
        degree = activation_degree * degree
    return degree


@definition("xor_network")
def one_and_not_both():
    """The first hidden neuron counts the ones, the second notices when there are two."""
    return [([[1, 1], [1, 1]], [0, -1]), ([[1], [-2]], [0])]


def _each(function, x):
    """The function on every number of an array of any shape."""
    x = np.asarray(x, dtype=float)
    return np.array([function(number) for number in x.ravel().tolist()]).reshape(x.shape)


def _answers_right(f, Z):
    given = Z.copy()
    try:
        answer = np.asarray(f(given), dtype=float)
    except Exception:
        return False
    return answer.shape == Z.shape and np.array_equal(given, Z) and bool(np.all(np.abs(answer - row_for_row(Z)) < 1e-4))


@pytest.mark.essential
def test_one_layer_for_two(collapse):
    """the one layer gives what the two layers give"""
    agrees(collapse, [[1, 2, 0], [0, 3, 1]], [1, -1, 2], [[2, 1], [1, 0], [-1, 4]], [5, 10])


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_any_two_layers(collapse, size):
    """the numbers are right for {case}"""
    for seed in SEEDS:
        agrees(collapse, *_two_layers(size, np.random.default_rng(seed)))


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_shape_of_the_one_layer(collapse, size):
    """weights and biases have the shapes of one layer, for {case}"""
    answer = collapse(*_two_layers(size, np.random.default_rng(5)))
    if not isinstance(answer, tuple | list) or len(answer) != 2:
        collapse.fail("where a pair of weights and biases is asked for")
    shapes, asked = [np.shape(part) for part in answer], [(size[0], size[2]), (size[2],)]
    if shapes != asked:
        collapse.fail(f"of shapes {shapes[0]} and {shapes[1]}, where {asked[0]} and {asked[1]} are asked for")


def test_layers_of_lists(collapse):
    """weights and biases may be made of lists or of tuples"""
    agrees(
        collapse, [[1.5, 2.0], [0.5, -1.0], [2, 0]], [1.0, 0.25], [[2.0, 1.0, 4.0], [3.0, -1.0, 0.5]], [0.5, 1.5, 2.0]
    )
    agrees(collapse, ((1, 2), (3, 4), (5, 7)), (1, 2), ((2, 1, 4), (3, -1, 2)), (5, 1, 2))


def test_layers_stay(collapse):
    """the two layers stay as they were"""
    leaves_alone(collapse, *_two_layers((3, 3, 3), np.random.default_rng(6)))
    leaves_alone(collapse, [[1, 2], [3, 4], [5, 6]], [1, 2], [[2, 1, 4], [3, -1, 2]], [5, 1, 2])


def _two_layers(size, rng):
    d, h, k = size
    return rng.normal(size=(d, h)), rng.normal(size=h), rng.normal(size=(h, k)), rng.normal(size=k)


@pytest.mark.essential
def test_gap_of_the_square(average_gap):
    """`f` of the average, minus the average of `f`, when `f` is the square"""
    agrees(average_gap, np.square, [1, 5], [3, 1])


@pytest.mark.parametrize("curve", CURVES.values(), ids=CURVES.keys())
def test_gap_of_a_curve(average_gap, curve):
    """the gap is right when `f` is {case}"""
    agrees(average_gap, curve, [-2.0, 0.5, 4.0], [1.0, 2.5, 0.75])
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        agrees(average_gap, curve, rng.normal(1, 2, size=6), rng.uniform(0.5, 3, size=6))


@pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())
def test_no_gap(average_gap, line):
    """there is no gap when `f` is {case}"""
    lies_in(average_gap, (-1e-5, 1e-5), line, [1.0, 5.0, -3.0], [1.0, 2.0, 1.0])


def test_only_proportions_of_weights_matter(average_gap):
    """ten times the weights give the same gap"""
    for factor in (1, 10):
        agrees(average_gap, np.square, [1.0, 4.0, 2.5], [0.2 * factor, 0.1 * factor, 0.4 * factor])


def test_sign_of_the_gap(average_gap):
    """the gap may be positive or negative"""
    agrees(average_gap, lambda x: -np.square(x), [1.0, 3.0], [1.0, 1.0])
    agrees(average_gap, np.exp, [0.0, 1.0], [2.0, 1.0])


def test_single_point(average_gap):
    """a single point is its own average, and leaves no gap"""
    lies_in(average_gap, (-1e-5, 1e-5), np.square, [3.0], [0.5])


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_form_of_points(average_gap, form):
    """points and weights may come as {case}"""
    agrees(average_gap, np.square, form([2, -1, 4]), form([1, 2, 4]))


def test_gap_is_one_number(average_gap):
    """the gap is one number"""
    has_shape(average_gap, np.square, [1.0, 2.0, 4.0], [1.0, 1.0, 2.0])
    has_shape(average_gap, np.square, np.array([3.0]), np.array([2.0]))


def test_points_stay(average_gap):
    """points and weights stay as they were"""
    leaves_alone(average_gap, np.square, np.array([5.0, 1.0]), np.array([3.0, 1.0]))
    leaves_alone(average_gap, np.square, [5, 1, 2], [3, 2, 1])


@pytest.mark.essential
def test_positive_stays(relu):
    """positive numbers stay, negative ones become 0"""
    agrees(relu, np.array([-2.0, 3.0, -0.5, 0.25, 7.0]))


@pytest.mark.parametrize("shape", ARRAYS.values(), ids=ARRAYS.keys())
def test_numbers_of_relu(relu, shape):
    """the numbers are right for {case}"""
    for seed in SEEDS:
        agrees(relu, np.random.default_rng(seed).normal(size=shape))
    agrees(relu, np.full(shape, -1.5))


@pytest.mark.parametrize("shape", ARRAYS.values(), ids=ARRAYS.keys())
def test_shape_of_relu(relu, shape):
    """the answer has the shape of {case}"""
    has_shape(relu, np.random.default_rng(2).normal(size=shape))


def test_form_of_relu(relu):
    """a number, a list, a tuple or whole numbers will do"""
    agrees(relu, 3)
    agrees(relu, -3.5)
    agrees(relu, [1.5, -2.0, 4.0])
    agrees(relu, ((1, -2), (-3, 4), (5, 6)))


def test_zero_of_relu(relu):
    """zero stays zero"""
    agrees(relu, np.array([0.0, 0.0, 1.0]))
    agrees(relu, 0.0)


def test_size_of_relu(relu):
    """numbers may be very large or very small"""
    agrees(relu, np.array([-1e12, 1e12, 5.0]))
    agrees(relu, np.array([-1e-12, 1e-12, 3e-12]))


def test_relu_leaves_alone(relu):
    """what goes in stays as it was"""
    leaves_alone(relu, np.array([[1.0, -2.0], [-3.0, 4.0]]))
    leaves_alone(relu, [1.0, -2.0])


@pytest.mark.essential
def test_negative_leaks(leaky_relu):
    """positive numbers stay, and a hundredth of the negative ones leaks through"""
    agrees(leaky_relu, np.array([-2.0, 3.0, -0.5, 0.25]))
    agrees(leaky_relu, np.array([-200.0, -5.0, -40.0]))


@pytest.mark.parametrize("slope", [0.1, 0.5, 0.0, 1.0, 0.002])
def test_slopes(leaky_relu, slope):
    """the part that leaks through may be {case}"""
    agrees(leaky_relu, np.array([-2.0, 3.0, -0.5, -7.0]), slope)
    agrees(leaky_relu, np.array([[-20.0], [-30.0], [4.0]]), slope=slope)


@pytest.mark.parametrize("shape", ARRAYS.values(), ids=ARRAYS.keys())
def test_numbers_of_leaky_relu(leaky_relu, shape):
    """the numbers are right for {case}"""
    for seed in SEEDS:
        agrees(leaky_relu, np.random.default_rng(seed).normal(size=shape), 0.2)
    agrees(leaky_relu, np.full(shape, -1.5))


@pytest.mark.parametrize("shape", ARRAYS.values(), ids=ARRAYS.keys())
def test_shape_of_leaky_relu(leaky_relu, shape):
    """the answer has the shape of {case}"""
    has_shape(leaky_relu, np.random.default_rng(2).normal(size=shape))


def test_form_of_leaky_relu(leaky_relu):
    """a number, a list, a tuple or whole numbers will do"""
    agrees(leaky_relu, -3)
    agrees(leaky_relu, 2.5)
    agrees(leaky_relu, [1.5, -2.0, 4.0], 0.25)
    agrees(leaky_relu, np.array([-1, -2, 3]), 0.3)


def test_leaky_relu_leaves_alone(leaky_relu):
    """what goes in stays as it was"""
    leaves_alone(leaky_relu, np.array([[1.0, -2.0], [-3.0, 4.0]]), 0.1)
    leaves_alone(leaky_relu, [1.0, -2.0])


@pytest.mark.essential
def test_squeezed(sigmoid):
    """every number is squeezed into the range from 0 to 1"""
    agrees(sigmoid, np.array([-2.0, 0.0, 1.0, 3.0]))


@pytest.mark.parametrize("shape", ARRAYS.values(), ids=ARRAYS.keys())
def test_numbers_of_sigmoid(sigmoid, shape):
    """the numbers are right for {case}"""
    for seed in SEEDS:
        agrees(sigmoid, np.random.default_rng(seed).normal(0, 3, size=shape))


@pytest.mark.parametrize("shape", ARRAYS.values(), ids=ARRAYS.keys())
def test_shape_of_sigmoid(sigmoid, shape):
    """the answer has the shape of {case}"""
    has_shape(sigmoid, np.random.default_rng(2).normal(size=shape))


@pytest.mark.parametrize("far", [[1000.0, 2.0], [-1000.0, 1.0], [-1000.0, 0.5, 1000.0]], ids=["1000", "-1000", "both"])
def test_far_away(sigmoid, far):
    """numbers far from zero are no danger: {case}"""
    agrees(sigmoid, np.array(far))
    agrees(sigmoid, np.array(far).reshape(-1, 1))


def test_one_number_far_away(sigmoid):
    """a single number far from zero is no danger either"""
    agrees(sigmoid, 1000)
    agrees(sigmoid, -1000.0)


def test_form_of_sigmoid(sigmoid):
    """a number, a list, a tuple or whole numbers will do"""
    agrees(sigmoid, 2)
    agrees(sigmoid, -0.5)
    agrees(sigmoid, [1.5, -2.0, 4.0])
    agrees(sigmoid, ((1, -2), (-3, 4), (0, 6)))
    agrees(sigmoid, np.array([1, -2, 3]))


def test_sigmoid_leaves_alone(sigmoid):
    """what goes in stays as it was"""
    leaves_alone(sigmoid, np.array([[1.0, -2.0], [-3.0, 4.0]]))
    leaves_alone(sigmoid, [1.0, -2.0])


@pytest.mark.essential
def test_each_row_becomes_shares(softmax):
    """each row of scores becomes shares with sum 1"""
    agrees(softmax, np.array([[1.0, 2.0, 3.5], [0.5, 0.0, -1.0]]))


@pytest.mark.parametrize("shape", TABLES.values(), ids=TABLES.keys())
def test_numbers_of_softmax(softmax, shape):
    """the numbers are right for a table with {case}"""
    for seed in SEEDS:
        agrees(softmax, np.random.default_rng(seed).normal(0, 2, size=shape))


@pytest.mark.parametrize("shape", TABLES.values(), ids=TABLES.keys())
def test_shape_of_softmax(softmax, shape):
    """the answer has the shape of a table with {case}"""
    has_shape(softmax, np.random.default_rng(2).normal(size=shape))


@pytest.mark.parametrize(
    "far",
    [
        [[1000.0, 1000.0, 999.0], [3.0, 1.0, 2.0]],
        [[-1000.0, -1001.0, -1002.0], [-3.0, -1.0, -2.0]],
        [[1000.0, 999.0, 998.0], [-1000.0, -1001.0, -1003.0], [0.0, 1.0, 2.0]],
        [[0.0, 1000.0, 999.5], [-1000.0, -500.0, 1000.0]],
    ],
    ids=["scores of 1000", "scores of -1000", "a row far above another", "scores far apart in one row"],
)
def test_scores_far_away(softmax, far):
    """{case} are no danger"""
    agrees(softmax, np.array(far))


def test_equal_scores(softmax):
    """equal scores give equal shares"""
    agrees(softmax, np.zeros((2, 4)))
    agrees(softmax, np.array([[7.0, 7.0, 7.0], [-2.0, -2.0, -2.0], [0.5, 0.5, 0.5]]))


def test_added_to_a_row(softmax):
    """a number added to all scores of a row changes nothing"""
    Z = np.array([[0.5, 2.0, -1.0], [1.5, 0.25, 3.0]])
    agrees(softmax, Z + np.array([[100.0], [-20.0]]))


def test_form_of_scores(softmax):
    """scores may be whole numbers, lists or tuples"""
    agrees(softmax, [[1.5, 2.0, 0.5], [-3.0, 4.0, 1.0]])
    agrees(softmax, ((1, 2), (-3, 4), (0, 1)))
    agrees(softmax, np.array([[1, 2, 4], [3, 3, 0]]))


def test_scores_stay(softmax):
    """the scores stay as they were"""
    leaves_alone(softmax, np.array([[3.0, 1.0], [9.0, 8.0], [0.0, 2.0]]))
    leaves_alone(softmax, [[3.0, 1.0], [9.0, 8.0], [0.0, 2.0]])


@pytest.mark.essential
@pytest.mark.secret_order
def test_right_and_wrong_softmax(is_softmax):
    """a right one passes, and one that gives equal shares to everything is caught"""
    tells_apart(is_softmax, *list(RIGHT.values())[:2], next(iter(WRONG.values())))


@pytest.mark.secret_order
@pytest.mark.parametrize("right", list(RIGHT.values())[2:], ids=list(RIGHT)[2:])
def test_accuses_no_right_softmax(is_softmax, right):
    """a right one passes: one {case}"""
    agrees(is_softmax, right)


@pytest.mark.secret_order
@pytest.mark.parametrize("wrong", list(WRONG.values())[1:], ids=list(WRONG)[1:])
def test_catches_softmax(is_softmax, wrong):
    """a wrong one is caught: {case}"""
    agrees(is_softmax, wrong)


@pytest.mark.essential
def test_squares_of_squares(polynomial_degree):
    """squares in one, two and three hidden layers"""
    for hidden_layers in (3, 1, 2):
        agrees(polynomial_degree, 2, hidden_layers)


@pytest.mark.parametrize("degree", [3, 4, 7])
def test_other_powers(polynomial_degree, degree):
    """the special operation may be the power {case}"""
    for hidden_layers in (1, 2, 5):
        agrees(polynomial_degree, degree, hidden_layers)


def test_no_hidden_layer(polynomial_degree):
    """without a hidden layer the power is never used"""
    for degree in (2, 5):
        agrees(polynomial_degree, degree, 0)


def test_power_of_one(polynomial_degree):
    """the power 1 changes nothing, however many layers there are"""
    for hidden_layers in (1, 4, 9):
        agrees(polynomial_degree, 1, hidden_layers)


def test_many_layers(polynomial_degree):
    """many layers give a large degree"""
    agrees(polynomial_degree, 2, 20)
    agrees(polynomial_degree, 2, 63)


def test_degree_is_one_number(polynomial_degree):
    """the degree is one number"""
    has_shape(polynomial_degree, 3, 2)


@pytest.mark.essential
def test_corners(xor_network):
    """the output is within 0.25 of XOR on the four corners"""
    try:
        agrees(xor_network, view=_on_the_corners, rtol=0.25)
    except NotYet:
        xor_network.fail(_corners_in_words(xor_network.calls[-1].answer.value))


def test_shapes_of_the_network(xor_network):
    """there are two layers, from 2 inputs to 2 and from there to 1 output"""
    try:
        agrees(xor_network, view=_shapes)
    except NotYet:
        xor_network.fail(
            "where the shapes of W and b are (2, 2) and (2,) in the first layer, (2, 1) and (1,) in the second"
        )


def _shapes(network):
    return [np.shape(part) for W, b in network for part in (W, b)]


def _on_the_corners(network):
    """What a network with one hidden layer and ReLU says on the four corners."""
    (W1, b1), (W2, b2) = network
    hidden = np.maximum(CORNERS @ np.asarray(W1, dtype=float) + np.asarray(b1, dtype=float), 0)
    outputs = hidden @ np.asarray(W2, dtype=float) + np.asarray(b2, dtype=float)
    return outputs.reshape(len(CORNERS))


def _corners_in_words(network):
    try:
        said = _on_the_corners(network)
    except Exception:
        return "of another form than asked for"
    corners = CORNERS.astype(int).tolist()
    return "which gives " + ", ".join(f"{said[i]:.4g} at {tuple(corner)}" for i, corner in enumerate(corners))
