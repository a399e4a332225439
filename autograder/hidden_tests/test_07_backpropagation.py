"""Hidden tests of lesson 07."""

from itertools import pairwise

import numpy as np
import pytest

from autograder.catalogue import definition
from autograder.compare import agrees, has_shape, leaves_alone
from autograder.hidden_tests.suspects_07_backpropagation import RIGHT, WRONG
from autograder.secret_order import unforeseen

SEEDS = (0, 1)
FORMS = {
    "lists": lambda numbers: np.asarray(numbers).tolist(),
    "tuples": lambda numbers: tuple(map(tuple, np.asarray(numbers).tolist())),
    "arrays": np.array,
}
LAYERS = {  # examples, inputs, outputs
    "more examples than inputs": (5, 3, 2),
    "more outputs than inputs": (2, 3, 7),
    "as many of everything": (3, 3, 3),
    "a single example": (1, 4, 2),
    "a single input": (4, 1, 3),
    "a single output": (3, 4, 1),
}
SCORES = {
    "more examples than classes": (7, 3),
    "more classes than examples": (2, 5),
    "as many of both": (4, 4),
    "a single example": (1, 6),
}
NETWORKS = {  # examples, sizes
    "a single layer": (4, (3, 2)),
    "two layers": (5, (4, 3, 2)),
    "three layers": (3, (2, 5, 4, 3)),
    "four layers": (6, (3, 4, 5, 3, 2)),
    "layers of equal sizes": (3, (3, 3, 3)),
    "a single example": (1, (4, 3, 2)),
}


@definition("relu_backward")
def one_by_one(grad_out, x):
    """Take the entries one by one."""
    x, grad_out = np.asarray(x, dtype=float), np.asarray(grad_out, dtype=float)
    passed = [g if inside > 0 else 0.0 for g, inside in zip(grad_out.ravel(), x.ravel(), strict=True)]
    return np.array(passed).reshape(x.shape)


@definition("layer_backward")
def along_all_paths(grad_out, X, W):
    """Follow each path from an input, a weight or a bias to an output of an example."""
    grad_out, X, W = (np.asarray(table, dtype=float) for table in (grad_out, X, W))
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), np.zeros(W.shape[1])
    for n, i, k in np.ndindex(len(X), *W.shape):
        dX[n, i] += W[i, k] * grad_out[n, k]
        dW[i, k] += X[n, i] * grad_out[n, k]
        db[k] += grad_out[n, k] if i == 0 else 0.0
    return dX, dW, db


@definition("softmax_cross_entropy_backward")
def what_is_said_minus_what_is_true(Z, labels):
    """Row by row, the probabilities minus 1 at the truth, shared out among the examples."""
    rows = []
    for scores, label in zip(np.asarray(Z, dtype=float), labels, strict=True):
        said = np.exp(scores - max(scores))
        said = said / sum(said)
        said[int(label)] -= 1
        rows.append(said / len(Z))
    return np.array(rows)


@definition("relative_error")
def worst_entry(a, b):
    """Compare the entries one by one, and keep the worst."""
    pairs = zip(np.ravel(a).tolist(), np.ravel(b).tolist(), strict=True)
    return max(abs(x - y) / max(abs(x), abs(y)) if x or y else 0.0 for x, y in pairs)


@definition("backpropagate")
def by_nudging(X, labels, network):
    """Nudge every weight and every bias, and look at the loss."""
    gradients = []
    for W, b in network:
        gradients.append((_felt(lambda: _loss(X, labels, network), W), _felt(lambda: _loss(X, labels, network), b)))
    return _loss(X, labels, network), gradients


def _felt(loss, numbers, h=1e-5):
    felt = np.zeros(numbers.shape)
    for place in np.ndindex(numbers.shape):
        kept = numbers[place]
        numbers[place] = kept + h
        above = loss()
        numbers[place] = kept - h
        felt[place] = (above - loss()) / (2 * h)
        numbers[place] = kept
    return felt


