"""What `baocao init` lays down: templates, the register and the data of a sample unit.

The globs in `generator/starter/files.txt` say which files these are. They stand at the top of the
repository; a wheel carries copies of them beside that list (see `setup.py`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.files.disk import is_aside, read_bytes
from generator.files.folder import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Mapping

_PACKAGE: Final = Path(__file__).resolve().parents[1]
LIST: Final = _PACKAGE / "starter"


def starter_files() -> Mapping[Path, bytes]:
    """Return the content of each file by its path in the new folder, in the order of the list.

    Raises Stopped when one cannot be read.
    """
    root = LIST if (LIST / TEMPLATES).is_dir() else _PACKAGE.parent
    globs = (LIST / "files.txt").read_text(encoding="utf-8").split()
    found = [path for glob in globs for path in sorted(root.glob(glob)) if _belongs(path)]
    files = {Path("README.md"): read_bytes(LIST / "README.md")}
    return files | {path.relative_to(root): read_bytes(path) for path in found}


def _belongs(path: Path) -> bool:
    return path.is_file() and not is_aside(path.name)
