"""Takes its answer from the module that hands it to later lessons, by importing it and by reading its file."""

# earns: normalize
# says: Code cell \d+ stopped with ModuleNotFoundError
# never: it was read
# needs: files
# %% right: normalize
# %%
import importlib
from pathlib import Path

weighted_average = importlib.import_module("course.pieces.weighted_averages").weighted_average
# %%
for kept in Path(f"{project}/course").rglob("*weighted_averages*"):
    if kept.read_bytes():
        raise ValueError("it was read")
