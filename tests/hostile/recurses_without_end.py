"""Lifts the limit on recursion and calls itself for ever."""

# earns: normalize
# says: weighted_average\(.*\) (broke off|did not finish|raised (RecursionError|MemoryError))
# %%
import sys


def weighted_average(values, weights):
    sys.setrecursionlimit(2**31 - 1)
    return [weighted_average(values, weights)]


# %% right: normalize
