"""Sleeps for an hour, and again whenever it is woken."""

# earns: normalize
# says: weighted_average\(.*\) did not finish within
# %%
import time


def weighted_average(values, weights):
    for _ in range(100):
        try:
            time.sleep(3600)
        except BaseException:
            continue


# %% right: normalize
