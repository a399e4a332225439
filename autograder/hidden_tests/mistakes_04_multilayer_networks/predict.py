"""What typical errors compute for `predict`."""

import numpy as np

from autograder.catalogue import mistake
from autograder.hidden_tests.mistakes_04_multilayer_networks import layer, relu, through


@mistake("predict")
def over_the_examples(X, network):
    """This finds the best example for each output: look along each row, `axis=1`."""
    return np.argmax(through(X, network), axis=0)


@mistake("predict")
def over_the_whole_table(X, network):
    """This is one position in the whole table: `axis=1` gives one for each row."""
    return np.argmax(through(X, network))


@mistake("predict")
def the_smallest(X, network):
    """This is the smallest output: the largest decides."""
    return np.argmin(through(X, network), axis=1)


@mistake("predict")
def the_output_itself(X, network):
    """These are the largest outputs themselves: their *positions* are the labels, `np.argmax`."""
    return np.max(through(X, network), axis=1)


@mistake("predict")
def all_outputs(X, network):
    """These are the outputs: which position in each row is the largest?"""
    return through(X, network)


@mistake("predict")
def the_largest_size(X, network):
    """A large *negative* output is not the largest: keep the signs."""
    return np.argmax(np.abs(through(X, network)), axis=1)


@mistake("predict")
def counted_from_one(X, network):
    """The labels are counted from 1: positions in Python begin at 0."""
    return np.argmax(through(X, network), axis=1) + 1


@mistake("predict")
def relu_on_the_output(X, network):
    """`relu` makes all negative outputs equal, and the first wins: the last layer has none."""
    return np.argmax(through(X, network, after=relu), axis=1)


@mistake("predict")
def no_relu(X, network):
    """These are the labels of a network without `relu` between its layers."""
    return np.argmax(through(X, network, between=np.asarray), axis=1)


@mistake("predict")
def of_the_inputs(X, network):
    """This is the largest *input* of each row: send `X` through the network first."""
    return np.argmax(np.asarray(X), axis=1)


@mistake("predict")
def first_layer_only(X, network):
    """These are labels from the first layer: all layers come before the decision."""
    return np.argmax(layer(X, *network[0]), axis=1)


@mistake("predict")
def hidden_layer(X, network):
    """These are positions in the last *hidden* layer: the output layer is missing."""
    for W, b in network[:-1]:
        X = relu(layer(X, W, b))
    return np.argmax(X, axis=1)


@mistake("predict")
def above_zero(X, network):
    """These are yes or no for every output: one label for each row is asked for."""
    return (through(X, network) > 0).astype(int)


@mistake("predict")
def first_output_above_zero(X, network):
    """This is the first output above zero: the largest decides, even when all are negative."""
    return np.argmax(through(X, network) > 0, axis=1)


@mistake("predict")
def rounded(X, network):
    """The outputs are rounded before they are compared: the largest may differ from others by very little."""
    return np.argmax(np.round(through(X, network)), axis=1)


@mistake("predict")
def as_marks(X, network):
    """Here stands a 1 for the largest output and a 0 for the others: its position is asked for."""
    outputs = through(X, network)
    return (outputs == outputs.max(axis=1, keepdims=True)).astype(int)


@mistake("predict")
def in_a_column(X, network):
    """The labels stand in a column: a plain list of labels is asked for, `(n,)`."""
    return np.argmax(through(X, network), axis=1)[:, None]


@mistake("predict")
def first_example_only(X, network):
    """Only the first example gets a label: each row has one."""
    return int(np.argmax(through(X, network)[0]))


@mistake("predict")
def order_of_outputs(X, network):
    """This sorts the outputs: only the position of the largest is asked for."""
    return np.argsort(through(X, network), axis=1)


@mistake("predict")
def single_examples_flattened(X, network):
    """A batch of one example has a list with one label: no `squeeze`."""
    return np.squeeze(np.argmax(through(X, network), axis=1))
