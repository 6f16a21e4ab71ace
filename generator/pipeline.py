"""The whole journey of one report. No disk: files are handed in, bytes are handed back.

data file (bytes) -> Raw (value + place) -> Report (typed, frozen) -> context -> narrative ->
rendered parts -> docx bytes. Inside a stage all problems are collected; between stages an error
stops the report; warnings travel along and come out beside the bytes.
"""

from __future__ import annotations

import unicodedata
from functools import cache, cached_property
from typing import TYPE_CHECKING, Protocol, cast

from msgspec import Struct
from msgspec.structs import replace

from generator import ghi_chu, readers
from generator.anh import no_files, picture_function
from generator.bang import number_tables
from generator.bieu_mau import select
from generator.bieu_mau_reader import read_form_set
from generator.bo_mau import read_bo_mau
from generator.checks import CODES, View, check, settle
from generator.checks.text import Text
from generator.context import GLOBALS, build_context
from generator.de_cuong import SourceText, loi, merge
from generator.don_vi import DanhMuc
from generator.formats import formatter as formatter_of
from generator.formats.errors import UnknownLocaleError
from generator.formats.filters import filters as filters_of
from generator.history import History
from generator.loi_van import words_beside, words_of, words_of_docx
from generator.problem import Message, Problem, Stopped, Where, in_order
from generator.raw import PartlyReadError
from generator.validate import Known, problems_beside, read_choice, validate
from generator.word import compile_template
from generator.word.include import expand
from generator.word.markdown import MarkdownCompiler, MarkdownStyles

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.bieu_mau import BoBieuMau
    from generator.bo_mau import BoMau
    from generator.checks import Accepted, Settled
    from generator.checks.text import Block
    from generator.context import BieuMauIn
    from generator.de_cuong import MergedText
    from generator.formats.base import Formatter
    from generator.new import Shelf
    from generator.period import Ky
    from generator.raw import RawMap
    from generator.report import Report
    from generator.the_thuc import Inspector
    from generator.word import Template
    from generator.word.markdown import MarkdownTemplate
    from generator.word.markdown_xml import Blocks


