"""What typical errors compute for `gradient_descent`."""

import numpy as np

from autograder.catalogue import mistake


def _walk(start, steps, step):
    """The path of `step(w, number)`."""
    path = [np.array(start, dtype=float)]
    for number in range(steps):
        path.append(step(path[-1], number))
    return np.array(path)


@mistake("gradient_descent")
def uphill(gradient, start, rate, steps):
    """This walks uphill: the step is taken away, not added."""
    return _walk(start, steps, lambda w, _: w + rate * gradient(w))


@mistake("gradient_descent")
def without_a_rate(gradient, start, rate, steps):
    """Each step is the whole gradient: multiply it by the rate."""
    return _walk(start, steps, lambda w, _: w - gradient(w))


@mistake("gradient_descent")
def rate_subtracted(gradient, start, rate, steps):
    """The rate itself is taken away: it multiplies the gradient."""
    return _walk(start, steps, lambda w, _: w - rate)


@mistake("gradient_descent")
def rate_on_the_weights(gradient, start, rate, steps):
    """The rate multiplies the weights here: it belongs to the gradient."""
    return _walk(start, steps, lambda w, _: rate * w - gradient(w))


@mistake("gradient_descent")
def rate_on_everything(gradient, start, rate, steps):
    """The rate multiplies the weights, too: only the gradient is multiplied by it."""
    return _walk(start, steps, lambda w, _: rate * (w - gradient(w)))


@mistake("gradient_descent")
def gradient_over_rate(gradient, start, rate, steps):
    """The gradient is divided by the rate: multiply it, so that a small rate makes small steps."""
    return _walk(start, steps, lambda w, _: w - gradient(w) / rate)


@mistake("gradient_descent")
def signs_only(gradient, start, rate, steps):
    """All steps have the same length: use the gradient itself, not only its sign."""
    return _walk(start, steps, lambda w, _: w - rate * np.sign(gradient(w)))


@mistake("gradient_descent")
def same_length(gradient, start, rate, steps):
    """The gradient is divided by its length: a steep place makes a long step, a flat one a short step."""

    def step(w, _):
        slopes = gradient(w)
        return w - rate * slopes / (np.linalg.norm(slopes) or 1)

    return _walk(start, steps, step)


@mistake("gradient_descent")
def slope_of_the_start(gradient, start, rate, steps):
    """Every step uses the gradient at the start: ask again at each new place."""
    slopes = gradient(np.array(start, dtype=float))
    return _walk(start, steps, lambda w, _: w - rate * slopes)


@mistake("gradient_descent")
def from_the_start_again(gradient, start, rate, steps):
    """Every step begins at the start: begin where the last one ended."""
    first = np.array(start, dtype=float)
    return _walk(start, steps, lambda w, _: first - rate * gradient(w))


@mistake("gradient_descent")
def shrinking_rate(gradient, start, rate, steps):
    """The rate becomes smaller on the way: it stays the same."""
    return _walk(start, steps, lambda w, number: w - rate / (number + 1) * gradient(w))


@mistake("gradient_descent")
def with_momentum(gradient, start, rate, steps):
    """Earlier gradients are counted again in later steps: each step uses the gradient at its own beginning."""
    total = np.zeros(len(start))

    def step(w, _):
        nonlocal total
        total = total + gradient(w)
        return w - rate * total

    return _walk(start, steps, step)


@mistake("gradient_descent")
def end_only(gradient, start, rate, steps):
    """This is only where the walk ends: return the whole path as a table, the start in its first row."""
    return _walk(start, steps, lambda w, _: w - rate * gradient(w))[-1]


@mistake("gradient_descent")
def without_the_start(gradient, start, rate, steps):
    """The start is missing: it is the first row of the path."""
    return _walk(start, steps, lambda w, _: w - rate * gradient(w))[1:]


@mistake("gradient_descent")
def without_the_end(gradient, start, rate, steps):
    """The last place is missing: with `steps` steps there are `steps + 1` places."""
    return _walk(start, steps, lambda w, _: w - rate * gradient(w))[:-1]


@mistake("gradient_descent")
def one_step_too_many(gradient, start, rate, steps):
    """There is one step too many: the start takes none."""
    return _walk(start, steps + 1, lambda w, _: w - rate * gradient(w))


@mistake("gradient_descent")
def start_twice(gradient, start, rate, steps):
    """The start stands in the path twice: note each place after the step that leads to it."""
    path = _walk(start, steps, lambda w, _: w - rate * gradient(w))
    return np.vstack([path[:1], path[:-1]]) if steps else path


@mistake("gradient_descent")
def one_array_overwritten(gradient, start, rate, steps):
    """All rows are the same: `-=` writes into the array that the path already holds. Make a new array for each step."""
    w = np.array(start, dtype=float)
    path = [w]
    for _ in range(steps):
        w -= rate * gradient(w)
        path.append(w)
    return np.array(path)


@mistake("gradient_descent")
def callers_start_overwritten(gradient, start, rate, steps):
    """The caller's own start is changed: begin with a copy, `np.array(start, dtype=float)`."""
    path = _walk(start, steps, lambda w, _: w - rate * gradient(w))
    start[:] = path[-1] if isinstance(start, np.ndarray) else path[-1].tolist()
    return path


@mistake("gradient_descent")
def whole_numbers(gradient, start, rate, steps):
    """From a start of whole numbers every place is cut to whole numbers: make the start an array of floats."""
    start = np.array(start)
    path = np.zeros((steps + 1, len(start)), dtype=start.dtype)
    path[0] = start
    for number in range(steps):
        path[number + 1] = path[number] - rate * gradient(path[number])
    return path


@mistake("gradient_descent")
def gradients_on_the_way(gradient, start, rate, steps):
    """These are the gradients on the way: the places are asked for."""
    path = _walk(start, steps, lambda w, _: w - rate * gradient(w))
    return np.array([gradient(w) for w in path])


@mistake("gradient_descent")
def lying_down(gradient, start, rate, steps):
    """The table lies on its side: each place is a row."""
    return _walk(start, steps, lambda w, _: w - rate * gradient(w)).T


@mistake("gradient_descent")
def first_weight_only(gradient, start, rate, steps):
    """Only the first weight moves: all weights take the step together."""

    def step(w, _):
        moved = w.copy()
        moved[0] -= rate * gradient(w)[0]
        return moved

    return _walk(start, steps, step)


@mistake("gradient_descent")
def one_weight_after_the_other(gradient, start, rate, steps):
    """The slopes are asked for again after each single weight: ask once, then move all weights together."""

    def step(w, _):
        moved = w.copy()
        for i in range(len(w)):
            moved[i] -= rate * gradient(moved)[i]
        return moved

    return _walk(start, steps, step)


@mistake("gradient_descent")
def strung_together(gradient, start, rate, steps):
    """All places are strung together in one line: the path is a table, and each place is a row."""
    return _walk(start, steps, lambda w, _: w - rate * gradient(w)).ravel()
