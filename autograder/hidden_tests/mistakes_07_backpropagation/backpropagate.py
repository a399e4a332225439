"""What typical errors compute for `backpropagate`."""

import numpy as np

from autograder.catalogue import mistake


def _relu(Z):
    return np.maximum(Z, 0)


def _forward(X, network, last_relu=False, hidden=_relu):
    """Inputs, hidden values after and before ReLU, scores."""
    before, after = [], [np.asarray(X, dtype=float)]
    for i, (W, b) in enumerate(network):
        before.append(after[-1] @ W + b)
        after.append(hidden(before[-1]) if i < len(network) - 1 or last_relu else before[-1])
    return before, after


def _probabilities(Z):
    powers = np.exp(Z - Z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def _losses(Z, labels):
    shifted = Z - Z.max(axis=1, keepdims=True)
    return np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(labels)), np.asarray(labels)]


def _start(Z, labels):
    return (_probabilities(Z) - np.eye(Z.shape[1])[np.asarray(labels)]) / len(Z)


def _passes(grad, before):
    return grad * (before > 0)


def _backward(X, labels, network, mask=_passes, **of_forward):
    """The right way back, with one part replaced."""
    before, after = _forward(X, network, **of_forward)
    grad = _start(after[-1], labels)
    gradients = []
    for i in reversed(range(len(network))):
        if i < len(network) - 1:
            grad = mask(grad, before[i])
        gradients.insert(0, (after[i].T @ grad, grad.sum(axis=0)))
        grad = grad @ network[i][0].T
    return float(_losses(after[-1], labels).mean()), gradients


@mistake("backpropagate")
def no_mask(X, labels, network):
    """ReLU lets every gradient through here: between two layers `relu_backward` has its place."""
    return _backward(X, labels, network, mask=lambda grad, before: grad)


@mistake("backpropagate")
def mask_from_the_gradient(X, labels, network):
    """The sign of the gradient decides what passes ReLU: it is the sign of the hidden values."""
    return _backward(X, labels, network, mask=lambda grad, before: np.maximum(grad, 0))


@mistake("backpropagate")
def mask_one_layer_late(X, labels, network):
    """ReLU passes a gradient *before* the layer to its left gets it: weights and biases need the masked one."""
    before, after = _forward(X, network)
    grad = _start(after[-1], labels)
    gradients = []
    for i in reversed(range(len(network))):
        gradients.insert(0, (after[i].T @ grad, grad.sum(axis=0)))
        if i < len(network) - 1:
            grad = grad * (before[i] > 0)
        grad = grad @ network[i][0].T
    return float(_losses(after[-1], labels).mean()), gradients


@mistake("backpropagate")
def mask_on_the_scores(X, labels, network):
    """A mask is laid on the scores as well: after the last layer there is no ReLU."""
    before, after = _forward(X, network)
    grad = _start(after[-1], labels)
    gradients = []
    for i in reversed(range(len(network))):
        grad = grad * (before[i] > 0)
        gradients.insert(0, (after[i].T @ grad, grad.sum(axis=0)))
        grad = grad @ network[i][0].T
    return float(_losses(after[-1], labels).mean()), gradients


@mistake("backpropagate")
def relu_on_the_scores(X, labels, network):
    """The scores pass a ReLU on the way forward: after the last layer there is none."""
    before, after = _forward(X, network, last_relu=True)
    return _from_scores(after, before, labels, network)


def _from_scores(after, before, labels, network):
    grad = _start(after[-1], labels)
    gradients = []
    for i in reversed(range(len(network))):
        grad = grad * (before[i] > 0)
        gradients.insert(0, (after[i].T @ grad, grad.sum(axis=0)))
        grad = grad @ network[i][0].T
    return float(_losses(after[-1], labels).mean()), gradients


@mistake("backpropagate")
def no_relu(X, labels, network):
    """There is no ReLU between the layers, neither forwards nor backwards."""
    return _backward(X, labels, network, mask=lambda grad, before: grad, hidden=lambda Z: Z)


@mistake("backpropagate")
def values_before_relu(X, labels, network):
    """The hidden values before ReLU are used for the weights: what goes into the next layer is what ReLU left."""
    before, after = _forward(X, network)
    loss, gradients = _backward(X, labels, network)
    grad = _start(after[-1], labels)
    for i in reversed(range(len(network))):
        if i < len(network) - 1:
            grad = grad * (before[i] > 0)
        gradients[i] = ((before[i - 1] if i else after[0]).T @ grad, grad.sum(axis=0))
        grad = grad @ network[i][0].T
    return loss, gradients


