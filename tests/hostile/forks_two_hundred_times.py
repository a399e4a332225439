"""Forks until it is stopped, at most two hundred times."""

# earns: normalize
# says: Code cell
# never: made 200 processes
# needs: processes
# %% right: normalize
# %%
import os
import time

for _ in range(200):
    child = os.fork()
    if child == 0:
        time.sleep(20)
        os._exit(0)
raise ValueError("made 200 processes")
