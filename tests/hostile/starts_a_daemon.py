"""Starts a process in a session of its own that outlives the grading."""

# earns: normalize
# says: weighted_average\(.*\) (gave|raised)
# needs: processes
# %%
import os
import sys


def weighted_average(values, weights):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.execv(sys.executable, [sys.executable, "-c", "import time; time.sleep(30)", me])
        os._exit(0)
    os.wait()
    return -7.5


# %% right: normalize
