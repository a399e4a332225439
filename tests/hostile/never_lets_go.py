"""Hides an endless loop in what Python does of its own accord: the deletion and the printing of an object."""


# earns: normalize
# says: weighted_average\(.*\) did not finish within
# %%
class Clinging:
    def __del__(self):
        while True:
            try:
                while True:
                    pass
            except BaseException:
                continue

    __repr__ = __str__ = __len__ = __bool__ = __del__


def weighted_average(values, weights):
    return Clinging()


# %% right: normalize
