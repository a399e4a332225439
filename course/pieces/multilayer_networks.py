"""Pieces built in 04_multilayer_networks. `make build` writes this file: change solutions/04_multilayer_networks.py."""

from itertools import pairwise
import numpy as np
from course.pieces.layers import layer
from course.pieces.special_operation import relu


def forward(X, network):
    """What `network`, a list of `(W, b)`, makes of the rows of `X`: `(n, d)` becomes `(n, k)`.

    >>> forward([[0], [20], [30]], [([[1, 1]], [0, -20]), ([[1], [-2]], [-10])])
    array([[-10],
           [ 10],
           [  0]])
    """
    for W, b in network[:-1]:
        X = relu(layer(X, W, b))
    W, b = network[-1]
    return layer(X, W, b)


def forward_all(X, network):
    """A list: `X`, the activations of each hidden layer, and the output.

    >>> forward_all([[30]], [([[1, 1]], [0, -20]), ([[1], [-2]], [-10])])
    [array([[30]]), array([[30, 10]]), array([[0]])]
    """
    activations = [np.asarray(X)]
    for W, b in network[:-1]:
        activations.append(relu(layer(activations[-1], W, b)))
    W, b = network[-1]
    return [*activations, layer(activations[-1], W, b)]


def init_network(sizes, rng):
    """A network with these layer sizes: He-normal weights, zero biases.

    >>> [(W.shape, b.shape) for W, b in init_network([3, 4, 2], np.random.default_rng(0))]
    [((3, 4), (4,)), ((4, 2), (2,))]
    """
    network = []
    for d, k in pairwise(sizes):
        network.append((rng.normal(scale=np.sqrt(2 / d), size=(d, k)), np.zeros(k)))
    return network


def predict(X, network):
    """The labels `(n,)` that `network` gives to the rows of `X`: the largest output of each.

    >>> predict([[1, 2], [5, 0]], [([[1, 0, 2], [1, 3, 0]], [0, 0, 0])])
    array([1, 2])
    """
    return np.argmax(forward(X, network), axis=1)
