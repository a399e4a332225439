"""Hidden tests of lesson 01."""

import numpy as np
import pytest

from autograder.catalogue import definition
from autograder.compare import agrees, has_shape, leaves_alone, lies_in, refuses
from autograder.hidden_tests.suspects_01_weighted_averages import RIGHT, WRONG
from autograder.secret_order import tells_apart
from autograder.shown import show

SEEDS = (0, 1)
FORMS = {"lists": list, "tuples": tuple, "arrays": np.array}
SHAPES = {
    "more rows than columns": (5, 3),
    "more columns than rows": (2, 7),
    "as many rows as columns": (3, 3),
    "a single row": (1, 4),
    "a single column": (4, 1),
}


@definition("weighted_average")
def share_out_the_total(values, weights):
    """Add up every value times its weight, then share the total out."""
    if len(values) != len(weights) or len(values) == 0 or sum(weights) == 0:
        raise ValueError("there is no such average")
    total = 0.0
    for value, weight in zip(values, weights, strict=True):
        total += float(value) * float(weight)
    return total / sum(weights)


@definition("normalize")
def shares(weights):
    """Which part of the total each weight is."""
    if sum(weights) == 0:
        raise ValueError("there are no shares of nothing")
    return np.array([weight / sum(weights) for weight in weights])


@definition("weighted_averages")
def row_by_row(table, weights):
    """Take the rows one by one."""
    return np.array([share_out_the_total(row, weights) for row in table])


@definition("average_from_counts")
def written_down(counts):
    """Write every rating down as often as it was given."""
    ratings = [stars for stars, count in enumerate(counts, start=1) for _ in range(int(count))]
    return sum(ratings) / len(ratings)


@definition("weight_for_target")
def part_of_the_way(low, high, target):
    """Which part of the way from `low` to `high` leads to `target`."""
    if not min(low, high) <= target <= max(low, high):
        raise ValueError("out of reach")
    return (target - low) / (high - low) if high != low else 0.5


@definition("moving_average")
def window_by_window(signal, weights):
    """Lay the weights on every window."""
    places = range(len(signal) - len(weights) + 1)
    return np.array([share_out_the_total(signal[i : i + len(weights)], weights) for i in places])


@definition("is_weighted_average")
def asks_many_questions(f):
    """Compare `f` with the slow definition, on many questions."""
    questions = [([4.5], [2]), ([1, 6, 2], [0.5, -0.2, 1.7]), ([], []), ([1, 2], [3]), ([1], [2, 3]), ([1, 2], [1, -1])]
    return all(_answers_right(f, values, weights, form) for values, weights in questions for form in (list, np.array))


def _answers_right(f, values, weights, form):
    values, weights = form(values), form(weights)
    try:
        answer = float(f(values, weights))
    except ValueError:
        answer = None
    except Exception:
        return False
    try:
        expected = share_out_the_total(values, weights)
    except ValueError:
        return answer is None
    return answer is not None and abs(answer - expected) < 1e-4


@pytest.mark.essential
def test_a_heavier_value_pulls_harder(weighted_average):
    """a value with three times the weight pulls three times as hard"""
    agrees(weighted_average, [1, 5], [3, 1])


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_form(weighted_average, form):
    """values and weights may come as {case}"""
    agrees(weighted_average, form([2.0, -1.0, 4.5]), form([1.0, 2.0, 4.0]))


def test_any_weights(weighted_average):
    """the weights need not be whole and may add up to anything"""
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        for count in (2, 3, 4, 9):
            agrees(weighted_average, rng.normal(2, 10, size=count), rng.uniform(0.1, 4, size=count))


def test_negative_weights(weighted_average):
    """a negative weight pulls the other way"""
    agrees(weighted_average, [1, 5], [3, -1])
    agrees(weighted_average, [1.0, 5.0, 2.0], [-3.0, 1.0, -0.5])


