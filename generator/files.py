"""The only reads and writes of the project. Writes are atomic: the whole file, or nothing."""

from __future__ import annotations

import os
import tempfile
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator import readers
from generator.anh import not_beside
from generator.problem import Message, Problem, Stopped, Where

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.period import Ky

TEMPLATES = "templates"
DATA = "data"
OUT = "out"


def read_bytes(path: Path, name: str = "") -> bytes:
    """Return the content of the file at `path`; problems call it `name`.

    Raises Stopped with HT-001 to HT-004 when it is missing, a folder, not allowed or unreadable.
    """
    where = Where(file=name or str(path))
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        problem = _missing(path, where)
        cause: OSError = error
    except IsADirectoryError as error:
        problem, cause = _folder(where), error
    except PermissionError as error:
        # -- Windows answers "permission denied" for a folder --
        problem = _folder(where) if path.is_dir() else _not_allowed(where)
        cause = error
    except OSError as error:
        problem, cause = _unreadable(where, error), error
    raise Stopped([problem]) from cause


def write_atomic(path: Path, blob: bytes) -> None:
    """Write `blob` to `path`, whole or not at all, making the folders it needs.

    Raises Stopped with HT-005 when the place cannot be written: a read-only folder, a full disk, a
    file that Word holds open.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, blob)
    except OSError as error:
        raise Stopped([_not_written(path, error)]) from error


def _replace(path: Path, blob: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(blob)
            file.flush()
            os.fsync(file.fileno())
        # -- mkstemp makes files for their owner alone; a report is shared like any other file --
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def find_root(start: Path) -> Path:
    """Return the project's folder: the nearest one above `start` that holds `templates/`.

    Without one, the folder this package was installed from.
    """
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / TEMPLATES).is_dir():
            return folder
    return Path(__file__).resolve().parent.parent


def output_path(data_file: Path, root: Path, asked: Path | None = None) -> Path:
    """Return where the report of `data_file` goes: where `asked`, else `out/` mirroring `data/`.

    A folder that was asked for gets the report under the name of the data file. Raises Stopped
    with HT-006 for a file that is no `.docx` and HT-007 for one among the templates: a slip of the
    hand must not overwrite the data or a template.
    """
    if asked is not None:
        target = asked / data_file.with_suffix(".docx").name if asked.is_dir() else asked
        if target.suffix.lower() != ".docx":
            raise Stopped([_not_a_word_file(target)])
        if target.resolve().is_relative_to((root / TEMPLATES).resolve()):
            raise Stopped([_over_a_template(target)])
        return target
    report = data_file.resolve().with_suffix(".docx")
    data = (root / DATA).resolve()
    inside = report.relative_to(data) if report.is_relative_to(data) else report.name
    return root / OUT / inside


@dataclass(frozen=True)
class Folder:
    """The files of one project folder, read when a stage asks for them (see `pipeline.Library`)."""

    root: Path

    @cached_property
    def template_set_names(self) -> tuple[str, ...]:
        """Names of the template sets: folders of `templates/` that hold a `bo-mau.yaml`."""
        found = (self.root / TEMPLATES).glob("*/bo-mau.yaml")
        return tuple(sorted(path.parent.name for path in found))

    def template_file(self, template_set: str, name: str) -> tuple[bytes, str]:
        """Return content and display name of one file of a template set. Raises Stopped."""
        return self._read(self.root / TEMPLATES / template_set / name)

    def form_sets(self, name: str = "") -> tuple[tuple[bytes, str], ...]:
        """Return content and display name of the form set called `name`, of all without a name.

        A form set stands in `templates/bieu-mau/` under its own name; where there is none of that
        name, all are returned, so that the user can be told which there are.
        """
        folder = self.root / TEMPLATES / "bieu-mau"
        own = folder / f"{name}.yaml"
        if name and own.parent == folder and own.is_file():
            return (self._read(own),)
        return self._read_all(folder)

    def danh_muc(self) -> tuple[tuple[bytes, str], ...]:
        """Return content and display name of every file of the unit register."""
        return self._read_all(self.root / DATA / "danh-muc")

    def narrative_beside(self, data_file: Path) -> tuple[bytes, str] | None:
        """Return the text that stands beside `data_file` with the same stem, if there is one."""
        path = data_file.with_suffix(".md")
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
        root = self.root.resolve()
        shown = full.relative_to(root) if full.is_relative_to(root) else path
        # -- macOS hands out names in NFD --
        return unicodedata.normalize("NFC", shown.as_posix())

    def _read(self, path: Path) -> tuple[bytes, str]:
        name = self.display(path)
        return read_bytes(path, name), name

    def _read_all(self, folder: Path) -> tuple[tuple[bytes, str], ...]:
        return tuple(self._read(path) for path in sorted(folder.glob("*.yaml")))


def _missing(path: Path, where: Where) -> Problem:
    hint = None
    if path.parent.is_dir():
        beside = sorted(p.name for p in path.parent.iterdir() if p.suffix == path.suffix)
        if beside:
            shown = ", ".join(beside[:5])
            hint = Message(f"cùng thư mục có: {shown}", f"the same folder holds: {shown}")
    return Problem(
        code="HT-001",
        message=Message("không tìm thấy tệp", "file not found"),
        where=where,
        hint=hint or Message("kiểm tra lại tên tệp và thư mục", "check the file name and folder"),
    )


def _folder(where: Where) -> Problem:
    return Problem(
        code="HT-002",
        message=Message("đây là thư mục, không phải tệp", "this is a folder, not a file"),
        where=where,
        hint=Message(
            "ghi rõ một tệp dữ liệu trong thư mục đó", "name one data file inside that folder"
        ),
    )


def _not_allowed(where: Where) -> Problem:
    return Problem(
        code="HT-003",
        message=Message("không có quyền đọc tệp", "no permission to read the file"),
        where=where,
        hint=Message(
            "đóng tệp nếu đang mở ở chương trình khác, hoặc xin quyền đọc",
            "close the file if another program has it open, or ask for permission",
        ),
    )


def _unreadable(where: Where, error: OSError) -> Problem:
    reason = error.strerror or str(error)
    return Problem(
        code="HT-004",
        message=Message(f"không đọc được tệp ({reason})", f"the file cannot be read ({reason})"),
        where=where,
    )


def _not_written(path: Path, error: OSError) -> Problem:
    reason = error.strerror or str(error)
    return Problem(
        code="HT-005",
        message=Message(f"không ghi được tệp ({reason})", f"the file cannot be written ({reason})"),
        where=Where(file=str(path)),
        hint=Message(
            "đóng tệp nếu Word đang mở, kiểm tra quyền ghi và dung lượng đĩa, rồi chạy lại",
            "close the file if Word has it open, check permission and free space, then run again",
        ),
    )


def _not_a_word_file(path: Path) -> Problem:
    return Problem(
        code="HT-006",
        message=Message("báo cáo phải ghi ra tệp .docx", "a report is written to a .docx file"),
        where=Where(file=str(path)),
        hint=Message(f"viết: -o {path.stem}.docx", f"write: -o {path.stem}.docx"),
    )


def _over_a_template(path: Path) -> Problem:
    return Problem(
        code="HT-007",
        message=Message(
            "không ghi báo cáo vào thư mục mẫu", "a report is not written among the templates"
        ),
        where=Where(file=str(path)),
        hint=Message("chọn nơi khác sau -o", "choose another place after -o"),
    )
