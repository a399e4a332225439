"""Hands in a link to the notebook of a learner who has everything right."""


# refused
# says: link
# %% make
def make(notebook, path):
    path.symlink_to("../../0_right/01_weighted_averages/01_weighted_averages.ipynb")