def test_weight_zero(weighted_average):
    """a weight of zero takes a value out, a value of zero stays in"""
    agrees(weighted_average, [60, 70, 90], [1, 1, 0])
    agrees(weighted_average, [60, 70, 0], [1, 1, 3])


def test_only_proportions_matter(weighted_average):
    """ten times the weights give the same average"""
    values, weights = [3.0, 8.0, 4.0], [0.2, 0.3, 0.1]
    agrees(weighted_average, values, weights)
    agrees(weighted_average, values, [10 * weight for weight in weights])


def test_order(weighted_average):
    """values need not be sorted, and each one keeps its weight"""
    agrees(weighted_average, [9, 2, 5, 2], [1, 4, 0.5, 2])


def test_single_value(weighted_average):
    """a single value is its own average, whatever its weight"""
    agrees(weighted_average, [7.5], [0.3])


def test_not_whole(weighted_average):
    """the average of whole numbers need not be a whole number"""
    agrees(weighted_average, np.array([1, 2]), np.array([1, 2]))


@pytest.mark.parametrize("size", [1e15, 1e-15], ids=["very large", "very small"])
def test_size(weighted_average, size):
    """values or weights may be {case}"""
    agrees(weighted_average, [1.0 * size, 5.0 * size], [3.0, 1.0])
    agrees(weighted_average, [1.0, 5.0], [3.0 * size, 1.0 * size])


def test_one_number(weighted_average):
    """the answer is one number"""
    has_shape(weighted_average, [4.0, 2.0, 9.0], [1, 2, 5])
    has_shape(weighted_average, np.array([4.0]), np.array([2.0]))


@pytest.mark.parametrize(
    ("values", "weights"),
    [([1, 2, 3], [1, 2]), ([1, 2], [1, 2, 3]), ([1, 2, 3], [2]), (np.array([4.0]), np.array([1.0, 2.0]))],
    ids=["more values than weights", "more weights than values", "a single weight", "a single value"],
)
def test_lengths(weighted_average, values, weights):
    """different lengths are refused with a ValueError that says so: {case}"""
    refuses(weighted_average, values, weights)


@pytest.mark.parametrize("form", [list, np.array], ids=["empty lists", "empty arrays"])
def test_nothing(weighted_average, form):
    """nothing to average is refused with a ValueError that says so: {case}"""
    refuses(weighted_average, form([]), form([]))


@pytest.mark.parametrize("weights", [[0, 0], [1.5, -1.5]], ids=["zeros", "weights that cancel"])
def test_no_weight(weighted_average, weights):
    """weights that sum to zero are refused with a ValueError that says so: {case}"""
    refuses(weighted_average, [1, 2], weights)
    refuses(weighted_average, np.array([1.0, 2.0]), np.array(weights))


def test_arguments_stay(weighted_average):
    """values and weights stay as they were"""
    leaves_alone(weighted_average, np.array([5.0, 1.0]), np.array([3.0, 1.0]))
    leaves_alone(weighted_average, [5, 1, 2], [3, 2, 1])


@pytest.mark.essential
def test_shares(normalize):
    """each weight becomes its share of the total"""
    agrees(normalize, [3, 1, 4])


@pytest.mark.parametrize("form", FORMS.values(), ids=["a list", "a tuple", "an array"])
def test_form_of_weights(normalize, form):
    """the weights may come as {case}"""
    agrees(normalize, form([2.5, 0.5, 1.0, 0.0]))


def test_any_total(normalize):
    """the total may be anything, below 1, too"""
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        for count in (2, 3, 8):
            agrees(normalize, rng.uniform(0.01, 0.1, size=count))
            agrees(normalize, rng.uniform(1, 50, size=count))


def test_signs(normalize):
    """negative weights keep their proportions to the others"""
    agrees(normalize, [3, -1])
    agrees(normalize, np.array([-2.0, -4.0, 1.0]))


