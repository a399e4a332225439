"""Hidden tests of lesson 05."""

from dataclasses import replace

import numpy as np
import pytest

from autograder.alike import same
from autograder.catalogue import definition
from autograder.compare import agrees, has_shape, leaves_alone, refuses

SEEDS = (0, 1)
FORMS = {"lists": list, "tuples": tuple, "arrays": np.array}
SHAPES = {
    "more examples than classes": (5, 3),
    "more classes than examples": (2, 7),
    "as many examples as classes": (4, 4),
    "a single example": (1, 3),
    "a single class": (4, 1),
}


@definition("mean_squared_error")
def mistake_by_mistake(predicted, target):
    """Square every mistake on its own, and share the sum out."""
    predicted, target = np.array(predicted, dtype=float), np.array(target, dtype=float)
    if predicted.shape != target.shape:
        raise ValueError("different shapes")
    squares = [(p - t) ** 2 for p, t in zip(predicted.ravel(), target.ravel(), strict=True)]
    return sum(squares) / len(squares)


@definition("one_hot")
def entry_by_entry(labels, classes):
    """Ask of every entry whether it stands in the column of the label."""
    return np.array([[1.0 if column == label else 0.0 for column in range(classes)] for label in labels])


@definition("log_softmax")
def row_by_row(Z):
    """One row after the other: its scores, less the logarithm of the sum of their powers."""
    return np.array([[z - _log_of_sum(row) for z in row] for row in np.asarray(Z, dtype=float)])


def _log_of_sum(row):
    largest = max(row)
    return largest + np.log(sum(np.exp(z - largest) for z in row))


@definition("cross_entropy")
def price_by_price(Z, labels):
    """What each example pays for its true class, one after the other."""
    prices = [_log_of_sum(row) - row[label] for row, label in zip(np.asarray(Z, dtype=float), labels, strict=True)]
    return sum(prices) / len(prices)


@definition("accuracy")
def hit_by_hit(predicted, labels):
    """Count the hits."""
    return sum(int(p == label) for p, label in zip(predicted, labels, strict=True)) / len(labels)


@definition("confusion_matrix")
def count_by_count(labels, predicted, classes):
    """For each pair of classes, count how often it occurs."""
    pairs = list(zip(labels, predicted, strict=True))
    return np.array([[sum(pair == (t, p) for pair in pairs) for p in range(classes)] for t in range(classes)])


@definition("split")
def deal_the_cards(X, labels, test_fraction, rng):
    """Shuffle pairs like cards, and deal the first ones to the test set."""
    cards = list(zip(np.asarray(X), np.asarray(labels), strict=True))
    cards = [cards[i] for i in rng.permutation(len(cards))]
    count = round(len(cards) * test_fraction)
    parts = [*zip(*cards[count:], strict=True)] or [(), ()], [*zip(*cards[:count], strict=True)] or [(), ()]
    return tuple(np.array(some) for part in parts for some in part)


@definition("standardize")
def column_by_column(train, test):
    """Measure every column with the ruler that its training numbers make."""
    train, test = np.asarray(train, dtype=float), np.asarray(test, dtype=float)
    rulers = [_ruler(column) for column in train.T]
    return tuple(np.array([[f(x) for f, x in zip(rulers, row, strict=True)] for row in part]) for part in (train, test))


def _ruler(column):
    mean = sum(column) / len(column)
    deviation = (sum((x - mean) ** 2 for x in column) / len(column)) ** 0.5
    return lambda x: (x - mean) / deviation if deviation else 0.0


@pytest.mark.essential
def test_the_squares_are_averaged(mean_squared_error):
    """the mistakes are squared and averaged"""
    agrees(mean_squared_error, [25.0, 25.0, 25.0], [20.0, 60.0, 24.0])


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_form_of_predictions(mean_squared_error, form):
    """predictions and targets may come as {case}"""
    agrees(mean_squared_error, form([2.5, -1.0, 4.0, 0.5]), form([1, 2, 4, -1]))


