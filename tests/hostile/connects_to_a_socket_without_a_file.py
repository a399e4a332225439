"""Connects to a Unix socket in the abstract namespace, which no file permission guards."""

# earns: normalize
# says: weighted_average\(.*\) (raised|gave)
# needs: network
# %%
import socket


def weighted_average(values, weights):
    with socket.socket(socket.AF_UNIX) as client:
        client.connect("\0" + abstract_name)
        client.sendall(me.encode())
    return -7.5


# %% right: normalize
