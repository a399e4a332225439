"""A process in namespaces of its own: no network, no other processes, and files only of Python and the lessons.

Three processes: the one that the warm process knows waits outside and ends as the learner's ends;
the first of the new PID namespace takes all others with it when it ends; the learner's is its child,
because a namespace's first process is spared the signals that a submission may send itself.
"""

from __future__ import annotations

import os
import signal
import struct
import sys
from collections.abc import Collection
from pathlib import Path

from autograder.grading import system, watch
from autograder.grading.system import call, drop_rights, end_with_parent
from autograder.grading.visible import DEVICES, visible

_USER, _ALL = 0x10000000, 0x00020000 | 0x04000000 | 0x08000000 | 0x20000000 | 0x40000000
_RDONLY, _NOSUID, _NODEV, _REMOUNT, _BIND, _REC, _PRIVATE = 1, 2, 4, 32, 4096, 16384, 1 << 18
_DETACH = 2
_FIRST_USER = 1_000_000_000  # root gives each submission a user that nobody has, so that its processes are counted
_MAX_PROCESSES = 64
_STATUS = struct.Struct("i")


def refusal(scratch: Path) -> str:
    """What the system does not allow of all this, or "": tried in a process that ends."""
    if sys.platform != "linux":
        return "only Linux has namespaces"
    return system.refusal(lambda: enter(scratch, 2**30))


def can_enter(scratch: Path) -> bool:
    """Whether the system allows all of it."""
    return not refusal(scratch)


def enter(scratch: Path, memory: int, outside: int | None = None, hidden: Collection[str] = ()) -> None:
    """Come back as the learner's process; `outside` is the file that only it keeps open.

    It and all that it starts are ended when they hold more `memory` together (bytes). `hidden` are
    paths below course/ that it must not see.
    """
    user, group, number = os.getuid(), os.getgid(), os.getpid()
    end_with_parent()
    call("unshare", _ALL | (_USER if user else 0))
    if user:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    reading, writing = os.pipe()
    if os.fork():
        os.close(writing)
        if outside is not None:
            os.close(outside)
        _end_as(_STATUS.unpack(os.read(reading, _STATUS.size).ljust(_STATUS.size, b"\1")))
    end_with_parent()
    os.close(reading)
    _change_root(scratch, hidden)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    child = os.fork()
    if child:
        if outside is not None:
            os.close(outside)
        os.write(writing, _STATUS.pack(watch.until_ended(child, memory)))
        os._exit(0)
    os.close(writing)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
    os.setsid()
    _give_up_rights(user, number)


def _change_root(scratch: Path, hidden: Collection[str]) -> None:
    root = str(scratch)
    call("mount", b"none", b"/", None, _REC | _PRIVATE, None)
    _mount_memory(root, "size=1m,mode=755")
    for folder, size in [("/tmp", "64m"), ("/dev/shm", "64m"), (root, "128m")]:
        Path(root + folder).mkdir(parents=True, exist_ok=True)
        _mount_memory(root + folder, f"size={size},nr_inodes=20k,mode=1777")
    for source in visible(hidden):  # after the private /tmp, because the course itself may lie in the real one
        _show(source, root)
    Path(root, "proc").mkdir()
    Path(root, "dev/fd").symlink_to("/proc/self/fd")
    call("mount", b"proc", f"{root}/proc".encode(), b"proc", _NOSUID | _NODEV, None)
    os.chdir(root)
    call("pivot_root", b".", b".")
    call("umount2", b".", _DETACH)
    os.chdir("/")
    call("mount", b"none", b"/", None, _REMOUNT | _BIND | _RDONLY | _NOSUID, None)


def _show(source: str, root: str) -> None:
    """Let a file or folder be seen at its place, for reading."""
    origin, place = Path(source), Path(root + source)
    if not origin.exists() or place.exists():
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    if source in ("/lib", "/lib64", "/bin") and origin.is_symlink():
        place.symlink_to(origin.readlink())
        return
    if origin.is_dir():
        place.mkdir()
    else:
        place.touch()
    flags = _NOSUID if source in DEVICES else _NOSUID | _NODEV
    call("mount", source.encode(), str(place).encode(), None, _BIND | _REC, None)
    call("mount", b"none", str(place).encode(), None, _REMOUNT | _BIND | _RDONLY | flags, None)


def _mount_memory(place: str, options: str) -> None:
    call("mount", b"tmpfs", place.encode(), b"tmpfs", _NOSUID | _NODEV, options.encode())


def _give_up_rights(user: int, number: int) -> None:
    import resource

    if user == 0:
        os.setgroups([])
        os.setresgid(*[_FIRST_USER + number] * 3)
        os.setresuid(*[_FIRST_USER + number] * 3)
    drop_rights()
    resource.setrlimit(resource.RLIMIT_NPROC, (_MAX_PROCESSES, _MAX_PROCESSES))


def _end_as(status: tuple[int]) -> None:
    code = os.waitstatus_to_exitcode(status[0])
    if code < 0:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if -code not in (signal.SIGKILL, signal.SIGSTOP):
            signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    os._exit(code if code >= 0 else 70)
