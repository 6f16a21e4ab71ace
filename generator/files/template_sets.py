"""Copying a template set: which files it is made of, and a sample of its data."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from generator.files.disk import is_aside, read_bytes
from generator.files.folder import BO_MAU, DATA, SAMPLE, TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.files.folder import Folder


def set_files(folder: Folder, name: str) -> Mapping[str, bytes]:
    """Return content by file name of the template set `name`, `bo-mau.yaml` last.

    The last one makes it a set: what is written in this order is never half a set.
    """
    paths = [path for path in (folder.root / TEMPLATES / name).iterdir() if _is_copied(path)]
    ordered = sorted(paths, key=lambda path: (path.name == BO_MAU, path.name))
    return {path.name: read_bytes(path, folder.display(path)) for path in ordered}


def sample_of(folder: Folder, name: str) -> Mapping[str, bytes]:
    """Return data (`vi-du.yaml`) for a first report of the set `name`, and its text if it has one.

    They are the set's own sample or those of the last period in `data/`; empty without either.
    """
    own = folder.root / TEMPLATES / name / SAMPLE
    uses = re.compile(rf"(?m)^\ufeff?bo_mau:[ \t]*(['\"]?){re.escape(name)}\1(?=\s|$)")
    found = [own] if own.is_file() else []
    for path in sorted((folder.root / DATA).glob("*/*.yaml"), reverse=True):
        if not found and uses.search(read_bytes(path).decode(errors="replace")):
            found.append(path)
    return {
        Path(SAMPLE).with_suffix(path.suffix).name: read_bytes(path, folder.display(path))
        for data in found
        for path in (data, data.with_suffix(".md"))
        if path.is_file()
    }


def _is_copied(path: Path) -> bool:
    """Leave out the sample, folders, and what Word leaves beside an open file."""
    return path.is_file() and path.stem != Path(SAMPLE).stem and not is_aside(path.name)
