"""Aborts with a core dump, after ignoring every signal that can be ignored."""

# earns: normalize
# says: weighted_average\(.*\) broke off the process that it ran in
# %%
import os
import signal


def weighted_average(values, weights):
    for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP, signal.SIGABRT}:
        signal.signal(number, signal.SIG_IGN)
    os.abort()


# %% right: normalize
