"""Paragraphs taken out of the XML of a document before it is parsed, each as a shape and texts.

Most paragraphs differ in their texts alone. What stands between the texts, the shape, is parsed
and looked up in the styles once; any other paragraph of that shape takes its formats over. Reading
takes a third of the time. Word's own files, in which each paragraph bears numbers of its own,
are parsed as a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.the_thuc.doc.model import Run
from generator.word import wml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from generator.the_thuc.doc.formats import ParaFormat, RunFormat

NUMBER: Final = "n"  # the attribute of an empty paragraph that stands for one taken out
BODY: Final = b"<w:body>"
TEXT_END: Final = b"</w:t>"
_PARA, _PARA_END = b"<w:p>", b"</w:p>"
_STAND_IN: Final = f'<w:p {NUMBER}="%d"/>'.encode()
_HERE: Final = "\uf8ff"  # stands for a text in a shape that is read
_BEGINNINGS: Final = (b'<?xml version="1.0" encoding="UTF-8"', b"<w:document")
_REWRITTEN: Final = (b"&", b"\r")  # by the parser

_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\r"))  # no XML has them

Cut = tuple[bytes, list[bytes]]  # the shape of a paragraph, and its texts


class Shape(NamedTuple):
    """The formats of a paragraph, and its runs: what they say, with signs for texts, and look.

    `looks` are those of the runs where each run has one text and nothing else, as most have.
    """

    para: ParaFormat
    runs: tuple[Run, ...]
    looks: tuple[RunFormat, ...]

    def fill(self, texts: Sequence[bytes]) -> list[Run]:
        """Return the runs with `texts` in them."""
        if self.looks:
            return [
                Run(text.decode(), look)
                for text, look in zip(texts, self.looks, strict=True)
                if text
            ]
        rest = iter(texts)
        said = [
            ("".join([next(rest).decode() if c == _HERE else c for c in signs]), look)
            for signs, look in self.runs
        ]
        return [Run(text, look) for text, look in said if text]


def shape_of(para: ParaFormat, runs: Sequence[Run], texts: Sequence[bytes]) -> Shape | None:
    """Return the shape whose specimen has `runs`, None where not all `texts` are in them."""
    signs = [run.text for run in runs]
    if "".join(signs).count(_HERE) != len(texts):
        return None
    looks = tuple([run.format for run in runs]) if set(signs) == {_HERE} else ()
    return Shape(para, tuple(runs), looks)


def is_well_formed(texts: bytes) -> bool:
    """Tell whether texts may stand in XML."""
    try:
        texts.decode()
    except UnicodeDecodeError:
        return False
    return b"<" not in texts and len(texts.translate(None, _CONTROLS)) == len(texts)


class Cuts(NamedTuple):
    """The paragraphs that were taken out of a document, and what stands before its body."""

    head: bytes
    all: list[Cut]

    def parsed(self, cut: Cut) -> etree._Element:
        """Return a paragraph."""
        return self._parse(_xml(*cut))[-1]

    def specimens(self) -> dict[bytes, etree._Element]:
        """Return a paragraph of each shape, with a sign for each text."""
        texts = {shape: [_HERE.encode()] * len(texts) for shape, texts in self.all}
        root = self._parse(b"".join([_xml(*cut) for cut in texts.items()]))
        return dict(zip(texts, list(root)[-len(texts) :], strict=True))

    def _parse(self, body: bytes) -> etree._Element:
        return wml.parse(b"".join((self.head, body, b"</w:document>")), "")


def _xml(shape: bytes, texts: Sequence[bytes]) -> bytes:
    """Return the XML of a paragraph."""
    *between, end = shape.split(TEXT_END)
    filled = [b + b">" + text + TEXT_END for b, text in zip(between, texts, strict=True)]
    return b"".join((_PARA, *filled, end, _PARA_END))


NO_CUTS: Final = Cuts(b"", [])


def is_simple(document: bytes) -> bool:
    """Tell whether XML can be taken apart as text: UTF-8, a body, no comments, no CDATA."""
    # -- one character is looked for much faster than two --
    marked = b"!" in document and b"<!" in document
    return document.startswith(_BEGINNINGS) and BODY in document and not marked


def take_out(document: bytes) -> tuple[bytes, Cuts]:
    """Return the XML with an empty numbered paragraph for each that is taken out, and these."""
    if not is_simple(document):
        return document, NO_CUTS
    rewritten = [mark for mark in _REWRITTEN if mark in document]
    *pieces, end = document.split(_PARA_END)
    kept: list[bytes] = []
    cuts: list[Cut] = []
    for piece in pieces:
        before, begin, para = piece.rpartition(_PARA)
        if not begin or any(mark in para for mark in rewritten):
            kept += (piece, _PARA_END)
            continue
        *parts, rest = para.split(TEXT_END)
        both = [part.rpartition(b">") for part in parts]
        kept += (before, _STAND_IN % len(cuts))
        cuts.append(
            (TEXT_END.join([*[b for b, _, _ in both], rest]), [text for _, _, text in both])
        )
    if not is_well_formed(b"".join([text for _, texts in cuts for text in texts])):
        return document, NO_CUTS
    return b"".join((*kept, end)), Cuts(document[: document.index(BODY)], cuts)
