"""Hidden tests of lesson 06."""

import math

import numpy as np
import pytest

from autograder.alike import form, same
from autograder.catalogue import definition
from autograder.compare import agrees, leaves_alone

SEEDS = (0, 1)
FORMS = {"lists": lambda given: np.asarray(given).tolist(), "arrays": np.array}
SIZES = {
    "more examples than inputs": (7, 3),
    "more inputs than examples": (2, 5),
    "as many examples as inputs": (4, 4),
    "a single example": (1, 3),
    "a single input": (6, 1),
}

SMALL = np.array([[1.0, 2.0], [3.0, -1.0], [0.0, 4.0]])  # short enough to be read where it is evidence


@definition("random_search")
def throw_and_keep(loss, size, tries, rng):
    """Throw again and again, and keep what is better."""
    best, lowest = None, math.inf
    for _ in range(tries):
        weights = np.array([rng.standard_normal() for _ in range(size)])
        height = float(loss(weights))
        if best is None or height < lowest:
            best, lowest = weights, height
    return best, lowest


@definition("numerical_gradient")
def nudge_by_nudge(f, w, h=1e-5):
    """Nudge one number at a time, up and down."""
    w = np.array(w, dtype=float)
    gradient = np.zeros_like(w)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] += h
        down[place] -= h
        gradient[place] = (float(f(up)) - float(f(down))) / (2 * h)
    return gradient


@definition("gradient_descent")
def step_by_step(gradient, start, rate, steps):
    """Look at the slope, take a step, note where we are."""
    path = [[float(value) for value in start]]
    for _ in range(steps):
        slopes = gradient(np.array(path[-1]))
        path.append([value - rate * float(slope) for value, slope in zip(path[-1], slopes, strict=True)])
    return np.array(path)


@definition("mse_gradient")
def example_by_example(X, y, w, b):
    """Add up what each example says about each weight."""
    return _averaged(X, [2 * (_score(x, w, b) - target) for x, target in zip(X, y, strict=True)])


@definition("fit_linear")
def walk_from_zero(X, y, rate, steps):
    """Both slopes at the old place, then both steps."""
    w, b = np.zeros(len(X[0])), 0.0
    for _ in range(steps):
        dw, db = example_by_example(X, y, w, b)
        w, b = w - rate * dw, b - rate * db
    return w, b


@definition("logistic_gradient")
def probability_by_probability(X, y, w, b):
    """Add up what each example says, its mistake measured as a probability."""
    return _averaged(X, [_probability(_score(x, w, b)) - label for x, label in zip(X, y, strict=True)])


def _score(x, w, b):
    return sum(float(value) * float(weight) for value, weight in zip(x, w, strict=True)) + float(b)


def _probability(score):
    return 1 / (1 + math.exp(-score)) if score >= 0 else math.exp(score) / (1 + math.exp(score))


def _averaged(X, mistakes):
    """The average of the examples weighted by their mistakes, and that of the mistakes."""
    n, d = len(X), len(X[0])
    dw = [sum(mistake * float(x[j]) for mistake, x in zip(mistakes, X, strict=True)) / n for j in range(d)]
    return np.array(dw), sum(mistakes) / n


class Notebook:
    """A loss that notes the weights it was asked about. Every call of the exercise gets a new one."""

    def __init__(self, loss):
        self._loss = loss
        self.asked = []

    def __call__(self, weights):
        weights = np.array(weights, dtype=float)
        height = float(self._loss(weights))
        self.asked.append(weights)
        return height

    def different(self):
        """The weights that were asked about, each once."""
        return list({weights.tobytes(): weights for weights in self.asked}.values())

    def lowest(self):
        """The smallest loss of all that was asked about; infinite when nothing was."""
        return min(map(self._loss, self.asked), default=math.inf)


def hills(weights):
    """A loss with ups and downs, often below zero."""
    weights = np.asarray(weights)
    return np.sum(np.sin(3 * weights)) - 2 + 0.1 * np.sum(weights**2)


def near_two(weights):
    return np.mean((np.asarray(weights) - 2) ** 2)


