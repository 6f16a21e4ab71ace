"""Has a file been saved? Files are looked at again and again: that works on every disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from generator.files import DATA, REGISTER, TEMPLATES, is_aside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Each file with its time and size.
Fingerprint: TypeAlias = tuple[tuple[str, int, int], ...]


def fingerprint(root: Path, data: Path | None) -> Fingerprint:
    """Return what changes when a template, a form set, the register, data or text is saved."""
    return tuple(sorted(_looked_at(root, data)))


def _looked_at(root: Path, data: Path | None) -> Iterator[tuple[str, int, int]]:
    paths = [*(root / TEMPLATES).rglob("*"), *(root / DATA / REGISTER).glob("*.yaml")]
    if data:  # its text and its pictures stand beside it
        paths += [data, data.with_suffix(".md"), *data.parent.glob("*.png")]
        paths += data.parent.glob("*.jp*g")
    for path in paths:
        # -- hidden files, and what Word writes while a document is open --
        if is_aside(path.name):
            continue
        try:
            stat = path.stat()
        except OSError:  # gone between listing and looking: the next look tells
            continue
        if not path.is_dir():
            yield str(path), stat.st_mtime_ns, stat.st_size
