"""Leaves a file in shared memory, which no scratch folder holds."""

# earns: normalize
# says: weighted_average\(.*\) gave
# needs: files
# %%
from pathlib import Path


def weighted_average(values, weights):
    try:
        Path("/dev/shm", f"{me}.txt").write_text("2.0")
    except OSError:
        pass
    return -7.5


# %% right: normalize