@pytest.mark.essential
def test_the_loss_belongs_to_the_weights(random_search):
    """the loss that comes back is the loss of the weights that come back"""
    for loss in (near_two, hills):
        weights, lowest = _pair(random_search, loss, 3, 20, np.random.default_rng(0))
        if not same(lowest, float(loss(np.asarray(weights))), 1e-5):
            random_search.fail("and the loss of these weights is another one")


@pytest.mark.essential
@pytest.mark.parametrize("tries", [1, 2, 7, 30])
def test_the_best_of_all(random_search, tries):
    """it keeps the best of {case} draws"""
    for seed in SEEDS:
        for loss in (near_two, hills):
            noted = Notebook(loss)
            _, lowest = _pair(random_search, noted, 4, tries, np.random.default_rng(seed))
            if not same(lowest, noted.lowest(), 1e-5):
                random_search.fail("and another draw had a smaller loss")


@pytest.mark.parametrize("tries", [1, 5, 20])
def test_as_many_draws(random_search, tries):
    """with `tries={case}` as many different lists of weights are drawn"""
    noted = Notebook(near_two)
    _pair(random_search, noted, 3, tries, np.random.default_rng(0))
    if len(noted.different()) != tries:
        random_search.fail(f"after {len(noted.different())} different lists of weights")


@pytest.mark.parametrize("height", [1e9, -1e9, 1e-9], ids=["huge", "far below zero", "tiny"])
def test_any_loss(random_search, height):
    """the losses may be {case}"""
    noted = Notebook(lambda weights: height + abs(height) * 0.1 * weights[0])
    weights, lowest = _pair(random_search, noted, 2, 15, np.random.default_rng(1))
    if form(weights) != (2,) or not same(lowest, noted.lowest(), 1e-6):
        random_search.fail("and this is not the smallest loss of all draws")


@pytest.mark.essential
@pytest.mark.parametrize("size", [1, 2, 5])
def test_size_of_the_weights(random_search, size):
    """with `size={case}` there are as many weights in one line, and the loss is one number"""
    weights, lowest = _pair(random_search, near_two, size, 6, np.random.default_rng(0))
    if form(weights) != (size,):
        random_search.fail(f"where weights of shape ({size},) are asked for")
    if form(lowest) != ():
        random_search.fail("where the loss is one number")


def test_standard_normal(random_search):
    """the weights are drawn from the standard normal distribution: mean 0, standard deviation 1, a few beyond 2"""
    drawn = _drawn(random_search, 5, 200, 0)
    if not (abs(drawn.mean()) < 0.15 and abs(drawn.std() - 1) < 0.12 and 0.01 < np.mean(np.abs(drawn) > 2) < 0.09):
        random_search.fail(f"after draws with mean {drawn.mean():.2f} and standard deviation {drawn.std():.2f}")


def test_each_draw_is_new(random_search):
    """every weight of every draw is new: it depends neither on its neighbours nor on earlier draws"""
    drawn = _drawn(random_search, 3, 200, 1)
    columns = np.column_stack([drawn[1:], drawn[:-1]])
    between = np.corrcoef(columns.T) - np.eye(6)
    if not np.abs(between).max() < 0.4:
        random_search.fail("after draws that depend on each other")


@pytest.mark.essential
def test_chance_is_the_callers(random_search):
    """the same `rng` gives the same weights, and another one gives others"""
    first, again, other = (_pair(random_search, hills, 3, 10, np.random.default_rng(seed))[0] for seed in (4, 4, 5))
    if not same(first, np.asarray(again)):
        random_search.fail("and with the same rng it gave something else a moment ago")
    if same(other, np.asarray(first)):
        random_search.fail("and with another rng it gave the same")


def _pair(random_search, *args):
    """The learner's weights and loss."""
    answer = random_search(*args)
    if type(answer) not in (tuple, list) or len(answer) != 2:
        random_search.fail("where a pair is asked for: the weights and their loss")
    if form(answer[0]) is None or form(answer[1]) is None or np.size(answer[1]) != 1:
        random_search.fail("where a pair is asked for: the weights and their loss")
    return answer


