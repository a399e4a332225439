"""What typical errors compute for `numerical_gradient`."""

import numpy as np

from autograder.catalogue import mistake


def _each(w, slope_at):
    """The gradient, from a function of the nudges up and down at one place."""
    w = np.array(w, dtype=float)
    gradient = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        unit = np.zeros(w.shape)
        unit[place] = 1
        gradient[place] = slope_at(w, unit)
    return gradient


@mistake("numerical_gradient")
def one_foot(f, w, h=1e-5):
    """Only one side is nudged: take `f` at `w + h` and at `w - h`, and divide by the distance between the two."""
    return _each(w, lambda w, unit: (f(w + h * unit) - f(w)) / h)


@mistake("numerical_gradient")
def other_foot(f, w, h=1e-5):
    """Only the lower side is nudged: take `f` at `w + h`, too, and divide by the distance between the two."""
    return _each(w, lambda w, unit: (f(w) - f(w - h * unit)) / h)


@mistake("numerical_gradient")
def half_the_distance(f, w, h=1e-5):
    """The two places lie `2 * h` apart: divide by that, not by `h`."""
    return _each(w, lambda w, unit: (f(w + h * unit) - f(w - h * unit)) / h)


@mistake("numerical_gradient")
def divided_by_2_then_multiplied(f, w, h=1e-5):
    """`/ 2 * h` divides by 2 and then multiplies by `h`: put brackets around `2 * h`."""
    return _each(w, lambda w, unit: (f(w + h * unit) - f(w - h * unit)) / 2 * h)


@mistake("numerical_gradient")
def half_distance_for_one_foot(f, w, h=1e-5):
    """The lower foot still stands in the middle: it belongs `2 * h` below the upper one, since you divide by that."""
    return _each(w, lambda w, unit: (f(w + h * unit) - f(w)) / (2 * h))


@mistake("numerical_gradient")
def not_divided(f, w, h=1e-5):
    """This is the difference in height: divide it by the distance between the two places."""
    return _each(w, lambda w, unit: f(w + h * unit) - f(w - h * unit))


@mistake("numerical_gradient")
def minus_first(f, w, h=1e-5):
    """All signs are wrong: take `f` at the upper side minus `f` at the lower side."""
    return _each(w, lambda w, unit: (f(w - h * unit) - f(w + h * unit)) / (2 * h))


@mistake("numerical_gradient")
def sizes_of_slopes(f, w, h=1e-5):
    """A slope has a sign: it is negative where `f` falls."""
    return _each(w, lambda w, unit: abs(f(w + h * unit) - f(w - h * unit)) / (2 * h))


@mistake("numerical_gradient")
def whole_step(f, w, h=1e-5):
    """The nudge is 1, which is not small: use `h`."""
    return _each(w, lambda w, unit: (f(w + unit) - f(w - unit)) / 2)


@mistake("numerical_gradient")
def own_nudge(f, w, h=1e-5):
    """The nudge is always the same: use the `h` that was passed in."""
    return _each(w, lambda w, unit: (f(w + 1e-5 * unit) - f(w - 1e-5 * unit)) / 2e-5)


@mistake("numerical_gradient")
def own_tiny_nudge(f, w, h=1e-5):
    """The nudge is so small that rounding drowns the slope: use the `h` that was passed in."""
    return _each(w, lambda w, unit: (f(w + 1e-12 * unit) - f(w - 1e-12 * unit)) / 2e-12)


@mistake("numerical_gradient")
def in_proportion(f, w, h=1e-5):
    """The nudge grows with the weight: every weight moves by `h`, however large it is."""
    return _each(w, lambda w, unit: (f(w * (1 + h * unit)) - f(w * (1 - h * unit))) / (2 * h))


@mistake("numerical_gradient")
def all_at_once(f, w, h=1e-5):
    """All weights are nudged together: move one of them and leave the others where they are."""
    w = np.array(w, dtype=float)
    return np.full(w.shape, (f(w + h) - f(w - h)) / (2 * h))


