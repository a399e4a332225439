"""Looks for secrets in its own environment, as C and Python and `/proc` have it."""

# earns: normalize
# says: cell \d+ stopped with (ValueError|PermissionError)
# %%
import os
from pathlib import Path

everything = [
    *os.environ.values(),
    Path("/proc/self/environ").read_text(),
    Path("/proc/thread-self/environ").read_text(),
]
raise ValueError([text for text in everything if "SECRET" in text or "canary" in text])
# %% right: normalize
