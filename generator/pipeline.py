"""The whole journey of one report. No disk: files are handed in, bytes are handed back.

data file (bytes) -> Raw (value + place) -> Report (typed, frozen) -> context -> narrative ->
rendered parts -> docx bytes. Inside a stage all problems are collected; between stages an error
stops the report; warnings travel along and come out beside the bytes.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct
from msgspec.structs import replace

from generator import ghi_chu, readers
from generator.anh import no_files, picture_function
from generator.bang import number_tables
from generator.bieu_mau_reader import read_form_set
from generator.bo_mau import read_bo_mau
from generator.context import GLOBALS, build_context
from generator.de_cuong import SourceText, merge
from generator.don_vi import DanhMuc
from generator.formats import formatter as formatter_of
from generator.formats.errors import UnknownLocaleError
from generator.formats.filters import filters as filters_of
from generator.history import History
from generator.problem import Message, Problem, Stopped, Where
from generator.validate import Known, read_choice, validate
from generator.word import compile_template
from generator.word.include import expand
from generator.word.markdown import MarkdownStyles, compile_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.bieu_mau import BoBieuMau
    from generator.bo_mau import BoMau
    from generator.de_cuong import MergedText
    from generator.formats.base import Formatter
    from generator.period import Ky
    from generator.report import Report
    from generator.word import Template


# The folder of the pieces that template sets share: head, addressees, foot, form table.
SHARED = "chung"


class Library(Protocol):
    """What a report is made from, beside its own data: `files.Folder`, or a stand-in in tests.

    Every file comes as its content and the name that problems call it by.
    """

    @property
    def template_set_names(self) -> tuple[str, ...]:
        """Names of all template sets."""

    def template_file(self, template_set: str, name: str) -> tuple[bytes, str]:
        """Return one file of a template set. Raises Stopped when it is not there."""

    def form_sets(self, name: str = "") -> tuple[tuple[bytes, str], ...]:
        """Return the file of the form set called `name`; of all where none is called so."""

    def danh_muc(self) -> tuple[tuple[bytes, str], ...]:
        """Return the files of the register of units."""

    def report_of(self, ky: Ky, don_vi: str) -> tuple[bytes, str] | None:
        """Return the data file of a unit on a period, None where there is none."""


class Source(Struct, frozen=True, kw_only=True):
    """One report's own files: the data, and the text that stands beside it (content, name).

    `beside` reads another file of the data folder, a picture, by its path from the data file.
    """

    blob: bytes
    name: str
    narrative: tuple[bytes, str] | None = None
    beside: Callable[[str], bytes] = no_files


class Made(Struct, frozen=True, kw_only=True):
    """A finished report: the Word file, and the warnings that did not stop it."""

    blob: bytes
    warnings: tuple[Problem, ...]


def make_report(source: Source, library: Library, *, locale: str = "vi") -> Made:
    """Return the finished report of `source`.

    Raises Stopped with every problem of the first stage that finds an error.
    """
    formatter = _formatter(locale)
    raw = readers.read(source.blob, source.name)
    choice = read_choice(raw)
    bo_mau = _bo_mau(choice.bo_mau, library)
    known = _known(choice.bo_bieu_mau, bo_mau, library)
    report, warnings = validate(raw, known)
    if bo_mau is None:  # validation refuses an unknown template set
        raise Stopped(warnings)
    history = _history(report, known, library)
    filters = filters_of(formatter)
    context = _context(report, formatter, filters, history)
    context["anh"] = picture_function(source.beside)
    merged = _merged(source, bo_mau, library)
    narrative = compile_markdown(
        merged.source,
        filters=filters,
        globals=GLOBALS,
        where=merged.where,
        styles=MarkdownStyles(text_width=bo_mau.text_width),
    )
    template = _template(bo_mau, library, filters)
    document = {**context, "noi_dung": number_tables(narrative.render(context))}
    blob = template.render(document)
    return Made(blob=blob, warnings=(*warnings, *merged.warnings, *history.warnings))


def _formatter(locale: str) -> Formatter:
    try:
        return formatter_of(locale)
    except UnknownLocaleError as error:
        problem = Problem(
            code="HT-010", message=error.message, hint=error.hint, where=Where(path="--locale")
        )
        raise Stopped([problem]) from error


def _bo_mau(named: str, library: Library) -> BoMau | None:
    """Return the template set that the data name; None where they name none that exists.

    An unknown name is a problem of the data: it is reported with all others of the file.
    """
    if named not in library.template_set_names:
        return None
    blob, name = library.template_file(named, "bo-mau.yaml")
    return read_bo_mau(readers.read(blob, name))


def _known(form_set: str, bo_mau: BoMau | None, library: Library) -> Known:
    return Known(
        danh_muc=DanhMuc.load([readers.read(blob, name) for blob, name in library.danh_muc()]),
        form_sets=_form_sets(form_set, bo_mau, library),
        template_sets=library.template_set_names,
        che_do=bo_mau.che_do if bo_mau else "",
        cap=bo_mau.cap if bo_mau else "",
    )


def _form_sets(named: str, bo_mau: BoMau | None, library: Library) -> tuple[BoBieuMau, ...]:
    has_forms = bool(named or (bo_mau and bo_mau.che_do))
    files = library.form_sets(named) if has_forms else ()
    return tuple(read_form_set(readers.read(blob, name)) for blob, name in files)


def _history(report: Report, known: Known, library: Library) -> History:
    """Return the earlier reports of the same unit, read when a template asks for their figures."""

    def load(blob: bytes, name: str) -> Report:
        raw = readers.read(blob, name)
        choice = read_choice(raw)
        bo_mau = _bo_mau(choice.bo_mau, library)
        own = replace(
            known,
            form_sets=_form_sets(choice.bo_bieu_mau, bo_mau, library),
            template_sets=None,  # its own may be gone: nothing of it is printed
            che_do=bo_mau.che_do if bo_mau else "",
            cap=bo_mau.cap if bo_mau else "",
        )
        return validate(raw, own)[0]

    return History(report.don_vi.ma, library.report_of, load)


def _context(
    report: Report,
    formatter: Formatter,
    filters: Mapping[str, Callable[..., object]],
    history: History,
) -> dict[str, object]:
    """Return the names of `report`, the words of its forms filled in with them."""
    texts = ghi_chu.blanks(report)
    context = build_context(report, formatter, texts=texts, earlier=history)
    if not texts:
        return context
    filled = ghi_chu.fill_in(report, context, filters=filters, names=GLOBALS)
    return build_context(report, formatter, texts=filled, earlier=history)


def _merged(source: Source, bo_mau: BoMau, library: Library) -> MergedText:
    outline = _text(*library.template_file(bo_mau.ten, bo_mau.de_cuong))
    return merge(outline, _text(*source.narrative) if source.narrative else None)


def _text(blob: bytes, name: str) -> SourceText:
    try:
        text = blob.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = Problem(
            code="DL-002",
            message=Message("Tệp không phải dạng UTF-8.", "The file is not UTF-8."),
            where=Where(file=name),
            hint=Message(
                "Mở bằng Notepad, chọn Lưu thành (Save as), Encoding: UTF-8.",
                "Open it in a text editor and save it as UTF-8.",
            ),
        )
        raise Stopped([problem]) from error
    return SourceText(text=unicodedata.normalize("NFC", text), name=name)


def _template(
    bo_mau: BoMau, library: Library, filters: Mapping[str, Callable[..., object]]
) -> Template:
    blob, name = library.template_file(bo_mau.ten, bo_mau.mau)
    whole = expand(blob, name, lambda piece: library.template_file(SHARED, f"{piece}.docx"))
    return compile_template(whole, name=name, filters=filters, globals=GLOBALS)