def test_already_normal(normalize):
    """weights with sum 1 come back as they are"""
    agrees(normalize, [0.5, 0.125, 0.375])


def test_single_weight(normalize):
    """a single weight has everything"""
    agrees(normalize, [0.2])
    agrees(normalize, np.array([7]))


@pytest.mark.parametrize("size", [1e15, 1e-15], ids=["very large", "very small"])
def test_size_of_weights(normalize, size):
    """the weights may be {case}"""
    agrees(normalize, [3.0 * size, 1.0 * size])


def test_one_share_for_each(normalize):
    """there is one share for each weight"""
    has_shape(normalize, [3, 1, 4])
    has_shape(normalize, np.array([2.0]))


@pytest.mark.parametrize("weights", [[0, 0, 0], [2.5, -2.5]], ids=["zeros", "weights that cancel"])
def test_no_shares(normalize, weights):
    """weights that sum to zero are refused with a ValueError that says so: {case}"""
    refuses(normalize, weights)
    refuses(normalize, np.array(weights))


def test_weights_stay(normalize):
    """the weights stay as they were"""
    leaves_alone(normalize, np.array([3.0, 1.0, 4.0]))
    leaves_alone(normalize, [3, 1, 4])


@pytest.mark.essential
def test_each_row(weighted_averages):
    """each row gives its own weighted average"""
    agrees(weighted_averages, [[1, 5, 2], [10, 20, 40]], [3, 1, 4])


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_tables(weighted_averages, shape):
    """the numbers are right for a table with {case}"""
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        agrees(weighted_averages, rng.normal(2, 5, size=shape), rng.uniform(0.1, 4, size=shape[1]))


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_one_number_for_each_row(weighted_averages, shape):
    """a table with {case} gives one number for each row, in one line"""
    has_shape(weighted_averages, np.arange(1.0, 1 + shape[0] * shape[1]).reshape(shape), np.ones(shape[1]))


def test_lists_of_rows(weighted_averages):
    """table and weights may be made of lists or of tuples"""
    agrees(weighted_averages, [[1.5, 2.0], [-3.0, 4.0], [0.0, 1.0]], [0.5, 2.0])
    agrees(weighted_averages, ((1, 2, 6), (-3, 4, 2)), (1, 0, 4))


def test_negative_weights_for_rows(weighted_averages):
    """a negative weight pulls the other way, in every row"""
    agrees(weighted_averages, np.array([[1.0, 5.0], [2.0, 2.0], [-4.0, 0.0]]), np.array([3.0, -1.0]))
    agrees(weighted_averages, [[1, 5], [2, 2], [-4, 0]], [-3, 1])


def test_only_proportions_matter_for_rows(weighted_averages):
    """a hundred times the weights give the same averages"""
    table = np.array([[1.0, 5.0, 2.0], [10.0, 20.0, 40.0]])
    for factor in (1, 100):
        agrees(weighted_averages, table, factor * np.array([0.3, 0.1, 0.2]))


def test_whole_numbers(weighted_averages):
    """the averages of whole numbers need not be whole numbers"""
    agrees(weighted_averages, np.array([[1, 2], [0, 7], [5, 5]]), np.array([1, 2]))


def test_table_and_weights_stay(weighted_averages):
    """table and weights stay as they were"""
    leaves_alone(weighted_averages, np.array([[3.0, 1.0], [9.0, 8.0], [0.0, 2.0]]), np.array([3.0, 1.0]))
    leaves_alone(weighted_averages, [[3, 1], [9, 8], [0, 2]], [3, 1])


@pytest.mark.essential
def test_stars(average_from_counts):
    """every person's rating counts once"""
    agrees(average_from_counts, [1, 0, 4])


@pytest.mark.parametrize("form", FORMS.values(), ids=["a list", "a tuple", "an array"])
def test_form_of_counts(average_from_counts, form):
    """the counts may come as {case}"""
    agrees(average_from_counts, form([7, 2, 0, 1, 5]))


