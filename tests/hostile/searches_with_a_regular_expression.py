"""Searches with a regular expression that goes back and forth for years."""

# earns: normalize
# says: weighted_average\(.*\) did not finish within
# %%
import re


def weighted_average(values, weights):
    return len(re.findall("(a|aa)+$", "a" * 100 + "b"))


# %% right: normalize
