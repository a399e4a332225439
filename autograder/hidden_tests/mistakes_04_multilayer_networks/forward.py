"""What typical errors compute for `forward`."""

import numpy as np

from autograder.catalogue import mistake
from autograder.hidden_tests.mistakes_04_multilayer_networks import layer, relu, through


@mistake("forward")
def no_relu(X, network):
    """Nothing happens between the layers: without `relu` they collapse into one."""
    return through(X, network, between=np.asarray)


@mistake("forward")
def relu_everywhere(X, network):
    """`relu` is applied to the output, too: the last layer has none, its answers may be negative."""
    return through(X, network, after=relu)


@mistake("forward")
def relu_on_the_output_only(X, network):
    """`relu` stands after the last layer instead of between the layers: exchange that."""
    return through(X, network, between=np.asarray, after=relu)


@mistake("forward")
def relu_before_the_layers(X, network):
    """`relu` comes before each layer, so negative inputs are lost: it comes after a layer, except the last."""
    return through(relu(np.asarray(X)), network)


@mistake("forward")
def relu_before_the_biases(X, network):
    """`relu` is applied before the biases are added: it gets the complete sums."""
    for W, b in network[:-1]:
        X = relu(np.asarray(X) @ np.asarray(W)) + np.asarray(b)
    return layer(X, *network[-1])


@mistake("forward")
def absolute_value(X, network):
    """Negative sums are turned into positive ones: `relu` makes them zero."""
    return through(X, network, between=np.abs)


@mistake("forward")
def negative_part(X, network):
    """The positive sums are lost: `relu` keeps what is *above* zero."""
    return through(X, network, between=lambda Z: np.minimum(0, Z))


@mistake("forward")
def sigmoid(X, network):
    """Another operation than `relu` stands between the layers: a large sum should come through as it is."""
    return through(X, network, between=lambda Z: 1 / (1 + np.exp(-Z)))


@mistake("forward")
def tanh(X, network):
    """The activations stop at 1: between the layers stands `relu`, which lets large sums through."""
    return through(X, network, between=np.tanh)


@mistake("forward")
def last_layer_forgotten(X, network):
    """The last layer is missing: after the loop over `network[:-1]` it is still to come."""
    for W, b in network[:-1]:
        X = relu(layer(X, W, b))
    return np.asarray(X)


@mistake("forward")
def first_layer_forgotten(X, network):
    """The first layer is missing: the loop must begin with it."""
    return through(X, network[1:]) if len(network) > 1 else np.asarray(X)


@mistake("forward")
def first_layer_only(X, network):
    """Only the first layer is calculated: does the `return` stand inside the loop?"""
    return layer(X, *network[0]) if len(network) == 1 else relu(layer(X, *network[0]))


@mistake("forward")
def first_and_last(X, network):
    """Only the first and the last layer are used: all in between come, too, however many there are."""
    return through(X, [network[0], network[-1]] if len(network) > 1 else network)


@mistake("forward")
def always_two_layers(X, network):
    """This works for two layers only: write a loop over all layers but the last."""
    (W1, b1), (W2, b2) = network
    return layer(relu(layer(X, W1, b1)), W2, b2)


@mistake("forward")
def first_two_layers(X, network):
    """Only two layers are calculated: a network may have one, or many."""
    (W1, b1), (W2, b2) = network[0], network[1]
    return layer(relu(layer(X, W1, b1)), W2, b2)


@mistake("forward")
def always_from_the_inputs(X, network):
    """Every layer gets the examples: what comes out of one layer is the input of the next."""
    outputs = X
    for number, (W, b) in enumerate(network, start=1):
        outputs = layer(X, W, b)
        outputs = outputs if number == len(network) else relu(outputs)
    return outputs


@mistake("forward")
def biases_in_the_last_layer_only(X, network):
    """The biases of the hidden layers are missing."""
    for W, b in network[:-1]:
        X = relu(layer(X, W, np.zeros(len(b))))
    return layer(X, *network[-1])


@mistake("forward")
def no_last_biases(X, network):
    """The biases of the last layer are missing."""
    W, b = network[-1]
    return through(X, [*network[:-1], (W, np.zeros(len(b)))])


@mistake("forward")
def no_biases(X, network):
    """All biases are missing: a layer is `(W, b)`."""
    return through(X, [(W, np.zeros(len(b))) for W, b in network])


@mistake("forward")
def last_layer_first(X, network):
    """The layers come in the wrong order: the first of the list comes first."""
    return through(X, network[::-1])


@mistake("forward")
def everything(X, network):
    """A list of all activations comes back: only the output is asked for."""
    activations = [np.asarray(X)]
    for W, b in network[:-1]:
        activations.append(relu(layer(activations[-1], W, b)))
    return [*activations, layer(activations[-1], *network[-1])]


@mistake("forward")
def labels(X, network):
    """These are labels: the outputs themselves are asked for, a number for each."""
    return np.argmax(through(X, network), axis=1)


@mistake("forward")
def shares(X, network):
    """The outputs are turned into shares: give them back as the last layer calculates them."""
    outputs = through(X, network)
    powers = np.exp(outputs - outputs.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


@mistake("forward")
def without_the_table(X, network):
    """One example, or one output, still makes a table: do not flatten it."""
    return np.squeeze(through(X, network))


@mistake("forward")
def examples_in_columns(X, network):
    """The examples stand in columns: each has a row."""
    return through(X, network).T


@mistake("forward")
def takes_layers_off(X, network):
    """The network is used up by `pop`: whoever calls the function still needs it. `network[-1]` takes nothing away."""
    W, b = network.pop()
    for W_hidden, b_hidden in network:
        X = relu(layer(X, W_hidden, b_hidden))
    return layer(X, W, b)


@mistake("forward")
def hidden_layers_from_the_inputs(X, network):
    """Each hidden layer gets the examples again: what comes out of one is the input of the next, `X = relu(...)`."""
    hidden = X
    for W, b in network[:-1]:
        hidden = relu(layer(X, W, b))
    return layer(hidden, *network[-1])


@mistake("forward")
def relu_before_the_hidden_layers(X, network):
    """`relu` comes before each hidden layer instead of after it: negative inputs are lost, negative sums are not."""
    for W, b in network[:-1]:
        X = layer(relu(np.asarray(X)), W, b)
    return layer(X, *network[-1])


@mistake("forward")
def returned_in_the_loop(X, network):
    """The last layer comes after the first hidden one already: it, and the `return`, belong outside of the loop."""
    for W, b in network[:-1]:
        return layer(relu(layer(X, W, b)), *network[-1])


@mistake("forward")
def last_hidden_layer_left_out(X, network):
    """The last hidden layer is left out: `network[:-1]` is all but the last, `network[:-2]` lacks two."""
    for W, b in network[:-2]:
        X = relu(layer(X, W, b))
    return layer(X, *network[-1])


@mistake("forward")
def compared_with_the_last_layer(X, network):
    """NumPy compares arrays number by number, so `!=` cannot find the last layer: loop over `network[:-1]`."""
    for W, b in network:
        X = layer(X, W, b)
        if (W, b) != network[-1]:
            X = relu(X)
    return X
