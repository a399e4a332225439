"""What typical errors compute for `fit_linear`."""

import numpy as np

from autograder.catalogue import mistake


def _slopes(X, y, w, b):
    e = X @ w + b - y
    return 2 * X.T @ e / len(e), 2 * e.mean()


def _walk(X, y, steps, step, w=None, b=0.0):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w = np.zeros(X.shape[1]) if w is None else w
    for _ in range(steps):
        w, b = step(X, y, w, b)
    return w, b


def _usual(rate, for_weights=1.0, for_bias=1.0):
    def step(X, y, w, b):
        dw, db = _slopes(X, y, w, b)
        return w - rate * for_weights * dw, b - rate * for_bias * db

    return step


@mistake("fit_linear")
def bias_afterwards(X, y, rate, steps):
    """The slope of the bias is taken after the weights have moved: take both slopes first, then move both."""

    def step(X, y, w, b):
        w = w - rate * _slopes(X, y, w, b)[0]
        return w, b - rate * _slopes(X, y, w, b)[1]

    return _walk(X, y, steps, step)


@mistake("fit_linear")
def weights_afterwards(X, y, rate, steps):
    """The slopes of the weights are taken after the bias has moved: take both slopes first, then move both."""

    def step(X, y, w, b):
        b = b - rate * _slopes(X, y, w, b)[1]
        return w - rate * _slopes(X, y, w, b)[0], b

    return _walk(X, y, steps, step)


@mistake("fit_linear")
def uphill(X, y, rate, steps):
    """This walks uphill: take the step away instead of adding it."""
    return _walk(X, y, steps, _usual(-rate))


@mistake("fit_linear")
def bias_uphill(X, y, rate, steps):
    """The bias walks uphill: take its step away instead of adding it."""
    return _walk(X, y, steps, _usual(rate, for_bias=-1))


@mistake("fit_linear")
def without_the_two(X, y, rate, steps):
    """Every step is half as long as it should be: the gradient of the mean squared error has a factor 2."""
    return _walk(X, y, steps, _usual(rate / 2))


@mistake("fit_linear")
def sum_instead_of_mean(X, y, rate, steps):
    """The steps are too long: the loss is a mean, so the slopes are divided by the number of examples."""
    return _walk(X, y, steps, _usual(rate * len(y)))


@mistake("fit_linear")
def divided_by_inputs(X, y, rate, steps):
    """The slopes are divided by the number of inputs: the mean is over the examples."""
    return _walk(X, y, steps, _usual(rate * len(y) / len(X[0])))


@mistake("fit_linear")
def without_a_rate(X, y, rate, steps):
    """Each step is the whole gradient: multiply it by the rate."""
    return _walk(X, y, steps, _usual(1.0))


@mistake("fit_linear")
def bias_never_moves(X, y, rate, steps):
    """The bias stays at zero: it takes a step, too, each time."""
    return _walk(X, y, steps, _usual(rate, for_bias=0))


@mistake("fit_linear")
def weights_never_move(X, y, rate, steps):
    """Only the bias moves: the weights take a step, too, each time."""
    return _walk(X, y, steps, _usual(rate, for_weights=0))


@mistake("fit_linear")
def nothing_moves(X, y, rate, steps):
    """Nothing has moved: a new value has to be stored in `w` and `b`."""
    return _walk(X, y, 0, _usual(rate))


@mistake("fit_linear")
def from_ones(X, y, rate, steps):
    """The weights start at one: start at zero."""
    return _walk(X, y, steps, _usual(rate), w=np.ones(len(X[0])))


@mistake("fit_linear")
def bias_from_one(X, y, rate, steps):
    """The bias starts at one: start at zero."""
    return _walk(X, y, steps, _usual(rate), b=1.0)


@mistake("fit_linear")
def from_chance(X, y, rate, steps):
    """The weights start at random numbers: start at zero."""
    return _walk(X, y, steps, _usual(rate), w=np.random.default_rng(0).normal(size=len(X[0])))


@mistake("fit_linear")
def one_step_only(X, y, rate, steps):
    """This is one step: does the `return` stand inside the loop?"""
    return _walk(X, y, min(steps, 1), _usual(rate))


@mistake("fit_linear")
def one_step_too_few(X, y, rate, steps):
    """There is one step too few."""
    return _walk(X, y, steps - 1, _usual(rate))


@mistake("fit_linear")
def one_step_too_many(X, y, rate, steps):
    """There is one step too many."""
    return _walk(X, y, steps + 1, _usual(rate))


@mistake("fit_linear")
def slopes_at_zero(X, y, rate, steps):
    """Every step uses the slopes at zero: ask for them again at each new place."""
    table, target = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    dw, db = _slopes(table, target, np.zeros(table.shape[1]), 0.0)
    return -rate * steps * dw, -rate * steps * db


@mistake("fit_linear")
def exact_answer(X, y, rate, steps):
    """This is the lowest place itself: the place after `steps` steps is asked for."""
    table = np.column_stack([np.asarray(X, dtype=float), np.ones(len(y))])
    found = np.linalg.lstsq(table, np.asarray(y, dtype=float), rcond=None)[0]
    return found[:-1], found[-1]


@mistake("fit_linear")
def one_example_at_a_time(X, y, rate, steps):
    """Each step looks at one example after the other: the slopes are means over all examples."""
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        for i in range(len(y)):
            w, b = _usual(rate)(X[i : i + 1], y[i : i + 1], w, b)
    return w, b


@mistake("fit_linear")
def weights_alone(X, y, rate, steps):
    """The bias is missing: return the pair `(w, b)`."""
    return _walk(X, y, steps, _usual(rate))[0]


@mistake("fit_linear")
def bias_first(X, y, rate, steps):
    """The pair is the wrong way round: first the weights, then the bias."""
    return _walk(X, y, steps, _usual(rate))[::-1]


@mistake("fit_linear")
def slopes_returned(X, y, rate, steps):
    """These are the slopes at the end: the weights and the bias are asked for."""
    w, b = _walk(X, y, steps, _usual(rate))
    return _slopes(np.asarray(X, dtype=float), np.asarray(y, dtype=float), w, b)


@mistake("fit_linear")
def a_column(X, y, rate, steps):
    """The weights stand in a column: one line of numbers is asked for, shape `(d,)`."""
    w, b = _walk(X, y, steps, _usual(rate))
    return w.reshape(-1, 1), b


@mistake("fit_linear")
def a_list_for_the_bias(X, y, rate, steps):
    """The bias is one number, without a list around it."""
    w, b = _walk(X, y, steps, _usual(rate))
    return w, np.array([b])


@mistake("fit_linear")
def targets_overwritten(X, y, rate, steps):
    """The mistakes are written into the caller's own targets: make a new array for them."""
    found = _walk(X, y, steps, _usual(rate))
    y[:] = [value - 1 for value in y]
    return found


@mistake("fit_linear")
def joined(X, y, rate, steps):
    """Weights and bias are joined into one array: return the pair `(w, b)`."""
    return np.append(*_walk(X, y, steps, _usual(rate)))
