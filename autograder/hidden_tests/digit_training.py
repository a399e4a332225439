"""Train and examine networks that read digits, for the hidden tests of lesson 08 and their mistakes."""

import itertools

import numpy as np

from autograder.alike import form


def train(X, labels, rng, sizes=(64, 48, 10), epochs=25, batch_size=32, rate=0.1, *, downhill=True, shuffled=True):
    """A network trained by plain steps with momentum; the switches make typical mistakes."""
    network = start(sizes, rng)
    velocity = [(np.zeros_like(W), np.zeros_like(b)) for W, b in network]
    sign = -1 if downhill else 1
    for epoch in range(epochs):
        order = rng.permutation(len(X)) if shuffled else np.arange(len(X))
        for first in range(0, len(X), batch_size):
            batch = order[first : first + batch_size]
            slopes = gradients(X[batch], labels[batch], network)
            velocity = [(0.9 * vW + dW, 0.9 * vb + db) for (vW, vb), (dW, db) in zip(velocity, slopes, strict=False)]
            step = sign * rate * (1 - epoch / epochs)
            network = [(W + step * vW, b + step * vb) for (W, b), (vW, vb) in zip(network, velocity, strict=False)]
    return network


def start(sizes, rng):
    """Random weights of the usual size, and biases of zero."""
    return [(rng.normal(0, np.sqrt(2 / d), size=(d, k)), np.zeros(k)) for d, k in itertools.pairwise(sizes)]


def gradients(X, labels, network):
    """Slopes of the mean cross-entropy, a `(dW, db)` for each layer."""
    inputs, Z = [], X
    for i, (W, b) in enumerate(network):
        inputs.append(np.maximum(Z, 0) if i else Z)
        Z = inputs[-1] @ W + b
    Z = np.exp(Z - Z.max(axis=1, keepdims=True))
    slope = Z / Z.sum(axis=1, keepdims=True)
    slope[np.arange(len(labels)), labels] -= 1
    slope /= len(labels)
    found = []
    for i in reversed(range(len(network))):
        found.append((inputs[i].T @ slope, slope.sum(axis=0)))
        slope = (slope @ network[i][0].T) * (inputs[i] > 0)
    return found[::-1]


def read(X, network):
    """The label that the network gives to each image."""
    with np.errstate(all="ignore"):
        for i, (W, b) in enumerate(network):
            X = (np.maximum(X, 0) if i else X) @ np.asarray(W, dtype=float) + np.asarray(b, dtype=float)
    return X.argmax(axis=1)


def share_right(network, X, labels):
    """Which share of the images is read right."""
    return float(np.mean(read(X, network) == labels))


def shapes(network):
    """The shapes of all weights and biases."""
    return [[form(part) for part in layer] for layer in network]


def misfit(network):
    """What is wrong with the form of a network that reads digits, in words; "" when nothing is."""
    if not isinstance(network, list | tuple) or not all(
        isinstance(one, list | tuple) and len(one) == 2 for one in network
    ):
        return "where a network is asked for: a list of (W, b)"
    width = 64
    for number, (W, b) in enumerate(shapes(network), 1):
        if W is None or len(W) != 2 or W[0] != width or b != W[1:]:
            return f"where W of layer {number} should have {width} rows, and b one number for each column"
        width = W[1]
    if width != 10:
        return "where the last layer should have 10 outputs"
    return "" if len(network) > 1 else "where at least one hidden layer is asked for"


def reading(network, X, labels, unseen, truth):
    """What tells one way of training from another: the form, and how well the network reads, in large steps."""
    if problem := misfit(network):
        return {"form": problem, "shapes": shapes(network)}
    parts = [np.asarray(part, dtype=float) for layer in network for part in layer]
    scaled = (unseen - X.mean(axis=0)) / np.where(X.std(axis=0) > 0, X.std(axis=0), 1)
    return {
        "finite": all(np.isfinite(part).all() for part in parts),
        "moved": any(part.any() for part in parts[1::2]),
        "unseen": _step(share_right(network, unseen, truth), 0.3, 0.6),
        "seen": _step(share_right(network, X, labels), 0.3, 0.6, 0.95),
        "scaled": share_right(network, scaled, truth) > share_right(network, unseen, truth) + 0.1,
        "alike": all(np.ptp(part, axis=1).max() < 1e-9 for part in parts[:1]),
        "answers": len(set(read(unseen, network).tolist())) > 1,
    }


def _step(share, *bounds):
    return sum(share >= bound for bound in bounds)
