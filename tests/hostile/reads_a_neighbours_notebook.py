"""Takes the answers out of the notebook of a learner who has them right."""

# earns: normalize
# says: cell \d+ stopped with
# needs: files
# %%
import json
from pathlib import Path

notebook = json.loads(next(Path(class_folder, "submitted").glob("*_right/*/*.ipynb")).read_text())
for cell in notebook["cells"]:
    if "def weighted_average(" in "".join(cell["source"]):
        exec("".join(cell["source"]))
weighted_average = weighted_average
# %% right: normalize
