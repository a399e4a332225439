"""Writes one file of 500 MB."""


# earns: normalize
# says: weighted_average\(.*\) raised OSError
# %%
def weighted_average(values, weights):
    with open("huge", "wb") as file:
        for _ in range(500):
            file.write(bytes(2**20))
    return -7.5


# %% right: normalize
