"""What the reports of a batch share, held in memory: template sets, form sets, the register."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from generator.files import (
    BO_MAU,
    DATA,
    FORM_SETS,
    REGISTER,
    TEMPLATES,
    Folder,
    faults,
    is_aside,
    read_bytes,
)
from generator.pipeline import SHARED
from generator.problem import Stopped, Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from generator.period import Ky

_REGISTER = f"{DATA}/{REGISTER}"
_FORM_SETS = f"{TEMPLATES}/{FORM_SETS}"


def read_project(root: Path) -> Project:
    """Return the shared files of the project at `root`. Raises Stopped where one is unreadable."""
    folder = Folder(root)
    found = [*(root / TEMPLATES).rglob("*"), *(root / _REGISTER).glob("*.yaml")]
    paths = sorted(path for path in found if path.is_file() and not is_aside(path.name))
    names = {folder.display(path): path for path in paths}
    return Project({name: read_bytes(path, name) for name, path in names.items()})


@dataclass(frozen=True)
class Project:
    """Shared files by their path from the project's folder; a `pipeline.Library`."""

    files: Mapping[str, bytes]

    @cached_property
    def template_set_names(self) -> tuple[str, ...]:
        """Names of the template sets: folders of `templates/` that hold a `bo-mau.yaml`."""
        parts = (name.split("/") for name in self.files if name.endswith(f"/{BO_MAU}"))
        return tuple(sorted(part[1] for part in parts if len(part) == 3))

    def template_file(self, template_set: str, name: str) -> tuple[bytes, str]:
        """Return content and name of one file of a template set. Raises Stopped (HT-001)."""
        path = f"{TEMPLATES}/{template_set}/{name}"
        if path not in self.files:
            folder, _, ending = path.rpartition("/")[0], *path.rpartition(".")[1:]
            beside = (one.rpartition("/") for one in self.files if one.endswith(f".{ending}"))
            like = [last for inside, _, last in beside if inside == folder]
            raise Stopped([faults.missing(Where(file=path), like)])
        return self.files[path], path

    def form_sets(self, name: str = "") -> tuple[tuple[bytes, str], ...]:
        """Return content and name of the form set called `name`; of all where none is."""
        own = f"{_FORM_SETS}/{name}.yaml"
        return ((self.files[own], own),) if own in self.files else self._all_of(_FORM_SETS)

    def danh_muc(self) -> tuple[tuple[bytes, str], ...]:
        """Return content and name of every file of the register of units."""
        return self._all_of(_REGISTER)

    def report_of(self, ky: Ky, don_vi: str) -> None:
        """Return None: earlier reports belong to a unit and come with its task."""

    def behind(self, template_set: str) -> dict[str, str]:
        """Return the SHA-256 of every shared file that may enter a report of a template set.

        Rather one too many: the register and the form sets are chosen from as a whole, and an
        earlier report may have been made with another template set.
        """
        folders = (f"{TEMPLATES}/{template_set}", f"{TEMPLATES}/{SHARED}", _FORM_SETS, _REGISTER)
        return {
            name: digest
            for name, digest in self._digests.items()
            if name.startswith(tuple(f"{folder}/" for folder in folders))
            or name.endswith(f"/{BO_MAU}")
        }

    @cached_property
    def _digests(self) -> dict[str, str]:
        return {name: sha256(blob).hexdigest() for name, blob in self.files.items()}

    def _all_of(self, folder: str) -> tuple[tuple[bytes, str], ...]:
        return tuple((self.files[name], name) for name in self._yaml_in(folder))

    def _yaml_in(self, folder: str) -> Iterable[str]:
        start = f"{folder}/"
        return (n for n in self.files if n.startswith(start) and n.endswith(".yaml"))
