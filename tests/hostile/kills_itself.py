"""Sends itself SIGKILL."""

# earns: normalize
# says: weighted_average\(.*\) broke off the process that it ran in
# %%
import os
import signal


def weighted_average(values, weights):
    os.kill(os.getpid(), signal.SIGKILL)


# %% right: normalize
