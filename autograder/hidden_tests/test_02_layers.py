"""Hidden tests of lesson 02."""

from itertools import pairwise

import numpy as np
import pytest

from autograder.catalogue import definition
from autograder.compare import agrees, has_shape, leaves_alone, refuses

SEEDS = (0, 1)
FORMS = {"lists": list, "tuples": tuple, "arrays": np.array}
SIZES = {  # inputs, outputs
    "more inputs than outputs": (5, 3),
    "more outputs than inputs": (2, 6),
    "as many inputs as outputs": (3, 3),
    "a single input": (1, 4),
    "a single output": (4, 1),
}
BATCHES = {  # examples, inputs, outputs
    "more examples than anything else": (7, 4, 3),
    "fewer examples than anything else": (2, 3, 5),
    "as many examples as inputs and outputs": (3, 3, 3),
    "as many examples as outputs": (4, 2, 4),
    "a single example": (1, 3, 2),
    "a single input": (3, 1, 4),
    "a single output": (4, 3, 1),
}


@definition("weighted_sum")
def step_by_step(inputs, weights, bias):
    """Start at the bias and take one step for each input."""
    total = float(bias)
    for value, weight in zip(inputs, weights, strict=True):
        total += float(value) * float(weight)
    return total


@definition("averages_as_layer")
def shares_in_columns(weight_lists):
    """Write the shares of each list into a column; an average of zeros is zero."""
    W = np.zeros((len(weight_lists[0]), len(weight_lists)))
    for j, weights in enumerate(weight_lists):
        for i, weight in enumerate(weights):
            W[i, j] = weight / sum(weights)
    return W, np.zeros(len(weight_lists))


@definition("layer_with_loops")
def one_sum_for_each_column(inputs, W, b):
    """Each column of `W` is a list of weights."""
    return np.array([step_by_step(inputs, [row[j] for row in W], b[j]) for j in range(len(b))])


@definition("layer")
def one_example_after_the_other(X, W, b):
    """Take the rows one by one."""
    sizes = np.shape(W)
    if len(sizes) != 2 or np.shape(X)[1:] != sizes[:1] or np.shape(b) != sizes[1:]:
        raise ValueError("these shapes do not fit")
    return np.array([one_sum_for_each_column(x, W, b) for x in X])


@definition("absorb_bias")
def one_more_row(W, b):
    """Write the biases below the weights."""
    return np.array([[float(weight) for weight in row] for row in [*W, b]])


@definition("count_parameters")
def counted(sizes):
    """Go through all lines and all circles behind the inputs, and count."""
    count = 0
    for left, right in pairwise(sizes):
        count += sum(1 for _ in range(right) for _ in range(left)) + right
    return count


def numbers(rng, *shape):
    """Negative and positive numbers, none of them whole, whose averages are not zero."""
    return rng.normal(0.5, 2, size=shape)


@pytest.mark.essential
def test_parts_and_bias_are_added(weighted_sum):
    """each input is multiplied by its weight, and all of it is added to the bias"""
    agrees(weighted_sum, [8, 1, 5], [0.5, -2, -0.5], 1)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_form(weighted_sum, form):
    """inputs and weights may come as {case}"""
    agrees(weighted_sum, form([2.0, -1.0, 4.5]), form([1.0, 2.0, 4.0]), 0.5)


def test_any_numbers(weighted_sum):
    """inputs, weights and bias may be any numbers, and as many as you like"""
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        for count in (2, 3, 8):
            agrees(weighted_sum, numbers(rng, count), numbers(rng, count), float(rng.normal()))


def test_weights_that_cancel(weighted_sum):
    """weights that sum to zero are weights like any others"""
    agrees(weighted_sum, [3, 5], [2, -2], 0)
    agrees(weighted_sum, [3.0, 5.0, 1.0], [0.0, 0.0, 0.0], -1.5)


def test_only_the_bias(weighted_sum):
    """when all inputs are zero only the bias is left"""
    agrees(weighted_sum, [0, 0, 0], [4, -1, 2], 3)
    agrees(weighted_sum, [0.0, 0.0], [4.0, -1.0], -2.5)


