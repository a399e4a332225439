"""Hidden tests of lesson 08."""

import itertools
from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from autograder.alike import form, same
from autograder.catalogue import definition
from autograder.compare import agrees, leaves_alone, left_alone
from autograder.handed_on import agrees_step_by_step
from autograder.hidden_tests.digit_training import misfit, reading, shapes, share_right, train
from course.data import digits

SEEDS = (0, 1)
FORMS = {"a list": list, "a tuple": tuple, "an array": np.array}
SIZES = {
    "layers of different sizes": (3, 5, 2),
    "three layers": (2, 4, 3, 5),
    "layers of the same size": (3, 3, 3),
    "one layer": (4, 2),
    "one input and one output": (1, 3, 1),
}
BATCHES = {
    "a short last batch": (23, 5),
    "batches that fit": (24, 6),
    "a last batch of one": (10, 3),
    "batches of one": (7, 1),
    "one batch for everything": (9, 9),
    "a batch that is never full": (6, 10),
}
LIKE = 1e-3  # two runs of one training on one machine differ by rounding at most
STATE = 2  # the position of velocity and state among the arguments


@definition("minibatches")
def dealt_out(count, batch_size, rng):
    """Shuffle the numbers like cards, and deal them out."""
    cards = list(range(count))
    rng.shuffle(cards)
    batches = []
    while cards:
        batches.append(np.array([cards.pop() for _ in range(min(batch_size, len(cards)))]))
    return batches


@definition("sgd_step")
def down_a_bit(network, gradients, rate):
    """Each number goes down by the rate times its own slope."""
    return _for_each_number(lambda weight, slope: weight - rate * slope, network, gradients)


@definition("momentum_step")
def rolling_on(network, gradients, velocity, rate, momentum=0.9):
    """Each number keeps a part of its velocity, and the slope is added."""
    if velocity is None:
        velocity = _for_each_number(lambda weight: 0.0, network)
    velocity = _for_each_number(lambda before, slope: momentum * before + slope, velocity, gradients)
    return _for_each_number(lambda weight, speed: weight - rate * speed, network, velocity), velocity


@definition("adam_step")
def by_weighted_averages(network, gradients, state, rate=1e-3, betas=(0.9, 0.999), eps=1e-8):
    """Keep all slopes; the latest has weight 1, the one before it weight beta, then beta twice, and so on."""
    seen = [*(state or []), gradients]

    def moved(weight, *slopes):
        ages = np.arange(len(slopes))[::-1]
        mean = np.average(slopes, weights=betas[0] ** ages)
        mean_square = np.average(np.square(slopes), weights=betas[1] ** ages)
        return weight - rate * mean / (mean_square**0.5 + eps)

    return _for_each_number(moved, network, *seen), seen


@definition("weight_decay_gradient")
def slopes_of_squares(network, strength):
    """The slope of `strength / 2 * weight ** 2` for every weight, by its definition; exact for squares."""

    def slope(weight, h=0.5):
        return (strength / 2 * (weight + h) ** 2 - strength / 2 * (weight - h) ** 2) / (2 * h)

    return [(np.vectorize(slope, otypes=[float])(W), np.zeros(np.shape(b))) for W, b in network]


@definition("early_stop")
def patient(losses, patience):
    """Look back after each epoch: is the best one `patience` epochs old?"""
    for epoch in range(len(losses)):
        so_far = [float(loss) for loss in losses[: epoch + 1]]
        best = so_far.index(min(so_far))
        if epoch - best == patience:
            return best
    return best


@definition("train_digits")
def trained(X, labels, rng):
    """A small network, a few seconds."""
    return train(X, labels, rng)


def _for_each_number(f, *networks):
    """`f` of the numbers that stand at the same place of each network."""
    return [
        tuple(np.vectorize(f, otypes=[float])(*arrays) for arrays in zip(*layers, strict=True))
        for layers in zip(*networks, strict=True)
    ]


def _network(sizes, rng):
    return [(rng.normal(size=(d, k)), rng.normal(size=k)) for d, k in itertools.pairwise(sizes)]


# ---- minibatches


