"""Sends what it knows to a server, by TCP."""

# earns: normalize
# says: weighted_average\(.*\) (raised|gave)
# needs: network
# %%
import socket


def weighted_average(values, weights):
    with socket.create_connection(("127.0.0.1", tcp_port), timeout=0.3) as server:
        server.sendall(me.encode())
    return -7.5


# %% right: normalize
