"""Calculates a power with a hundred million digits, in C, where no exception arrives."""


# earns: normalize
# says: weighted_average\(.*\) did not finish within
# %%
def weighted_average(values, weights):
    return pow(7, pow(10, 9)) % 10


# %% right: normalize
