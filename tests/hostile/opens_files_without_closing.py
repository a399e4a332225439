"""Opens files until there are no more, and keeps them open."""


# earns: normalize
# says: weighted_average\(.*\) raised OSError
# %%
def weighted_average(values, weights):
    held = [open("/dev/null") for _ in range(100_000)]
    return len(held)


# %% right: normalize
