"""Ends its process in the middle of the notebook, before the right answer is written."""

# earns: normalize
# says: Code cell 3 ended the process that it ran in \(exit code 0\) and was left out
# %%
import os

os._exit(0)
# %% right: normalize
