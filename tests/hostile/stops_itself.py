"""Sends itself SIGSTOP, so that it neither works nor ends."""

# earns: normalize
# says: weighted_average\(.*\) did not finish within
# %%
import os
import signal


def weighted_average(values, weights):
    os.kill(os.getpid(), signal.SIGSTOP)


# %% right: normalize
