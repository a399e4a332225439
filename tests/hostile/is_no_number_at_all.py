"""Answers with not-a-number and infinity, which fail every comparison that is written the wrong way round."""


# earns: normalize
# says: weighted_average\(.*\) gave (nan|np.array|inf)
# %%
def weighted_average(values, weights):
    return [float("nan"), np.array(np.nan), -np.inf][len(values) % 3 - 2]


# %% right: normalize
