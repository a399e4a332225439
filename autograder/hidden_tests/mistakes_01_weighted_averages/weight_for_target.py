"""What typical errors compute for `weight_for_target`."""

import numpy as np

from autograder.catalogue import mistake


@mistake("weight_for_target")
def weight_of_low(low, high, target):
    """This is the weight of `low`, that is `1 - w`: how far is it from `low` to the target?"""
    _refuse_out_of_reach(low, high, target)
    return (high - target) / (high - low) if high != low else 0.5


@mistake("weight_for_target")
def from_zero(low, high, target):
    """The way starts at `low`, not at zero: measure both distances from there."""
    return target / high


@mistake("weight_for_target")
def whole_way_from_zero(low, high, target):
    """The first distance starts at `low`, the second one at zero: measure both from `low`."""
    return (target - low) / high


@mistake("weight_for_target")
def target_from_zero(low, high, target):
    """The whole way starts at `low`, the way to the target at zero: measure both from `low`."""
    return target / (high - low)


@mistake("weight_for_target")
def upside_down(low, high, target):
    """The fraction stands on its head: the way to the target over the whole way."""
    return (high - low) / (target - low)


@mistake("weight_for_target")
def distance(low, high, target):
    """This is how far the target is from `low`: which part of the whole way is it?"""
    return target - low


@mistake("weight_for_target")
def over_the_sum(low, high, target):
    """The whole way is `high` minus `low`, not plus."""
    return (target - low) / (high + low)


@mistake("weight_for_target")
def ratio_of_the_two_parts(low, high, target):
    """This compares the way to the target with the way that is left: compare it with the whole way."""
    return (target - low) / (high - target)


@mistake("weight_for_target")
def always_one_half(low, high, target):
    """One half leads to the middle of `low` and `high`: the target may lie elsewhere."""
    _refuse_out_of_reach(low, high, target)
    return 0.5


@mistake("weight_for_target")
def per_cent(low, high, target):
    """This is per cent: a weight between 0 and 1 is asked for."""
    return 100 * (target - low) / (high - low)


@mistake("weight_for_target")
def whole_number(low, high, target):
    """The weight is cut to a whole number: divide with `/`."""
    _refuse_out_of_reach(low, high, target)
    return (target - low) // (high - low) if high != low else 0


@mistake("weight_for_target")
def rounded(low, high, target):
    """The weight is rounded: keep all digits, so that the average is the target exactly."""
    _refuse_out_of_reach(low, high, target)
    return round((target - low) / (high - low), 2) if high != low else 0.5


@mistake("weight_for_target")
def both_weights(low, high, target):
    """These are both weights: only the one of `high` is asked for."""
    _refuse_out_of_reach(low, high, target)
    w = (target - low) / (high - low) if high != low else 0.5
    return [1 - w, w]


@mistake("weight_for_target")
def a_list_of_one(low, high, target):
    """The answer is the number itself, without a list around it."""
    _refuse_out_of_reach(low, high, target)
    return [(target - low) / (high - low) if high != low else 0.5]


@mistake("weight_for_target")
def tried_in_steps(low, high, target):
    """Trying weights in steps comes close to the target but misses it: solve for the weight instead."""
    _refuse_out_of_reach(low, high, target)
    w = np.linspace(0, 1, 101)
    return w[np.argmin(np.abs((1 - w) * low + w * high - target))]


@mistake("weight_for_target")
def not_refused(low, high, target):
    """A target out of reach would need a weight below 0 or above 1: raise a ValueError then."""
    return (target - low) / (high - low) if high != low else 0.5


@mistake("weight_for_target")
def equal_ends_divide_by_zero(low, high, target):
    """When `low` equals `high`, the division is by zero: look at this case first."""
    w = (target - low) / (high - low)
    if not 0 <= w <= 1:
        raise ValueError("out of reach")
    return w


@mistake("weight_for_target")
def equal_ends_divide_by_zero_in_numpy(low, high, target):
    """When `low` equals `high`, NumPy divides by zero and gives `nan` or `inf`: look at this case first."""
    _refuse_out_of_reach(low, high, target)
    return np.float64(target - low) / (high - low)


@mistake("weight_for_target")
def equal_ends_refused(low, high, target):
    """When `low` and `high` are the target already, every weight is right: only another target is out of reach."""
    if low == high or not 0 <= (target - low) / (high - low) <= 1:
        raise ValueError("out of reach")
    return (target - low) / (high - low)


@mistake("weight_for_target")
def equal_ends_reach_everything(low, high, target):
    """When `low` equals `high`, only that one number can be reached: raise a ValueError for any other target."""
    if low == high:
        return 0.5
    _refuse_out_of_reach(low, high, target)
    return (target - low) / (high - low)


@mistake("weight_for_target")
def forced_into_the_range(low, high, target):
    """A weight cut to 0 or 1 misses the target: raise a ValueError when it is out of reach."""
    return float(np.clip((target - low) / (high - low), 0, 1)) if high != low else 0.5


@mistake("weight_for_target")
def too_high_not_refused(low, high, target):
    """A target above both numbers is out of reach, too."""
    if target < min(low, high):
        raise ValueError("out of reach")
    return (target - low) / (high - low) if high != low else 0.5


@mistake("weight_for_target")
def too_low_not_refused(low, high, target):
    """A target below both numbers is out of reach, too."""
    if target > max(low, high):
        raise ValueError("out of reach")
    return (target - low) / (high - low) if high != low else 0.5


@mistake("weight_for_target")
def ends_refused(low, high, target):
    """The two ends can be reached, with the weights 0 and 1: refuse only what lies beyond."""
    if low == high == target:
        return 0.5
    if not min(low, high) < target < max(low, high):
        raise ValueError("out of reach")
    return (target - low) / (high - low)


@mistake("weight_for_target")
def order_taken_for_granted(low, high, target):
    """A `low` above `high` is no obstacle: the target lies in between all the same."""
    if not low <= target <= high:
        raise ValueError("out of reach")
    return (target - low) / (high - low) if high != low else 0.5


@mistake("weight_for_target")
def order_changed(low, high, target):
    """With the two numbers swapped, the weight belongs to the other one: `w` is always the weight of `high`."""
    low, high = min(low, high), max(low, high)
    _refuse_out_of_reach(low, high, target)
    return (target - low) / (high - low) if high != low else 0.5


@mistake("weight_for_target")
def error_given_back(low, high, target):
    """Giving back `None`, or a word, hides the problem: raise a ValueError."""
    if not min(low, high) <= target <= max(low, high):
        return None
    return (target - low) / (high - low) if high != low else 0.5


@mistake("weight_for_target")
def error_without_words(low, high, target):
    """A ValueError needs a message: whoever reads it should learn what was wrong."""
    if not min(low, high) <= target <= max(low, high):
        raise ValueError
    return (target - low) / (high - low) if high != low else 0.5


def _refuse_out_of_reach(low, high, target):
    if not min(low, high) <= target <= max(low, high):
        raise ValueError("out of reach")
