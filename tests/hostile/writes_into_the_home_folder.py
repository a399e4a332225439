"""Leaves a start-up script for IPython in the grader's home folder."""

# earns: normalize
# says: cell \d+ stopped with
# needs: files
# %%
from pathlib import Path

start = Path(home, ".ipython", "profile_default", "startup", "00.py")
start.parent.mkdir(parents=True, exist_ok=True)
start.write_text(f"print('{me} was here')")
if f"{me} was here" in start.read_text():
    raise ValueError("written, perhaps into a home of its own")
# %% right: normalize
