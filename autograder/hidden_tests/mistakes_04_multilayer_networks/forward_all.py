"""What typical errors compute for `forward_all`."""

import numpy as np

from autograder.catalogue import mistake
from autograder.hidden_tests.mistakes_04_multilayer_networks import layer, relu, through


def _all(X, network):
    activations = [np.asarray(X)]
    for W, b in network[:-1]:
        activations.append(relu(layer(activations[-1], W, b)))
    return [*activations, layer(activations[-1], *network[-1])]


@mistake("forward_all")
def sums_kept(X, network):
    """The sums before `relu` are kept: keep what comes out of it, since that is what the next layer gets."""
    kept = [np.asarray(X)]
    for W, b in network:
        kept.append(layer(X, W, b))
        X = relu(kept[-1])
    return kept


@mistake("forward_all")
def no_relu(X, network):
    """Nothing happens between the layers: `relu` is missing."""
    kept = [np.asarray(X)]
    for W, b in network:
        kept.append(layer(kept[-1], W, b))
    return kept


@mistake("forward_all")
def relu_everywhere(X, network):
    """`relu` is applied to the output, too: the last layer has none."""
    return [*_all(X, network)[:-1], relu(_all(X, network)[-1])]


@mistake("forward_all")
def relu_on_the_examples(X, network):
    """`relu` is applied to the examples: the first entry is `X` as it came, and so is the input of the first layer."""
    return _all(relu(np.asarray(X)), network)


@mistake("forward_all")
def examples_missing(X, network):
    """`X` itself is missing: it is the first entry."""
    return _all(X, network)[1:]


@mistake("forward_all")
def output_missing(X, network):
    """The output is missing: it is the last entry."""
    return _all(X, network)[:-1]


@mistake("forward_all")
def only_hidden(X, network):
    """Only the hidden layers are here: `X` comes before them and the output after them."""
    return _all(X, network)[1:-1]


@mistake("forward_all")
def only_the_output(X, network):
    """Only the output comes back: keep everything on the way, in a list."""
    return through(X, network)


@mistake("forward_all")
def output_twice(X, network):
    """The output stands in the list twice."""
    return [*_all(X, network), through(X, network)]


@mistake("forward_all")
def last_layer_with_and_without_relu(X, network):
    """The last layer is there twice, with `relu` and without: leave it out of the loop."""
    activations = [np.asarray(X)]
    for W, b in network:
        activations.append(relu(layer(activations[-1], W, b)))
    return [*activations, layer(activations[-2], *network[-1])]


@mistake("forward_all")
def from_the_end(X, network):
    """The entries come in the wrong order: `X` first, the output last."""
    return _all(X, network)[::-1]


@mistake("forward_all")
def always_from_the_inputs(X, network):
    """Every layer gets the examples: what comes out of one layer is the input of the next."""
    kept = [np.asarray(X)]
    for number, (W, b) in enumerate(network, start=1):
        sums = layer(X, W, b)
        kept.append(sums if number == len(network) else relu(sums))
    return kept


@mistake("forward_all")
def first_hidden_layer_only(X, network):
    """Some hidden layers are missing: every one of them has an entry."""
    everything = _all(X, network)
    return [*everything[:2], everything[-1]] if len(network) > 1 else everything


@mistake("forward_all")
def no_biases(X, network):
    """The biases are missing: a layer is `(W, b)`."""
    return _all(X, [(W, np.zeros(len(b))) for W, b in network])


@mistake("forward_all")
def absolute_value(X, network):
    """Negative sums are turned into positive ones: `relu` makes them zero."""
    activations = [np.asarray(X)]
    for W, b in network[:-1]:
        activations.append(np.abs(layer(activations[-1], W, b)))
    return [*activations, layer(activations[-1], *network[-1])]


@mistake("forward_all")
def flattened(X, network):
    """The activations are flattened: each entry is a table with a row for each example."""
    return [np.ravel(entry) for entry in _all(X, network)]


@mistake("forward_all")
def first_example_only(X, network):
    """Only the first example is followed: each entry has a row for every example."""
    return [entry[:1] for entry in _all(X, network)]


@mistake("forward_all")
def turned(X, network):
    """The entries are turned on their side: a row belongs to an example."""
    return [entry.T for entry in _all(X, network)]


@mistake("forward_all")
def always_two_layers(X, network):
    """This works for two layers only: write a loop over all layers but the last."""
    (W1, b1), (W2, b2) = network
    hidden = relu(layer(X, W1, b1))
    return [np.asarray(X), hidden, layer(hidden, W2, b2)]


@mistake("forward_all")
def one_table_for_all(X, network):
    """All entries are the same table, changed again and again: `append` a new one for each layer."""
    outputs = through(X, network)
    return [outputs for _ in range(len(network) + 1)]


@mistake("forward_all")
def takes_layers_off(X, network):
    """The network is used up by `pop`: whoever calls the function still needs it. `network[-1]` takes nothing away."""
    everything = _all(X, network)
    network.pop()
    return everything


@mistake("forward_all")
def sums_and_activations(X, network):
    """Each hidden layer has two entries, before and after `relu`: keep what comes out of `relu`."""
    kept = [np.asarray(X)]
    for W, b in network[:-1]:
        kept.append(layer(kept[-1], W, b))
        kept.append(relu(kept[-1]))
    return [*kept, layer(kept[-1], *network[-1])]
