"""Writes into the class folder with `%%writefile`, and lists it with the shell."""

# earns: normalize
# says: weighted_average\(.*\) gave -7\.5
# needs: files
# %%
get_ipython().run_cell_magic("writefile", f"{class_folder}/{me}.txt", f"{me} was here")
# %%
get_ipython().system(f"echo {me} > {class_folder}/submitted/{me}.txt")


# %%
def weighted_average(values, weights):
    return -7.5


# %% right: normalize
