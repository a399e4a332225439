"""What typical errors compute for `interpolate`."""

import numpy as np

from autograder.catalogue import mistake


def _parts(xs, ys):
    xs, ys = np.asarray(xs, dtype=float), np.asarray(ys, dtype=float)
    slopes = np.diff(ys) / np.diff(xs)
    return xs, ys, slopes, np.diff(slopes, prepend=0)


def _network(places, weights, start):
    weights = np.asarray(weights, dtype=float)
    return [
        (np.ones((1, len(weights))), -np.asarray(places, dtype=float)),
        (weights[:, None], np.array([float(start)])),
    ]


@mistake("interpolate")
def slopes_as_weights(xs, ys):
    """The slopes themselves are the weights: every hinge keeps rising, so only the *change* of the slope is added."""
    xs, ys, slopes, _ = _parts(xs, ys)
    return _network(xs[:-1], slopes, ys[0])


@mistake("interpolate")
def rises_as_weights(xs, ys):
    """The rises from point to point are taken for slopes: divide each by the width of its piece."""
    xs, ys, _, _ = _parts(xs, ys)
    return _network(xs[:-1], np.diff(np.diff(ys), prepend=0), ys[0])


@mistake("interpolate")
def plain_rises_as_weights(xs, ys):
    """The weights are the rises from point to point: first make slopes of them, then take the changes of the slope."""
    xs, ys, _, _ = _parts(xs, ys)
    return _network(xs[:-1], np.diff(ys), ys[0])


@mistake("interpolate")
def heights_as_weights(xs, ys):
    """The heights of the points are the weights: a hinge adds slope, so its weight is a change of slope."""
    xs, ys, _, _ = _parts(xs, ys)
    return _network(xs[:-1], ys[:-1], 0)


@mistake("interpolate")
def start_forgotten(xs, ys):
    """The curve starts at height 0: the last bias is the height of the first point."""
    xs, _, _, bends = _parts(xs, ys)
    return _network(xs[:-1], bends, 0)


@mistake("interpolate")
def starts_at_the_last_height(xs, ys):
    """The curve starts at the height of the last point: the last bias is the height of the *first*."""
    xs, ys, _, bends = _parts(xs, ys)
    return _network(xs[:-1], bends, ys[-1])


@mistake("interpolate")
def starts_at_the_average(xs, ys):
    """The curve starts at the average height: the last bias is the height of the first point."""
    xs, ys, _, bends = _parts(xs, ys)
    return _network(xs[:-1], bends, ys.mean())


@mistake("interpolate")
def places_with_the_wrong_sign(xs, ys):
    """The hinges sit at the mirrored places: relu(x - c) has the bias *minus* c."""
    xs, ys, _, bends = _parts(xs, ys)
    return _network(-xs[:-1], bends, ys[0])


@mistake("interpolate")
def hinges_one_point_late(xs, ys):
    """Every hinge sits one point too far to the right: the slope of a piece begins at its *left* end."""
    xs, ys, _, bends = _parts(xs, ys)
    return _network(xs[1:], bends, ys[0])


@mistake("interpolate")
def all_at_zero(xs, ys):
    """All hinges sit at 0: each has its own place, and that is its bias."""
    xs, ys, _, bends = _parts(xs, ys)
    return _network(np.zeros(len(bends)), bends, ys[0])


@mistake("interpolate")
def first_slope_forgotten(xs, ys):
    """The curve starts flat: the first bend is the first slope."""
    xs, ys, _, bends = _parts(xs, ys)
    return _network(xs[:-1], np.concatenate([[0.0], bends[1:]]), ys[0])


@mistake("interpolate")
def bends_with_the_wrong_sign(xs, ys):
    """The bends after the first have the wrong sign: new slope minus old slope."""
    xs, ys, _, bends = _parts(xs, ys)
    return _network(xs[:-1], np.concatenate([bends[:1], -bends[1:]]), ys[0])


@mistake("interpolate")
def upside_down(xs, ys):
    """The slopes stand on their heads: how much y changes, divided by how much x changes."""
    xs, ys, _, _ = _parts(xs, ys)
    slopes = np.diff(xs) / np.where(np.diff(ys) == 0, 1e-9, np.diff(ys))
    return _network(xs[:-1], np.diff(slopes, prepend=0), ys[0])


