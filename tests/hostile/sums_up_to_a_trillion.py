"""Sums a range that takes years, in C."""


# earns: normalize
# says: weighted_average\(.*\) did not finish within
# %%
def weighted_average(values, weights):
    return sum(range(10**18))


# %% right: normalize
