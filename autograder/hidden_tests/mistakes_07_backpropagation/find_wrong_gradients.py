"""What typical errors compute for `find_wrong_gradients`."""

import numpy as np

from autograder.catalogue import mistake


def _felt(f, place, h=1e-5):
    felt = np.zeros(5)
    for i in range(5):
        nudge = np.zeros(5)
        nudge[i] = h
        felt[i] = (f(place + nudge) - f(place - nudge)) / (2 * h)
    return felt


def _differs(felt, said, tolerance=1e-4):
    return np.abs(felt - said).max() > tolerance * max(np.abs(felt).max(), np.abs(said).max())


def _named(candidates, places, differs=_differs, h=1e-5):
    """The names whose gradient differs from the felt one at any of the places."""
    return {
        name
        for name, (f, gradient) in candidates.items()
        if any(differs(_felt(f, place, h), np.asarray(gradient(place), dtype=float)) for place in places)
    }


def _places(rng, count=6):
    return [rng.normal(size=5) for _ in range(count)]


@mistake("find_wrong_gradients")
def the_right_ones(candidates, rng):
    """These are the names of the right ones: the wrong ones are asked for."""
    return set(candidates) - _named(candidates, _places(rng))


@mistake("find_wrong_gradients")
def one_place(candidates, rng):
    """A single place tells little: some gradients are wrong in a third of the places only."""
    return _named(candidates, _places(rng, 1))


@mistake("find_wrong_gradients")
def at_zero(candidates, rng):
    """You look at the place 0 only, where many wrong gradients are right: take random places."""
    return _named(candidates, [np.zeros(5)])


@mistake("find_wrong_gradients")
def at_ones(candidates, rng):
    """You look at one fixed place: take random places, with negative numbers among them."""
    return _named(candidates, [np.ones(5)])


@mistake("find_wrong_gradients")
def positive_places(candidates, rng):
    """All your places are positive, and some gradients are wrong only where a number is negative: use `rng.normal`."""
    return _named(candidates, [rng.random(5) for _ in range(6)])


@mistake("find_wrong_gradients")
def absolute_difference(candidates, rng):
    """A fixed tolerance is too wide for tiny slopes and too narrow for huge ones: compare with their size."""
    return _named(candidates, _places(rng), lambda felt, said: np.abs(felt - said).max() > 1e-4)


@mistake("find_wrong_gradients")
def by_allclose(candidates, rng):
    """`np.allclose` takes everything below 0.00000001 for equal: tiny slopes need a comparison with their own size."""
    return _named(candidates, _places(rng), lambda felt, said: not np.allclose(felt, said, rtol=1e-3))


@mistake("find_wrong_gradients")
def exactly_equal(candidates, rng):
    """Feeling is not exact, so right gradients differ in the last digits: allow one part in ten thousand."""
    return _named(candidates, _places(rng), lambda felt, said: bool(np.any(felt != said)))


@mistake("find_wrong_gradients")
def too_strict(candidates, rng):
    """The tolerance is too small: a right gradient may have been calculated with half the digits."""
    return _named(candidates, _places(rng), lambda felt, said: _differs(felt, said, 1e-9))


@mistake("find_wrong_gradients")
def too_lenient(candidates, rng):
    """The tolerance is too large: a gradient that is one per cent off is wrong."""
    return _named(candidates, _places(rng), lambda felt, said: _differs(felt, said, 0.05))


@mistake("find_wrong_gradients")
def long_nudges(candidates, rng):
    """The nudges are so long that the function bends between them: right gradients look wrong."""
    return _named(candidates, _places(rng), h=0.1)


@mistake("find_wrong_gradients")
def first_entry(candidates, rng):
    """Only the first of the five entries is compared: compare all of them."""
    return _named(candidates, _places(rng), lambda felt, said: _differs(felt[:1], said[:1]))


@mistake("find_wrong_gradients")
def sums(candidates, rng):
    """The sums of the entries are compared, and swapped entries have the same sum: compare entry by entry."""
    return _named(candidates, _places(rng), lambda felt, said: _differs(felt.sum(), said.sum()))


@mistake("find_wrong_gradients")
def lengths(candidates, rng):
    """Only the lengths are compared: a gradient that leads the other way has the same length."""
    return _named(candidates, _places(rng), lambda felt, said: _differs(np.linalg.norm(felt), np.linalg.norm(said)))


@mistake("find_wrong_gradients")
def directions(candidates, rng):
    """Only the directions are compared: a gradient that is twice as long is wrong, too."""

    def turned(felt, said):
        size = np.linalg.norm(felt) * np.linalg.norm(said)
        return bool(felt @ said < 0.99999 * size) if size else bool(np.any(felt != said))

    return _named(candidates, _places(rng), turned)


@mistake("find_wrong_gradients")
def signs(candidates, rng):
    """Only the signs are compared: the size of a slope matters as well."""
    return _named(candidates, _places(rng), lambda felt, said: bool(np.any(np.sign(felt.round(15)) != np.sign(said))))


@mistake("find_wrong_gradients")
def signed_differences(candidates, rng):
    """A claimed slope that is too large gives a negative difference: take the size of each difference."""

    def above(felt, said):
        return (felt - said).max() > 1e-4 * max(np.abs(felt).max(), np.abs(said).max())

    return _named(candidates, _places(rng), above)


@mistake("find_wrong_gradients")
def always_wrong_only(candidates, rng):
    """One place where they agree acquits a candidate here: a gradient is wrong as soon as one place disagrees."""
    places = _places(rng)
    return {
        name
        for name, (f, gradient) in candidates.items()
        if all(_differs(_felt(f, place), np.asarray(gradient(place), dtype=float)) for place in places)
    }


@mistake("find_wrong_gradients")
def first_candidate_only(candidates, rng):
    """Only the first candidate is examined: does the `return` stand inside the loop?"""
    name = next(iter(candidates))
    return _named({name: candidates[name]}, _places(rng))


@mistake("find_wrong_gradients")
def first_wrong_one_only(candidates, rng):
    """You stop at the first wrong one: go on through all candidates and collect the names."""
    return set(sorted(_named(candidates, _places(rng)), key=list(candidates).index)[:1])


@mistake("find_wrong_gradients")
def a_list(candidates, rng):
    """The names are right, and they come as a list: a set is asked for."""
    return sorted(_named(candidates, _places(rng)))


@mistake("find_wrong_gradients")
def divided_by_h(candidates, rng):
    """The felt slopes are twice too large: both nudges together are `2 * h` apart."""
    return _named(candidates, _places(rng), lambda felt, said: _differs(2 * felt, said))


@mistake("find_wrong_gradients")
def zero_by_zero(candidates, rng):
    """Where a function is flat, 0 is divided by 0, and the comparison fails: two zeros agree."""

    def differs(felt, said):
        with np.errstate(all="ignore"):
            return not np.all(np.abs(felt - said) / np.maximum(np.abs(felt), np.abs(said)) < 1e-3)

    return _named(candidates, _places(rng), differs)
