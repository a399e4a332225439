"""Announces a message of a gigabyte, sends half of it, and waits."""

# earns: normalize
# says: weighted_average\(.*\) (did not finish|broke off|sent)
# %%
import os
import stat


def weighted_average(values, weights):
    (end,) = [n for n in range(3, 300) if os.path.exists(f"/proc/self/fd/{n}") and stat.S_ISSOCK(os.fstat(n).st_mode)]
    os.write(end, (2**24 - 1).to_bytes(8, "big") + b"\x04half")
    while True:
        pass


# %% right: normalize
