"""The first program of the pretended Mac: lays out its folders, runs what it was told, ends it.

It runs as process 1 of a Linux kernel of its own (User Mode Linux), which sees this machine's disk,
read only. The Mac's folders are laid over that: no `/proc`, `/var` behind a link, a volume of HFS+
in `/Volumes`.
"""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import socket
import struct
import subprocess
import sys
import traceback
from pathlib import Path

MODULES = ("drivers/cdrom/cdrom.ko", "fs/nls/nls_utf8.ko", "fs/hfsplus/hfsplus.ko")
FINIT_MODULE = 313  # number of the call on x86-64
BIND, POWER_OFF = 4096, 0x4321FEDC
UP_AND_RUNNING, SET_FLAGS = 0x41, 0x8914
MAC = Path("/mnt")
VOLUME = "/Volumes/Mac"
TEMPORARY = "private/var/folders/zz/zyxvpxvq6csfxvn_n0000000000000/T"

libc = ctypes.CDLL(None, use_errno=True)


def main(orders: Path) -> None:
    """Run the steps of the file `orders`; what they said goes into `told.json` beside it."""
    load_modules()
    lay_out(orders.parent)
    os.chroot(MAC)
    os.chdir(VOLUME)
    told = [step(one) for one in json.loads(Path("/results", orders.name).read_bytes())]
    Path("/results/told.json").write_text(json.dumps(told), encoding="utf-8")


def step(order: dict[str, str | list[str]]) -> tuple[int, str, str]:
    """Run one command; return its exit code and what it wrote to both outputs."""
    clean = {"PATH": "/results/bin", "HOME": "/Users/vanthu", "PYTHONPATH": sys.argv[2]}
    clean |= {"TMPDIR": f"/{TEMPORARY.removeprefix('private/')}/"}  # and no LANG, as in the Finder
    folder = Path(VOLUME, str(order["folder"]))
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        list(order["command"]), check=False, cwd=folder, env=clean, capture_output=True
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def load_modules() -> None:
    """Have the kernel know HFS+."""
    for name in MODULES:
        (path,) = Path("/usr/lib/uml/modules").glob(f"*/kernel/{name}")
        with path.open("rb") as module:
            check(libc.syscall(FINIT_MODULE, module.fileno(), b"", 0), name)


def lay_out(results: Path) -> None:
    """Lay out the folders of a Mac below `MAC`, and switch its loopback interface on."""
    here = [path for path in Path("/").iterdir() if path.name not in {"proc", "var", MAC.name}]
    mount("none", MAC, "tmpfs")
    for path in here:
        place = MAC / path.name
        if path.is_symlink():
            place.symlink_to(path.readlink())
        elif path.is_dir():
            place.mkdir()
            mount(str(path), place, "", BIND)
    for name in ("results", "Applications", "Users/vanthu", VOLUME[1:], TEMPORARY):
        (MAC / name).mkdir(parents=True)
    (MAC / "var").symlink_to("private/var")
    mount("none", MAC / "results", "hostfs", 0, str(results))
    mount("/dev/ubda", MAC / VOLUME[1:], "hfsplus", 0, "nls=utf8")
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, SET_FLAGS, struct.pack("16sh14x", b"lo", UP_AND_RUNNING))


def mount(what: str, place: Path, kind: str, flags: int = 0, options: str = "") -> None:
    """Mount `what` at `place`. Raises OSError."""
    done = libc.mount(what.encode(), bytes(place), kind.encode(), flags, options.encode())
    check(done, f"{kind} {place}")


def check(done: int, what: str) -> None:
    """Raise OSError where the kernel has refused."""
    if done < 0:
        raise OSError(ctypes.get_errno(), f"{what}: {os.strerror(ctypes.get_errno())}")


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]))
    except BaseException:
        traceback.print_exc()  # on the console of the kernel, which `machine.py` keeps
    os.sync()
    libc.reboot(POWER_OFF)
