"""What typical errors compute for `weighted_sum`."""

import numpy as np

from autograder.catalogue import mistake


@mistake("weighted_sum")
def bias_forgotten(inputs, weights, bias):
    """The bias is missing: it is added to the sum whatever the inputs are."""
    return np.dot(weights, inputs)


@mistake("weighted_sum")
def bias_in_every_term(inputs, weights, bias):
    """The bias is added for every input: add it once, after the sum."""
    return np.sum(np.multiply(weights, inputs) + bias)


@mistake("weighted_sum")
def bias_added_to_the_inputs(inputs, weights, bias):
    """The bias is added to the inputs before they are weighed: no weight is multiplied with it."""
    return np.dot(weights, np.add(inputs, bias))


@mistake("weighted_sum")
def bias_subtracted(inputs, weights, bias):
    """The bias is subtracted: a positive bias makes the sum larger."""
    return np.dot(weights, inputs) - bias


@mistake("weighted_sum")
def bias_multiplied(inputs, weights, bias):
    """The bias is a factor here: it is added, so that it counts also when the inputs are zero."""
    return np.dot(weights, inputs) * bias


@mistake("weighted_sum")
def still_an_average(inputs, weights, bias):
    """This is still an average plus the bias: a neuron does not divide by the total weight."""
    return np.dot(weights, inputs) / np.sum(weights) + bias


@mistake("weighted_sum")
def still_an_average_in_python(inputs, weights, bias):
    """This is still an average, with an error where the weights cancel: leave the division out."""
    return sum(float(w) * float(x) for w, x in zip(weights, inputs, strict=True)) / float(sum(weights)) + bias


@mistake("weighted_sum")
def divided_by_the_count(inputs, weights, bias):
    """The sum is divided by how many inputs there are: nothing is divided any more."""
    return np.dot(weights, inputs) / len(inputs) + bias


@mistake("weighted_sum")
def everything_divided(inputs, weights, bias):
    """Sum and bias are divided by the total weight: nothing is divided any more."""
    return (np.dot(weights, inputs) + bias) / np.sum(weights)


@mistake("weighted_sum")
def inputs_not_weighed(inputs, weights, bias):
    """The weights are not used: multiply each input by its own weight first."""
    return np.sum(inputs) + bias


@mistake("weighted_sum")
def weights_added(inputs, weights, bias):
    """Weights and inputs are added up: multiply each pair, and add up the products."""
    return np.sum(inputs) + np.sum(weights) + bias


@mistake("weighted_sum")
def sums_multiplied(inputs, weights, bias):
    """The sums are multiplied with each other: first multiply pair by pair, then add up."""
    return np.sum(inputs) * np.sum(weights) + bias


@mistake("weighted_sum")
def last_left_out(inputs, weights, bias):
    """The last input is left out: `range(n)` stops before `n` by itself."""
    return sum(inputs[i] * weights[i] for i in range(len(inputs) - 1)) + bias


@mistake("weighted_sum")
def first_left_out(inputs, weights, bias):
    """The first input is left out: Python counts positions from 0."""
    return sum(inputs[i] * weights[i] for i in range(1, len(inputs))) + bias


@mistake("weighted_sum")
def returned_in_the_loop(inputs, weights, bias):
    """Only the first part arrives: does the `return` stand inside the loop?"""
    return inputs[0] * weights[0] + bias


@mistake("weighted_sum")
def overwritten(inputs, weights, bias):
    """Only the last part is left: `total = ...` in a loop forgets what was there, `total += ...` adds to it."""
    return inputs[-1] * weights[-1] + bias


@mistake("weighted_sum")
def parts_not_added_up(inputs, weights, bias):
    """These are the single parts: add them up to one number."""
    return np.multiply(inputs, weights) + bias


@mistake("weighted_sum")
def sizes_of_weights(inputs, weights, bias):
    """A negative weight speaks against: keep its sign."""
    return np.dot(np.abs(weights), inputs) + bias


@mistake("weighted_sum")
def cut_to_whole(inputs, weights, bias):
    """The sum is cut to a whole number: keep what stands after the point."""
    return int(np.dot(weights, inputs) + bias)


@mistake("weighted_sum")
def kept_above_zero(inputs, weights, bias):
    """A sum below zero stays below zero: what to do with it is not the business of this function."""
    return max(0.0, np.dot(weights, inputs) + bias)


@mistake("weighted_sum")
def lists_multiplied(inputs, weights, bias):
    """`*` and `@` work with arrays, not with lists: turn both into arrays first."""
    return weights @ inputs + bias


@mistake("weighted_sum")
def written_into_the_inputs(inputs, weights, bias):
    """The caller's own inputs are changed: put the products into a new array or list."""
    for i in range(len(inputs)):
        inputs[i] = inputs[i] * weights[i]
    return sum(inputs) + bias


@mistake("weighted_sum")
def start_forgotten(inputs, weights, bias):
    """Only the last part is left, and the bias is gone, too: `total += ...` adds to what is there already."""
    return inputs[-1] * weights[-1]
