"""What typical errors compute for `count_parameters`."""

from autograder.catalogue import mistake


def _pairs(sizes):
    return list(zip(sizes[:-1], sizes[1:]))


@mistake("count_parameters")
def only_weights(sizes):
    """The biases are missing: every output of every layer has one."""
    return int(sum(d * k for d, k in _pairs(sizes)))


@mistake("count_parameters")
def biases_for_the_inputs(sizes):
    """The inputs of the network have got biases: only what a layer calculates has one."""
    return int(sum(d * k for d, k in _pairs(sizes)) + sum(sizes))


@mistake("count_parameters")
def a_bias_for_each_input_of_a_layer(sizes):
    """Each layer has a bias for every *input* here: it has one for every output."""
    return int(sum(d * k + d for d, k in _pairs(sizes)))


@mistake("count_parameters")
def one_bias_for_each_layer(sizes):
    """Each layer has a single bias here: it has one for every output."""
    return int(sum(d * k + 1 for d, k in _pairs(sizes)))


@mistake("count_parameters")
def biases_in_the_hidden_layers_only(sizes):
    """The last layer has no biases here: its outputs have them like all others."""
    return int(sum(d * k for d, k in _pairs(sizes)) + sum(sizes[1:-1]))


@mistake("count_parameters")
def biases_in_the_last_layer_only(sizes):
    """Only the last layer has biases here: all layers have them."""
    return int(sum(d * k for d, k in _pairs(sizes)) + (sizes[-1] if len(sizes) > 1 else 0))


@mistake("count_parameters")
def circles_counted(sizes):
    """These are the circles: count the lines between them, and one bias for each circle behind the inputs."""
    return int(sum(sizes))


@mistake("count_parameters")
def biases_counted(sizes):
    """These are the biases alone: every line between two neighbouring columns is a weight, too."""
    return int(sum(sizes[1:]))


@mistake("count_parameters")
def sizes_multiplied(sizes):
    """All sizes are multiplied with each other: multiply neighbours, and *add* the layers."""
    product = 1
    for size in sizes:
        product *= int(size)
    return product


@mistake("count_parameters")
def first_layer_only(sizes):
    """Only the first layer is counted: does the `return` stand inside the loop?"""
    for d, k in _pairs(sizes):
        return int((d + 1) * k)
    return 0


@mistake("count_parameters")
def last_layer_only(sizes):
    """Only the last layer is left: add each layer to the count, with `+=`."""
    count = 0
    for d, k in _pairs(sizes):
        count = int((d + 1) * k)
    return count


@mistake("count_parameters")
def last_layer_left_out(sizes):
    """The last layer is left out: `range(n)` stops before `n` by itself, and n sizes make n - 1 layers."""
    return int(sum((d + 1) * k for d, k in _pairs(sizes)[:-1]))


@mistake("count_parameters")
def first_and_last(sizes):
    """Only the inputs and the last outputs are looked at: every two neighbours make a layer."""
    return int((sizes[0] + 1) * sizes[-1])


@mistake("count_parameters")
def every_second_pair(sizes):
    """The layers are taken two sizes at a time: a size in the middle belongs to two layers."""
    return int(sum((sizes[i] + 1) * sizes[i + 1] for i in range(0, len(sizes) - 1, 2)))


@mistake("count_parameters")
def all_pairs(sizes):
    """Every size is connected with every later one: only neighbours make a layer."""
    n = len(sizes)
    return int(sum(sizes[i] * sizes[j] for i in range(n) for j in range(i + 1, n)) + sum(sizes[1:]))


@mistake("count_parameters")
def beyond_the_end(sizes):
    """The loop asks for a size after the last one: n sizes have n - 1 pairs of neighbours."""
    return int(sum((sizes[i] + 1) * sizes[i + 1] for i in range(len(sizes))))


@mistake("count_parameters")
def both_sides_with_one_more(sizes):
    """Both sides get one more: the input that is always 1 needs no weights of its own on the output side."""
    return int(sum((d + 1) * (k + 1) for d, k in _pairs(sizes)))


@mistake("count_parameters")
def at_least_one_layer(sizes):
    """With inputs alone there is no layer and nothing to count: an empty sum is 0."""
    d, k, *rest = sizes
    return int((d + 1) * k + sum((a + 1) * c for a, c in _pairs([k, *rest])))


@mistake("count_parameters")
def a_list_for_each_layer(sizes):
    """These are the counts of the single layers: add them up."""
    return [int((d + 1) * k) for d, k in _pairs(sizes)]


@mistake("count_parameters")
def sizes_used_up(sizes):
    """The caller's list is used up by `pop`: walk along it without changing it."""
    sizes = sizes if isinstance(sizes, list) else [int(size) for size in sizes]
    count = 0
    while len(sizes) > 1:
        k = sizes.pop()
        count += (sizes[-1] + 1) * k
    return count


@mistake("count_parameters")
def product_and_circles(sizes):
    """All sizes are multiplied with each other: only neighbours are connected, and their products are added."""
    product = 1
    for size in sizes:
        product *= int(size)
    return product + int(sum(sizes))


@mistake("count_parameters")
def product_and_biases(sizes):
    """The weights are counted as one product of all sizes: only neighbours are connected, so add their products."""
    product = 1
    for size in sizes:
        product *= int(size)
    return product + int(sum(sizes[1:]))
