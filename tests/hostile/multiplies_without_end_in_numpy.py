"""Starts a product in NumPy that needs little memory and many years."""


# earns: normalize
# says: weighted_average\(.*\) did not finish within
# %%
def weighted_average(values, weights):
    ones = np.ones(1000)
    return np.einsum("a,b,c,d,e,f->", ones, ones, ones, ones, ones, ones)


# %% right: normalize
