"""What typical errors compute for `split`."""

import numpy as np

from autograder.catalogue import mistake


def _parts(X, labels, train, test):
    X, labels = np.asarray(X), np.asarray(labels)
    return X[train], labels[train], X[test], labels[test]


def _cut(X, test_fraction):
    return round(len(X) * test_fraction)


@mistake("split")
def first_ones(X, labels, test_fraction, rng):
    """The first examples become the test set: shuffle before you cut."""
    order = np.arange(len(X))
    return _parts(X, labels, order[_cut(X, test_fraction) :], order[: _cut(X, test_fraction)])


@mistake("split")
def last_ones(X, labels, test_fraction, rng):
    """The last examples become the test set: shuffle before you cut."""
    order = np.arange(len(X))
    count = len(X) - _cut(X, test_fraction)
    return _parts(X, labels, order[:count], order[count:])


@mistake("split")
def every_so_many(X, labels, test_fraction, rng):
    """The test set is spread evenly and not by chance: take the order from `rng`."""
    test = np.floor(np.arange(_cut(X, test_fraction)) / max(test_fraction, 1e-9)).astype(int)
    return _parts(X, labels, np.setdiff1d(np.arange(len(X)), test), test)


@mistake("split")
def labels_apart(X, labels, test_fraction, rng):
    """Examples and labels do not fit any more, one of them is shuffled otherwise: use the same order for both."""
    X, labels = np.asarray(X)[rng.permutation(len(X))], np.asarray(labels)[rng.permutation(len(X))]
    count = _cut(X, test_fraction)
    return X[count:], labels[count:], X[:count], labels[:count]


@mistake("split")
def columns_shuffled(X, labels, test_fraction, rng):
    """The columns are shuffled as well: every example keeps its inputs in their order."""
    X = np.asarray(X)[:, rng.permutation(np.shape(X)[1])]
    order, count = rng.permutation(len(X)), _cut(X, test_fraction)
    return _parts(X, labels, order[count:], order[:count])


@mistake("split")
def numbers_shuffled(X, labels, test_fraction, rng):
    """Every number is shuffled on its own, and no example is left in one piece: shuffle whole rows."""
    X = rng.permuted(np.asarray(X))
    order, count = rng.permutation(len(X)), _cut(X, test_fraction)
    return _parts(X, labels, order[count:], order[:count])


@mistake("split")
def drawn_with_replacement(X, labels, test_fraction, rng):
    """Some examples are drawn twice and others are lost: cut one permutation in two, or draw with `replace=False`."""
    order, count = rng.integers(0, len(X), size=len(X)), _cut(X, test_fraction)
    return _parts(X, labels, order[count:], order[:count])


@mistake("split")
def two_permutations(X, labels, test_fraction, rng):
    """Training and test set come from two different orders, so they overlap: cut one order in two."""
    count = _cut(X, test_fraction)
    return _parts(X, labels, rng.permutation(len(X))[count:], rng.permutation(len(X))[:count])


@mistake("split")
def trained_on_everything(X, labels, test_fraction, rng):
    """All examples are in the training set, the hidden ones too: leave those out."""
    order = rng.permutation(len(X))
    return _parts(X, labels, order, order[: _cut(X, test_fraction)])


@mistake("split")
def fraction_of_training(X, labels, test_fraction, rng):
    """Training and test set are swapped: the fraction says how much goes to the *test* set, which comes last."""
    order, count = rng.permutation(len(X)), _cut(X, test_fraction)
    return _parts(X, labels, order[:count], order[count:])


@mistake("split")
def rounded_down(X, labels, test_fraction, rng):
    """`int` cuts what stands after the point: use `round`."""
    order, count = rng.permutation(len(X)), int(len(X) * test_fraction)
    return _parts(X, labels, order[count:], order[:count])


@mistake("split")
def rounded_up(X, labels, test_fraction, rng):
    """The size of the test set is always rounded up: use `round`."""
    order, count = rng.permutation(len(X)), int(np.ceil(len(X) * test_fraction))
    return _parts(X, labels, order[count:], order[:count])


@mistake("split")
def counted_from_the_end(X, labels, test_fraction, rng):
    """With no test example, `order[:-0]` is empty and everything lands in the test set: count from the front."""
    order, count = rng.permutation(len(X)), _cut(X, test_fraction)
    return _parts(X, labels, order[:-count], order[-count:])


@mistake("split")
def at_least_one(X, labels, test_fraction, rng):
    """The test set has `round(n * test_fraction)` examples, and that may be none."""
    order, count = rng.permutation(len(X)), max(1, _cut(X, test_fraction))
    return _parts(X, labels, order[count:], order[:count])


@mistake("split")
def one_lost(X, labels, test_fraction, rng):
    """One example gets lost at the cut: where one slice ends, the next begins."""
    order, count = rng.permutation(len(X)), _cut(X, test_fraction)
    return _parts(X, labels, order[count + 1 :], order[:count])


@mistake("split")
def order_of_scikit_learn(X, labels, test_fraction, rng):
    """The four parts come in another order: X_train, labels_train, X_test, labels_test."""
    order, count = rng.permutation(len(X)), _cut(X, test_fraction)
    X_train, labels_train, X_test, labels_test = _parts(X, labels, order[count:], order[:count])
    return X_train, X_test, labels_train, labels_test


@mistake("split")
def own_generator(X, labels, test_fraction, rng):
    """The chance comes from elsewhere: with the same seed, only `rng` gives the same split again."""
    order, count = np.random.default_rng().permutation(len(X)), _cut(X, test_fraction)
    return _parts(X, labels, order[count:], order[:count])


@mistake("split")
def same_split_always(X, labels, test_fraction, rng):
    """It makes a generator of its own with a fixed seed, so the split is always the same: draw from `rng`."""
    order, count = np.random.default_rng(0).permutation(len(X)), _cut(X, test_fraction)
    return _parts(X, labels, order[count:], order[:count])


@mistake("split")
def neighbours(X, labels, test_fraction, rng):
    """The test set is a block of neighbours that starts at a random place: shuffle all examples."""
    order = np.roll(np.arange(len(X)), rng.integers(len(X)))
    count = _cut(X, test_fraction)
    return _parts(X, labels, order[count:], order[:count])


@mistake("split")
def lists_indexed(X, labels, test_fraction, rng):
    """A list takes no list of numbers as index: turn examples and labels into arrays first."""
    order, count = rng.permutation(len(X)), _cut(X, test_fraction)
    return X[order[count:]], labels[order[count:]], X[order[:count]], labels[order[:count]]


@mistake("split")
def shuffled_in_place(X, labels, test_fraction, rng):
    """`rng.shuffle` and assignments to `X[...]` change the caller's own data: make new arrays."""
    order, count = rng.permutation(len(X)), _cut(X, test_fraction)
    parts = _parts(X, labels, order[count:], order[:count])
    X[:], labels[:] = np.concatenate([parts[2], parts[0]]), np.concatenate([parts[3], parts[1]])
    return parts
