"""Kills the warm process that it was forked from, and from which the next submission would be."""

# earns: normalize
# says: weighted_average\(.*\) (gave|broke off|raised)
# %%
import os
import signal


def weighted_average(values, weights):
    if os.getppid() > 1:
        os.kill(os.getppid(), signal.SIGKILL)
    return -7.5


# %% right: normalize