@pytest.mark.parametrize("shape", [(7,), (5, 3), (2, 6), (3, 3), (4, 1), (1, 4), (2, 3, 4)], ids=str)
def test_any_shape(mean_squared_error, shape):
    """every entry counts once, for predictions of shape {case}"""
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        agrees(mean_squared_error, rng.normal(1, 2, size=shape), rng.normal(0, 3, size=shape))


def test_too_low_and_too_high(mean_squared_error):
    """mistakes in both directions do not cancel"""
    agrees(mean_squared_error, [3.0, 7.0, 5.0], [5.0, 5.0, 5.0])


def test_no_mistakes(mean_squared_error):
    """no mistakes cost nothing"""
    agrees(mean_squared_error, [1.5, -2.0], [1.5, -2.0])


def test_a_single_prediction(mean_squared_error):
    """there may be a single prediction"""
    agrees(mean_squared_error, [0.5], [2.0])


def test_small_and_large_mistakes(mean_squared_error):
    """mistakes may be tiny or huge"""
    for size in (1e-6, 1e6):
        agrees(mean_squared_error, [1.0 * size, -2.0 * size], [2.5 * size, 1.0 * size])


def test_one_loss(mean_squared_error):
    """the answer is one number, for a table as well"""
    has_shape(mean_squared_error, [1.0, 2.0, 4.0], [0.0, 2.0, 1.0])
    has_shape(mean_squared_error, [[1.0, 2.0, 4.0], [3.0, 3.0, 0.0]], [[0.0, 2.0, 1.0], [1.0, 1.0, 1.0]])


@pytest.mark.parametrize(
    "shapes",
    [((3,), (4,)), ((3, 1), (3,)), ((4,), (1,)), ((2, 3), (3, 2)), ((2, 3), (3,)), ((1, 3), (3,)), ((6,), (2, 3))],
    ids=lambda shapes: f"{shapes[0]} and {shapes[1]}",
)
def test_shapes(mean_squared_error, shapes):
    """different shapes are refused with a ValueError that says so: {case}"""
    refuses(mean_squared_error, np.ones(shapes[0]), np.zeros(shapes[1]))


def test_predictions_stay(mean_squared_error):
    """predictions and targets stay as they were"""
    leaves_alone(mean_squared_error, np.array([3.0, 1.0]), np.array([1.0, 4.0]))
    leaves_alone(mean_squared_error, [3.0, 1.0], [1.0, 4.0])


@pytest.mark.essential
def test_a_one_for_each_label(one_hot):
    """each row has a 1 in the column of its label, and 0 elsewhere"""
    agrees(one_hot, [2, 0, 1, 2, 3], 4)


@pytest.mark.parametrize("form", FORMS.values(), ids=["a list", "a tuple", "an array"])
def test_form_of_labels(one_hot, form):
    """the labels may come as {case}"""
    agrees(one_hot, form([1, 4, 0]), 5)


@pytest.mark.parametrize("size", [(6, 3), (2, 5), (4, 4), (1, 6), (12, 10)], ids=lambda s: f"{s[0]} labels, {s[1]}")
def test_sizes(one_hot, size):
    """the entries are right for {case} classes"""
    for seed in SEEDS:
        agrees(one_hot, np.random.default_rng(seed).integers(0, size[1], size=size[0]), size[1])


@pytest.mark.parametrize("size", [(6, 3), (2, 5), (1, 4), (3, 1)], ids=lambda s: f"{s[0]} labels and {s[1]} classes")
def test_shape_of_the_table(one_hot, size):
    """{case} give one row for each label and one column for each class"""
    has_shape(one_hot, np.arange(size[0]) % size[1], size[1])


def test_repeated_labels(one_hot):
    """labels may occur again, and need not be in order"""
    agrees(one_hot, [2, 2, 0, 2], 3)
    agrees(one_hot, [1, 1, 1], 2)