def test_twice_the_weights(weighted_sum):
    """twice the weights and twice the bias give twice the sum"""
    for factor in (1, 2):
        agrees(weighted_sum, [1.5, -2, 3], [factor * 0.2, factor * 0.7, factor * 0.4], factor * 0.25)


def test_single_input(weighted_sum):
    """a single input will do"""
    agrees(weighted_sum, [7.5], [0.2], 1)


def test_one_number(weighted_sum):
    """the answer is one number"""
    has_shape(weighted_sum, [4.0, 2.0, 9.0], [1, 2, 5], 0.5)
    has_shape(weighted_sum, np.array([4.0]), np.array([2.0]), 1)


def test_arguments_stay(weighted_sum):
    """inputs and weights stay as they were"""
    leaves_alone(weighted_sum, np.array([5.0, 1.0]), np.array([3.0, 1.0]), 2.0)
    leaves_alone(weighted_sum, [5, 1, 2], [3, 2, 1], 4)


@pytest.mark.essential
def test_columns_of_shares(averages_as_layer):
    """each list becomes a column of shares, and the biases are zero"""
    agrees(averages_as_layer, [[1, 1, 2], [3, 1, 0]])


@pytest.mark.parametrize("sizes", SIZES.values(), ids=SIZES.keys())
def test_lists(averages_as_layer, sizes):
    """the layer is right with {case}"""
    for seed in SEEDS:
        agrees(averages_as_layer, np.random.default_rng(seed).uniform(0.2, 5, size=sizes[::-1]))


@pytest.mark.parametrize("sizes", SIZES.values(), ids=SIZES.keys())
def test_shapes_of_the_layer(averages_as_layer, sizes):
    """W has a row for each input and a column for each list, b one number for each list, with {case}"""
    has_shape(averages_as_layer, np.arange(1.0, 1 + sizes[0] * sizes[1]).reshape(sizes[::-1]))


def test_form_of_lists(averages_as_layer):
    """the lists of weights may be tuples, or rows of an array"""
    agrees(averages_as_layer, ((2.5, 0.5), (1.0, 0.0), (3, 4)))
    agrees(averages_as_layer, np.array([[1, 2, 5], [4, 4, 1]]))


def test_each_list_has_its_own_total(averages_as_layer):
    """ten times the weights in one list change nothing, in that list or in another"""
    for factor in (1, 10):
        agrees(averages_as_layer, [[2.0 * factor, 1.0 * factor, 5.0 * factor], [1.0, 1.0, 2.0]])


def test_signs(averages_as_layer):
    """negative weights are allowed, and a negative total, too"""
    agrees(averages_as_layer, [[3, -1], [2, 5], [-4, -1]])
    agrees(averages_as_layer, np.array([[1.0, -3.0, 0.5], [-1.0, 2.0, 0.25]]))


def test_small_totals(averages_as_layer):
    """a total may be as small as you like, as long as it is not zero"""
    agrees(averages_as_layer, [[1e-12, 3e-12, 2e-12], [1e9, 1e9, 2e9]])


def test_lists_stay(averages_as_layer):
    """the lists of weights stay as they were"""
    leaves_alone(averages_as_layer, np.array([[3.0, 1.0, 4.0], [1.0, 5.0, 9.0]]))
    leaves_alone(averages_as_layer, [[3, 1, 4], [1, 5, 9]])


@pytest.mark.essential
def test_one_sum_for_each_output(layer_with_loops):
    """each column of W and its bias give one sum"""
    agrees(layer_with_loops, [8, 1, 5], [[0.5, 0.25], [-2, -0.5], [-0.5, 1]], [1, -4])


@pytest.mark.parametrize("sizes", SIZES.values(), ids=SIZES.keys())
def test_sizes(layer_with_loops, sizes):
    """the sums are right with {case}"""
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        agrees(layer_with_loops, numbers(rng, sizes[0]), numbers(rng, *sizes), numbers(rng, sizes[1]))


@pytest.mark.parametrize("sizes", SIZES.values(), ids=SIZES.keys())
def test_one_number_for_each_output(layer_with_loops, sizes):
    """there is one number for each output, with {case}"""
    has_shape(layer_with_loops, np.ones(sizes[0]), np.ones(sizes), np.ones(sizes[1]))