@pytest.mark.parametrize("levels", [2, 3, 5, 10])
def test_levels(average_from_counts, levels):
    """there may be {case} different numbers of stars"""
    for seed in SEEDS:
        agrees(average_from_counts, np.random.default_rng(seed).integers(1, 30, size=levels).tolist())


def test_one_level(average_from_counts):
    """when all give the same number of stars, that is the average"""
    agrees(average_from_counts, [0, 0, 0, 6])
    agrees(average_from_counts, [3])


def test_nobody(average_from_counts):
    """a number of stars that nobody gave leaves the others where they are"""
    agrees(average_from_counts, [0, 2, 0, 0, 3])


def test_twice_the_people(average_from_counts):
    """twice as many people of each opinion give the same average"""
    for factor in (1, 2, 100):
        agrees(average_from_counts, [2 * factor, 5 * factor, 1 * factor])


def test_one_number_of_stars(average_from_counts):
    """the answer is one number"""
    has_shape(average_from_counts, [1, 2, 3])
    has_shape(average_from_counts, np.array([4]))


def test_counts_stay(average_from_counts):
    """the counts stay as they were"""
    leaves_alone(average_from_counts, np.array([1, 2, 4]))
    leaves_alone(average_from_counts, np.array([1.0, 2.0, 4.0]))
    leaves_alone(average_from_counts, [1, 2, 4])


@pytest.mark.essential
def test_target_is_met(weight_for_target):
    """the average with this weight is the target"""
    _meets(weight_for_target, 10, 50, 20)


def test_any_target(weight_for_target):
    """it finds the weight for any target in between"""
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        for _ in range(5):
            low, target, high = np.sort(rng.normal(2, 10, size=3)).tolist()
            _meets(weight_for_target, low, high, target)


def test_ends(weight_for_target):
    """the two ends are targets as well: one of the weights is zero then"""
    _meets(weight_for_target, 2.0, 8.0, 2.0)
    _meets(weight_for_target, 2.0, 8.0, 8.0)


def test_below_zero(weight_for_target):
    """the numbers may be negative"""
    _meets(weight_for_target, -5, 3, -2)
    _meets(weight_for_target, -9.0, -1.0, -3.0)


def test_from_high_to_low(weight_for_target):
    """`low` may be the larger one of the two"""
    _meets(weight_for_target, 8, 2, 3.5)


@pytest.mark.parametrize(("low", "high"), [(0, 1e9), (5, 5.001)], ids=["far apart", "close together"])
def test_distance(weight_for_target, low, high):
    """`low` and `high` may lie {case}"""
    _meets(weight_for_target, low, high, low + 0.3 * (high - low))


def test_already_there(weight_for_target):
    """when `low` and `high` are the target already, every weight from 0 to 1 is right"""
    lies_in(weight_for_target, (0, 1), 4, 4, 4)
    lies_in(weight_for_target, (0, 1), 0.0, 0.0, 0.0)


def test_one_weight(weight_for_target):
    """the answer is one number, the weight of `high`"""
    has_shape(weight_for_target, 0, 8, 2)
    has_shape(weight_for_target, 3, 3, 3)


@pytest.mark.parametrize(
    ("low", "high", "target"),
    [(2, 8, 1), (2, 8, 9), (8, 2, 1), (4, 4, 5), (0.0, 1.0, -0.01), (-3.0, -1.0, 0.0)],
    ids=["below both", "above both", "below, from high to low", "beside equal ends", "just below", "just above"],
)
def test_out_of_reach(weight_for_target, low, high, target):
    """a target out of reach is refused with a ValueError that says so: {case}"""
    refuses(weight_for_target, low, high, target)