def _loss(X, labels, network):
    values = np.asarray(X, dtype=float)
    for W, b in network[:-1]:
        values = np.maximum(values @ W + b, 0)
    Z = values @ network[-1][0] + network[-1][1]
    most = Z.max(axis=1)
    true = np.array([scores[label] for scores, label in zip(Z, labels, strict=True)])
    return float(np.mean(most + np.log(np.exp(Z - most[:, None]).sum(axis=1)) - true))


@definition("find_wrong_gradients")
def felt_at_many_places(candidates, rng):
    """Feel the slopes at thirty places, and compare with what is claimed."""
    return {name for name, (f, gradient) in candidates.items() if _is_wrong(f, gradient, rng)}


def _is_wrong(f, gradient, rng):
    for _ in range(30):
        place = rng.normal(size=5)
        moved = place.copy()

        def loss(moved=moved):
            return float(f(moved.copy()))

        felt, said = _felt(loss, moved), np.asarray(gradient(place), dtype=float)
        if np.abs(felt - said).max() > 1e-4 * max(np.abs(felt).max(), np.abs(said).max()):
            return True
    return False


@definition("Value")
class InTheOrderOfBirth:
    """Whatever was made later is visited earlier on the way back."""

    born = 0

    def __init__(self, data, paths=()):
        InTheOrderOfBirth.born += 1
        self.data, self.grad, self.paths, self.birth = data, 0.0, list(paths), InTheOrderOfBirth.born

    def _of(self, other):
        return other if isinstance(other, InTheOrderOfBirth) else InTheOrderOfBirth(other)

    def __add__(self, other):
        other = self._of(other)
        return InTheOrderOfBirth(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = self._of(other)
        return InTheOrderOfBirth(self.data * other.data, [(self, other.data), (other, self.data)])

    def __pow__(self, exponent):
        return InTheOrderOfBirth(self.data**exponent, [(self, exponent * self.data ** (exponent - 1))])

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + self._of(other) * -1

    def __rsub__(self, other):
        return self._of(other) - self

    __radd__, __rmul__ = __add__, __mul__

    def relu(self):
        return InTheOrderOfBirth(max(self.data, 0.0), [(self, float(self.data > 0))])

    def backward(self):
        everything, waiting = {}, [self]
        while waiting:
            value = waiting.pop()
            if value.birth not in everything:
                everything[value.birth] = value
                waiting += [source for source, _ in value.paths]
        self.grad = 1.0
        for _, value in sorted(everything.items(), reverse=True):
            for source, slope in value.paths:
                source.grad += slope * value.grad


# ---- relu_backward


@pytest.mark.essential
def test_only_positive_inputs_pass_it_on(relu_backward):
    """a gradient passes where the input was positive, and nowhere else"""
    agrees(relu_backward, np.array([3.0, -2.0, 5.0, -1.0]), np.array([1.0, 4.0, -2.0, -3.0]))


@pytest.mark.parametrize("form", ["lists", "tuples", "arrays"])
def test_form(relu_backward, form):
    """both may come as {case}"""
    make = {"lists": list, "tuples": tuple, "arrays": np.array}[form]
    agrees(relu_backward, make([0.5, 2.0, -1.0]), make([-1.5, 0.5, 2.0]))


def test_any_shape(relu_backward):
    """the numbers are right for tables of any shape"""
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        for shape in [(7,), (4, 3), (3, 3), (1, 5), (2, 3, 4)]:
            agrees(relu_backward, rng.normal(size=shape), rng.normal(size=shape))


def test_negative_gradients_pass(relu_backward):
    """a negative gradient passes as well as a positive one"""
    agrees(relu_backward, np.array([-3.0, -2.0, -5.0]), np.array([1.0, 0.5, -2.0]))


def test_the_corner(relu_backward):
    """where the input was exactly 0, nothing passes"""
    agrees(relu_backward, np.array([2.0, -3.0, 4.0]), np.array([0.0, 1.0, 0.0]))


def test_the_size_of_the_input(relu_backward):
    """how large the input was makes no difference, its sign does"""
    agrees(relu_backward, np.array([2.0, -3.0, 4.0, 1.0]), np.array([1e-9, 1e9, 0.3, -1e-9]))


def test_whole_numbers(relu_backward):
    """whole numbers are fine"""
    agrees(relu_backward, np.array([2, -3, 4]), np.array([1, 5, -2]))


def test_shape(relu_backward):
    """the answer has the shape of the input"""
    for shape in [(4,), (1, 5), (3, 1), (2, 3)]:
        has_shape(relu_backward, np.ones(shape), np.ones(shape))


def test_both_stay(relu_backward):
    """gradient and input stay as they were"""
    leaves_alone(relu_backward, np.array([3.0, -2.0, 5.0]), np.array([1.0, -4.0, -2.0]))
    leaves_alone(relu_backward, [3.0, -2.0, 5.0], [1.0, -4.0, -2.0])


# ---- layer_backward


def _layer(size, seed=0):
    """Gradient of the output, inputs and weights, all random."""
    rng = np.random.default_rng(seed)
    n, d, k = size
    return rng.normal(1, 2, size=(n, k)), rng.normal(1, 2, size=(n, d)), rng.normal(1, 2, size=(d, k))


def _all_shapes(answer):
    return [np.shape(part) for part in answer]


@pytest.mark.essential
def test_two_examples(layer_backward):
    """the gradient of the weights is right for two examples"""
    agrees(layer_backward, *_layer((2, 3, 4)), view=lambda answer: answer[1])


@pytest.mark.parametrize("part", [0, 1, 2], ids=["dX", "dW", "db"])
def test_each_gradient(layer_backward, part):
    """{case} is right for layers of all sizes"""
    for seed in SEEDS:
        for size in LAYERS.values():
            agrees(layer_backward, *_layer(size, seed), view=lambda answer: answer[part])


@pytest.mark.parametrize("size", LAYERS.values(), ids=LAYERS.keys())
def test_sizes(layer_backward, size):
    """all three are right for {case}"""
    agrees(layer_backward, *_layer(size, 2))


@pytest.mark.parametrize("size", [(5, 3, 2), (1, 4, 2), (4, 1, 1)], ids=["a batch", "one example", "one weight"])
def test_shapes(layer_backward, size):
    """each gradient has the shape of what it belongs to: {case}"""
    agrees(layer_backward, *_layer(size), view=_all_shapes)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_form_of_layer(layer_backward, form):
    """everything may come as {case}"""
    agrees(layer_backward, form([[1.0, -2.0], [0.5, 3.0]]), form([[2.0], [-1.0]]), form([[4.0, -3.0]]))


def test_whole_numbers_in_layer(layer_backward):
    """whole numbers are fine"""
    agrees(layer_backward, np.array([[1, 2], [3, -1]]), np.array([[1, 0, 2], [2, 2, 1]]), np.arange(6).reshape(3, 2))


def test_layer_stays(layer_backward):
    """gradient, inputs and weights stay as they were"""
    leaves_alone(layer_backward, *_layer((4, 3, 2)))
    leaves_alone(layer_backward, *(table.tolist() for table in _layer((4, 3, 2))))


# ---- softmax_cross_entropy_backward


def _scores(shape, seed=0, scale=2.0):
    rng = np.random.default_rng(seed)
    return rng.normal(0, scale, size=shape), rng.integers(0, shape[1], size=shape[0])


@pytest.mark.essential
def test_said_minus_true(softmax_cross_entropy_backward):
    """it is what was said minus what is true, with a share for each example"""
    agrees(softmax_cross_entropy_backward, np.array([[2.0, 1.0, -1.0], [0.0, 0.5, 3.0]]), np.array([0, 1]))


@pytest.mark.parametrize("shape", SCORES.values(), ids=SCORES.keys())
def test_sizes_of_scores(softmax_cross_entropy_backward, shape):
    """the numbers are right for {case}"""
    for seed in SEEDS:
        agrees(softmax_cross_entropy_backward, *_scores(shape, seed))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_form_of_scores(softmax_cross_entropy_backward, form):
    """the scores may come as {case}, the labels too"""
    labels = np.array([2, 0]) if form is np.array else [2, 0]
    agrees(softmax_cross_entropy_backward, form([[0.5, 1.0, -1.0], [2.0, 0.0, 1.0]]), labels)


def test_every_class(softmax_cross_entropy_backward):
    """every class may be the true one, the first and the last as well"""
    for label in range(4):
        agrees(softmax_cross_entropy_backward, np.array([[0.1, 1.2, -0.7, 0.4]]), np.array([label]))


def test_one_class_only(softmax_cross_entropy_backward):
    """all examples may belong to the same class"""
    Z, _ = _scores((5, 3), seed=4)
    agrees(softmax_cross_entropy_backward, Z, np.array([1, 1, 1, 1, 1]))


def test_large_scores(softmax_cross_entropy_backward):
    """scores of 1000 and -1000 do not overflow"""
    Z = np.array([[1000.0, 0.0, 990.0], [-1000.0, -1001.0, -999.0], [1000.0, -1000.0, 999.0]])
    agrees(softmax_cross_entropy_backward, Z, np.array([2, 0, 1]))


def test_a_row_far_below(softmax_cross_entropy_backward):
    """a row far below the others has its own probabilities all the same"""
    agrees(softmax_cross_entropy_backward, np.array([[900.0, 901.0], [-900.0, -901.5]]), np.array([0, 1]))


def test_whole_scores(softmax_cross_entropy_backward):
    """the scores may be whole numbers"""
    agrees(softmax_cross_entropy_backward, np.array([[1, 0, 2], [3, -1, 0]]), np.array([0, 1]))


def test_shape_of_scores(softmax_cross_entropy_backward):
    """the answer has the shape of the scores"""
    for shape in SCORES.values():
        has_shape(softmax_cross_entropy_backward, *_scores(shape))


def test_scores_stay(softmax_cross_entropy_backward):
    """scores and labels stay as they were"""
    leaves_alone(softmax_cross_entropy_backward, *_scores((4, 3)))
    leaves_alone(softmax_cross_entropy_backward, [[1.0, 2.0], [0.5, 0.0]], [1, 0])


# ---- relative_error


@pytest.mark.essential
def test_difference_against_size(relative_error):
    """a difference of 10 between 50 and 40 is a fifth"""
    agrees(relative_error, np.array([1.0, 50.0, 3.0]), np.array([1.0, 40.0, 3.0]))


def test_the_worst_entry(relative_error):
    """the worst entry counts, wherever it stands and however small its numbers are"""
    agrees(relative_error, np.array([100.0, 0.002, -7.0]), np.array([101.0, 0.003, -7.0]))
    agrees(relative_error, np.array([0.5, 8.0, 1.0]), np.array([1.0, 7.0, 1.0]))


def test_any_numbers(relative_error):
    """the answer is right for random numbers"""
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        a = rng.normal(size=9)
        agrees(relative_error, a, a + rng.normal(scale=0.1, size=9))


def test_both_ways(relative_error):
    """it makes no difference which one comes first"""
    agrees(relative_error, np.array([2.0, 3.0]), np.array([1.0, 3.0]))
    agrees(relative_error, np.array([1.0, 3.0]), np.array([2.0, 3.0]))


def test_signs(relative_error):
    """the same size with the opposite sign is an error of 2"""
    agrees(relative_error, np.array([1.0, -3.0]), np.array([1.0, 3.0]))
    agrees(relative_error, np.array([0.25]), np.array([-0.25]))


def test_negative_numbers(relative_error):
    """negative numbers are compared like positive ones"""
    agrees(relative_error, np.array([-4.0, -1.0]), np.array([-5.0, -1.0]))


def test_one_of_them_zero(relative_error):
    """where only one of them is 0, the error is 1"""
    agrees(relative_error, np.array([0.0, 2.0]), np.array([0.001, 2.0]))


def test_both_zero(relative_error):
    """where both are 0, they agree"""
    agrees(relative_error, np.array([0.0, 4.0, 0.0]), np.array([0.0, 3.0, 0.0]))
    agrees(relative_error, np.zeros(3), np.zeros(3))


@pytest.mark.parametrize("size", [1e-12, 1e12], ids=["tiny", "huge"])
def test_size_of_numbers(relative_error, size):
    """it is the same for {case} numbers as for others"""
    agrees(relative_error, np.array([3.0, 1.0]) * size, np.array([2.0, 1.0]) * size)


def test_shapes_of_numbers(relative_error):
    """a table, a table of tables and a single number can be compared as well"""
    for shape in [(3, 2), (2, 3, 4), (1, 1)]:
        rng = np.random.default_rng(3)
        agrees(relative_error, rng.normal(size=shape), rng.normal(size=shape))
    agrees(relative_error, 2.0, 2.5)


@pytest.mark.parametrize("form", ["lists", "tuples"])
def test_form_of_numbers(relative_error, form):
    """both may come as {case}"""
    make = {"lists": list, "tuples": tuple}[form]
    agrees(relative_error, make([1.0, 2, -4.0]), make([1.0, 3, -4.5]))


def test_whole_numbers_compared(relative_error):
    """whole numbers are fine"""
    agrees(relative_error, np.array([3, 0, -2]), np.array([4, 0, -2]))


def test_one_number(relative_error):
    """the answer is one number"""
    has_shape(relative_error, np.ones((2, 3)), np.full((2, 3), 2.0))


def test_numbers_stay(relative_error):
    """what is compared stays as it was"""
    leaves_alone(relative_error, np.array([3.0, -1.0, 0.0]), np.array([2.0, 1.0, 0.0]))


# ---- backpropagate


def _network(case, seed=0):
    """Inputs, labels and a network with biases that are not zero."""
    count, sizes = case
    rng = np.random.default_rng(seed)
    network = [(rng.normal(size=size), rng.normal(0.3, 1, size=size[1])) for size in pairwise(sizes)]
    return rng.normal(0.2, 1, size=(count, sizes[0])), rng.integers(0, sizes[-1], size=count), network


def _gradients(answer):
    return answer[1]


@pytest.mark.essential
def test_two_layers(backpropagate):
    """the gradients of a network of two layers are right"""
    agrees(backpropagate, *_network((5, (4, 3, 2)), 1), view=_gradients)


def test_loss(backpropagate):
    """the loss is the mean cross-entropy"""
    for case in NETWORKS.values():
        agrees(backpropagate, *_network(case, 2), view=lambda answer: answer[0])


@pytest.mark.parametrize("case", NETWORKS.values(), ids=NETWORKS.keys())
def test_networks(backpropagate, case):
    """the gradients are right for {case}"""
    for seed in SEEDS:
        agrees(backpropagate, *_network(case, seed), view=_gradients)


@pytest.mark.parametrize("part", [0, 1], ids=["weights", "biases"])
def test_parts(backpropagate, part):
    """the gradients of the {case} are right in every layer"""
    for case in ((5, (4, 3, 2)), (4, (2, 3, 5, 3))):
        agrees(backpropagate, *_network(case, 3), view=lambda answer: [list(pair)[part] for pair in answer[1]])


def test_quiet_neurons(backpropagate):
    """neurons that are silent for all examples have gradients of zero"""
    X, labels, network = _network((4, (3, 5, 2)), 4)
    network[0][1][[0, 3]] = -50.0
    agrees(backpropagate, X, labels, network, view=_gradients)


def test_a_mistake_of_one_example(backpropagate):
    """with a large batch, each example has its share"""
    agrees(backpropagate, *_network((40, (3, 4, 3)), 5), view=_gradients)


def test_sure_and_wrong(backpropagate):
    """scores that are very large do not overflow"""
    X, _, network = _network((3, (2, 3, 2)), 6)
    network[1] = (network[1][0] * 400, network[1][1])
    Z = np.maximum(X @ network[0][0] + network[0][1], 0) @ network[1][0] + network[1][1]
    agrees(backpropagate, X, Z.argmin(axis=1), network)


def test_shapes_of_gradients(backpropagate):
    """each gradient has the shape of its weights or biases, in the order of the layers"""
    agrees(
        backpropagate,
        *_network((4, (3, 5, 4, 2))),
        view=lambda answer: [np.shape(part) for pair in answer[1] for part in pair],
    )


def test_lists_of_inputs(backpropagate):
    """inputs and labels may come as lists"""
    X, labels, network = _network((3, (2, 3, 2)), 7)
    agrees(backpropagate, X.tolist(), labels.tolist(), network, view=_gradients)


def test_network_stays(backpropagate):
    """inputs, labels and network stay as they were"""
    leaves_alone(backpropagate, *_network((3, (2, 4, 3))))


# ---- find_wrong_gradients

SQUARES, UPSIDE_DOWN = RIGHT["of a sum of squares"], WRONG["its sign is turned around"]


def _hunt(find_wrong_gradients, *suspects, seed=0):
    """The suspects under names and in an order that tell nothing about them."""
    candidates = dict(zip(unforeseen(["ant", "bee", "cricket", "dragonfly"]), suspects, strict=False))
    agrees(find_wrong_gradients, candidates, np.random.default_rng(seed))


@pytest.mark.essential
def test_right_and_wrong(find_wrong_gradients):
    """of three, the one with the wrong sign is named, and the two right ones are not"""
    _hunt(find_wrong_gradients, *unforeseen([SQUARES, UPSIDE_DOWN, RIGHT["of products, a sine and a cube"]]))


def test_nobody(find_wrong_gradients):
    """when all are right, the answer is an empty set"""
    _hunt(find_wrong_gradients, *list(RIGHT.values())[:3], seed=1)


def test_everybody(find_wrong_gradients):
    """when all are wrong, all are named"""
    _hunt(find_wrong_gradients, *list(WRONG.values())[:3], seed=2)


@pytest.mark.parametrize("right", RIGHT.values(), ids=RIGHT.keys())
def test_accuses_no_right_one(find_wrong_gradients, right):
    """beside a wrong one, a right one is not accused: {case}"""
    _hunt(find_wrong_gradients, *unforeseen([right, UPSIDE_DOWN]), seed=3)


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_catches(find_wrong_gradients, wrong):
    """beside a right one, a wrong one is caught: {case}"""
    _hunt(find_wrong_gradients, *unforeseen([wrong, SQUARES]), seed=4)


# ---- Value


@pytest.mark.essential
def test_two_paths(Value):
    """y = a * b + a: the slopes of both paths of a are added"""
    agrees(Value, "y = a * b + a\ny.backward()", {"a": 2.0, "b": -3.0}, ["y.data", "a.grad", "b.grad"])


def test_products(Value):
    """the slope of a factor is the other factor"""
    agrees(Value, "y = a * b\ny.backward()", {"a": 3.0, "b": 5.0}, ["y.data", "a.grad", "b.grad"])


def test_long_products(Value):
    """a product of three factors has right slopes"""
    agrees(Value, "y = a * b * c\ny.backward()", {"a": 2.0, "b": 5.0, "c": -3.0}, ["a.grad", "b.grad", "c.grad"])


def test_differences(Value):
    """minus turns the sign of the second slope"""
    agrees(Value, "y = a * a - b\ny.backward()", {"a": 3.0, "b": 5.0}, ["y.data", "a.grad", "b.grad"])


@pytest.mark.parametrize("exponent", [2, 3, -1, 0.5])
def test_powers(Value, exponent):
    """a power has the right number and the right slope: {case}"""
    agrees(Value, f"y = a ** {exponent}\ny.backward()", {"a": 4.0}, ["y.data", "a.grad"])


def test_a_power_of_a_negative_number(Value):
    """the powers of a negative number are right"""
    agrees(Value, "y = a ** 2 + a ** 3\ny.backward()", {"a": -2.0}, ["y.data", "a.grad"])


@pytest.mark.parametrize(
    "formula", ["2 * a", "a * 2", "3 + a * a", "a * a + 3", "a * a - 1", "1 - a * a", "-a"], ids=lambda formula: formula
)
def test_plain_numbers(Value, formula):
    """plain numbers may stand on either side: {case}"""
    agrees(Value, f"y = {formula}\ny.backward()", {"a": 1.5}, ["y.data", "a.grad"])


def test_relu_of_a_positive_number(Value):
    """ReLU passes a positive number on, and its slope"""
    agrees(Value, "y = a.relu() * 3\ny.backward()", {"a": 2.5}, ["y.data", "a.grad"])
    agrees(Value, "y = a.relu() * 3\ny.backward()", {"a": 0.25}, ["y.data", "a.grad"])


def test_relu_of_a_negative_number(Value):
    """ReLU stops a negative number, and no slope comes back"""
    agrees(Value, "y = a.relu() * 3 + b\ny.backward()", {"a": -2.5, "b": 1.0}, ["y.data", "a.grad", "b.grad"])
    agrees(Value, "y = a.relu() * 3 + b\ny.backward()", {"a": -0.25, "b": 1.0}, ["y.data", "a.grad", "b.grad"])


def test_relu_and_negative_slopes(Value):
    """a negative slope passes ReLU, too: the number that went in decides"""
    agrees(Value, "y = a.relu() * -3\ny.backward()", {"a": 2.5}, ["y.data", "a.grad"])


def test_the_same_number_many_times(Value):
    """a value may be used any number of times"""
    agrees(Value, "y = a * a * a + a * a + a\ny.backward()", {"a": 2.0}, ["y.data", "a.grad"])


def test_paths_that_part_and_meet(Value):
    """a value passes its slope on when everything that it goes into has been there"""
    program = "b = a * 3\nc = b * b\nd = b + c\ny = c * d\ny.backward()"
    agrees(Value, program, {"a": 0.5}, ["y.data", "a.grad"])
    program = "b = a * a\nc = b * a\nd = c * b\ny = d + b * c\ny.backward()"
    agrees(Value, program, {"a": 1.5}, ["y.data", "a.grad"])


def test_numbers_in_between(Value):
    """the values in between have their slopes as well, and the result has slope 1"""
    agrees(Value, "b = a * 3\nc = b * b\ny = c + b\ny.backward()", {"a": 2.0}, ["c.grad", "b.grad", "y.grad"])


def test_a_neuron(Value):
    """a neuron with a loss has right slopes"""
    program = "z = w * 2 + v * -1 + b\ny = (z.relu() - 4) ** 2\ny.backward()"
    agrees(Value, program, {"w": 1.5, "v": 0.5, "b": 0.25}, ["y.data", "w.grad", "v.grad", "b.grad"])


def test_a_small_network(Value):
    """two neurons that share their inputs have right slopes"""
    program = "h = (a * v + b).relu()\nk = (a * w - b).relu()\ny = (h * v - k * w) ** 2 + h * k\ny.backward()"
    inputs = {"a": 1.5, "b": 0.5, "v": 2.0, "w": -1.0}
    agrees(Value, program, inputs, ["y.data", "a.grad", "b.grad", "v.grad", "w.grad"])
    agrees(Value, program, {**inputs, "w": 1.25}, ["y.data", "a.grad", "b.grad", "v.grad", "w.grad"])


def test_two_calculations(Value):
    """what does not belong to the result keeps a slope of 0"""
    agrees(Value, "y = a * a\nz = a * b\ny.backward()", {"a": 3.0, "b": 2.0}, ["a.grad", "b.grad", "z.grad"])


def test_data_stay(Value):
    """a calculation and its way back leave the data as they are"""
    agrees(Value, "y = a.relu() + a * b\ny.backward()", {"a": -2.0, "b": 3.0}, ["a.data", "b.data", "y.data"])


def test_whole_numbers_as_values(Value):
    """values may be whole numbers"""
    agrees(Value, "y = a * b - a\ny.backward()", {"a": 2, "b": 7}, ["y.data", "a.grad", "b.grad"])


def test_a_long_calculation(Value):
    """a calculation of a hundred steps is no problem"""
    agrees(Value, "y = a\nfor i in range(50):\n    y = y * 0.9 + a\ny.backward()", {"a": 1.5}, ["y.data", "a.grad"])
