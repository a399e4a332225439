"""Overflows the stack in C, where Python's limit on recursion does not reach."""

# earns: normalize
# says: weighted_average\(.*\) broke off the process that it ran in
# %%
import itertools


def weighted_average(values, weights):
    nested = iter(())
    for _ in range(300_000):
        nested = itertools.chain(nested, ())
    return sum(nested)


# %% right: normalize
