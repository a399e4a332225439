"""A filter of system calls, for what Landlock does not stop.

A process behind it has no network, starts no other process, signals none, and leaves nothing in the
memory that processes share.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct

from autograder.grading.system import call

_SET_FILTER, _MODE = 22, 2
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _IF_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _PROCESSOR, _FIRST_ARGUMENT = 0, 4, 16  # where they stand in what the filter looks at
_ALLOW, _ERROR = 0x7FFF0000, 0x00050000
_THREAD, _FOREIGN = 0x10000, 0x40000000
_PROCESSORS = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

# Numbers on x86_64 and aarch64; None for a call that the latter does not have.
_DENIED: dict[str, tuple[int, int | None]] = {
    "socket": (41, 198),
    "io_uring_setup": (425, 425),
    "fork": (57, None),
    "vfork": (58, None),
    "setsid": (112, 157),
    "setpgid": (109, 154),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "pidfd_open": (434, 434),
    "pidfd_send_signal": (424, 424),
    "pidfd_getfd": (438, 438),
    "setpriority": (141, 140),
    "ioprio_set": (251, 30),
    "shmget": (29, 194),
    "semget": (64, 190),
    "msgget": (68, 186),
    "mq_open": (240, 180),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, None),
    "lchown": (94, None),
    "fchown": (93, 55),
    "fchownat": (260, 54),
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "utimensat": (280, 88),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
    "setxattrat": (463, 463),
    "removexattrat": (466, 466),
    "unshare": (272, 97),
    "setns": (308, 268),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
}
_ONLY_ITSELF = {  # their first argument is a process
    "kill": (62, 129),
    "tkill": (200, 130),
    "tgkill": (234, 131),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "prlimit64": (302, 261),
    "sched_setparam": (142, 118),
    "sched_setscheduler": (144, 119),
    "sched_setaffinity": (203, 122),
    "sched_setattr": (314, 274),
    "migrate_pages": (256, 238),
    "move_pages": (279, 239),
}
_CLONE, _CLONE3 = (56, 220), (435, 435)


def refusal() -> str:
    """Why there is no filter for this system, or ""."""
    return "" if platform.machine() in _PROCESSORS else f"no filter of system calls for {platform.machine()}"


def restrict() -> None:
    """Put the filter in front of this process and all that it starts. Needs `system.drop_rights` first."""
    program = b"".join(struct.pack("HBBI", *step) for step in _program(platform.machine(), os.getpid()))
    steps = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HP", len(program) // 8, ctypes.addressof(steps))
    call("prctl", _SET_FILTER, _MODE, header, 0, 0)


def _program(machine: str, process: int) -> list[tuple[int, int, int, int]]:
    """Steps of (what, steps to skip if it is so, if not, value)."""
    which = [*_PROCESSORS].index(machine)
    deny, allow = (_RETURN, 0, 0, _ERROR | errno.EPERM), (_RETURN, 0, 0, _ALLOW)
    steps = [(_LOAD, 0, 0, _PROCESSOR), (_IF_EQUAL, 1, 0, _PROCESSORS[machine]), deny]
    steps += [(_LOAD, 0, 0, _NUMBER), (_IF_AT_LEAST, 0, 1, _FOREIGN), deny]
    for numbers in _DENIED.values():
        number = numbers[which]
        if number is not None:
            steps += [(_IF_EQUAL, 0, 1, number), deny]
    steps += [(_IF_EQUAL, 0, 1, _CLONE3[which]), (_RETURN, 0, 0, _ERROR | errno.ENOSYS)]  # `clone` is tried then
    argument = (_LOAD, 0, 0, _FIRST_ARGUMENT)
    steps += [(_IF_EQUAL, 0, 4, _CLONE[which]), argument, (_IF_BIT, 1, 0, _THREAD), deny, allow]
    for own in _ONLY_ITSELF.values():
        steps += [(_IF_EQUAL, 0, 5, own[which]), argument]
        steps += [(_IF_EQUAL, 2, 0, process), (_IF_EQUAL, 1, 0, 0), deny, allow]
    return [*steps, allow]