def dealt(batches):
    """What does not depend on chance: which numbers there are, the sizes, and whether the order was kept."""
    lines = [form(batch) for batch in batches] if isinstance(batches, list | tuple) else [form(batches)]
    if not isinstance(batches, list | tuple) or any(line is None or len(line) != 1 for line in lines):
        return dict.fromkeys(("numbers", "sizes", "whole", "kept"), str(lines))
    return {
        "numbers": sorted(float(index) for batch in batches for index in batch),
        "sizes": [len(batch) for batch in batches],
        "whole": all(np.asarray(batch).dtype.kind in "iu" for batch in batches),
        "kept": any(len(batch) > 2 and np.ptp(batch) == len(batch) - 1 for batch in batches),
    }


def numbers(batches):
    """Which numbers there are."""
    return dealt(batches)["numbers"]


def sizes(batches):
    """How long the batches are."""
    return dealt(batches)["sizes"]


@pytest.mark.essential
def test_every_index_once(minibatches):
    """every index from 0 to count - 1 is in one batch, and in one only"""
    for seed in SEEDS:
        agrees(minibatches, 40, 8, np.random.default_rng(seed), view=numbers)


@pytest.mark.parametrize("case", BATCHES.values(), ids=BATCHES.keys())
def test_sizes(minibatches, case):
    """the batches have the size that was asked for, with {case}"""
    for seed in SEEDS:
        agrees(minibatches, *case, np.random.default_rng(seed), view=sizes)


@pytest.mark.parametrize("case", BATCHES.values(), ids=BATCHES.keys())
def test_nothing_lost(minibatches, case):
    """nothing is lost and nothing comes twice, with {case}"""
    agrees(minibatches, *case, np.random.default_rng(3), view=numbers)


def test_they_are_indices(minibatches):
    """each batch is one line of whole numbers, to pick rows with"""
    agrees(minibatches, 11, 4, np.random.default_rng(0), view=lambda batches: dealt(batches)["whole"])


def test_shuffled(minibatches):
    """neighbours are separated: no batch is a piece of 0, 1, 2, 3, ..."""
    for seed in SEEDS:
        agrees(minibatches, 200, 10, np.random.default_rng(seed), view=dealt)


def test_another_order_each_time(minibatches):
    """an rng that has gone on gives another order, so that epochs differ"""
    first = minibatches(60, 20, np.random.default_rng(0))
    for drawn in (1, 2, 3):
        rng = np.random.default_rng(0)
        rng.random(drawn)
        if _like_before(minibatches, first, 60, 20, rng):
            minibatches.fail("the same as with another rng")


def test_chance_comes_from_rng(minibatches):
    """the same rng gives the same batches: there is no other chance"""
    first = minibatches(30, 7, np.random.default_rng(5))
    if not _like_before(minibatches, first, 30, 7, np.random.default_rng(5)):
        minibatches.fail("and something else when it was called before with the same rng")


def test_all_orders_are_alike(minibatches):
    """every index comes first as often as any other"""
    firsts, calls = np.zeros(4), 200
    for seed in range(calls):
        batches = minibatches(4, 3, np.random.default_rng(seed))
        if numbers(batches) != [0.0, 1.0, 2.0, 3.0]:
            minibatches.fail()
        firsts[int(batches[0][0])] += 1
    minibatches.calls[:] = [replace(minibatches.calls[-1], view=sizes)]  # two hundred alike would outweigh the others
    if not np.all(np.abs(firsts / calls - 1 / 4) < 0.15):  # almost five standard deviations
        minibatches.fail("and over many calls some indices come first much more often than others")


def _like_before(minibatches, before, *args):
    """Whether a call gives the batches of an earlier one; a mistake is told by the same question."""
    minibatches(*args)
    call = replace(minibatches.calls[-1], view=lambda batches: {**dealt(batches), "like before": same(batches, before)})
    minibatches.calls[-2:] = [replace(minibatches.calls[-2], view=dealt), call]
    return same(call.answer.value, before)


# ---- sgd_step


@pytest.mark.essential
def test_downhill(sgd_step):
    """each weight and each bias goes against its slope, by the rate times the slope"""
    network = [(np.array([[1.0, -2.0]]), np.array([0.5, 4.0]))]
    agrees(sgd_step, network, [(np.array([[2.0, 1.0]]), np.array([-1.0, 3.0]))], 0.5)


@pytest.mark.parametrize("sizes", SIZES.values(), ids=SIZES.keys())
def test_every_layer(sgd_step, sizes):
    """every layer makes its own step, with {case}"""
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        agrees(sgd_step, _network(sizes, rng), _network(sizes, rng), 0.03)