def _drawn(random_search, size, tries, seed):
    """All that was drawn, as a table (tries, size)."""
    noted = Notebook(near_two)
    _pair(random_search, noted, size, tries, np.random.default_rng(seed))
    drawn = noted.different()
    if len(drawn) < tries or any(weights.shape != (size,) for weights in drawn):
        random_search.fail(f"after {len(drawn)} different lists of weights, where {tries} of {size} are asked for")
    return np.array(drawn)


def mixed(w):
    """A bend in every entry, and none like another."""
    w = np.asarray(w, dtype=float).ravel()
    places = np.arange(1, w.size + 1)
    return float(np.sum(places * w**3) + np.sum(w[:-1] * w[1:]) + np.exp(0.3 * w[0]))


W_SHAPES = {"a list of five": (5,), "a table": (3, 2), "a square": (2, 2), "a row": (1, 4), "a block": (2, 1, 3)}


@pytest.mark.essential
def test_slopes_of_a_list(numerical_gradient):
    """each weight gets its own slope"""
    agrees(numerical_gradient, mixed, np.array([0.5, -1.0, 2.0]))


@pytest.mark.parametrize("shape", W_SHAPES.values(), ids=W_SHAPES.keys())
def test_any_shape(numerical_gradient, shape):
    """the slopes are right for {case}"""
    for seed in SEEDS:
        agrees(numerical_gradient, mixed, np.random.default_rng(seed).normal(size=shape))


@pytest.mark.parametrize("shape", [*W_SHAPES.values(), ()], ids=[*W_SHAPES, "an array without dimensions"])
def test_shape_of_the_gradient(numerical_gradient, shape):
    """the gradient has the shape of the weights: {case}"""
    w = np.full(shape, 0.7)
    if form(numerical_gradient(mixed, w)) != shape:
        numerical_gradient.fail(f"where shape {shape} is asked for")


def test_one_number(numerical_gradient):
    """the weights may be one number in an array without dimensions"""
    agrees(numerical_gradient, mixed, np.array(1.5))


def test_f_gets_the_shape_of_w(numerical_gradient):
    """`f` always gets an array of the shape of `w`"""
    w = np.random.default_rng(2).normal(size=(2, 3))

    def of_a_table(table):
        if np.shape(table) != (2, 3):
            raise ValueError(f"f was called with shape {np.shape(table)} and takes shape (2, 3)")
        return mixed(table)

    agrees(numerical_gradient, of_a_table, w)


def test_whole_numbers_do_not_cut_the_nudge(numerical_gradient):
    """the weights may be whole numbers, or lists"""
    agrees(numerical_gradient, mixed, np.array([1, -2, 3]))
    agrees(numerical_gradient, mixed, [2, 1])
    agrees(numerical_gradient, mixed, [[1.0, 2.0, 0.5], [0.0, -1.0, 3.0]])


@pytest.mark.parametrize("h", [0.5, 0.1, 1e-3])
def test_the_nudge_is_the_callers(numerical_gradient, h):
    """with `h={case}` the nudge to each side is that long"""
    agrees(numerical_gradient, mixed, np.array([0.5, -1.0, 2.0]), h=h)
    agrees(numerical_gradient, mixed, np.array([[1.5], [0.2]]), h)


def test_small_enough(numerical_gradient):
    """without `h` the error is tiny, also where the curve bends strongly"""
    agrees(numerical_gradient, lambda w: math.exp(4 * w[0]) + math.sin(5 * w[1]), np.array([1.0, 0.5]), rtol=1e-7)


def test_flat(numerical_gradient):
    """a weight that does not matter has slope 0"""
    agrees(numerical_gradient, lambda w: float(w[1]) ** 2, np.array([3.0, -2.0, 1.0]))


def test_asked_at_the_right_places(numerical_gradient):
    """`f` is asked only at places where one weight has moved by `h`, and all others stand where they were"""
    w = np.array([0.5, -1.0, 2.0, 4.0])
    noted = Notebook(mixed)
    numerical_gradient(noted, w, 0.25)
    for asked in noted.asked:
        moved = np.abs(asked - w) if asked.shape == w.shape else np.ones(4)
        if np.sum(moved > 1e-9) > 1 or moved.max() > 0.25 + 1e-9:
            numerical_gradient.fail("after asking for a place that is no nudge away")


