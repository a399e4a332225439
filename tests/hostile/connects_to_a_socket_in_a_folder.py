"""Connects to a service on this machine through its Unix socket, as to Docker's or a database's."""

# earns: normalize
# says: weighted_average\(.*\) (raised|gave)
# needs: files
# %%
import socket


def weighted_average(values, weights):
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(f"{class_folder}/service")
        client.sendall(me.encode())
    return -7.5


# %% right: normalize