@mistake("numerical_gradient")
def all_at_once_in_a_loop(f, w, h=1e-5):
    """The loop runs, and all weights are nudged each time: only the one whose turn it is may move."""
    w = np.array(w, dtype=float)
    return np.array([(f(w + h) - f(w - h)) / (2 * h) for _ in w])


@mistake("numerical_gradient")
def never_put_back(f, w, h=1e-5):
    """A nudged weight stays nudged while the next ones are tried: put it back first, or nudge a copy."""
    w = np.array(w, dtype=float)
    gradient = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        w[place] += h
        up = f(w)
        w[place] -= 2 * h
        gradient[place] = (up - f(w)) / (2 * h)
    return gradient


@mistake("numerical_gradient")
def in_the_callers_array(f, w, h=1e-5):
    """Nudging writes into the caller's own weights, and rounding does not bring them back exactly: nudge a copy."""
    gradient = np.zeros(np.shape(w))
    for place in np.ndindex(np.shape(w)):
        if isinstance(w, list):
            return _each(w, lambda w, unit: (f(w + h * unit) - f(w - h * unit)) / (2 * h))
        w[place] += h
        up = f(w)
        w[place] -= 2 * h
        gradient[place] = (up - f(w)) / (2 * h)
        w[place] += h
    return gradient


@mistake("numerical_gradient")
def whole_numbers(f, w, h=1e-5):
    """In an array of whole numbers the nudge is cut away: make a copy with `dtype=float`."""
    w = np.array(w)
    gradient = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[place] = up[place] + h
        down[place] = down[place] - h
        gradient[place] = (f(up) - f(down)) / (2 * h)
    return gradient


@mistake("numerical_gradient")
def whole_slopes(f, w, h=1e-5):
    """The slopes are cut to whole numbers: `np.zeros_like` of whole numbers has no room for more."""
    w = np.array(w)
    gradient = np.zeros_like(w)
    gradient[...] = _each(w, lambda w, unit: (f(w + h * unit) - f(w - h * unit)) / (2 * h))
    return gradient


@mistake("numerical_gradient")
def row_by_row(f, w, h=1e-5):
    """`w[i]` is a whole row when `w` is a table: `np.ndindex(w.shape)` visits every single entry."""
    w = np.array(w, dtype=float)
    gradient = np.zeros(w.shape)
    for i in range(len(w)):
        up, down = w.copy(), w.copy()
        up[i] += h
        down[i] -= h
        gradient[i] = (f(up) - f(down)) / (2 * h)
    return gradient


@mistake("numerical_gradient")
def f_of_a_flat_list(f, w, h=1e-5):
    """`f` is asked with a flat list of weights: it takes an array of the shape of `w`."""
    w = np.array(w, dtype=float)
    flat = w.ravel()
    return _each(flat, lambda flat, unit: (f(flat + h * unit) - f(flat - h * unit)) / (2 * h)).reshape(w.shape)


@mistake("numerical_gradient")
def flat_answer(f, w, h=1e-5):
    """The slopes stand in one line: give them the shape of `w`."""
    return _each(w, lambda w, unit: (f(w + h * unit) - f(w - h * unit)) / (2 * h)).ravel()


@mistake("numerical_gradient")
def first_slope_only(f, w, h=1e-5):
    """Only the first weight gets a slope: does the `return` stand inside the loop?"""
    gradient = _each(w, lambda w, unit: (f(w + h * unit) - f(w - h * unit)) / (2 * h))
    gradient.ravel()[1:] = 0
    return gradient


@mistake("numerical_gradient")
def steepness(f, w, h=1e-5):
    """This is one number, the length of the gradient: each weight keeps its own slope."""
    return np.linalg.norm(_each(w, lambda w, unit: (f(w + h * unit) - f(w - h * unit)) / (2 * h)))


@mistake("numerical_gradient")
def downhill(f, w, h=1e-5):
    """This is a step downhill from `w`: the slopes alone are asked for."""
    return np.asarray(w) - _each(w, lambda w, unit: (f(w + h * unit) - f(w - h * unit)) / (2 * h))
