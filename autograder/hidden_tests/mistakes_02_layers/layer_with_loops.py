"""What typical errors compute for `layer_with_loops`."""

import numpy as np

from autograder.catalogue import mistake


@mistake("layer_with_loops")
def biases_forgotten(inputs, W, b):
    """The biases are missing: output `j` starts at `b[j]`."""
    return np.asarray(inputs) @ np.asarray(W)


@mistake("layer_with_loops")
def bias_in_every_step(inputs, W, b):
    """The bias is added once for every input: it belongs outside the inner loop."""
    return np.asarray(inputs) @ np.asarray(W) + len(inputs) * np.asarray(b)


@mistake("layer_with_loops")
def first_bias_for_all(inputs, W, b):
    """All outputs get the first bias: output `j` has its own, `b[j]`."""
    return np.asarray(inputs) @ np.asarray(W) + b[0]


@mistake("layer_with_loops")
def all_biases_for_each(inputs, W, b):
    """Every output gets the sum of all biases: output `j` has its own, `b[j]`."""
    return np.asarray(inputs) @ np.asarray(W) + np.sum(b)


@mistake("layer_with_loops")
def biases_subtracted(inputs, W, b):
    """The biases are subtracted: add them."""
    return np.asarray(inputs) @ np.asarray(W) - np.asarray(b)


@mistake("layer_with_loops")
def biases_multiplied(inputs, W, b):
    """The biases are factors here: they are added, so that they count also when all inputs are zero."""
    return np.asarray(inputs) @ np.asarray(W) * np.asarray(b)


@mistake("layer_with_loops")
def rows_as_lists(inputs, W, b):
    """Input and output are swapped in `W`: the weight from input `i` to output `j` is `W[i][j]`."""
    return np.array([b[j] + sum(inputs[i] * W[j][i] for i in range(len(inputs))) for j in range(len(b))])


@mistake("layer_with_loops")
def rows_of_weights_laid_on_the_inputs(inputs, W, b):
    """Each *row* of `W` is laid on the inputs here: the list of weights of an output is a column."""
    return np.asarray(W) @ np.asarray(inputs) + np.asarray(b)


@mistake("layer_with_loops")
def one_running_total(inputs, W, b):
    """The total of one output is carried into the next: start anew for every `j`."""
    return np.cumsum(np.asarray(inputs) @ np.asarray(W) + np.asarray(b))


@mistake("layer_with_loops")
def biases_first_then_one_total(inputs, W, b):
    """The sums run on from one output to the next, only the bias is new: set the total back before the inner loop."""
    return np.cumsum(np.asarray(inputs) @ np.asarray(W)) + np.asarray(b)


@mistake("layer_with_loops")
def steps_collected_too(inputs, W, b):
    """Every step is collected: `append` the total once for each output, outside the inner loop."""
    parts = np.asarray(inputs)[:, None] * np.asarray(W)
    return (np.cumsum(parts, axis=0) + np.asarray(b)).T.ravel()


@mistake("layer_with_loops")
def parts_not_added_up(inputs, W, b):
    """These are the single parts: add them up over the inputs."""
    return np.asarray(inputs)[:, None] * np.asarray(W) + np.asarray(b)


@mistake("layer_with_loops")
def overwritten(inputs, W, b):
    """Only the last input is left: `total = ...` forgets what was there, `total += ...` adds to it."""
    return np.array([b[j] + inputs[-1] * W[-1][j] for j in range(len(b))])


@mistake("layer_with_loops")
def first_input_only(inputs, W, b):
    """Only the first input arrives: is the total collected before the inner loop has ended?"""
    return np.array([b[j] + inputs[0] * W[0][j] for j in range(len(b))])


@mistake("layer_with_loops")
def last_input_left_out(inputs, W, b):
    """The last input is left out: `range(n)` stops before `n` by itself."""
    return np.array([b[j] + sum(inputs[i] * W[i][j] for i in range(len(inputs) - 1)) for j in range(len(b))])


@mistake("layer_with_loops")
def last_output_left_out(inputs, W, b):
    """The last output is missing: `range(k)` stops before `k` by itself."""
    return (np.asarray(inputs) @ np.asarray(W) + np.asarray(b))[:-1]