# The folder of the pieces that template sets share: head, addressees, foot, form table.
SHARED = "chung"
# What can be accepted: problems of data, figures and words, and of layout.
_OF_DATA = ("DL", "NQ")
_KINDS = (*_OF_DATA, "TT")


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

    `beside` reads another file of the data folder, a picture, by its path from the data file;
    `earlier` finds the unit's report of another period (default: as `Library.report_of`).
    `document` is what the Word file will be called: its layout is looked at, too, unless empty.
    """

    blob: bytes
    name: str
    narrative: tuple[bytes, str] | None = None
    beside: Callable[[str], bytes] = no_files
    earlier: Callable[[Ky, str], tuple[bytes, str] | None] | None = None
    document: str = ""


class Made(Struct, frozen=True, kw_only=True):
    """A finished report: the Word file, what it says, and the warnings that did not stop it.

    `forms` are its forms as printed; `accepted` are the warnings that the unit has looked into,
    each with its reason.
    """

    blob: bytes
    report: Report
    forms: tuple[BieuMauIn, ...]
    warnings: tuple[Problem, ...]
    accepted: tuple[Accepted, ...] = ()


class Checked(Struct, frozen=True, kw_only=True):
    """A report that was looked at and not made: what rules found, and what was accepted of it."""

    report: Report
    shown: tuple[Problem, ...]
    accepted: tuple[Accepted, ...]


def make_report(source: Source, library: Library, *, locale: str = "vi") -> Made:
    """Return the finished report of `source`; for many reports see `Workshop`.

    Raises Stopped with every problem of the first stage that finds an error.
    """
    return Workshop(library, locale=locale).make(source)


class Workshop:
    """Makes reports; what they share is read, checked and compiled once.

    The files of `library` must not change while a workshop lives: register, template sets, form
    sets, pieces. Data, texts, pictures and earlier reports are read for every report anew.
    """

    def __init__(
        self, library: Library, *, locale: str = "vi", danh_muc: DanhMuc | None = None
    ) -> None:
        """Make reports from `library`, written as in `locale`. Raises Stopped (HT-010).

        `danh_muc` is the register of `library` where it has been read already.
        """
        self._library = library
        if danh_muc is not None:
            self.danh_muc = danh_muc
        self._locale = locale
        self._formatter = _formatter(locale)
        self._filters = filters_of(self._formatter)
        self._narratives = MarkdownCompiler(filters=self._filters, globals=GLOBALS)
        self._template_sets = library.template_set_names
        self.bo_mau = cache(self._read_bo_mau)
        """Returns a template set by its name. Raises Stopped with HT-001 for an unknown one."""
        self.form_sets = cache(self._read_form_sets)
        """Returns the form set of a name alone, all for `""` or an unknown one. Raises Stopped."""
        self._template = cache(self._compile_template)
        self._outline = cache(self._read_outline)

    def make(self, source: Source) -> Made:
        """Return the finished report of `source`. Raises Stopped as `make_report` does."""
        report, warnings = self.read(source.blob, source.name)
        bo_mau = self.bo_mau(report.bo_mau)
        history = self._history(source, report)
        context = self._context(report, history)
        context["anh"] = picture_function(source.beside)
        narrative, found = self._narrative(source, bo_mau, context)
        document = {**context, "noi_dung": narrative} if narrative else context
        blob = self._template(bo_mau).render(document)
        text = self._text(report, context, words_of(narrative) if narrative else blob)
        view = View(report=report, earlier=history, rang_buoc=bo_mau.rang_buoc, text=text)
        everything = _found(view, warnings, found)
        settled = self._settled(everything, report, (blob, source.document))
        return Made(
            blob=blob,
            report=report,
            forms=cast("tuple[BieuMauIn, ...]", context["bieu_mau"]),
            warnings=settled.shown,
            accepted=settled.accepted,
        )

    def check(self, source: Source, *, words: bool = True) -> Checked:
        """Return what the rules on data, figures and words find, without making the Word file.

        Without `words` the text is not written, and only data and figures are looked at: that
        takes a tenth of the time. Raises Stopped with every error of the data and of the text.
        """
        report, warnings = self.read(source.blob, source.name)
        bo_mau = self.bo_mau(report.bo_mau)
        history = self._history(source, report)
        if not words:
            view = View(report=report, earlier=history, rang_buoc=bo_mau.rang_buoc)
            return _checked(_found(view, warnings, ()), report, looked_at=())
        context = self._context(report, history)
        context["anh"] = picture_function(source.beside)
        narrative, found = self._narrative(source, bo_mau, context)
        written = words_of(narrative) if narrative else self._template(bo_mau).render(context)
        text = self._text(report, context, written)
        view = View(report=report, earlier=history, rang_buoc=bo_mau.rang_buoc, text=text)
        return _checked(_found(view, warnings, found), report, looked_at=_OF_DATA)

    def read(self, blob: bytes, name: str) -> tuple[Report, tuple[Problem, ...]]:
        """Return what a data file says, and warnings. Raises Stopped with all its problems."""
        try:
            raw = readers.read(blob, name)
        except PartlyReadError as partly:
            others = problems_beside(partly, self._known(partly.raw))
            raise Stopped([*partly.problems, *others]) from None
        return validate(raw, self._known(raw))

    def context(self, source: Source) -> dict[str, object]:
        """Return the names of a report, without its narrative. Raises Stopped as `read` does."""
        report, _ = self.read(source.blob, source.name)
        return self._context(report, self._history(source, report))

    @cached_property
    def _inspector(self) -> Inspector:
        """Who looks at the layout of documents."""
        from generator.the_thuc import Inspector  # noqa: PLC0415  # only documents need the rules

        return Inspector()

    def _settled(
        self, found: tuple[Problem, ...], report: Report, document: tuple[bytes, str]
    ) -> Settled:
        """Return all warnings on a report that was made, those that the unit has accepted apart.

        A report written as in another country is outside the decree on layout.
        """
        if not document[1] or not self._locale.startswith("vi"):
            return settle(found, report.chap_nhan, CODES, looked_at=_OF_DATA)
        everything = (*found, *self._inspector.remarks(*document))
        codes = (*CODES, *self._inspector.codes)
        return settle(everything, report.chap_nhan, codes, looked_at=_KINDS)

    @cached_property
    def danh_muc(self) -> DanhMuc:
        """The register of units."""
        files = self._library.danh_muc()
        return DanhMuc.load([readers.read(blob, name) for blob, name in files])

    def shelf(self) -> Shelf:
        """Return all that a new data file can be asked for. Raises Stopped for a faulty file."""
        from generator.new import Shelf  # noqa: PLC0415  # no report needs it

        return Shelf(
            danh_muc=self.danh_muc,
            bo_mau=tuple(self.bo_mau(name) for name in self._template_sets),
            bo_bieu_mau=self.form_sets(""),
        )

    def form_set(self, bo_mau: BoMau, ky: Ky) -> BoBieuMau | None:
        """Return the form set of a template set that is in force at the end of a period."""
        return select(self.form_sets(""), bo_mau.che_do, bo_mau.cap, ky.den_ngay)

    def _known(self, raw: RawMap) -> Known:
        """Return what the data must obey.

        An unknown template set is a problem of the data: `validate` tells it with all others.
        """
        choice = read_choice(raw)
        bo_mau = self.bo_mau(choice.bo_mau) if choice.bo_mau in self._template_sets else None
        has_forms = bool(choice.bo_bieu_mau or (bo_mau and bo_mau.che_do))
        return Known(
            danh_muc=self.danh_muc,
            form_sets=self.form_sets(choice.bo_bieu_mau) if has_forms else (),
            template_sets=self._template_sets,
            che_do=bo_mau.che_do if bo_mau else "",
            cap=bo_mau.cap if bo_mau else "",
        )

    def _history(self, source: Source, report: Report) -> History:
        find = source.earlier or self._library.report_of
        return History(report.don_vi.ma, find, self._earlier)

    def _earlier(self, blob: bytes, name: str) -> Report:
        """Return an earlier report of a unit, of which only the figures are printed."""
        raw = readers.read(blob, name)
        # -- its template set may be gone by now --
        return validate(raw, replace(self._known(raw), template_sets=None))[0]

    def _context(self, report: Report, history: History) -> dict[str, object]:
        """Return the names of `report`, the words of its forms filled in with them."""
        texts = ghi_chu.blanks(report)
        context = build_context(report, self._formatter, texts=texts, earlier=history)
        if not texts:
            return context
        filled = ghi_chu.fill_in(report, context, filters=self._filters, names=GLOBALS)
        return build_context(report, self._formatter, texts=filled, earlier=history)

    def _narrative(
        self, source: Source, bo_mau: BoMau, context: Mapping[str, object]
    ) -> tuple[Blocks | None, tuple[Problem, ...]]:
        """Return the text, filled in and numbered, and warnings.

        A template set without an outline holds its text in the Word file itself.
        """
        if not bo_mau.de_cuong:
            return None, (loi.text_unused(source.narrative[1]),) if source.narrative else ()
        written = _text(*source.narrative) if source.narrative else None
        merged = merge(self._outline(bo_mau), written)
        narrative = self._compile_narrative(merged, bo_mau)
        return number_tables(narrative.render(context)), merged.warnings

    def _compile_narrative(self, merged: MergedText, bo_mau: BoMau) -> MarkdownTemplate:
        styles = MarkdownStyles(text_width=bo_mau.text_width)
        return self._narratives.compile(merged.pieces, where=merged.where, styles=styles)

    def _text(
        self, report: Report, context: Mapping[str, object], words: tuple[Block, ...] | bytes
    ) -> Text:
        """Return all words of a report; a finished document holds those of its Word template."""
        if isinstance(words, bytes):
            bo_mau = self.bo_mau(report.bo_mau)
            _, name = self._library.template_file(bo_mau.ten, bo_mau.mau)
            words = words_of_docx(words, name)
        forms = cast("tuple[BieuMauIn, ...]", context["bieu_mau"])
        return Text(blocks=(*words, *words_beside(report, forms)))

    # -- what reports share; worked out when the first report asks for it --

    def _read_bo_mau(self, name: str) -> BoMau:
        return read_bo_mau(readers.read(*self._library.template_file(name, "bo-mau.yaml")), name)

    def _read_form_sets(self, named: str) -> tuple[BoBieuMau, ...]:
        files = self._library.form_sets(named)
        return tuple(read_form_set(readers.read(blob, name)) for blob, name in files)

    def _read_outline(self, bo_mau: BoMau) -> SourceText:
        return _text(*self._library.template_file(bo_mau.ten, bo_mau.de_cuong))

    def _compile_template(self, bo_mau: BoMau) -> Template:
        blob, name = self._library.template_file(bo_mau.ten, bo_mau.mau)
        load = self._library.template_file
        whole = expand(blob, name, lambda piece: load(SHARED, f"{piece}.docx"))
        return compile_template(whole, name=name, filters=self._filters, globals=GLOBALS)


def _found(
    view: View, warnings: tuple[Problem, ...], others: tuple[Problem, ...]
) -> tuple[Problem, ...]:
    """Return all warnings on data, figures and words."""
    found = in_order((*warnings, *check(view)))
    # -- rules, too, may have asked for earlier reports --
    earlier = view.earlier.warnings if isinstance(view.earlier, History) else ()
    return (*found, *others, *earlier)


def _checked(found: tuple[Problem, ...], report: Report, *, looked_at: tuple[str, ...]) -> Checked:
    settled = settle(found, report.chap_nhan, CODES, looked_at=looked_at)
    return Checked(report=report, shown=settled.shown, accepted=settled.accepted)


def _formatter(locale: str) -> Formatter:
    try:
        return formatter_of(locale)
    except UnknownLocaleError as error:
        problem = Problem(
            code="HT-010", message=error.message, hint=error.hint, where=Where(path="--locale")
        )
        raise Stopped([problem]) from error


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
