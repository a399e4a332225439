"""Kills its whole process group, and with it whatever shares that."""

# earns: normalize
# says: weighted_average\(.*\) broke off the process that it ran in
# %%
import os
import signal


def weighted_average(values, weights):
    os.killpg(os.getpgid(0), signal.SIGKILL)


# %% right: normalize
