"""What typical errors compute for `is_softmax`."""

import numpy as np

from autograder.catalogue import mistake

_SMALL = [[1.5, 0.25, -2.0], [0.5, 3.0, -0.75]]
_QUESTIONS = [_SMALL, [[0.3, -1.2], [2.0, 2.5], [-0.5, 1.0]], [[0.0, 1.0, 2.5], [1.0, -1.0, 0.0], [-2.0, 1.5, 0.7]]]
_LARGE = [[1000.0, 999.0, 0.0], [-1000.0, -1001.0, -1003.0]]
_APART = [[-1000.0, 1000.0, -999.0], [1.0, 2.0, 0.5]]


def _expected(Z):
    Z = np.array(Z)
    powers = np.exp(Z - Z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def _close(f, Z, tolerance=1e-4):
    given = np.array(Z)
    answer = np.asarray(f(given), dtype=float)
    right = _expected(Z)
    return (
        answer.shape == right.shape
        and bool(np.all(abs(answer - right) <= tolerance))
        and np.array_equal(given, np.array(Z))
    )


def _agrees(f, *tables, tolerance=1e-4):
    try:
        return all(_close(f, Z, tolerance) for Z in tables)
    except Exception:
        return False


def _usual(f):
    return _agrees(f, *_QUESTIONS, _LARGE, _APART)


def _numbers(f, Z):
    return np.asarray(f(np.array(Z)), dtype=float)


@mistake("is_softmax")
def believes_everything(f):
    """This says True to every function: ask `f` for shares that you know, and compare."""
    return True


@mistake("is_softmax")
def believes_nothing(f):
    """This says False to right ones, too: try it with your own `softmax`, one question after the other."""
    return False


@mistake("is_softmax")
def answers_the_other_way(f):
    """The answer is the wrong way round: True means that `f` is right."""
    return not _usual(f)


@mistake("is_softmax")
def sums_only(f):
    """Rows that sum to 1 are not enough, many wrong ones have them: compare with shares that you calculate yourself."""
    try:
        return all(np.allclose(_numbers(f, Z).sum(axis=1), 1) for Z in [*_QUESTIONS[:2], _LARGE, _APART])
    except Exception:
        return False


@mistake("is_softmax")
def positive_and_sums_only(f):
    """Positive rows with sum 1 are not enough: the shares have to be the powers of e, so compare the numbers."""
    try:
        answers = [_numbers(f, Z) for Z in [*_QUESTIONS, _LARGE, _APART]]
        return all(bool((answer >= 0).all()) and np.allclose(answer.sum(axis=1), 1) for answer in answers)
    except Exception:
        return False


@mistake("is_softmax")
def order_only(f):
    """The order of the shares is not enough: how large they are matters, too."""
    try:
        answers = [_numbers(f, Z) for Z in _QUESTIONS]
        return all((answer.argmax(axis=1) == np.argmax(Z, axis=1)).all() for answer, Z in zip(answers, _QUESTIONS))
    except Exception:
        return False


@mistake("is_softmax")
def moved_scores_only(f):
    """Adding a number to all scores changes nothing: some wrong ones pass this, too. Compare with known shares."""
    try:
        Z = np.array(_SMALL)
        return bool(np.allclose(f(Z), f(Z + 5)) and np.allclose(f(Z), f(Z - 1000))) and _agrees(f, [[2.0, 2.0]])
    except Exception:
        return False


@mistake("is_softmax")
def one_row_only(f):
    """A table with one row hides what happens between rows: ask with several."""
    return _agrees(f, [[1.5, 0.25, -2.0]], [[1000.0, 999.0, 0.0]], [[-1000.0, 1000.0, -999.0]])


@mistake("is_softmax")
def rising_scores_only(f):
    """Scores that rise along the row hide a wrong order: mix them."""
    return _agrees(f, [[-2.0, 0.25, 1.5], [-0.75, 0.5, 3.0]], [[0.0, 999.0, 1000.0], [-1003.0, -1001.0, -1000.0]])


@mistake("is_softmax")
def methods_of_arrays(f):
    """A right one may give lists, which have no `.sum()` and no `.shape`: use `np.asarray` on its answer first."""
    answers = [f(np.array(Z)) for Z in _QUESTIONS]
    return all(bool(np.allclose(answer.sum(axis=1), 1)) for answer in answers)


@mistake("is_softmax")
def equal_scores_only(f):
    """Equal scores give equal shares in many wrong ways: ask with scores that differ."""
    return _agrees(f, [[0.5, 0.5, 0.5], [2.0, 2.0, 2.0]], [[1000.0, 1000.0], [-1000.0, -1000.0], [0.0, 0.0]])


@mistake("is_softmax")
def small_scores_only(f):
    """Large scores bring out more wrong ones: ask with 1000, which overflows in some."""
    return _agrees(f, *_QUESTIONS)


@mistake("is_softmax")
def large_in_every_row(f):
    """Ask for a table in which one row lies far below another: what is right for one must not spoil the other."""
    return _agrees(f, *_QUESTIONS, [[1000.0, 999.0, 998.0], [1001.0, 1000.0, 999.5]], [[-1000.0, 1000.0, -999.0]])


@mistake("is_softmax")
def never_far_apart(f):
    """Ask for a row whose own scores lie far apart, such as -1000, -999 and 1000."""
    return _agrees(f, *_QUESTIONS, [[1000.0, 999.0, 998.0], [-1000.0, -1001.0, -1003.0]])


@mistake("is_softmax")
def positive_scores_only(f):
    """Negative scores bring out more wrong ones: mix the signs."""
    return _agrees(
        f, [[1.5, 0.25, 2.0], [0.5, 3.0, 0.75]], [[1000.0, 999.0, 0.0], [0.0, 1.0, 3.0]], [[900.0, 0.0], [1.0, 2.0]]
    )


@mistake("is_softmax")
def arguments_not_compared(f):
    """What happens to the scores is not asked: keep a copy, and compare it with them afterwards."""
    try:
        tables = [*_QUESTIONS, _LARGE, _APART]
        answers = [_numbers(f, Z) for Z in tables]
        shapes = all(answer.shape == np.shape(Z) for answer, Z in zip(answers, tables))
        return shapes and all(np.allclose(answer, _expected(Z), atol=1e-4) for answer, Z in zip(answers, tables))
    except Exception:
        return False


@mistake("is_softmax")
def shapes_not_compared(f):
    """NumPy stretches another shape until it fits: compare the shape of the answer with that of the scores."""
    try:
        for Z in [*_QUESTIONS, _LARGE, _APART]:
            given = np.array(Z)
            if not np.allclose(f(given), _expected(Z), atol=1e-4) or given.tolist() != Z:
                return False
    except Exception:
        return False
    return True


@mistake("is_softmax")
def exactly_equal(f):
    """A right one may calculate in another order or with fewer digits: compare with `np.allclose(..., atol=1e-4)`."""
    return _agrees(f, *_QUESTIONS, _LARGE, _APART, tolerance=0.0)


@mistake("is_softmax")
def too_strict(f):
    """A right one may calculate with half the digits: allow a little more than the last of them."""
    return _agrees(f, *_QUESTIONS, _LARGE, _APART, tolerance=1e-12)


@mistake("is_softmax")
def too_generous(f):
    """So much tolerance lets wrong ones through: right ones differ in the sixth digit at most."""
    return _agrees(f, *_QUESTIONS, _LARGE, _APART, tolerance=0.02)


@mistake("is_softmax")
def arrays_only(f):
    """A right one may give lists: turn its answer into an array with `np.asarray` before you look at it."""
    try:
        return isinstance(f(np.array(_SMALL)), np.ndarray) and _usual(f)
    except Exception:
        return False


@mistake("is_softmax")
def crashes_with_a_wrong_one(f):
    """An answer of another shape, or an error in `f`, is no reason to stop: look at the shape first and use `try`."""
    answers = [np.asarray(f(np.array(Z))) - _expected(Z) for Z in [*_QUESTIONS, _LARGE, _APART]]
    return all(bool(np.all(abs(answer) < 1e-4)) for answer in answers) and _usual(f)


@mistake("is_softmax")
def nan_passes(f):
    """Comparing with `nan` says False both ways: turn the question round, so that only what is close passes."""
    try:
        if any(np.any(abs(_numbers(f, Z) - _expected(Z)) > 1e-4) for Z in [_LARGE, _APART]):
            return False
    except Exception:
        return False
    return _agrees(f, *_QUESTIONS)


@mistake("is_softmax")
def says_it_in_words(f):
    """The answer is True or False, without quotes around it."""
    return "True" if _usual(f) else "False"