@mistake("layer_with_loops")
def first_output_only(inputs, W, b):
    """Only the first output comes back: does the `return` stand inside the loop?"""
    return float(b[0] + sum(inputs[i] * W[i][0] for i in range(len(inputs))))


@mistake("layer_with_loops")
def last_output_only(inputs, W, b):
    """Only the last output comes back: collect every total in a list before the next one starts."""
    return float(b[-1] + sum(inputs[i] * W[i][-1] for i in range(len(inputs))))


@mistake("layer_with_loops")
def as_many_outputs_as_inputs(inputs, W, b):
    """The number of outputs is the number of columns of `W` (and of biases), not the number of inputs."""
    return np.array([b[j] + sum(inputs[i] * W[i][j] for i in range(len(inputs))) for j in range(len(inputs))])


@mistake("layer_with_loops")
def all_in_one(inputs, W, b):
    """All outputs are added up to one number: there is one for each column of `W`."""
    return float(np.sum(np.asarray(inputs) @ np.asarray(W) + np.asarray(b)))


@mistake("layer_with_loops")
def still_averages(inputs, W, b):
    """These are averages plus the bias: a layer does not divide by the total of the weights."""
    return np.asarray(inputs) @ np.asarray(W) / np.sum(W, axis=0) + np.asarray(b)


@mistake("layer_with_loops")
def in_a_table(inputs, W, b):
    """The outputs stand in a table with one row: for one example a plain list of numbers is asked for, `(k,)`."""
    return (np.asarray(inputs) @ np.asarray(W) + np.asarray(b)).reshape(1, -1)


@mistake("layer_with_loops")
def kept_above_zero(inputs, W, b):
    """An output below zero stays below zero."""
    return np.maximum(0, np.asarray(inputs) @ np.asarray(W) + np.asarray(b))


@mistake("layer_with_loops")
def written_over_whole_biases(inputs, W, b):
    """The sums are written into an array of whole numbers, which cuts them: make room for floats."""
    outputs = np.array(b)
    for j in range(len(outputs)):
        outputs[j] = b[j] + sum(inputs[i] * W[i][j] for i in range(len(inputs)))
    return outputs


@mistake("layer_with_loops")
def room_of_the_kind_of_inputs(inputs, W, b):
    """The room for the outputs is of the inputs' kind, which cuts them when these are whole: make room for floats."""
    outputs = np.zeros(len(b), dtype=np.asarray(inputs).dtype)
    for j in range(len(b)):
        outputs[j] = b[j] + sum(inputs[i] * W[i][j] for i in range(len(inputs)))
    return outputs


@mistake("layer_with_loops")
def columns_of_lists(inputs, W, b):
    """`W[i, j]` needs an array: write `W[i][j]`, which works for lists of rows as well."""
    return np.array([b[j] + sum(inputs[i] * W[i, j] for i in range(len(inputs))) for j in range(len(b))])


@mistake("layer_with_loops")
def written_into_the_biases(inputs, W, b):
    """`+=` on `b` writes into the caller's own biases: start every total from a number of its own."""
    for j in range(len(b)):
        for i in range(len(inputs)):
            b[j] += inputs[i] * W[i][j]
    return b


@mistake("layer_with_loops")
def every_part_collected(inputs, W, b):
    """Every single part is collected: add the parts of one output up first, then `append` the total."""
    return np.array([inputs[i] * W[i][j] + b[j] for j in range(len(b)) for i in range(len(inputs))])


@mistake("layer_with_loops")
def inputs_in_the_outer_loop(inputs, W, b):
    """One number for each *input* comes out: the outer loop runs over the outputs, the inner one over the inputs."""
    return np.array([b[i] + sum(inputs[i] * W[i][j] for j in range(len(W[0]))) for i in range(len(inputs))])


@mistake("layer_with_loops")
def zipped_with_rows(inputs, W, b):
    """A loop over `W` gives its rows, one for each input: the list of weights of an output is a *column*."""
    return np.array([bias + sum(x * w for x, w in zip(inputs, row)) for row, bias in zip(W, b)])