@pytest.mark.parametrize("rate", [0.0, 1e-3, 1, 7.5])
def test_rate(sgd_step, rate):
    """the rate says how far: {case}"""
    rng = np.random.default_rng(2)
    agrees(sgd_step, _network((3, 4, 2), rng), _network((3, 4, 2), rng), rate)


def test_steps_add_up(sgd_step):
    """a step may start where another ended"""
    rng = np.random.default_rng(4)
    network = _network((2, 3, 4), rng)
    for _ in range(3):
        network = agrees(sgd_step, network, _network((2, 3, 4), rng), 0.1)


def test_whole_weights(sgd_step):
    """weights that start as whole numbers need not stay whole"""
    network = [(np.array([[1, 2, 3], [4, 5, 6]]), np.array([0, 1, 2]))]
    agrees(sgd_step, network, _network((2, 3), np.random.default_rng(0)), 0.1)


@pytest.mark.parametrize("sizes", SIZES.values(), ids=SIZES.keys())
def test_same_form(sgd_step, sizes):
    """the new network has the form of the old one, with {case}"""
    rng = np.random.default_rng(1)
    agrees(sgd_step, _network(sizes, rng), _network(sizes, rng), 0.1, view=shapes)


def test_old_network_stays(sgd_step):
    """the old network and the gradients stay as they were"""
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        leaves_alone(sgd_step, _network((3, 4, 2), rng), _network((3, 4, 2), rng), 0.1)


# ---- momentum_step and adam_step


def _steps(sizes, count, seed, *settings, size=1.0):
    """Arguments of calls that follow each other: always new weights, and gradients of the given size."""
    rng = np.random.default_rng(seed)
    for _ in range(count):
        gradients = [(size * dW, size * db) for dW, db in _network(sizes, rng)]
        yield _network(sizes, rng), gradients, *settings


@pytest.mark.essential
def test_first_step(momentum_step):
    """the first step, without a velocity, is an ordinary step downhill"""
    network = [(np.array([[1.0, -2.0]]), np.array([0.5, 4.0]))]
    agrees_step_by_step(momentum_step, [(network, [(np.array([[2.0, 1.0]]), np.array([-1.0, 3.0]))], 0.5)], STATE)


@pytest.mark.essential
def test_it_rolls_on(momentum_step):
    """the second step keeps nine tenths of the velocity"""
    for seed in SEEDS:
        agrees_step_by_step(momentum_step, _steps((3, 5, 2), 2, seed, 0.1), STATE)


@pytest.mark.parametrize("sizes", SIZES.values(), ids=SIZES.keys())
def test_many_steps(momentum_step, sizes):
    """step after step, every weight and bias has its own velocity, with {case}"""
    agrees_step_by_step(momentum_step, _steps(sizes, 5, 1, 0.05), STATE)


@pytest.mark.parametrize("momentum", [0, 0.5, 0.99])
def test_momentum(momentum_step, momentum):
    """momentum says which part of the velocity stays: {case}"""
    agrees_step_by_step(momentum_step, _steps((2, 3, 4), 3, 2, 0.1), STATE, momentum=momentum)


def test_flat_ground(momentum_step):
    """where the ground is flat, it still rolls"""
    steps = list(_steps((3, 2), 3, 3, 0.1))
    flat = [(np.zeros((3, 2)), np.zeros(2))]
    agrees_step_by_step(momentum_step, [steps[0], (steps[1][0], flat, 0.1), (steps[2][0], flat, 0.1)], STATE)


def test_rate_may_change(momentum_step):
    """the rate may be another one in each step, and the velocity does not remember it"""
    rates = (0.1, 0.02, 0.5)
    steps = [(*step, rate) for step, rate in zip(_steps((3, 4, 2), 3, 4), rates, strict=True)]
    agrees_step_by_step(momentum_step, steps, STATE)


def test_momentum_keeps_the_form(momentum_step):
    """the new network has the form of the old one"""
    step = next(_steps((3, 4, 2), 1, 0, 0.1))
    agrees(momentum_step, *step[:2], None, *step[2:], view=lambda answer: shapes(answer[0]))


def test_nothing_of_the_old_changes(momentum_step):
    """network, gradients and the old velocity stay as they were"""
    _leaves_all_alone(momentum_step, 0.1)


