"""Waits for somebody to type, by `input` and by reading what was typed."""

# earns: normalize
# says: raised RuntimeError: input\(\) waits for somebody to type
# %%
import sys


def weighted_average(values, weights):
    sys.stdin.readlines()
    return float(input("Which grade would you like to give? "))


# %% right: normalize
