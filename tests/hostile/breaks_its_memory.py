"""Follows a pointer to nowhere."""

# earns: normalize
# says: weighted_average\(.*\) broke off the process that it ran in \(Segmentation fault\)
# %%
import ctypes


def weighted_average(values, weights):
    return ctypes.string_at(0)


# %% right: normalize