def test_two_networks_do_not_mix(momentum_step):
    """all that is remembered is in the velocity: two networks can be trained in turns"""
    _takes_turns(momentum_step, 0.1)


@pytest.mark.essential
def test_first_step_has_the_size_of_the_rate(adam_step):
    """the first step goes against the slope, and its size is the rate, however steep it is"""
    network = [(np.array([[1.0, -2.0]]), np.array([0.5, 4.0]))]
    gradients = [(np.array([[2.0, 0.001]]), np.array([-10.0, 3.0]))]
    agrees_step_by_step(adam_step, [(network, gradients)], STATE, rate=0.5)


@pytest.mark.essential
def test_second_and_third_step(adam_step):
    """the second and the third step use what the steps before them left in the state"""
    for seed in SEEDS:
        agrees_step_by_step(adam_step, _steps((3, 5, 2), 3, seed), STATE, rate=0.1)


@pytest.mark.parametrize("sizes", SIZES.values(), ids=SIZES.keys())
def test_many_adam_steps(adam_step, sizes):
    """step after step, every weight and bias has its own averages, with {case}"""
    agrees_step_by_step(adam_step, _steps(sizes, 5, 1), STATE, rate=0.05)


def test_usual_rate(adam_step):
    """when no rate is given, it is 0.001"""
    agrees_step_by_step(adam_step, [(np_zeros, g) for (np_zeros, g) in _from_zero(3)], STATE)


@pytest.mark.parametrize("betas", [(0.5, 0.999), (0.9, 0.6), (0.0, 0.9), (0.8, 0.0)])
def test_betas(adam_step, betas):
    """the betas say how long each average remembers: {case}"""
    agrees_step_by_step(adam_step, _steps((2, 3, 4), 4, 2), STATE, rate=0.1, betas=betas)


@pytest.mark.parametrize("size", [1e-8, 1e-4, 1e6])
def test_small_and_large_slopes(adam_step, size):
    """slopes may have the size {case}; eps stands outside the root"""
    agrees_step_by_step(adam_step, _from_zero(3, size=size), STATE, rate=0.1)


@pytest.mark.parametrize("eps", [0.5, 1e-3])
def test_eps(adam_step, eps):
    """eps is added to the root: {case}"""
    agrees_step_by_step(adam_step, _steps((3, 2), 3, 5), STATE, rate=0.1, eps=eps)


def test_no_slope(adam_step):
    """a slope of zero moves nothing, and divides nothing by zero"""
    network = _network((2, 3), np.random.default_rng(0))
    flat = [(np.zeros((2, 3)), np.zeros(3))]
    agrees_step_by_step(adam_step, [(network, flat), (network, flat)], STATE, rate=0.1)


def test_rate_of_adam_may_change(adam_step):
    """the rate may be another one in each step"""
    rates = (0.1, 0.02, 0.5)
    steps = [(*step, rate) for step, rate in zip(_steps((3, 4, 2), 3, 4), rates, strict=True)]
    agrees_step_by_step(adam_step, steps, STATE)


def test_long_run(adam_step):
    """after twenty steps it is still right"""
    agrees_step_by_step(adam_step, _steps((2, 2), 20, 6), STATE, rate=0.1)


def test_adam_keeps_the_form(adam_step):
    """the new network has the form of the old one"""
    network, gradients = next(_steps((3, 4, 2), 1, 0))
    agrees(adam_step, network, gradients, None, view=lambda answer: shapes(answer[0]))


def test_nothing_of_the_old_changes_in_adam(adam_step):
    """network, gradients and the old state stay as they were"""
    _leaves_all_alone(adam_step)


def test_two_networks_do_not_mix_in_adam(adam_step):
    """all that is remembered is in the state: two networks can be trained in turns"""
    _takes_turns(adam_step)


def _from_zero(count, size=1.0):
    """Steps of a network whose weights are zero, so that steps of any size can be seen."""
    for _, gradients in _steps((3, 2), count, 7, size=size):
        yield [(np.zeros((3, 2)), np.zeros(2))], gradients


def _leaves_all_alone(function, *settings):
    first, second = _steps((3, 4, 2), 2, 8, *settings)
    leaves_alone(function, *first[:2], None, *settings)
    agrees_step_by_step(function, [first, second], STATE)
    left_alone(function)