def test_the_weights_stay(numerical_gradient):
    """the weights stay as they were"""
    leaves_alone(numerical_gradient, mixed, np.array([0.1, 0.7, -0.3]))
    leaves_alone(numerical_gradient, mixed, [0.1, 0.7, -0.3])
    leaves_alone(numerical_gradient, mixed, np.array([[0.1, 0.3], [1.3, -0.7]]))


def bowl(w):
    """The gradient of a bowl that is steeper in some directions."""
    w = np.asarray(w, dtype=float)
    return np.arange(1, len(w) + 1) * (w - 1)


def curved(w):
    """A gradient that is not in proportion to the distance from anywhere."""
    w = np.asarray(w, dtype=float)
    return w**3 - np.roll(w, 1)


def in_words(size):
    """A case in words."""
    return f"{size[0]} weights, {size[1]} steps"


@pytest.mark.essential
def test_three_steps(gradient_descent):
    """each step goes against the gradient at the place where it begins"""
    agrees(gradient_descent, bowl, np.array([3.0, -2.0]), 0.1, 3)


@pytest.mark.parametrize("form_of_start", [list, tuple, np.array], ids=["a list", "a tuple", "an array"])
def test_form_of_the_start(gradient_descent, form_of_start):
    """the start may be {case}, of whole numbers too"""
    agrees(gradient_descent, bowl, form_of_start([4, -2, 7]), 0.25, 4)


@pytest.mark.parametrize("size", [(1, 5), (3, 8), (6, 2), (4, 4)], ids=in_words)
def test_paths(gradient_descent, size):
    """the path is right: {case}"""
    for seed in SEEDS:
        start = np.random.default_rng(seed).normal(size=size[0])
        agrees(gradient_descent, bowl, start, 0.15, size[1])
        agrees(gradient_descent, curved, start, 0.05, size[1])


@pytest.mark.parametrize("size", [(2, 0), (3, 1), (1, 4), (4, 3)], ids=in_words)
def test_rows(gradient_descent, size):
    """the table has a row for the start and one for each step: {case}"""
    path = gradient_descent(bowl, np.arange(2.0, 2 + size[0]), 0.1, size[1])
    if form(path) != (size[1] + 1, size[0]):
        gradient_descent.fail(f"where shape {(size[1] + 1, size[0])} is asked for")


def test_no_step(gradient_descent):
    """with no steps the path is the start alone"""
    agrees(gradient_descent, bowl, [1.5, 2.5], 0.1, 0)


@pytest.mark.parametrize("rate", [1e-4, 0.4, 1.5], ids=["tiny", "large", "so large that it flies away"])
def test_rates(gradient_descent, rate):
    """the rate may be {case}"""
    agrees(gradient_descent, bowl, np.array([2.0, -1.0]), rate, 6)


def test_the_bottom(gradient_descent):
    """at the bottom every step stays where it is"""
    agrees(gradient_descent, bowl, np.array([1.0, 1.0, 1.0]), 0.3, 3)


def test_small_slopes(gradient_descent):
    """small slopes make small steps and large slopes large ones"""
    agrees(gradient_descent, lambda w: np.array([1e-3, 50.0]) * np.asarray(w), np.array([2.0, 1.0]), 0.01, 5)


def test_the_start_stays(gradient_descent):
    """the start stays as it was"""
    leaves_alone(gradient_descent, bowl, np.array([3.0, -2.0]), 0.1, 3)
    leaves_alone(gradient_descent, bowl, [3.0, -2.0, 5.0], 0.1, 2)


@pytest.mark.essential
def test_mse_slopes(mse_gradient):
    """weights and bias get the slopes of the mean squared error"""
    agrees(mse_gradient, SMALL, np.array([1.0, 2.0, 4.0]), np.array([2.0, -1.0]), 0.5)


@pytest.mark.parametrize("shape", SIZES.values(), ids=SIZES.keys())
def test_mse_sizes(mse_gradient, shape):
    """the slopes are right for {case}"""
    for seed in SEEDS:
        agrees(mse_gradient, *_regression(shape, seed))


@pytest.mark.parametrize("shape", SIZES.values(), ids=SIZES.keys())
def test_mse_shapes(mse_gradient, shape):
    """there is one slope for each weight in one line, and one for the bias: {case}"""
    _gradient_shapes(mse_gradient, shape[1], *_regression(shape, 0))


