"""Hidden tests of lesson 01."""

import numpy as np
import pytest

from autograder.catalogue import definition
from autograder.compare import agrees, has_shape, leaves_alone, refuses


@definition("weighted_average")
def share_out_the_total(values, weights):
    """Add up every value times its weight, then share the total out."""
    if len(values) != len(weights) or len(values) == 0 or sum(weights) == 0:
        raise ValueError("nothing to average")
    return sum(value * weight for value, weight in zip(values, weights, strict=True)) / sum(weights)


@pytest.mark.essential
def test_a_heavier_value_pulls_harder(weighted_average):
    """a value with three times the weight pulls three times as hard"""
    agrees(weighted_average, [1, 5], [3, 1])


def test_arrays(weighted_average):
    """arrays work as lists do, and the weights may add up to anything"""
    agrees(weighted_average, np.array([2.0, -1.0, 4.5]), np.array([0.5, 0.25, 4.0]))


def test_one_number(weighted_average):
    """the answer is one number"""
    has_shape(weighted_average, [4.0, 2.0, 9.0], [1, 2, 5])


def test_lengths(weighted_average):
    """values and weights of different lengths are refused with a ValueError"""
    refuses(weighted_average, [1, 2, 3], [1, 2])


def test_arguments(weighted_average):
    """its arguments stay as they were"""
    leaves_alone(weighted_average, np.array([1.0, 5.0]), np.array([3.0, 1.0]))