def test_missing_classes(one_hot):
    """a class without examples keeps its column, at the end and in between"""
    agrees(one_hot, [0, 1], 5)
    agrees(one_hot, [3, 1], 4)


def test_labels_stay(one_hot):
    """the labels stay as they were"""
    leaves_alone(one_hot, np.array([2, 0, 1]), 3)
    leaves_alone(one_hot, [2, 0, 1], 3)


@pytest.mark.essential
def test_logarithms(log_softmax):
    """these are the logarithms of the softmax of each row"""
    agrees(log_softmax, [[1.0, 2.0, 0.5], [-1.0, 0.0, 3.0]])


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_tables_of_scores(log_softmax, shape):
    """the numbers are right for {case}"""
    for seed in SEEDS:
        agrees(log_softmax, np.random.default_rng(seed).normal(0.5, 2, size=shape))


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_as_many_logarithms_as_scores(log_softmax, shape):
    """the answer has the shape of the scores, for {case}"""
    has_shape(log_softmax, np.arange(float(shape[0] * shape[1])).reshape(shape))


def test_lists_of_scores(log_softmax):
    """the scores may be lists, tuples, or whole numbers"""
    agrees(log_softmax, [[1, 2, 4], [0, 0, 1]])
    agrees(log_softmax, ((1.5, -2.0), (0.0, 1.0), (3.0, 3.0)))
    agrees(log_softmax, np.array([[1, 5, 2], [-3, 0, 1]]))


@pytest.mark.parametrize(
    "row",
    [[1000.0, 999.0, 998.5], [-1000.0, -999.0, -1001.0], [1000.0, 0.0, 0.0], [1000.0, 0.0, -1000.0], [0, 0, -1000]],
    ids=["near 1000", "near -1000", "one at 1000", "from -1000 to 1000", "one at -1000"],
)
def test_large_scores(log_softmax, row):
    """large scores are no problem: {case}"""
    agrees(log_softmax, [row])
    agrees(log_softmax, [row[::-1], row])


def test_rows_far_apart(log_softmax):
    """one row may lie far below another"""
    agrees(log_softmax, [[1000.0, 999.0], [-1000.0, -1002.0], [0.0, 1.0]])


def test_nearly_sure(log_softmax):
    """a probability close to 0 keeps its logarithm, close to 1 as well"""
    agrees(log_softmax, [[0.0, -50.0, -800.0]])
    agrees(log_softmax, [[12.0], [-3.0]])


def test_scores_stay(log_softmax):
    """the scores stay as they were"""
    leaves_alone(log_softmax, np.array([[1.0, 2.0], [3.0, 5.0], [0.0, 0.0]]))
    leaves_alone(log_softmax, [[1.0, 2.0], [3.0, 5.0]])


@pytest.mark.essential
def test_price_of_the_truth(cross_entropy):
    """it is the average price of the true classes"""
    agrees(cross_entropy, [[1.0, 2.0, 0.5], [-1.0, 0.0, 3.0]], [0, 2])


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_prices(cross_entropy, shape):
    """the number is right for {case}"""
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        agrees(cross_entropy, rng.normal(0.5, 2, size=shape), rng.integers(0, shape[1], size=shape[0]))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_form_of_scores(cross_entropy, form):
    """scores and labels may come as {case}"""
    agrees(cross_entropy, form([[1.0, 2.0, -1.0], [0.5, 0.0, 3.0]]), form([1, 0]))


@pytest.mark.parametrize("classes", [2, 3, 10])
def test_clueless(cross_entropy, classes):
    """without a clue among {case} classes it is the logarithm of their number"""
    agrees(cross_entropy, np.zeros((4, classes)), [0, 1, 0, classes - 1])


def test_true_class_that_is_not_the_largest(cross_entropy):
    """the true class is priced, whichever class has the largest score"""
    agrees(cross_entropy, [[5.0, 0.0, 1.0], [4.0, 0.0, 2.0]], [1, 2])