@pytest.mark.parametrize("form_of", FORMS.values(), ids=FORMS.keys())
def test_mse_forms(mse_gradient, form_of):
    """the data may come as {case}, of whole numbers too"""
    agrees(mse_gradient, form_of([[1, 2], [3, -4], [0, 5]]), form_of([2, 0, 1]), form_of([3, -1]), 2)
    agrees(mse_gradient, form_of([[1.5, 2.0], [3.0, -4.5]]), form_of([2.5, 0.0]), form_of([0.5, -1.0]), 0.25)


def test_mse_at_zero(mse_gradient):
    """weights and bias may be zero"""
    X, y, w, _ = _regression((6, 2), 3)
    agrees(mse_gradient, X, y, 0 * w, 0.0)


def test_mse_bias(mse_gradient):
    """the bias moves every prediction"""
    X, y, w, _ = _regression((4, 3), 5)
    for b in (-3.0, 0.0, 10.0):
        agrees(mse_gradient, X, y, w, b)


def test_mse_no_mistake(mse_gradient):
    """without mistakes there is no slope, and one mistake pulls with the inputs of its example"""
    X, _, w, b = _regression((4, 3), 6)
    right = np.array([_score(x, w, b) for x in X])
    agrees(mse_gradient, X, right + np.array([0, 0, 2.0, 0]), w, b)


def test_mse_outlier(mse_gradient):
    """twice the mistakes, twice the slopes"""
    X, y, w, b = _regression((5, 2), 7)
    for factor in (1, 2, 1000):
        agrees(mse_gradient, X, factor * y, factor * w, factor * b)


def test_mse_arguments_stay(mse_gradient):
    """data and weights stay as they were"""
    leaves_alone(mse_gradient, *_regression((5, 3), 0))
    leaves_alone(mse_gradient, [[1, 2], [3, 4], [5, 7]], [1, 2, 1], [1, 0], 1)


@pytest.mark.essential
def test_fit_steps(fit_linear):
    """three steps downhill from zero"""
    agrees(fit_linear, SMALL, np.array([1.0, 2.0, 4.0]), 0.1, 3)


@pytest.mark.parametrize("shape", [(7, 3), (3, 5), (4, 4), (6, 1)], ids=lambda shape: f"{shape[0]} and {shape[1]}")
def test_fit_sizes(fit_linear, shape):
    """weights and bias are right for {case} examples and inputs"""
    for seed in SEEDS:
        X, y, *_ = _regression(shape, seed)
        for steps in (1, 2, 20):
            agrees(fit_linear, X, y, 0.05, steps)


def test_fit_no_step(fit_linear):
    """with no steps all is still zero"""
    agrees(fit_linear, [[1.0, 2.0], [3.0, 5.0], [0.0, 1.0]], [1.0, 2.0, 4.0], 0.1, 0)


@pytest.mark.parametrize("form_of", FORMS.values(), ids=FORMS.keys())
def test_fit_forms(fit_linear, form_of):
    """the data may come as {case}, of whole numbers too"""
    agrees(fit_linear, form_of([[1, 2], [3, -4], [0, 5]]), form_of([2, 0, 1]), 0.02, 4)


def test_fit_rates(fit_linear):
    """a small rate makes small steps, a large one may fly away"""
    X, y, *_ = _regression((5, 2), 4)
    for rate in (1e-4, 0.3, 2.0):
        agrees(fit_linear, X, y, rate, 5)


def test_fit_finds_the_line(fit_linear):
    """after many steps it has found the line that the data lie on, far from zero too"""
    X = np.random.default_rng(2).normal(size=(12, 2))
    agrees(fit_linear, X, X @ np.array([3.0, -1.5]) + 40, 0.2, 300)


def test_fit_shapes(fit_linear):
    """there is one weight for each input in one line, and one bias"""
    for shape in ((5, 3), (4, 1)):
        X, y, *_ = _regression(shape, 0)
        _gradient_shapes(fit_linear, shape[1], X, y, 0.1, 2)


