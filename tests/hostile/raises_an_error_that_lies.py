"""Raises errors whose message never ends, whose class has a name of a megabyte, or which raise another error."""


# earns: normalize
# says: weighted_average\(.*\) raised
# %%
class Strange(ValueError):
    def __str__(self):
        raise KeyboardInterrupt

    __repr__ = __str__


Long = type("E" * 10**6, (Exception,), {"__str__": lambda self: "\ud800\x00\x1b[2J" * 10**6})


def weighted_average(values, weights):
    if len(values) == 2:
        raise Long
    raise Strange from Strange()


# %% right: normalize