@pytest.mark.parametrize(
    ("Z", "labels"),
    [([[0.0, 1000.0]], [0]), ([[1000.0, -1000.0, 0.0]], [1]), ([[1000.0, 999.0]], [1]), ([[-1000.0, -999.0]], [1])],
    ids=["a probability of 0", "scores from -1000 to 1000", "all near 1000", "all near -1000"],
)
def test_never_infinite(cross_entropy, Z, labels):
    """large scores have their right price, a finite one: {case}"""
    agrees(cross_entropy, Z, labels)
    agrees(cross_entropy, [*Z, *Z[::-1], [0.0] * len(Z[0])], [*labels, *labels, 0])


def test_rows_of_other_sizes(cross_entropy):
    """one row may lie far below another"""
    agrees(cross_entropy, [[1000.0, 999.0], [-1000.0, -1002.0], [0.0, 1.0]], [1, 1, 0])


def test_sure_and_right(cross_entropy):
    """sure and right costs nothing"""
    agrees(cross_entropy, [[1000.0, 0.0], [-1000.0, 1000.0]], [0, 1])


def test_one_price(cross_entropy):
    """the answer is one number"""
    has_shape(cross_entropy, [[1.0, 2.0, 0.0], [3.0, 0.0, 1.0]], [2, 0])
    has_shape(cross_entropy, np.array([[1.0, 2.0, 0.0]]), np.array([2]))


def test_scores_and_labels_stay(cross_entropy):
    """scores and labels stay as they were"""
    leaves_alone(cross_entropy, np.array([[1.0, 2.0, 0.0], [3.0, 0.0, 1.0]]), np.array([2, 0]))
    leaves_alone(cross_entropy, [[1.0, 2.0, 0.0], [3.0, 0.0, 1.0]], [2, 0])


@pytest.mark.essential
def test_share_of_hits(accuracy):
    """it is the share of examples whose prediction is their label"""
    agrees(accuracy, [3, 1, 1, 0, 5], [3, 1, 2, 0, 4])


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_form_of_answers(accuracy, form):
    """predictions and labels may come as {case}"""
    agrees(accuracy, form([3, 1, 1, 0]), form([3, 1, 2, 0]))


def test_mixed_forms(accuracy):
    """one may be a list and the other an array"""
    agrees(accuracy, [1, 0, 2], np.array([1, 2, 2]))
    agrees(accuracy, np.array([1, 0, 2, 2]), [1, 2, 2, 1])


def test_any_answers(accuracy):
    """it is right for any number of examples and classes"""
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        for count, classes in ((2, 2), (7, 3), (30, 10)):
            agrees(accuracy, rng.integers(0, classes, size=count), rng.integers(0, classes, size=count))


def test_all_and_none(accuracy):
    """all right is 1, and none right is 0"""
    agrees(accuracy, [2, 0, 1], [2, 0, 1])
    agrees(accuracy, [0, 1, 2], [2, 2, 1])


def test_near_is_not_right(accuracy):
    """a class next to the true one is as wrong as any other"""
    agrees(accuracy, [1, 2, 3, 9], [2, 1, 4, 9])
    agrees(accuracy, [0, 5, 5], [5, 5, 0])


def test_order_of_answers(accuracy):
    """each prediction is compared with the label of its own example"""
    agrees(accuracy, [0, 1, 2, 2], [2, 1, 0, 2])


def test_zero_is_a_class(accuracy):
    """class 0 counts like any other"""
    agrees(accuracy, [0, 0, 1], [0, 0, 0])


def test_one_example(accuracy):
    """there may be a single example"""
    agrees(accuracy, [4], [4])
    agrees(accuracy, [4], [3])


def test_one_share(accuracy):
    """the answer is one number"""
    has_shape(accuracy, [1, 2, 0], [1, 2, 1])
    has_shape(accuracy, np.array([1, 2]), np.array([1, 2]))


