"""Replaces the notebook of a classmate, who has not been graded yet."""

# earns: normalize
# says: cell \d+ stopped with
# needs: files
# %%
from pathlib import Path

(victim,) = Path(class_folder, "submitted").glob("zz_untouched/*/*.ipynb")
victim.write_text(f"{me} was here")
# %% right: normalize
