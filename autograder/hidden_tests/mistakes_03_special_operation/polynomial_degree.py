"""What typical errors compute for `polynomial_degree`."""

import numpy as np

from autograder.catalogue import mistake


@mistake("polynomial_degree")
def degrees_added_up(activation_degree, hidden_layers):
    """A square of a square is a fourth power: degrees are multiplied from layer to layer, not added."""
    return activation_degree * hidden_layers


@mistake("polynomial_degree")
def sum_of_both(activation_degree, hidden_layers):
    """The two numbers are not added: work out a square of a square on paper."""
    return activation_degree + hidden_layers


@mistake("polynomial_degree")
def output_counted(activation_degree, hidden_layers):
    """No special operation stands after the output: only hidden layers raise the degree."""
    return activation_degree ** (hidden_layers + 1)


@mistake("polynomial_degree")
def one_layer_too_few(activation_degree, hidden_layers):
    """One hidden layer takes the power once already, and two take it twice: count again."""
    degree = 1
    for _ in range(1, hidden_layers):
        degree *= activation_degree
    return degree


@mistake("polynomial_degree")
def exchanged(activation_degree, hidden_layers):
    """Base and exponent are exchanged: the same degree is multiplied once for each layer."""
    return hidden_layers**activation_degree


@mistake("polynomial_degree")
def always_squares(activation_degree, hidden_layers):
    """The special operation need not be a square: its degree is the first argument."""
    return 2**hidden_layers


@mistake("polynomial_degree")
def layers_ignored(activation_degree, hidden_layers):
    """Each hidden layer raises the degree once more: use the second argument, too."""
    return activation_degree


@mistake("polynomial_degree")
def all_degrees_together(activation_degree, hidden_layers):
    """The largest degree is asked for, not the sum of what all layers reach."""
    return sum(activation_degree**layer for layer in range(hidden_layers + 1))


@mistake("polynomial_degree")
def coefficients_counted(activation_degree, hidden_layers):
    """A polynomial of degree 4 has five coefficients: the degree is the number one smaller."""
    return activation_degree**hidden_layers + 1


@mistake("polynomial_degree")
def squared_again_and_again(activation_degree, hidden_layers):
    """Each layer multiplies the degree by the same number: here the degree is multiplied by itself."""
    degree = activation_degree
    for _ in range(min(hidden_layers, 12) - 1):
        degree *= degree
    return degree


@mistake("polynomial_degree")
def overflowing(activation_degree, hidden_layers):
    """NumPy's whole numbers overflow beyond 2**63 without a word: Python's own do not."""
    return int(np.prod(np.full(hidden_layers, activation_degree, dtype=np.int64)))


@mistake("polynomial_degree")
def zero_without_hidden_layers(activation_degree, hidden_layers):
    """Without a hidden layer the network is a straight line in each input, and its degree is not 0."""
    return activation_degree**hidden_layers if hidden_layers else 0


@mistake("polynomial_degree")
def started_at_zero(activation_degree, hidden_layers):
    """Starting at 0, every product stays 0: before the first hidden layer the degree is 1."""
    degree = 0
    for _ in range(hidden_layers):
        degree *= activation_degree
    return degree


@mistake("polynomial_degree")
def not_a_power_in_python(activation_degree, hidden_layers):
    """In Python `^` is no power, `**` is."""
    return activation_degree ^ hidden_layers