def test_answers_stay(accuracy):
    """predictions and labels stay as they were"""
    leaves_alone(accuracy, np.array([2, 0, 1]), np.array([0, 2, 1]))
    leaves_alone(accuracy, [2, 0, 1], [0, 2, 1])


@pytest.mark.essential
def test_rows_are_the_truth(confusion_matrix):
    """each example counts in the row of its label and the column of its prediction"""
    agrees(confusion_matrix, [0, 0, 0, 2, 1], [0, 1, 1, 2, 2], 3)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_form_of_both(confusion_matrix, form):
    """labels and predictions may come as {case}"""
    agrees(confusion_matrix, form([0, 1, 1, 2]), form([0, 2, 2, 1]), 3)


@pytest.mark.parametrize("size", [(9, 2), (4, 6), (5, 5), (60, 4)], ids=lambda s: f"{s[0]} examples and {s[1]} classes")
def test_counts(confusion_matrix, size):
    """the counts are right for {case}"""
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        labels, predicted = rng.integers(0, size[1], size=(2, size[0]))
        agrees(confusion_matrix, labels, predicted, size[1])


def test_a_pair_that_occurs_again(confusion_matrix):
    """the same pair of label and prediction counts every time"""
    agrees(confusion_matrix, [1, 1, 1, 1, 0], [0, 0, 0, 1, 0], 2)


def test_class_without_examples(confusion_matrix):
    """a class that does not occur has its row and its column all the same"""
    agrees(confusion_matrix, [0, 1, 1], [1, 1, 0], 4)
    agrees(confusion_matrix, [3, 0], [0, 0], 4)
    agrees(confusion_matrix, [2, 2], [0, 2], 3)


def test_one_class_only(confusion_matrix):
    """all examples may belong to one class"""
    agrees(confusion_matrix, [1, 1, 1], [0, 1, 2], 3)
    agrees(confusion_matrix, [0, 1, 2], [1, 1, 1], 3)


@pytest.mark.parametrize("classes", [1, 3, 5])
def test_square(confusion_matrix, classes):
    """with {case} classes it has so many rows and columns"""
    has_shape(confusion_matrix, [0] * 4, [0] * 4, classes)


def test_whole_counts(confusion_matrix):
    """the counts are whole numbers, not floats"""
    value = confusion_matrix([0, 1, 1, 2], [0, 2, 2, 1], 3)
    if np.asarray(value).dtype.kind not in "iu":
        confusion_matrix.fail("where whole numbers are asked for: `dtype=int`")


def test_both_stay(confusion_matrix):
    """labels and predictions stay as they were"""
    leaves_alone(confusion_matrix, np.array([2, 0, 1]), np.array([0, 2, 1]), 3)
    leaves_alone(confusion_matrix, [2, 0, 1], [0, 2, 1], 3)


CUTS = {
    "a quarter of 20": (20, 0.25),
    "30 % of 11": (11, 0.3),
    "a half of 9, nearly": (9, 0.52),
    "most of 10": (10, 0.8),
    "as many in the test set as in the training set": (8, 0.5),
}


@pytest.mark.essential
def test_four_parts(split):
    """it gives training examples, their labels, test examples and their labels"""
    _is_split(split, 20, 0.25, 0)


@pytest.mark.parametrize("cut", CUTS.values(), ids=CUTS.keys())
def test_sizes_of_the_parts(split, cut):
    """`round(n * test_fraction)` examples go to the test set: {case}"""
    for seed in SEEDS:
        _agrees_on(_sizes, split, *cut, seed)


def test_pairs(split):
    """every example keeps its own label"""
    for seed in SEEDS:
        _is_split(split, 23, 0.3, seed)


def test_nothing_is_lost(split):
    """every example is in one of the two sets, and in one only"""
    for seed in SEEDS:
        _is_split(split, 17, 0.4, seed)


def test_no_test_set(split):
    """when the test set rounds to no example, all are for training; and the other way round"""
    _is_split(split, 6, 0.05, 0)
    _is_split(split, 6, 0.0, 0)
    _is_split(split, 6, 1.0, 0)


