"""The folder of one project: templates, register and data, read when they are asked for."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from errno import EINVAL, ENOTDIR
from functools import cached_property
from os import strerror
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator import readers
from generator.anh import not_beside
from generator.files import faults
from generator.files.disk import as_on_disk, is_aside, is_device, read_bytes
from generator.problem import Stopped

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.period import Ky

TEMPLATES = "templates"
DATA = "data"
OUT = "out"
REGISTER: Final = "danh-muc"  # in DATA
FORM_SETS: Final = "bieu-mau"  # in TEMPLATES
BO_MAU: Final = "bo-mau.yaml"  # in the folder of a template set: what makes it one
SAMPLE: Final = "vi-du.yaml"  # beside a template set: data for looking at it
REPOSITORY: Final = Path(__file__).resolve().parents[2]


def find_root(start: Path, *, shipped: bool = False) -> Path:
    """Return the project's folder: the nearest one above `start` with sets in `templates/`.

    Without one, the nearest above the working directory. `shipped` is for who writes nothing there:
    without one again, the repository this package stands in, with the sets that it ships. Raises
    Stopped with HT-060 when there is none.
    """
    places = [start, Path.cwd(), *([REPOSITORY] if shipped else [])]
    for place in places:
        here = place.resolve()
        for folder in (here, *here.parents):
            # -- a template set has to be there: Windows keeps a `Templates` in every profile --
            if any((folder / TEMPLATES).glob(f"*/{BO_MAU}")):
                return folder
    raise Stopped([faults.no_templates(start)])


def output_path(data_file: Path, root: Path, asked: Path | None = None) -> Path:
    """Return where the report of `data_file` goes: where `asked`, else `out/` mirroring `data/`.

    A folder that was asked for gets the report under the name of the data file. Raises Stopped
    with HT-006 for a file that is no `.docx`, HT-007 for one among the templates (a slip of the
    hand must not overwrite the data or a template) and HT-005 for a name that Windows keeps.
    """
    if asked is not None:
        target = asked / f"{data_file.absolute().stem}.docx" if asked.is_dir() else asked
        if target.suffix.lower() != ".docx":
            raise Stopped([faults.not_a_word_file(target)])
        if is_device(target.name.partition(".")[0].lower()):
            error = OSError(EINVAL, strerror(EINVAL))
            raise Stopped([faults.not_written(target, error)])
        if target.resolve().is_relative_to((root / TEMPLATES).resolve()):
            raise Stopped([faults.over_a_template(target)])
        return target
    report = data_file.resolve().with_suffix(".docx")
    data = (root / DATA).resolve()
    inside = report.relative_to(data) if report.is_relative_to(data) else report.name
    return root / OUT / inside


def output_folder(data_folder: Path, root: Path, asked: Path | None = None) -> Path:
    """Return where the reports of all data in `data_folder` go: where `asked`, else as one's would.

    Raises Stopped with HT-007 for a folder among the templates, HT-005 for a file.
    """
    if asked is None:
        return output_path(data_folder / "x", root).parent
    if asked.resolve().is_relative_to((root / TEMPLATES).resolve()):
        raise Stopped([faults.over_a_template(asked)])
    if asked.is_file():
        error = NotADirectoryError(ENOTDIR, strerror(ENOTDIR))
        raise Stopped([faults.not_written(asked, error)])
    return asked


@dataclass(frozen=True)
class Folder:
    """The files of one project folder, read when a stage asks for them (see `pipeline.Library`)."""

    root: Path

    @cached_property
    def template_set_names(self) -> tuple[str, ...]:
        """Names of the template sets: folders of `templates/` that hold a `bo-mau.yaml`."""
        found = (self.root / TEMPLATES).glob(f"*/{BO_MAU}")
        return tuple(sorted(path.parent.name for path in found))

    def template_file(self, template_set: str, name: str) -> tuple[bytes, str]:
        """Return content and display name of one file of a template set. Raises Stopped."""
        return self._read(self.root / TEMPLATES / template_set / name)

    def sample_of(self, template_set: str) -> tuple[bytes, str] | None:
        """Return content and display name of the sample data of a template set, if it has any."""
        path = self.root / TEMPLATES / template_set / SAMPLE
        return self._read(path) if path.is_file() else None

    def form_sets(self, name: str = "") -> tuple[tuple[bytes, str], ...]:
        """Return content and display name of the form set called `name`, of all without a name.

        A form set stands in `templates/bieu-mau/` under its own name; where there is none of that
        name, all are returned, so that the user can be told which there are.
        """
        folder = self.root / TEMPLATES / FORM_SETS
        own = folder / f"{name}.yaml"
        if name and own.parent == folder and own.is_file():
            return (self._read(own),)
        return self._read_all(folder)

    def danh_muc(self) -> tuple[tuple[bytes, str], ...]:
        """Return content and display name of every file of the unit register."""
        return self._read_all(self.root / DATA / REGISTER)

    def narrative_beside(self, data_file: Path) -> tuple[bytes, str] | None:
        """Return the text that stands beside `data_file` with the same stem, if there is one."""
        path = as_on_disk(data_file.with_suffix(".md"))
        return self._read(path) if path.is_file() else None

    def reader_beside(self, data_file: Path) -> Callable[[str], bytes]:
        """Return a reader of files in the folder of `data_file` and below; HT-011 for others.

        What a template or a text asks for may come from outside the office: nothing else of the
        disk is within its reach, not by `..`, not by an absolute path, not by a link.
        """
        folder = data_file.resolve().parent

        def read(path: str) -> bytes:
            wanted = (folder / path).resolve()
            if not wanted.is_relative_to(folder):
                raise Stopped([not_beside(path)])
            return read_bytes(wanted, path)

        return read

    def report_of(self, ky: Ky, don_vi: str) -> tuple[bytes, str] | None:
        """Return the data file of a unit on a period, `data/<kỳ>/<đơn vị>.yaml`, or None."""
        folder = self.root / DATA / str(ky)
        for suffix in readers.suffixes():
            path = folder / f"{don_vi}{suffix}"
            if path.is_file():
                return self._read(path)
        return None

    def display(self, path: Path) -> str:
        """Return `path` as the user would write it: from the project's folder when inside it."""
        full = path.resolve()
        shown = full.relative_to(self._full) if full.is_relative_to(self._full) else path
        # -- macOS hands out names in NFD --
        return unicodedata.normalize("NFC", shown.as_posix())

    @cached_property
    def _full(self) -> Path:
        """The whole path of the project."""
        return self.root.resolve()

    def _read(self, path: Path) -> tuple[bytes, str]:
        name = self.display(path)
        return read_bytes(path, name), name

    def _read_all(self, folder: Path) -> tuple[tuple[bytes, str], ...]:
        own = (path for path in sorted(folder.glob("*.yaml")) if not is_aside(path.name))
        return tuple(self._read(path) for path in own)
