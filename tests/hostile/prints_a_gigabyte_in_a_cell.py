"""Prints a gigabyte while the notebook is run, and shows as much."""

# earns: normalize
# says: weighted_average\(.*\) gave
# %%
for _ in range(1000):
    print("x" * 2**20)
# %%
display(*["x" * 2**20] * 100)
# %%
"x" * 2**28


# %%
def weighted_average(values, weights):
    return -7.5


# %% right: normalize