def test_shuffled(split):
    """the test set is drawn by chance: not the first, not the last, no neighbours, no even steps"""
    for seed in range(4):
        _agrees_on(_place, split, 40, 0.25, seed)


def test_another_generator(split):
    """another generator gives another split"""
    first = _is_split(split, 40, 0.25, 0)
    if all(same(_is_split(split, 40, 0.25, seed), first) for seed in (1, 2, 3)):
        _fails_beside(split, first, "as with any other generator: is the chance taken from `rng`?")


def test_the_same_generator(split):
    """a generator with the same seed gives the same split"""
    first = _is_split(split, 40, 0.25, 5)
    if not same(_is_split(split, 40, 0.25, 5), first):
        _fails_beside(split, first, "and something else before, with a generator of the same seed")


def _fails_beside(split, first, reason):
    """A mistake is recognised by answering, or not answering, what the learner's function answered first."""
    split.calls[-1] = replace(split.calls[-1], view=lambda value: same(value, first))
    split.fail(reason)


def test_every_example_has_the_same_chance(split):
    """every example has the same chance to be in the test set"""
    often = np.zeros(8)
    for seed in range(40):
        value = _is_split(split, 8, 0.5, seed)
        often += np.isin(np.arange(8), np.ravel(value[3])) / 40
    if not np.all((often > 0.1) & (often < 0.9)):  # five standard deviations from one half
        odd = int(np.argmax(np.abs(often - 0.5)))
        split.fail(f"and of 40 such splits {100 * often[odd]:.0f} % have example {odd} in the test set")


@pytest.mark.parametrize("form", [list, tuple], ids=["lists", "tuples"])
def test_form_of_examples(split, form):
    """examples and labels may come as {case}"""
    X, labels = _cards(9)
    agrees(split, form(map(form, X.tolist())), form(labels.tolist()), 0.3, np.random.default_rng(0), view=_summary)


@pytest.mark.parametrize("columns", [1, 6, 9])
def test_columns(split, columns):
    """the columns of {case} inputs stay where they are"""
    _agrees_on(_summary, split, 9, 0.3, 1, columns=columns)


def test_examples_stay(split):
    """examples and labels stay as they were"""
    X, labels = _cards(9)
    for given in ((X, labels), (X.tolist(), labels.tolist())):
        agrees(split, *given, 0.3, np.random.default_rng(0), view=_summary)
        leaves_alone(split, *given, 0.3, np.random.default_rng(0))
        split.calls.pop()  # the call before it says the same, and knows what chance does not decide


def _cards(count, columns=3):
    """Examples that can be told apart, each labelled with its own number."""
    labels = np.arange(count)
    return 100.0 * labels[:, None] + np.arange(columns), labels


def _is_split(split, count, fraction, seed):
    _agrees_on(_summary, split, count, fraction, seed)
    return split.calls[-1].answer.value


def _agrees_on(view, split, count, fraction, seed, columns=3):
    agrees(split, *_cards(count, columns), fraction, np.random.default_rng(seed), view=view)


def _sizes(value):
    X_train, labels_train, X_test, labels_test = value
    return [len(X_train), len(labels_train), len(X_test), len(labels_test)]


