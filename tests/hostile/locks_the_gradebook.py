"""Holds the gradebook's lock, so that nobody else can write a grade."""

# earns: normalize
# says: weighted_average
# never: holds the lock
# needs: files
# %%
import sqlite3


def weighted_average(values, weights):
    gradebook = sqlite3.connect(f"file:{class_folder}/gradebook.db?mode=rw", timeout=0.1, uri=True)
    gradebook.execute("begin exclusive")
    raise ValueError("holds the lock")


# %% right: normalize
