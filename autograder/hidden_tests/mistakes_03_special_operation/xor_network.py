"""What typical errors compute for `xor_network`: networks that say something else on the four corners."""

from autograder.catalogue import mistake

_BOTH = [[1, 1], [1, 1]]


def _counting(biases, onwards, end=0):
    """Two hidden neurons that both count the ones."""
    return [(_BOTH, biases), ([[onwards[0]], [onwards[1]]], [end])]


@mistake("xor_network")
def one_or_both(*_):
    """This says 1 for two ones as well: the second hidden neuron has to take away more."""
    return _counting([0, -1], [1, -1])


@mistake("xor_network")
def both(*_):
    """This says 1 only when both are 1: that is the hidden neuron to subtract, not the answer."""
    return _counting([0, -1], [0, 1])


@mistake("xor_network")
def upside_down(*_):
    """This is upside down: 1 is asked for where the inputs differ."""
    return _counting([0, -1], [-1, 2], 1)


@mistake("xor_network")
def a_count(*_):
    """This counts the ones: for two of them the second hidden neuron has to take 2 away."""
    return _counting([0, 0], [1, 0])


@mistake("xor_network")
def half_everywhere(*_):
    """The same answer everywhere misses all four corners: let the hidden neurons bend at different places."""
    return _counting([0, 0], [0, 0], 0.5)


@mistake("xor_network")
def nothing_comes_through(*_):
    """Always 0: after ReLU nothing is left of the hidden neurons, so calculate them for each corner."""
    return _counting([-2, -2], [1, 1])


@mistake("xor_network")
def one_everywhere(*_):
    """Always 1: the output has to become smaller where both inputs are equal."""
    return _counting([0, 0], [0, 0], 1)


@mistake("xor_network")
def same_bend(*_):
    """Both hidden neurons bend at the same place and act as one: give the second another bias."""
    return _counting([0, 0], [1, -2])


@mistake("xor_network")
def one_difference(*_):
    """One hidden neuron sees only the case in which the first input is larger: the second has to see the other."""
    return [([[1, 1], [-1, -1]], [0, 0]), ([[0.5], [0.5]], [0])]


@mistake("xor_network")
def other_difference(*_):
    """One hidden neuron sees only the case in which the second input is larger: the other has to see the first."""
    return [([[-1, -1], [1, 1]], [0, 0]), ([[0.5], [0.5]], [0])]


@mistake("xor_network")
def differences_subtracted(*_):
    """The two differences are subtracted from each other: after ReLU both are positive, so add them."""
    return [([[1, -1], [-1, 1]], [0, 0]), ([[1], [-1]], [0])]


@mistake("xor_network")
def half_as_high(*_):
    """The form is right, but only half as high: the output should be 1 where the inputs differ."""
    return [([[1, -1], [-1, 1]], [0, 0]), ([[0.5], [0.5]], [0])]


@mistake("xor_network")
def twice_as_high(*_):
    """The form is right, but twice as high: the output should be 1 where the inputs differ."""
    return [([[1, -1], [-1, 1]], [0, 0]), ([[2], [2]], [0])]


@mistake("xor_network")
def for_a_sigmoid(*_):
    """Nothing stands after the last layer: the output itself should be close to 0 or 1, not far to both sides."""
    return [([[10, -10], [-10, 10]], [0, 0]), ([[1], [1]], [-5])]


@mistake("xor_network")
def for_signs(*_):
    """The corners are made of 0 and 1, and the answers, too: here they are -1 and 1."""
    return [([[1, -1], [-1, 1]], [0, 0]), ([[2], [2]], [-1])]


@mistake("xor_network")
def biases_first(*_):
    """In each pair the weights come first, then the biases."""
    return [([0, -1], _BOTH), ([0], [[1], [-2]])]


@mistake("xor_network")
def one_list(*_):
    """A network is a list of pairs, one `(W, b)` for each layer: here is one long list."""
    return [_BOTH, [0, -1], [[1], [-2]], [0]]


@mistake("xor_network")
def layers_alone(*_):
    """Each layer is a pair of weights and biases: the biases are missing."""
    return [_BOTH, [[1], [-2]]]


@mistake("xor_network")
def flat_last_weights(*_):
    """The last weights have shape (2, 1), one column for one output: here they are a flat list."""
    return [(_BOTH, [0, -1]), ([1, -2], 0)]


@mistake("xor_network")
def three_hidden_neurons(*_):
    """Two hidden neurons are enough, and three are too many here."""
    return [([[1, 1, 0], [1, 1, 0]], [0, -1, 0]), ([[1], [-2], [0]], [0])]


@mistake("xor_network")
def plus_instead_of_minus(*_):
    """The second hidden neuron should keep silent until both inputs are 1: its bias has to be negative."""
    return _counting([0, 1], [1, -2])


@mistake("xor_network")
def table_of_answers(*_):
    """These are the answers at the corners: give back the weights and biases of a network that calculates them."""
    return [[0], [1], [1], [0]]


@mistake("xor_network")
def biases_as_tables(*_):
    """Biases are flat lists, one number for each neuron: here they are tables with one row."""
    return [(_BOTH, [[0, -1]]), ([[1], [-2]], [[0]])]