def test_form_of_a_layer(layer_with_loops):
    """inputs, W and b may be made of lists or of tuples"""
    agrees(layer_with_loops, [1.5, -2.0], [[0.5, 1.0, 2.0], [3.0, -1.0, 0.0]], [0.1, 0.2, 0.3])
    agrees(layer_with_loops, (1, -2), ((5, 1, 2), (3, -1, 0)), (1, 2, 3))


def test_biases_alone(layer_with_loops):
    """when all inputs are zero the biases are left"""
    agrees(layer_with_loops, np.zeros(3), np.ones((3, 2)), np.array([2.5, -1.0]))


def test_whole_numbers(layer_with_loops):
    """whole inputs and biases, with weights that are not whole, keep what stands after the point"""
    agrees(layer_with_loops, np.array([1, 3]), np.array([[0.25, 0.5], [1.125, -0.75]]), np.array([1, 2]))


def test_whole_numbers_everywhere_but_in_the_biases(layer_with_loops):
    """biases that are not whole keep what stands after the point, too"""
    agrees(layer_with_loops, np.array([1, 3]), np.array([[2, 5], [1, -7]]), np.array([0.25, 2.5]))


def test_inputs_weights_and_biases_stay(layer_with_loops):
    """inputs, W and b stay as they were"""
    leaves_alone(layer_with_loops, np.array([3.0, 1.0]), np.array([[1.0, 2.0, 4.0], [0.5, 3.0, 1.0]]), np.ones(3))
    leaves_alone(layer_with_loops, [3, 1], [[1, 2, 4], [5, 3, 1]], [1, 1, 2])


@pytest.mark.essential
def test_a_batch(layer):
    """each row of X gives its own weighted sums"""
    agrees(layer, [[8, 1, 5], [2, 6, 4]], [[0.5, 0.25], [-2, -0.5], [-0.5, 1]], [1, -4])


@pytest.mark.parametrize("sizes", BATCHES.values(), ids=BATCHES.keys())
def test_batches(layer, sizes):
    """the sums are right with {case}"""
    n, d, k = sizes
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        agrees(layer, numbers(rng, n, d), numbers(rng, d, k), numbers(rng, k))


@pytest.mark.parametrize("sizes", BATCHES.values(), ids=BATCHES.keys())
def test_a_row_for_each_example(layer, sizes):
    """the result has a row for each example and a column for each output, with {case}"""
    n, d, k = sizes
    has_shape(layer, np.ones((n, d)), np.ones((d, k)), np.ones(k))


def test_form_of_a_batch(layer):
    """X, W and b may be made of lists or of tuples"""
    agrees(layer, [[1.5, -2.0]], [[0.5, 1.0, 2.0], [3.0, -1.0, 0.0]], [0.1, 0.2, 0.3])
    agrees(layer, ((1, -2), (0, 3)), ((5, 1, 2), (3, -1, 0)), (1, 2, 3))


def test_whole_numbers_in_a_batch(layer):
    """whole numbers and numbers that are not whole may meet"""
    agrees(layer, np.array([[1, 3], [2, 0], [4, 1]]), np.array([[2, 5], [1, -7]]), np.array([0.25, 2.5]))
    agrees(layer, np.array([[1, 3], [2, 0], [4, 1]]), np.array([[0.25, 0.5], [1.125, -0.75]]), np.array([1, 2]))


@pytest.mark.parametrize(
    ("n", "d", "rows"), [(4, 3, 2), (4, 2, 3), (3, 1, 4)], ids=["too few rows", "too many rows", "a single input"]
)
def test_weights_do_not_fit(layer, n, d, rows):
    """weights that do not fit the inputs are refused with a ValueError that says so: {case}"""
    refuses(layer, np.ones((n, d)), np.ones((rows, 2)), np.ones(2))


@pytest.mark.parametrize(
    ("k", "biases"),
    [(3, (2,)), (3, (4,)), (3, (1,)), (1, (3,)), (3, (4, 1)), (4, (4, 1))],
    ids=[
        "too few biases",
        "too many biases",
        "a single bias for three outputs",
        "three biases for a single output",
        "a column of biases, one for each example",
        "a column of biases, as many as outputs and examples",
    ],
)
def test_biases_do_not_fit(layer, k, biases):
    """biases that do not fit the outputs are refused with a ValueError that says so: {case}"""
    refuses(layer, np.ones((4, 2)), np.ones((2, k)), np.ones(biases))


