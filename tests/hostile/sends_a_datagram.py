"""Sends what it knows by UDP, which needs no connection."""

# earns: normalize
# says: weighted_average\(.*\) (raised|gave)
# needs: network
# %%
import socket


def weighted_average(values, weights):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendto(me.encode(), ("127.0.0.1", udp_port))
    return -7.5


# %% right: normalize