def _takes_turns(function, *settings):
    agrees_step_by_step(function, _steps((3, 4, 2), 2, 9, *settings), STATE)
    agrees_step_by_step(function, _steps((2, 3), 2, 10, *settings), STATE)
    agrees_step_by_step(function, _steps((2, 3), 2, 11, *settings), STATE)


# ---- weight_decay_gradient


@pytest.mark.essential
def test_slope_of_the_penalty(weight_decay_gradient):
    """the slope of strength / 2 times the square of a weight, for every weight"""
    agrees(weight_decay_gradient, [(np.array([[1.0, -2.0, 0.5]]), np.array([3.0, 1.0, -1.0]))], 0.1)


@pytest.mark.parametrize("sizes", SIZES.values(), ids=SIZES.keys())
def test_every_layer_decays(weight_decay_gradient, sizes):
    """every layer has its slopes, with {case}"""
    for seed in SEEDS:
        agrees(weight_decay_gradient, _network(sizes, np.random.default_rng(seed)), 0.3)


@pytest.mark.parametrize("strength", [0.0, 1e-4, 1, 5.0])
def test_strength(weight_decay_gradient, strength):
    """the strength may be {case}"""
    agrees(weight_decay_gradient, _network((3, 4, 2), np.random.default_rng(3)), strength)


@pytest.mark.parametrize("sizes", SIZES.values(), ids=SIZES.keys())
def test_form_of_gradients(weight_decay_gradient, sizes):
    """there is a slope for every weight and every bias, so that the gradients can be added up, with {case}"""
    agrees(weight_decay_gradient, _network(sizes, np.random.default_rng(2)), 0.1, view=shapes)


def test_whole_weights_decay(weight_decay_gradient):
    """slopes of whole weights need not be whole"""
    agrees(weight_decay_gradient, [(np.array([[1, 2], [3, -4], [0, 5]]), np.array([7, 8]))], 0.25)


def test_network_stays(weight_decay_gradient):
    """the network stays as it was"""
    for strength in (0.1, 2):
        leaves_alone(weight_decay_gradient, _network((3, 4, 2), np.random.default_rng(1)), strength)


# ---- early_stop


@pytest.mark.essential
def test_best_epoch(early_stop):
    """the best epoch is kept, and its number counts from 0"""
    agrees(early_stop, [3.0, 2.0, 1.0, 1.5, 1.6, 1.7], 3)


@pytest.mark.essential
def test_it_stops(early_stop):
    """what comes after the stop was never trained, however good it would be"""
    agrees(early_stop, [3.0, 1.0, 2.0, 2.5, 0.5, 0.1], 2)


@pytest.mark.parametrize("kind", FORMS.values(), ids=FORMS.keys())
def test_form_of_losses(early_stop, kind):
    """the losses may come as {case}"""
    agrees(early_stop, kind([2.5, 0.5, 1.0, 0.25, 3.0, 4.0]), 2)


def test_patience(early_stop):
    """one epoch less than patience without a new best is no reason to stop"""
    for patience in (1, 2, 3, 4, 5):
        agrees(early_stop, [5.0, 4.0, 4.5, 4.25, 3.0, 3.5, 3.75, 3.25, 2.0, 2.5, 1.0], patience)


def test_better_than_before_is_not_best(early_stop):
    """a loss below the one before it is no new best while an earlier one was lower"""
    agrees(early_stop, [3.0, 1.0, 2.5, 2.0, 1.5, 0.5], 3)
    agrees(early_stop, [3.0, 1.0, 2.5, 2.0, 1.5, 0.5], 4)


def test_patience_starts_anew(early_stop):
    """each new best starts the patience anew"""
    agrees(early_stop, [5.0, 6.0, 4.0, 5.0, 3.0, 4.0, 2.0, 3.0, 1.0, 1.5], 2)


def test_equal_is_no_new_best(early_stop):
    """as good as the best is no new best"""
    agrees(early_stop, [2.0, 1.0, 1.0, 1.0, 0.5], 2)
    agrees(early_stop, [2.0, 1.0, 1.0, 3.0, 4.0], 5)


def test_losses_end(early_stop):
    """when the losses end before the patience does, the best of all is kept"""
    agrees(early_stop, [4.0, 3.0, 2.0, 1.0], 2)
    agrees(early_stop, [4.0, 1.0, 2.0, 3.0], 10)
    agrees(early_stop, [1.0, 2.0, 3.0], 10)