def _meets(weight_for_target, low, high, target):
    """The average with the learner's weight must be the target; how the weight is found is free."""
    weight = lies_in(weight_for_target, (0, 1), low, high, target)
    if abs((1 - weight) * low + weight * high - target) > 1e-5 * abs(high - low):
        weight_for_target.fail()


@pytest.mark.essential
def test_the_window_slides(moving_average):
    """the window slides along the signal, and each place has its own weighted average"""
    agrees(moving_average, [1, 2, 6, 4, 9], [3, 0, 1])


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_form_of_signal(moving_average, form):
    """signal and weights may come as {case}"""
    agrees(moving_average, form([2.0, -1.0, 4.5, 0.5, 7.0]), form([0.5, 2.0]))


def test_the_first_weight_comes_first(moving_average):
    """the first weight lies on the earliest entry of the window"""
    agrees(moving_average, [0, 0, 1, 0, 0, 0], [1, 2, 4])


@pytest.mark.parametrize("size", [(9, 2), (6, 4), (7, 3), (2, 2)], ids=lambda size: f"{size[0]} and {size[1]}")
def test_any_signal(moving_average, size):
    """the numbers are right for signal and window of {case} entries"""
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        agrees(moving_average, rng.normal(1, 5, size=size[0]), rng.uniform(0.1, 4, size=size[1]))


@pytest.mark.parametrize("size", [(9, 2), (6, 4), (4, 4), (5, 1)], ids=lambda size: f"{size[0]} and {size[1]}")
def test_places(moving_average, size):
    """with {case} entries there are as many numbers as places where the window fits"""
    has_shape(moving_average, np.arange(1.0, size[0] + 1), np.ones(size[1]))


def test_window_of_one(moving_average):
    """a window of one entry gives the signal back, whatever its weight"""
    agrees(moving_average, [3.0, 1.0, 4.0, 1.0], [0.25])


def test_equal_weights(moving_average):
    """with equal weights each window gets its plain average"""
    for weight in (1, 0.2):
        agrees(moving_average, [3, 1, 4, 1, 5, 9], [weight] * 3)


def test_negative_weights_in_a_window(moving_average):
    """a negative weight pulls the other way, at every place"""
    agrees(moving_average, [3, 1, 4, 1, 5], [-1, 3])
    agrees(moving_average, [3, 1, 4, 1, 5], [0.5, -2, 1])


def test_whole_numbers_in_a_signal(moving_average):
    """the averages of whole numbers need not be whole numbers"""
    agrees(moving_average, np.array([1, 2, 4, 9]), np.array([1, 2]))


def test_no_place(moving_average):
    """a signal shorter than the window has no place for it: no numbers come out"""
    if show(moving_average.ask([1, 2], [1, 2, 4]).value) not in ("[]", "()", "np.array([])"):
        refuses(moving_average, [1, 2], [1, 2, 4])


def test_signal_stays(moving_average):
    """signal and weights stay as they were"""
    leaves_alone(moving_average, np.array([3.0, 1.0, 4.0, 1.0]), np.array([3.0, 1.0]))
    leaves_alone(moving_average, [3, 1, 4, 1], [3, 1])


@pytest.mark.essential
@pytest.mark.secret_order
def test_right_and_wrong(is_weighted_average):
    """a right one passes, and one that always says 0 is caught"""
    tells_apart(is_weighted_average, RIGHT["written with a loop"], RIGHT["written with NumPy"], WRONG["always 0"])


@pytest.mark.secret_order
@pytest.mark.parametrize("right", list(RIGHT.values())[2:], ids=list(RIGHT)[2:])
def test_accuses_no_right_one(is_weighted_average, right):
    """a right one passes: one {case}"""
    agrees(is_weighted_average, right)


@pytest.mark.secret_order
@pytest.mark.parametrize("wrong", list(WRONG.values())[1:], ids=list(WRONG)[1:])
def test_catches(is_weighted_average, wrong):
    """a wrong one is caught: {case}"""
    agrees(is_weighted_average, wrong)
