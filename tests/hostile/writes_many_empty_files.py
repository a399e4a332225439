"""Makes ten thousand empty files, and as many names for one."""

# earns: normalize
# says: weighted_average
# %%
import os


def weighted_average(values, weights):
    os.makedirs("many", exist_ok=True)
    for number in range(10_000):
        open(f"many/{number}", "w").close()
    for number in range(10_000):
        os.link("many/0", f"many/link {number}")
    return -7.5


# %% right: normalize
