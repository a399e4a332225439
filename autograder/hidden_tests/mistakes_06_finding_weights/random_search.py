"""What typical errors compute for `random_search`."""

import numpy as np

from autograder.catalogue import mistake


def _throws(size, tries, rng):
    return [rng.normal(size=size) for _ in range(tries)]


def _best(loss, draws):
    losses = [loss(weights) for weights in draws]
    return draws[int(np.argmin(losses))], min(losses)


@mistake("random_search")
def last_one(loss, size, tries, rng):
    """This is the last draw: keep a draw only when its loss is smaller than that of the best so far."""
    weights = _throws(size, tries, rng)[-1]
    return weights, loss(weights)


@mistake("random_search")
def worst_one(loss, size, tries, rng):
    """This keeps the draw with the largest loss: a smaller loss is better."""
    draws = _throws(size, tries, rng)
    losses = [loss(weights) for weights in draws]
    return draws[int(np.argmax(losses))], max(losses)


@mistake("random_search")
def smallest_size_of_the_loss(loss, size, tries, rng):
    """The loss closest to zero need not be the smallest: a loss may be negative."""
    best = min(_throws(size, tries, rng), key=lambda weights: abs(loss(weights)))
    return best, loss(best)


@mistake("random_search")
def zero_to_beat(loss, size, tries, rng):
    """The first loss to beat is 0 here, and a loss may never get there: begin with the first draw, or with `np.inf`."""
    return _with_a_bar(loss, size, tries, rng, 0.0)


@mistake("random_search")
def thousand_to_beat(loss, size, tries, rng):
    """The first loss to beat is a number you chose, and every loss may be larger: begin with `np.inf`."""
    return _with_a_bar(loss, size, tries, rng, 1000.0)


def _with_a_bar(loss, size, tries, rng, bar):
    best, lowest = np.zeros(size), bar
    for weights in _throws(size, tries, rng):
        if loss(weights) < lowest:
            best, lowest = weights, loss(weights)
    return best, lowest


@mistake("random_search")
def bar_never_lowered(loss, size, tries, rng):
    """Every draw is compared with the first one: when a draw is better, remember its loss as well as its weights."""
    draws = _throws(size, tries, rng)
    best, lowest = draws[0], loss(draws[0])
    for weights in draws:
        if loss(weights) < lowest:
            best = weights
    return best, lowest


@mistake("random_search")
def weights_not_kept(loss, size, tries, rng):
    """The loss is that of the best draw, the weights are those of the last: keep an array of the best."""
    draws = _throws(size, tries, rng)
    return draws[-1], min(loss(weights) for weights in draws)


@mistake("random_search")
def first_that_is_better(loss, size, tries, rng):
    """This ends with the first draw that is better than the one before: go through all of them."""
    weights = rng.normal(size=size)
    lowest = loss(weights)
    for _ in range(tries - 1):
        other = rng.normal(size=size)
        if loss(other) < lowest:
            return other, loss(other)
    return weights, lowest


@mistake("random_search")
def loss_alone(loss, size, tries, rng):
    """The weights are missing: return both, the weights and their loss."""
    return _best(loss, _throws(size, tries, rng))[1]


@mistake("random_search")
def weights_alone(loss, size, tries, rng):
    """The loss is missing: return both, the weights and their loss."""
    return _best(loss, _throws(size, tries, rng))[0]


@mistake("random_search")
def loss_first(loss, size, tries, rng):
    """The two results are the wrong way round: first the weights, then the loss."""
    weights, lowest = _best(loss, _throws(size, tries, rng))
    return lowest, weights


@mistake("random_search")
def number_of_the_draw(loss, size, tries, rng):
    """This tells which draw was the best one: return its weights."""
    losses = [loss(weights) for weights in _throws(size, tries, rng)]
    return int(np.argmin(losses)), min(losses)


@mistake("random_search")
def from_zero_to_one(loss, size, tries, rng):
    """These weights lie between 0 and 1: `rng.normal` or `rng.standard_normal` draws the ones asked for."""
    return _best(loss, [rng.random(size) for _ in range(tries)])


@mistake("random_search")
def evenly_spread(loss, size, tries, rng):
    """These weights never lie beyond -1 and 1: draw from the standard normal distribution."""
    return _best(loss, [rng.uniform(-1, 1, size) for _ in range(tries)])


@mistake("random_search")
def small_weights(loss, size, tries, rng):
    """The draws keep too close to zero: a standard normal distribution has standard deviation 1."""
    return _best(loss, [0.1 * weights for weights in _throws(size, tries, rng)])


@mistake("random_search")
def positive_weights(loss, size, tries, rng):
    """All weights are positive here: half of all standard-normal numbers are negative."""
    return _best(loss, [np.abs(weights) for weights in _throws(size, tries, rng)])


@mistake("random_search")
def one_number_for_all(loss, size, tries, rng):
    """All weights of a draw are the same number: each weight needs a number of its own."""
    return _best(loss, [np.full(size, rng.normal()) for _ in range(tries)])


@mistake("random_search")
def single_numbers(loss, size, tries, rng):
    """Each draw is a single number: draw `size` weights each time."""
    return _best(loss, [rng.normal() for _ in range(tries)])


@mistake("random_search")
def one_draw(loss, size, tries, rng):
    """The same draw is tried again and again: draw inside the loop."""
    return _best(loss, [rng.normal(size=size)] * tries)


@mistake("random_search")
def wanders(loss, size, tries, rng):
    """Each draw is added to the one before: every try begins afresh."""
    return _best(loss, list(np.cumsum(_throws(size, tries, rng), axis=0)))


@mistake("random_search")
def around_the_best(loss, size, tries, rng):
    """Later draws lie around the best one so far: clever, but here every try is a standard-normal draw."""
    best = rng.normal(size=size)
    for _ in range(tries - 1):
        other = best + rng.normal(size=size)
        if loss(other) < loss(best):
            best = other
    return best, loss(best)


@mistake("random_search")
def own_chance(loss, size, tries, rng):
    """The draws come from a generator of your own: use the `rng` that was passed in."""
    return _best(loss, _throws(size, tries, np.random.default_rng(0)))


@mistake("random_search")
def one_too_few(loss, size, tries, rng):
    """There is one draw too few: `range(1, tries)` has one number less than `range(tries)`."""
    draws = _throws(size, tries, rng)
    return _best(loss, draws[: max(tries - 1, 1)]) if tries > 1 else (np.zeros(size), np.inf)


@mistake("random_search")
def one_too_many(loss, size, tries, rng):
    """There is one draw too many: the first one counts, too."""
    return _best(loss, _throws(size, tries + 1, rng))


@mistake("random_search")
def a_table_of_one_row(loss, size, tries, rng):
    """The weights stand in a table of one row: one line of numbers is asked for, shape `(size,)`."""
    weights, lowest = _best(loss, _throws(size, tries, rng))
    return weights.reshape(1, -1), lowest
