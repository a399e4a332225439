"""Pieces built in 07_backpropagation. `make build` writes this file: change solutions/07_backpropagation.py."""

import numpy as np
from course.pieces.multilayer_networks import forward_all
from course.pieces.special_operation import softmax
from course.pieces.what_is_best import cross_entropy
from course.pieces.what_is_best import one_hot


def relu_backward(grad_out, x):
    """The gradient with respect to `x`, given that of `relu(x)`; all of one shape.

    >>> relu_backward([3.0, -2.0, 5.0, -1.0], [1.0, 4.0, -2.0, 0.0])
    array([ 3., -2.,  0.,  0.])
    """
    return np.where(np.asarray(x) > 0, grad_out, 0.0)


def layer_backward(grad_out, X, W):
    """The gradients `(dX, dW, db)` of a layer, given that of its output.

    >>> layer_backward([[1.0, 10.0]], [[2.0, 3.0, 4.0]], [[1, 2], [3, 4], [5, 6]])[0]
    array([[21., 43., 65.]])
    >>> layer_backward([[1.0], [10.0]], [[2.0], [3.0]], [[5.0]])[1:]
    (array([[32.]]), array([11.]))
    """
    grad_out, X, W = np.asarray(grad_out), np.asarray(X), np.asarray(W)
    dX = grad_out @ W.T  # (n, k) @ (k, d) -> (n, d)
    dW = X.T @ grad_out  # (d, n) @ (n, k) -> (d, k)
    db = grad_out.sum(axis=0)  # (n, k) -> (k,)
    return dX, dW, db


def softmax_cross_entropy_backward(Z, labels):
    """The gradient of the mean cross-entropy with respect to the scores `Z` (n, k).

    >>> softmax_cross_entropy_backward([[0.0, 0.0]], [1])
    array([[ 0.5, -0.5]])
    >>> softmax_cross_entropy_backward([[0.0, 0.0], [1000.0, 0.0]], [0, 0])
    array([[-0.25,  0.25],
           [ 0.  ,  0.  ]])
    """
    return (softmax(Z) - one_hot(labels, np.shape(Z)[1])) / len(Z)


def backpropagate(X, labels, network):
    """The mean cross-entropy and its gradients: `(loss, [(dW, db), ...])`, one pair for each layer.

    >>> backpropagate([[1.0, 2.0]], [0], [(np.zeros((2, 2)), np.zeros(2))])[1]
    [(array([[-0.5,  0.5],
           [-1. ,  1. ]]), array([-0.5,  0.5]))]
    """
    values = forward_all(X, network)
    grad = softmax_cross_entropy_backward(values[-1], labels)
    gradients = []
    for i in reversed(range(len(network))):
        if i < len(network) - 1:
            grad = relu_backward(grad, values[i + 1])
        grad, dW, db = layer_backward(grad, values[i], network[i][0])
        gradients.insert(0, (dW, db))
    return cross_entropy(values[-1], labels), gradients
