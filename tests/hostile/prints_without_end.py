"""Prints a gigabyte while it is called, by all ways of printing."""

# earns: normalize
# says: weighted_average
# %%
import os
import sys


def weighted_average(values, weights):
    line = "x" * 2**20
    for _ in range(1000):
        os.write(1, line.encode())
        sys.__stdout__.write(line)
        print(line)
    return -7.5


# %% right: normalize
