"""Leaves a System V segment behind, which outlives every process."""

# earns: normalize
# says: weighted_average\(.*\) gave
# needs: processes
# %%
import ctypes


def weighted_average(values, weights):
    libc = ctypes.CDLL(None)
    libc.shmget(shm_key, 4096, 0o1600)
    return -7.5


# %% right: normalize
