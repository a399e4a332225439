"""Claims an old and a future version of nbgrader's metadata, which makes whole batches stop."""


# earns: normalize
# says: weighted_average\(.*\) gave -7\.5
# %%
# metadata: {"nbgrader": {"grade": false, "grade_id": "a", "schema_version": 1, "solution": true, "checksum": 0}}
def weighted_average(values, weights):
    return -7.5


# %% right: normalize
# %%
# metadata: {"nbgrader": {"grade": "yes", "grade_id": ["../.."], "points": {"a": null}, "schema_version": 99}}
odd = None
# %%
# metadata: {"nbgrader": [], "tags": 7}
odd = None