def _summary(value):
    """What is true of every right split of `_cards`, whatever chance decides."""
    X_train, labels_train, X_test, labels_test = value
    train, test = ([_first(row) // 100 for row in X] for X in (X_train, X_test))
    whole = [np.array_equal(np.ravel(row), _first(row) + np.arange(np.size(row))) for row in [*X_train, *X_test]]
    return {
        "sizes": _sizes(value),
        "whole rows": all(whole),
        "pairs": same([_first(label) for label in [*labels_train, *labels_test]], train + test),
        "once in train": len(set(train)) == len(train),
        "once in test": len(set(test)) == len(test),
        "in both": bool(set(train) & set(test)),
    }


def _first(row):
    return float(np.ravel(row)[0])


def _place(value):
    """Where the test set stood among 40 `_cards`; a right split has no even steps."""
    test = np.sort(np.ravel(value[3]))
    steps = set(np.diff(test).tolist())
    even = len(steps) == 1
    return {"even": even, "neighbours": steps == {1}, "end": even and (test[0] == 0, test[-1] == 39)}


@pytest.mark.essential
def test_both_tables(standardize):
    """both tables are measured with the average and the deviation of the training table"""
    agrees(standardize, [[1.0, 20.0], [3.0, 60.0], [8.0, 10.0]], [[6.0, 30.0], [-1.0, 0.0]])


@pytest.mark.parametrize(
    "sizes",
    [(5, 3, 2), (3, 4, 6), (4, 4, 4), (6, 1, 3), (5, 2, 1)],
    ids=lambda sizes: "{} and {} rows and {} columns".format(*sizes),
)
def test_any_tables(standardize, sizes):
    """the numbers are right for tables with {case}"""
    rows, others, columns = sizes
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        scale = rng.uniform(0.1, 50, size=columns)
        agrees(standardize, rng.normal(3, 1, size=(rows, columns)) * scale, rng.normal(8, 2, size=(others, columns)))


def test_another_average(standardize):
    """a test set that lies elsewhere stays elsewhere"""
    agrees(standardize, [[0.0, 5.0], [2.0, 9.0], [4.0, 4.0]], [[100.0, 50.0], [102.0, 70.0]])


def test_one_test_example(standardize):
    """there may be a single test example, and it does not vanish"""
    agrees(standardize, [[1.0, 7.5], [3.0, 2.0]], [[6.0, 3.0]])


def test_columns_of_different_sizes(standardize):
    """every column has its own average and deviation"""
    agrees(standardize, [[1.0, 1000.0, 0.001], [2.0, 3000.0, 0.002], [6.0, 2000.0, 0.004]], [[3.0, 2500.0, 0.001]])


@pytest.mark.parametrize("constant", [0.0, 4.0], ids=["zero", "another number"])
def test_constant_column(standardize, constant):
    """a constant column becomes zeros, when it is {case}"""
    train = [[1.0, constant, 2.0], [3.0, constant, 9.0], [4.0, constant, 5.0], [0.0, constant, 1.0]]
    agrees(standardize, train, [[6.0, constant, 1.0], [2.0, constant, 7.0]])
    agrees(standardize, [[constant], [constant]], [[constant]])


def test_single_training_example(standardize):
    """with a single training example every column is constant"""
    agrees(standardize, [[1.0, 5.0, 2.0]], [[1.0, 5.0, 2.0]])


def test_whole_numbers(standardize):
    """lists and whole numbers are fine"""
    agrees(standardize, [[1, 20], [3, 60], [8, 10]], [[6, 30]])
    agrees(standardize, np.array([[1, 20], [3, 60], [8, 10]]), np.array([[6, 30], [4, 5]]))
    agrees(standardize, ((1, 20), (3, 60)), ((6, 30), (0, 1)))


def test_already_standard(standardize):
    """a test set equal to the training set is scaled like it"""
    table = [[1.0, -1.0], [-1.0, 1.0], [3.0, 0.0]]
    agrees(standardize, table, table)


@pytest.mark.parametrize("rows", [(5, 2), (2, 5), (3, 1)], ids=lambda rows: f"{rows[0]} and {rows[1]}")
def test_shapes_of_both(standardize, rows):
    """both tables keep their shapes: {case} rows"""
    agrees(standardize, *map(_rising, rows), view=lambda tables: [np.shape(table) for table in tables])


def test_tables_stay(standardize):
    """both tables stay as they were"""
    leaves_alone(standardize, _rising(4), _rising(2))
    leaves_alone(standardize, _rising(4).tolist(), _rising(2).tolist())


def _rising(rows):
    return np.arange(3.0 * rows).reshape(rows, 3) ** 2