@mistake("interpolate")
def one_slope_for_all(xs, ys):
    """One straight line from the first point to the last: every piece has a slope of its own."""
    xs, ys, _, _ = _parts(xs, ys)
    return _network(xs[:1], [(ys[-1] - ys[0]) / (xs[-1] - xs[0])], ys[0])


@mistake("interpolate")
def last_piece_missing(xs, ys):
    """The last piece is missing: n points have n - 1 pieces, each with a hinge."""
    xs, ys, _, bends = _parts(xs, ys)
    return _network(xs[:-2], bends[:-1], ys[0])


@mistake("interpolate")
def distances_between_hinges(xs, ys):
    """All pieces are taken as 1 wide: the hinges sit at the `xs` themselves."""
    xs, ys, _, bends = _parts(xs, ys)
    return _network(xs[0] + np.arange(len(bends)), bends, ys[0])


@mistake("interpolate")
def steps(xs, ys):
    """The curve jumps from height to height: it should go straight from point to point."""
    xs, ys, _, _ = _parts(xs, ys)
    width = 1e-3 * np.diff(xs).min()
    places = np.concatenate([xs[1:] - width, xs[1:]])
    return _network(places, np.concatenate([np.diff(ys), -np.diff(ys)]) / width, ys[0])


@mistake("interpolate")
def weights_in_a_row(xs, ys):
    """The last weights stand in a row: a layer from `m` values to 1 has `m` rows and 1 column."""
    xs, ys, _, bends = _parts(xs, ys)
    return [(np.ones((1, len(bends))), -xs[:-1]), (bends[None, :], ys[:1])]


@mistake("interpolate")
def weights_without_a_column(xs, ys):
    """The last weights are a plain list: `W` is a table, here of shape `(m, 1)`."""
    xs, ys, _, bends = _parts(xs, ys)
    return [(np.ones((1, len(bends))), -xs[:-1]), (bends, ys[:1])]


@mistake("interpolate")
def first_weights_in_a_column(xs, ys):
    """The first weights stand in a column: a layer from 1 value to `m` has 1 row and `m` columns."""
    xs, ys, _, bends = _parts(xs, ys)
    return [(np.ones((len(bends), 1)), -xs[:-1]), (bends[:, None], ys[:1])]


@mistake("interpolate")
def plain_last_bias(xs, ys):
    """The last bias is a plain number: `b` is a list, here with one number in it, shape `(1,)`."""
    xs, ys, _, bends = _parts(xs, ys)
    return [(np.ones((1, len(bends))), -xs[:-1]), (bends[:, None], ys[0])]


@mistake("interpolate")
def heights(xs, ys):
    """These are heights: a network is asked for, a list of two layers `(W, b)`."""
    return np.interp(np.linspace(xs[0], xs[-1], 50), xs, ys)


@mistake("interpolate")
def four_arrays(xs, ys):
    """These are four arrays: a network is a list of pairs, `[(W1, b1), (W2, b2)]`."""
    xs, ys, _, bends = _parts(xs, ys)
    return np.ones((1, len(bends))), -xs[:-1], bends[:, None], ys[:1]


@mistake("interpolate")
def lists_subtracted(xs, ys):
    """Lists cannot be subtracted or sliced like arrays: turn `xs` and `ys` into arrays first."""
    slopes = (ys[1:] - ys[:-1]) / (xs[1:] - xs[:-1])
    return _network(xs[:-1], np.diff(slopes, prepend=0), ys[0])


@mistake("interpolate")
def first_hinge_forgotten(xs, ys):
    """The first hinge is missing, and with it the first slope: it sits at the first point."""
    xs, ys, _, bends = _parts(xs, ys)
    return _network(xs[1:-1], bends[1:], ys[0])


@mistake("interpolate")
def more_hinges_than_weights(xs, ys):
    """There is a hinge for each point, and a weight for each *piece*: the last point needs no hinge."""
    xs, ys, _, bends = _parts(xs, ys)
    return [(np.ones((1, len(xs))), -xs), (bends[:, None], ys[:1])]


@mistake("interpolate")
def slope_minus_the_next(xs, ys):
    """The bends are taken from the wrong side: a bend is the slope *after* the point minus the slope before it."""
    xs, ys, slopes, _ = _parts(xs, ys)
    return _network(xs[:-1], slopes - np.append(slopes[1:], 0), ys[0])