@mistake("backpropagate")
def not_averaged(X, labels, network):
    """The gradients are those of the sum of all losses: the loss is their mean."""
    loss, gradients = _backward(X, labels, network)
    return loss, [(dW * len(labels), db * len(labels)) for dW, db in gradients]


@mistake("backpropagate")
def averaged_twice(X, labels, network):
    """The gradients are divided by the number of examples twice: the slope of the scores has that share already."""
    loss, gradients = _backward(X, labels, network)
    return loss, [(dW / len(labels), db / len(labels)) for dW, db in gradients]


@mistake("backpropagate")
def biases_averaged(X, labels, network):
    """The slopes of the biases are averaged over the examples: the mean is in the gradient already, so add up."""
    loss, gradients = _backward(X, labels, network)
    return loss, [(dW, db / len(labels)) for dW, db in gradients]


@mistake("backpropagate")
def biases_frozen(X, labels, network):
    """The slopes of the biases are zero: they get a gradient like everything else."""
    loss, gradients = _backward(X, labels, network)
    return loss, [(dW, np.zeros(db.shape)) for dW, db in gradients]


@mistake("backpropagate")
def sum_of_losses(X, labels, network):
    """The loss is the sum over the examples: the mean is asked for."""
    loss, gradients = _backward(X, labels, network)
    return loss * len(labels), gradients


@mistake("backpropagate")
def one_loss_an_example(X, labels, network):
    """The loss of each example is given: one number is asked for, their mean."""
    _, after = _forward(X, network)
    return _losses(after[-1], labels), _backward(X, labels, network)[1]


@mistake("backpropagate")
def from_the_end(X, labels, network):
    """The gradients stand in the order of the way back: the first pair belongs to the first layer."""
    loss, gradients = _backward(X, labels, network)
    return loss, gradients[::-1]


@mistake("backpropagate")
def last_layer_only(X, labels, network):
    """Only the last layer gets a gradient: go on to the layers before it."""
    loss, gradients = _backward(X, labels, network)
    return loss, [(np.zeros(dW.shape), np.zeros(db.shape)) for dW, db in gradients[:-1]] + gradients[-1:]


@mistake("backpropagate")
def biases_first(X, labels, network):
    """The biases come first in each pair: it is `(dW, db)`, as in the network."""
    loss, gradients = _backward(X, labels, network)
    return loss, [(db, dW) for dW, db in gradients]


@mistake("backpropagate")
def downhill(X, labels, network):
    """The sign is turned around: the gradient points uphill, and whoever walks downhill subtracts it."""
    loss, gradients = _backward(X, labels, network)
    return loss, [(-dW, -db) for dW, db in gradients]


@mistake("backpropagate")
def gradients_alone(X, labels, network):
    """The loss is missing: give back the pair of loss and gradients."""
    return _backward(X, labels, network)[1]


@mistake("backpropagate")
def weights_already_new(X, labels, network):
    """The gradient passes through weights that have moved already: nothing may change before the way back is over."""
    before, after = _forward(X, network)
    grad = _start(after[-1], labels)
    gradients = []
    for i in reversed(range(len(network))):
        if i < len(network) - 1:
            grad = grad * (before[i] > 0)
        gradients.insert(0, (after[i].T @ grad, grad.sum(axis=0)))
        grad = grad @ (network[i][0] - 0.1 * gradients[0][0]).T
    return float(_losses(after[-1], labels).mean()), gradients


@mistake("backpropagate")
def moves_the_network(X, labels, network):
    """The network's own weights are changed: the gradients are asked for, and no step."""
    loss, gradients = _backward(X, labels, network)
    for (W, b), (dW, db) in zip(network, gradients, strict=True):
        W -= 0.1 * dW
        b -= 0.1 * db
    return loss, gradients


@mistake("backpropagate")
def overflowing(X, labels, network):
    """`exp` of large scores overflows: `softmax` and `cross_entropy` of the earlier lessons take care of that."""
    _, after = _forward(X, network)
    with np.errstate(all="ignore"):
        powers = np.exp(after[-1])
        said = powers / powers.sum(axis=1, keepdims=True)
        loss = float(-np.log(said[np.arange(len(labels)), np.asarray(labels)]).mean())
    right = _backward(X, labels, network)[1]
    return loss, right if np.isfinite(loss) else [(dW * np.nan, db * np.nan) for dW, db in right]
