"""Right solutions of lesson 04, written differently."""

from functools import reduce
from itertools import pairwise

import numpy as np

from autograder.catalogue import alternative


def _relu(x):
    return np.where(np.asarray(x) > 0, x, 0)


@alternative("forward")
def asked_for_the_last(X, network):
    for number, (W, b) in enumerate(network):
        X = np.asarray(X) @ np.asarray(W) + np.asarray(b)
        if number < len(network) - 1:
            X = _relu(X)
    return X


@alternative("forward")
def relu_before_all_but_the_first(X, network):
    W, b = network[0]
    Z = np.matmul(X, W) + b
    for W, b in network[1:]:
        Z = np.matmul(Z * (Z > 0), W) + b
    return Z


@alternative("forward")
def reduced(X, network):
    *hidden, (W, b) = network
    H = reduce(lambda H, pair: _relu(np.dot(H, pair[0]) + pair[1]), hidden, X)
    return (np.dot(H, W) + np.array(b)).tolist()


@alternative("forward")
def recursive(X, network):
    W, b = network[0]
    Z = np.einsum("nd,dk->nk", np.asarray(X, float), np.asarray(W, float)) + b
    return Z if len(network) == 1 else recursive(np.maximum(Z, 0), network[1:])


@alternative("forward")
def in_single_precision(X, network):
    H = np.asarray(X, dtype=np.float32)
    for number, (W, b) in enumerate(network, start=1):
        H = H @ np.asarray(W, dtype=np.float32) + np.asarray(b, dtype=np.float32)
        H = H if number == len(network) else np.clip(H, 0, None)
    return H


@alternative("forward_all")
def kept_in_a_loop(X, network):
    kept = [X]
    for number, (W, b) in enumerate(network, start=1):
        Z = np.asarray(kept[-1]) @ np.asarray(W) + np.asarray(b)
        kept.append(Z if number == len(network) else _relu(Z))
    return kept


@alternative("forward_all")
def from_beginnings(X, network):
    hidden = [_relu(asked_for_the_last(X, network[:number])) for number in range(1, len(network))]
    return (np.array(X), *hidden, asked_for_the_last(X, network))


@alternative("forward_all")
def as_lists(X, network):
    return [np.asarray(entry).tolist() for entry in kept_in_a_loop(X, network)]


@alternative("forward_all")
def everything_in_single_precision(X, network):
    return [np.asarray(entry, dtype=np.float32) for entry in kept_in_a_loop(X, network)]


@alternative("init_network")
def in_a_loop(sizes, rng):
    network = []
    for i in range(len(sizes) - 1):
        W = rng.normal(0, (2 / sizes[i]) ** 0.5, (sizes[i], sizes[i + 1]))
        network.append((W, np.zeros(sizes[i + 1])))
    return network


@alternative("init_network")
def scaled_afterwards(sizes, rng):
    return [[rng.standard_normal((d, k)) * np.sqrt(2 / d), [0] * int(k)] for d, k in zip(sizes, sizes[1:])]


@alternative("init_network")
def last_layer_first(sizes, rng):
    pairs = list(pairwise(sizes))[::-1]
    return [(rng.standard_normal((k, d)).T / np.sqrt(d / 2), np.zeros(k)) for d, k in pairs][::-1]


@alternative("init_network")
def drawn_in_single_precision(sizes, rng):
    scales = [np.float32(np.sqrt(2.0 / d)) for d in sizes[:-1]]
    shapes = list(pairwise(sizes))
    weights = [scale * rng.standard_normal(shape, dtype=np.float32) for scale, shape in zip(scales, shapes)]
    return [(W, np.zeros(W.shape[1], dtype=np.float32)) for W in weights]


@alternative("init_network")
def all_in_one_draw(sizes, rng):
    counts = [d * k for d, k in pairwise(sizes)]
    numbers = np.split(rng.standard_normal(sum(counts)), np.cumsum(counts)[:-1])
    shapes = list(pairwise(sizes))
    return [(n.reshape(d, k) * np.sqrt(2 / d), np.zeros(k)) for n, (d, k) in zip(numbers, shapes)]


@alternative("predict")
def of_all_outputs(X, network):
    return asked_for_the_last(X, network).argmax(axis=-1)


@alternative("predict")
def row_by_row(X, network):
    return [int(np.argmax(row)) for row in asked_for_the_last(X, network)]


@alternative("predict")
def last_of_the_sorted(X, network):
    return np.argsort(asked_for_the_last(X, network), axis=1)[:, -1]


@alternative("predict")
def after_shares(X, network):
    outputs = asked_for_the_last(X, network)
    powers = np.exp(outputs - outputs.max(axis=1, keepdims=True))
    return (powers / powers.sum(axis=1, keepdims=True)).argmax(axis=1).astype(np.int32)


@alternative("predict")
def in_a_python_loop(X, network):
    labels = []
    for row in reduced(X, network):
        labels.append(row.index(max(row)))
    return tuple(labels)


@alternative("interpolate")
def with_a_loop(xs, ys):
    bends, slope = [], 0
    for i in range(len(xs) - 1):
        new = (ys[i + 1] - ys[i]) / (xs[i + 1] - xs[i])
        bends.append([new - slope])
        slope = new
    return [([[1] * len(bends)], [-x for x in xs[:-1]]), (bends, [ys[0]])]


@alternative("interpolate")
def with_a_hinge_at_every_point(xs, ys):
    xs, ys = np.array(xs, dtype=float), np.array(ys, dtype=float)
    slopes = np.concatenate([[0], np.diff(ys) / np.diff(xs), [0]])
    return [(np.ones((1, len(xs))), -xs), (np.diff(slopes)[:, None], ys[:1])]


@alternative("interpolate")
def from_the_right(xs, ys):
    xs, ys = np.array(xs, dtype=float), np.array(ys, dtype=float)
    slopes = -np.diff(ys)[::-1] / np.diff(xs)[::-1]
    return [(-np.ones((1, len(slopes))), xs[:0:-1]), (np.diff(slopes, prepend=0).reshape(-1, 1), ys[-1:])]


@alternative("interpolate")
def solved_for(xs, ys):
    xs, ys = np.array(xs, dtype=float), np.array(ys, dtype=float)
    hinges = np.maximum(0, xs[1:, None] - xs[None, :-1])
    return [(np.ones((1, len(xs) - 1)), -xs[:-1]), (np.linalg.solve(hinges, ys[1:] - ys[0])[:, None], ys[:1])]


@alternative("interpolate")
def as_a_weighted_average_of_tents(xs, ys):
    xs, ys = np.array(xs, dtype=float), np.array(ys, dtype=float)
    xs = np.concatenate([[xs[0] - 1], xs, [xs[-1] + 1]])
    places, weights = [], []
    for i, height in enumerate(ys, start=1):  # a tent is 1 at its own point and 0 at all others
        up, down = 1 / (xs[i] - xs[i - 1]), 1 / (xs[i + 1] - xs[i])
        places += [xs[i - 1], xs[i], xs[i + 1]]
        weights += [height * up, -height * (up + down), height * down]
    return [(np.ones((1, len(places))), -np.array(places)), (np.array(weights)[:, None], np.zeros(1))]
