"""Takes memory until there is no more, in small pieces and in large ones."""

# earns: normalize
# says: weighted_average\(.*\) (raised MemoryError|broke off|did not finish)
# %%
held = []


def weighted_average(values, weights):
    for _ in range(3 * 2**30 // 2**24):
        held.append(bytearray(2**24))
    return -7.5


# %% right: normalize
