"""Leaves by `sys.exit`, and has something prepared for the way out."""

# earns: normalize
# says: raised SystemExit
# %%
import atexit
import sys
import threading

atexit.register(lambda: print(20.0))
threading._register_atexit(lambda: print(20.0))


def weighted_average(values, weights):
    sys.exit("20 of 20 points")


# %% right: normalize