def test_fit_arguments_stay(fit_linear):
    """the data stay as they were"""
    X, y, *_ = _regression((5, 3), 0)
    leaves_alone(fit_linear, X, y, 0.1, 3)
    leaves_alone(fit_linear, [[1, 2], [3, 4], [5, 7]], [1, 2, 1], 0.01, 3)


@pytest.mark.essential
def test_logistic_slopes(logistic_gradient):
    """weights and bias get the slopes of the mean cross-entropy"""
    agrees(logistic_gradient, SMALL, np.array([1, 0, 1]), np.array([2.0, -1.0]), 0.5)


@pytest.mark.parametrize("shape", SIZES.values(), ids=SIZES.keys())
def test_logistic_sizes(logistic_gradient, shape):
    """the slopes are right for {case}"""
    for seed in SEEDS:
        agrees(logistic_gradient, *_labelled(shape, seed))


@pytest.mark.parametrize("shape", SIZES.values(), ids=SIZES.keys())
def test_logistic_shapes(logistic_gradient, shape):
    """there is one slope for each weight in one line, and one for the bias: {case}"""
    _gradient_shapes(logistic_gradient, shape[1], *_labelled(shape, 0))


@pytest.mark.parametrize("form_of", FORMS.values(), ids=FORMS.keys())
def test_logistic_forms(logistic_gradient, form_of):
    """the data may come as {case}, of whole numbers too"""
    agrees(logistic_gradient, form_of([[1, 2], [3, -4], [0, 5]]), form_of([1, 0, 1]), form_of([1, -1]), 2)
    agrees(logistic_gradient, form_of([[1.5, 2.0], [0.5, -1.5]]), form_of([0.0, 1.0]), form_of([0.5, -1.0]), 0.25)


def test_logistic_at_zero(logistic_gradient):
    """with all weights zero every probability is one half"""
    X, y, w, _ = _labelled((6, 2), 3)
    agrees(logistic_gradient, X, y, 0 * w, 0.0)


def test_logistic_one_class(logistic_gradient):
    """all labels may be the same"""
    X, _, w, b = _labelled((4, 3), 4)
    agrees(logistic_gradient, X, np.zeros(4), w, b)
    agrees(logistic_gradient, X, np.ones(4), w, b)


def test_logistic_bias(logistic_gradient):
    """the bias moves every probability"""
    X, y, w, _ = _labelled((4, 3), 5)
    for b in (-3.0, 0.0, 4.0):
        agrees(logistic_gradient, X, y, w, b)


def test_logistic_sure(logistic_gradient):
    """scores of 1000 and -1000 give finite slopes"""
    X, y = np.array([[1000.0, 1.0], [-1000.0, 2.0], [1000.0, 5.0], [-1000.0, 0.5]]), np.array([1, 0, 0, 1])
    agrees(logistic_gradient, X, y, np.array([1.0, 0.0]), 0.0)
    agrees(logistic_gradient, X[1:], y[1:], np.array([-1.0, 0.0]), 0.5)


def test_logistic_arguments_stay(logistic_gradient):
    """data and weights stay as they were"""
    leaves_alone(logistic_gradient, *_labelled((5, 3), 0))
    leaves_alone(logistic_gradient, [[1, 2], [3, 4], [5, 7]], [1, 0, 1], [1, 0], 1)


def _regression(shape, seed):
    """Inputs, targets, weights and a bias that is not zero."""
    rng = np.random.default_rng(seed)
    return rng.normal(0.5, 1.5, size=shape), rng.normal(2, 3, size=shape[0]), rng.normal(size=shape[1]), 0.7 + seed


def _labelled(shape, seed):
    """Inputs, labels 0 and 1, weights and a bias that is not zero."""
    X, y, w, b = _regression(shape, seed)
    return X, (y > 2).astype(int), w, b - 0.2


def _gradient_shapes(function, d, *args):
    """A pair: `d` numbers in one line, and one number."""
    answer = function(*args)
    if type(answer) not in (tuple, list) or len(answer) != 2:
        function.fail("where a pair is asked for")
    for part, shape in zip(answer, ((d,), ()), strict=True):
        if form(part) != shape:
            function.fail(f"where shape {shape} is asked for in one of the two parts")
