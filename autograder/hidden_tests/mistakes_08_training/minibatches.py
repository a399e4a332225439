"""What typical errors compute for `minibatches`."""

import numpy as np

from autograder.catalogue import mistake


@mistake("minibatches")
def not_shuffled(count, batch_size, rng):
    """The indices come in their old order: shuffle all of them first, with the rng."""
    return [np.arange(count)[i : i + batch_size] for i in range(0, count, batch_size)]


@mistake("minibatches")
def batches_shuffled(count, batch_size, rng):
    """The batches change places, but what is inside them does not: shuffle the indices before you cut."""
    batches = [np.arange(count)[i : i + batch_size] for i in range(0, count, batch_size)]
    return [batches[i] for i in rng.permutation(len(batches))]


@mistake("minibatches")
def shuffled_inside(count, batch_size, rng):
    """Each batch is shuffled by itself, and neighbours stay together: shuffle all indices before you cut."""
    batches = [np.arange(count)[i : i + batch_size] for i in range(0, count, batch_size)]
    return [rng.permutation(batch) for batch in batches]


@mistake("minibatches")
def short_batch_dropped(count, batch_size, rng):
    """The last, short batch is missing: its examples want to be learned from, too."""
    order = rng.permutation(count)
    return [order[i : i + batch_size] for i in range(0, count - batch_size + 1, batch_size)]


@mistake("minibatches")
def one_too_many(count, batch_size, rng):
    """When everything fits there is no short batch: an empty one is left over at the end."""
    order = rng.permutation(count)
    return [order[i * batch_size : (i + 1) * batch_size] for i in range(count // batch_size + 1)]


@mistake("minibatches")
def overlapping(count, batch_size, rng):
    """The batches overlap: the next one begins where the one before it ended."""
    order = rng.permutation(count)
    return [order[i : i + batch_size] for i in range(count)]


@mistake("minibatches")
def as_many_as_the_size(count, batch_size, rng):
    """These are `batch_size` batches: the number says how many indices are in each of them."""
    return np.array_split(rng.permutation(count), batch_size)


@mistake("minibatches")
def split_evenly(count, batch_size, rng):
    """The rest is spread over several batches: only the last one may be short."""
    return np.array_split(rng.permutation(count), -(-count // batch_size))


@mistake("minibatches")
def short_batch_first(count, batch_size, rng):
    """The short batch comes first: cut full batches from the beginning, and leave the rest for the end."""
    order = rng.permutation(count)
    rest = count % batch_size
    pieces = [order[:rest]] if rest else []
    return pieces + [order[i : i + batch_size] for i in range(rest, count, batch_size)]


@mistake("minibatches")
def drawn_with_repeats(count, batch_size, rng):
    """Some indices come twice and others never: deal all of them out, instead of drawing anew each time."""
    return [rng.integers(0, count, size=min(batch_size, count - i)) for i in range(0, count, batch_size)]


@mistake("minibatches")
def each_batch_drawn_alone(count, batch_size, rng):
    """Each batch is drawn from all indices again: an index that is in one batch must not come back in another."""
    sizes = [min(batch_size, count - i) for i in range(0, count, batch_size)]
    return [rng.choice(count, size=size, replace=False) for size in sizes]


@mistake("minibatches")
def counted_from_one(count, batch_size, rng):
    """The indices begin at 1: the first row of an array has the index 0."""
    order = rng.permutation(count) + 1
    return [order[i : i + batch_size] for i in range(0, count, batch_size)]


@mistake("minibatches")
def end_left_out(count, batch_size, rng):
    """Each batch is one index too short: `order[i : i + n]` has `n` entries already."""
    order = rng.permutation(count)
    return [order[i : i + batch_size - 1] for i in range(0, count, batch_size)]


@mistake("minibatches")
def first_batch_only(count, batch_size, rng):
    """Only the first batch is given back: does the `return` stand inside the loop?"""
    return [rng.permutation(count)[:batch_size]]


@mistake("minibatches")
def one_long_list(count, batch_size, rng):
    """The indices are shuffled, and still in one piece: cut them into batches."""
    return rng.permutation(count)


@mistake("minibatches")
def given_bit_by_bit(count, batch_size, rng):
    """`yield` makes a generator: collect the batches in a list and give that back."""
    order = rng.permutation(count)
    return (order[i : i + batch_size] for i in range(0, count, batch_size))


@mistake("minibatches")
def floats(count, batch_size, rng):
    """The indices are floats, and an array takes only whole numbers as indices."""
    order = rng.permutation(count) * 1.0
    return [order[i : i + batch_size] for i in range(0, count, batch_size)]


@mistake("minibatches")
def other_chance(count, batch_size, rng):
    """Chance comes from somewhere else than the rng that was given: the same rng has to give the same batches."""
    order = np.random.permutation(count)
    return [order[i : i + batch_size] for i in range(0, count, batch_size)]


@mistake("minibatches")
def always_the_same(count, batch_size, rng):
    """The batches are the same every time: use the rng that was given, and make no new one."""
    order = np.random.default_rng(0).permutation(count)
    return [order[i : i + batch_size] for i in range(0, count, batch_size)]


@mistake("minibatches")
def begins_somewhere(count, batch_size, rng):
    """Chance chooses only where to begin: every order has to be possible."""
    order = (np.arange(count) + rng.integers(count)) % count
    return [order[i : i + batch_size] for i in range(0, count, batch_size)]


@mistake("minibatches")
def last_kept_last(count, batch_size, rng):
    """The last index stays at its place: chance may put every index everywhere."""
    order = np.append(rng.permutation(count - 1), count - 1)
    return [order[i : i + batch_size] for i in range(0, count, batch_size)]
