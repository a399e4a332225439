"""A network of two layers whose backward pass has bugs on purpose, and which learns all the same.

The forward pass is right: `scores = relu(X @ W1 + b1) @ W2 + b2`. Each bug spoils the way back at one place.
"""

from itertools import pairwise

import numpy as np

BUGS = {
    "none": "every gradient is right",
    "no mask": "ReLU lets every gradient through",
    "biases averaged": "the slopes of the biases are divided by the examples twice",
    "biases frozen": "the slopes of the biases are zero",
    "W2 too new": "the second layer's weights have already moved when the gradient passes through them",
    "one left out": "the last example of each batch has no part in W1",
}
RATE = 0.05
Network = list[tuple[np.ndarray, np.ndarray]]


def gradients_on_the_way(bug: str, X: np.ndarray, labels: np.ndarray, network: Network) -> dict[str, np.ndarray]:
    """What the mean loss' gradient is said to be at each place, in the order in which the backward pass meets them.

    Z2 are the scores (n, k), A1 the hidden values after ReLU and Z1 before it (n, h); the rest are the weights.
    """
    W1, b1, W2, b2 = *network[0], *network[1]
    Z1 = X @ W1 + b1
    A1 = np.maximum(Z1, 0)
    Z2 = A1 @ W2 + b2
    said = np.exp(Z2 - Z2.max(axis=1, keepdims=True))
    dZ2 = said / said.sum(axis=1, keepdims=True)
    dZ2[np.arange(len(labels)), labels] -= 1
    dZ2 /= len(labels)
    dW2 = A1.T @ dZ2
    dA1 = dZ2 @ (W2 - RATE * dW2 if bug == "W2 too new" else W2).T
    dZ1 = dA1 if bug == "no mask" else dA1 * (Z1 > 0)
    dW1 = X[:-1].T @ dZ1[:-1] if bug == "one left out" else X.T @ dZ1
    factor = {"biases averaged": 1 / len(labels), "biases frozen": 0.0}.get(bug, 1.0)
    db1, db2 = factor * dZ1.sum(axis=0), factor * dZ2.sum(axis=0)
    return {"Z2": dZ2, "W2": dW2, "b2": db2, "A1": dA1, "Z1": dZ1, "W1": dW1, "b1": db1}


def train_with_bug(bug: str, X: np.ndarray, labels: np.ndarray, rng: np.random.Generator, hidden: int = 32) -> Network:
    """Twenty times through the examples, downhill in batches of 32, with the gradients that the bug leaves."""
    sizes = (X.shape[1], hidden, int(labels.max()) + 1)
    network = [(rng.normal(0, np.sqrt(2 / d), (d, k)), np.zeros(k)) for d, k in pairwise(sizes)]
    for _ in range(20):
        order = rng.permutation(len(labels))
        for batch in np.split(order, range(32, len(order), 32)):
            slopes = gradients_on_the_way(bug, X[batch], labels[batch], network)
            network = [(W - RATE * slopes[f"W{i}"], b - RATE * slopes[f"b{i}"]) for i, (W, b) in enumerate(network, 1)]
    return network