def test_batch_weights_and_biases_stay(layer):
    """X, W and b stay as they were"""
    X, W, b = np.array([[3.0, 1.0], [2.0, 0.0]]), np.array([[1.0, 2.0, 4.0], [0.5, 3.0, 1.0]]), np.ones(3)
    leaves_alone(layer, X, W, b)
    leaves_alone(layer, X.tolist(), W.tolist(), b.tolist())


@pytest.mark.essential
def test_one_row_more(absorb_bias):
    """the biases become the last row"""
    agrees(absorb_bias, [[1, 2, 3], [4, 5, 6]], [7, 8, 9])


@pytest.mark.parametrize("sizes", SIZES.values(), ids=SIZES.keys())
def test_layers(absorb_bias, sizes):
    """the numbers are right with {case}"""
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        agrees(absorb_bias, numbers(rng, *sizes), numbers(rng, sizes[1]))


@pytest.mark.parametrize("sizes", SIZES.values(), ids=SIZES.keys())
def test_shape_of_all_in_one(absorb_bias, sizes):
    """there is one row more than in W, and no column more, with {case}"""
    has_shape(absorb_bias, np.ones(sizes), np.ones(sizes[1]))


def test_form_of_weights_and_biases(absorb_bias):
    """W and b may be made of tuples, and W an array while b is a list"""
    agrees(absorb_bias, ((1.5, 2.0), (0.5, -1.0), (3.0, 1.0)), (0.25, 4.0))
    agrees(absorb_bias, np.array([[1.5, 2.0, 3.0]]), [1, 2, 4])


def test_biases_that_are_not_whole(absorb_bias):
    """whole weights do not cut the biases to whole numbers, nor the other way round"""
    agrees(absorb_bias, np.array([[1, 2], [3, 4]]), np.array([0.5, -1.75]))
    agrees(absorb_bias, np.array([[0.5, 2.25], [3.5, 4.75]]), np.array([1, 2]))


def test_weights_and_biases_stay(absorb_bias):
    """W and b stay as they were"""
    leaves_alone(absorb_bias, np.array([[3.0, 1.0], [2.0, 0.0], [1.0, 5.0]]), np.array([1.0, 4.0]))
    leaves_alone(absorb_bias, [[3, 1], [2, 0], [1, 5]], [1, 4])


@pytest.mark.essential
def test_one_layer(count_parameters):
    """one layer has a weight for each line and a bias for each output"""
    agrees(count_parameters, [3, 2])
    agrees(count_parameters, [5, 4])


@pytest.mark.parametrize(
    "sizes", [[4, 3, 2], [2, 3, 4], [6, 2, 5, 3], [3, 7, 2, 4, 5]], ids=["2", "2, growing", "3", "4"]
)
def test_more_layers(count_parameters, sizes):
    """the layers are added up: {case}"""
    agrees(count_parameters, sizes)


def test_equal_sizes(count_parameters):
    """all sizes may be equal"""
    agrees(count_parameters, [4, 4])
    agrees(count_parameters, [3, 3, 3, 3])


def test_size_one(count_parameters):
    """a single input, a single output, or a single circle in the middle is enough"""
    agrees(count_parameters, [1, 1])
    agrees(count_parameters, [1, 5, 1])
    agrees(count_parameters, [6, 1, 4])


@pytest.mark.parametrize("form", [tuple, np.array], ids=["a tuple", "an array"])
def test_form_of_sizes(count_parameters, form):
    """the sizes may come as {case}"""
    agrees(count_parameters, form([4, 3, 5]))


def test_no_layer(count_parameters):
    """inputs alone are no layer and have no parameters"""
    agrees(count_parameters, [5])


def test_one_count(count_parameters):
    """the answer is one number"""
    has_shape(count_parameters, [4, 3, 5])
    has_shape(count_parameters, np.array([2, 3]))


def test_sizes_stay(count_parameters):
    """the sizes stay as they were"""
    leaves_alone(count_parameters, [4, 3, 5])
    leaves_alone(count_parameters, np.array([4, 3, 5]))
