"""What Python is on a Mac, as far as a program can see it: Python imports this as it starts.

Names, defaults and limits are those of macOS, functions that only Linux has are gone, and folders
list their files as HFS+ keeps the names: letters and marks apart (NFD).
"""

from __future__ import annotations

import fcntl
import os
import posix
import resource
import select
import signal
import sys
import threading
import types
from typing import TYPE_CHECKING, Any, Self
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Callable

LINUX_ONLY = {
    os: (
        "O_DIRECT O_NOATIME O_PATH O_TMPFILE P_PIDFD copy_file_range eventfd fdatasync getrandom "
        "getresgid getresuid getxattr listxattr memfd_create pidfd_open pipe2 posix_fadvise "
        "posix_fallocate removexattr sched_getaffinity sched_getparam sched_getscheduler "
        "sched_setaffinity sched_setparam sched_setscheduler setresgid setresuid setns setxattr "
        "splice unshare"
    ),
    select: "epoll EPOLLIN EPOLLOUT",
    signal: "SIGCLD SIGPOLL SIGPWR SIGRTMAX SIGRTMIN SIGSTKFLT sigtimedwait sigwaitinfo",
    resource: "prlimit RLIMIT_MSGQUEUE RLIMIT_NICE RLIMIT_RTPRIO RLIMIT_SIGPENDING",
}
OPEN_FILES = 256  # what a Mac's shell allows a program
STACK = 512 * 1024  # of a thread that does not ask for more
F_FULLFSYNC = 51

_list, _scan = os.listdir, os.scandir
_control: Callable[..., Any] = fcntl.fcntl


def _listed(path: Any = ".") -> list[Any]:
    return [_apart(name) for name in _list(path)]


class _Scanned:
    def __init__(self, path: Any = ".") -> None:
        self._scan = _scan(path)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _Entry:
        return _Entry(next(self._scan))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._scan.close()


class _Entry:
    def __init__(self, entry: os.DirEntry[Any]) -> None:
        self._entry = entry
        self.name = _apart(entry.name)
        self.path = entry.path[: len(entry.path) - len(entry.name)] + self.name

    def __getattr__(self, name: str) -> Any:
        return getattr(self._entry, name)

    def __fspath__(self) -> Any:
        return self.path


def _apart(name: Any) -> Any:
    return normalize("NFD", name) if isinstance(name, str) else name


def _controlled(file: Any, command: int, argument: Any = 0) -> Any:
    """Do what Linux has for `F_FULLFSYNC`, and note it."""
    if command != F_FULLFSYNC:
        return _control(file, command, argument)
    os.fsync(file)
    if note := os.environ.get("NOTE_FULLFSYNC"):
        with open(note, "a", encoding="ascii") as notes:  # noqa: PTH123  # before `pathlib` is there
            notes.write("x")
    return 0


def _without_linux() -> None:
    for module, names in LINUX_ONLY.items():
        for one in (module, posix) if module is os else (module,):
            for name in names.split():
                if hasattr(one, name):
                    delattr(one, name)


def _as_a_mac() -> None:
    build = f"_sysconfigdata_{sys.abiflags}_{sys.platform}_{sys.implementation._multiarch}"
    os.environ["_PYTHON_SYSCONFIGDATA_NAME"] = build  # what `sysconfig` reads is of this machine
    sys.platform = "darwin"
    uname = os.uname_result(("Darwin", os.uname().nodename, "23.6.0", "Darwin Kernel", "arm64"))
    proxies: Any = types.ModuleType("_scproxy")
    proxies._get_proxy_settings = proxies._get_proxies = dict
    sys.modules["_scproxy"] = proxies
    for module in (os, posix):
        vars(module).update(uname=lambda: uname, listdir=_listed, scandir=_Scanned)
    vars(fcntl).update(F_FULLFSYNC=F_FULLFSYNC, fcntl=_controlled)
    threading.stack_size(STACK)
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))


_without_linux()
_as_a_mac()
