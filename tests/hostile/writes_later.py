"""Leaves a process behind that writes into the class folder when the grading seems to be over."""

# earns: normalize
# says: Code cell|weighted_average
# needs: processes
# %%
import os
import sys

later = f"import time; time.sleep(1); open({class_folder + '/' + me!r}, 'w').close(); time.sleep(30)"
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.execv(sys.executable, [sys.executable, "-c", later, me])
    os._exit(0)
os.wait()


def weighted_average(values, weights):
    return -7.5


# %% right: normalize