def test_one_epoch(early_stop):
    """a single epoch is the best one"""
    agrees(early_stop, [0.7], 1)
    agrees(early_stop, [0.7], 5)


@pytest.mark.parametrize("patience", [1, 2, 5])
def test_any_losses(early_stop, patience):
    """it finds the epoch in long and restless losses, with patience {case}"""
    for seed in range(6):
        rng = np.random.default_rng(seed)
        agrees(early_stop, (np.linspace(2, 1, 30) + rng.normal(0, 0.3, size=30)).tolist(), patience)


@pytest.mark.parametrize("shift", [-10.0, 1e6], ids=["below zero", "very large"])
def test_any_size_of_losses(early_stop, shift):
    """the losses may be {case}"""
    agrees(early_stop, [3.0 + shift, 1.0 + shift, 2.0 + shift, 0.5 + shift, 4.0 + shift], 1)
    agrees(early_stop, [3.0 + shift, 1.0 + shift, 2.0 + shift, 0.5 + shift, 4.0 + shift], 2)


def test_losses_stay(early_stop):
    """the losses stay as they were"""
    leaves_alone(early_stop, [3.0, 2.0, 1.0, 1.5, 1.6], 2)
    leaves_alone(early_stop, np.array([3.0, 2.0, 1.0, 1.5, 1.6]), 2)


# ---- train_digits

A_TRAINING = 20.0  # seconds: the solution takes less than one, and loops over examples take ten
ENOUGH = 0.95


@pytest.mark.essential
@pytest.mark.seconds(A_TRAINING)
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_reads_unseen_digits(train_digits, seed):
    """of unseen digits, at least 95 in 100 are read right (seed {case})"""
    _reads(train_digits, *_digits(seed), seed)


@pytest.mark.seconds(A_TRAINING)
def test_learns_what_it_is_given(train_digits):
    """with other names for the digits it learns the other names"""
    X, labels, unseen, truth = _digits(3)
    _reads(train_digits, X, (7 * labels + 3) % 10, unseen, (7 * truth + 3) % 10, 3)


@pytest.mark.seconds(A_TRAINING)
def test_few_digits(train_digits):
    """it learns from a few digits, too, and leaves them as they were"""
    X, labels, unseen, truth = _digits(4, share=0.15)
    _reads(train_digits, X, labels, unseen, truth, 4, enough=0.75)
    if train_digits.calls[-1].answer.changed:
        train_digits.fail("and changed the digits that it was given")


@pytest.mark.seconds(A_TRAINING)
def test_chance_of_training(train_digits):
    """the same rng gives the same network, and another rng another one"""
    X, labels, unseen, truth = _digits(5, share=0.1)
    first = train_digits(X, labels, np.random.default_rng(0))
    view = partial(reading, X=X, labels=labels, unseen=unseen, truth=truth)
    train_digits.calls[-1] = replace(train_digits.calls[-1], view=view)
    for seed in (0, 1):
        train_digits(X, labels, np.random.default_rng(seed))

        def seen(network):
            return {**reading(network, X, labels, unseen, truth), "like before": same(network, first, LIKE)}

        call = train_digits.calls[-1] = replace(train_digits.calls[-1], view=seen)
        if same(call.answer.value, first, LIKE) != (seed == 0):
            train_digits.fail("and another network with the same rng" if seed == 0 else "with another rng, too")


def _digits(seed, share=0.75):
    """Digits to train with, their labels, digits that stay unseen, and theirs."""
    X, labels = digits()
    order = np.random.default_rng([2, seed]).permutation(len(X))
    count = round(share * len(X))
    return X[order[:count]], labels[order[:count]], X[order[count:]], labels[order[count:]]


def _reads(train_digits, X, labels, unseen, truth, seed, enough=ENOUGH):
    """The learner's network must have layers that fit, and read enough of the unseen digits."""
    network = train_digits(X, labels, np.random.default_rng(seed))

    def seen(network):
        return reading(network, X, labels, unseen, truth)

    train_digits.calls[-1] = replace(train_digits.calls[-1], view=seen)
    if problem := misfit(network):
        train_digits.fail(problem)
    right = share_right(network, unseen, truth)
    if not right >= enough:
        learned = share_right(network, X, labels)
        train_digits.fail(
            f"which reads {right:.1%} of the unseen digits right, and {learned:.1%} of those it was trained with"
        )
