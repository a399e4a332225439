"""What typical errors compute in lesson 01; each docstring is the hint."""

import numpy as np

from autograder.catalogue import mistake


@mistake("weighted_average")
def divided_by_the_count(values, weights):
    """Divide by the total weight, not by how many weights there are."""
    return np.dot(values, weights) / len(weights)
