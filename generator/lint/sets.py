"""A template set as a whole: its Word file with the shared pieces, and its outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bang import CAPTION_STYLE
from generator.context import GLOBALS
from generator.formats import formatter
from generator.formats.filters import filters
from generator.lint.docx import House, Linted, lint_docx
from generator.lint.outline import lint_outline
from generator.names.known import concepts_of, world_of
from generator.pipeline import SHARED
from generator.problem import Message, Problem, Severity, Where
from generator.word.markdown import MarkdownStyles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.bo_mau import BoMau
    from generator.pipeline import Library

_PICTURES = {"anh": lambda *_: None}  # what the pipeline adds for each report


def house_of(
    library: Library, bo_mau: BoMau | None, samples: Iterable[Mapping[str, object]] = ()
) -> House:
    """Return what the templates of a set are held against; of no set: what all of them may use.

    `samples` are contexts of reports of the set. Raises Stopped where form sets cannot be read.
    """
    has_forms = bo_mau is None or bool(bo_mau.che_do)
    concepts = concepts_of(library, bo_mau) if has_forms else {}
    has_text = bo_mau is None or bool(bo_mau.de_cuong)
    return House(
        world=world_of(concepts, samples, narrative=has_text),
        load=lambda piece: library.template_file(SHARED, f"{piece}.docx"),
        filters=filters(formatter("vi")),
        functions={**GLOBALS, **_PICTURES},
        styles=_styles() if bo_mau is not None and bo_mau.de_cuong else (),
    )


def _styles() -> tuple[str, ...]:
    """Return the ids of the styles that a narrative is printed with."""
    used = MarkdownStyles()
    tables = (used.table, used.table_header, used.table_cell)
    return (*used.headings, used.body, *used.bullets, *tables, used.hyperlink, CAPTION_STYLE)


def lint_set(library: Library, bo_mau: BoMau, house: House) -> tuple[Linted, ...]:
    """Return the faults of the Word file of a set, and of its outline if it has one."""
    blob, name = library.template_file(bo_mau.ten, bo_mau.mau)
    word = lint_docx(blob, name, house)
    if not bo_mau.de_cuong:
        return (word,)
    outline = lint_outline(*library.template_file(bo_mau.ten, bo_mau.de_cuong), house)
    if all(use.path != "noi_dung" for use in word.reading.uses):
        found = (*word.problems, _unprinted(bo_mau, name))
        word = Linted(problems=found, reading=word.reading)
    return (word, outline)


def _unprinted(bo_mau: BoMau, name: str) -> Problem:
    return Problem(
        code="MA-079",
        message=Message(
            f"Bộ mẫu có đề cương {bo_mau.de_cuong} nhưng tệp Word không in lời văn.",
            f"The set has the outline {bo_mau.de_cuong}, but the Word file never prints it.",
        ),
        where=Where(file=name),
        hint=Message(
            "Đặt {{p noi_dung }} trong một đoạn riêng, hoặc bỏ dòng de_cuong ở bo-mau.yaml.",
            "Put {{p noi_dung }} into a paragraph, or drop de_cuong from bo-mau.yaml.",
        ),
        severity=Severity.WARNING,
    )
