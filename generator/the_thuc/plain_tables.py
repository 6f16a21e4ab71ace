"""Tables in which no rule can find anything, told from their XML before it is parsed.

The forms of a report are most of its paragraphs and have few kinds of rows. What stands between
the texts of a row is its shape: a form of 60 rows has two or three. A shape is read once, with
another text in it, and texts are looked at on their own. A table whose shapes and texts are all in
order is left out, an empty one in its place, so that paragraphs and tables keep their numbers.
That is for tables of annexes only: above them a table may hold a part of the document, such as its
head. The check of a report takes a fifth of the time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

from msgspec.structs import replace

from generator.the_thuc.doc.elements import View, view_of
from generator.the_thuc.doc.foot import Foot
from generator.the_thuc.doc.head import Head
from generator.the_thuc.doc.model import NO_EXTRAS, Doc, Para
from generator.the_thuc.doc.reading import BODY, read_parts
from generator.the_thuc.doc.shapes import BODY as _BODY
from generator.the_thuc.doc.shapes import is_simple, is_well_formed
from generator.word.faults import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.the_thuc.doc.parts import Parts
    from generator.the_thuc.judging import Rule

_LABEL: Final = "Nơi nhận".encode()  # annexes stand below it
_TABLE, _TABLE_END = b"<w:tbl>", b"</w:tbl>"
_ROW, _PARA_END, _TEXT_END, _BREAK = b"<w:tr>", b"</w:p>", b"</w:t>", b"<w:br"
_TOLD: Final = b"\0"  # in a shape, where there is a text that is not empty; no XML has it
_MARK: Final = "plain"
_EMPTY: Final = f'<w:tbl><w:tr><w:tc {_MARK}="1"><w:p/></w:tc></w:tr>'.encode()
_SPECIMEN: Final = "Ô 1 字"  # letters of every font that a run names
_FILLED: Final = b">" + _SPECIMEN.encode() + _TEXT_END
_MOST: Final = 50_000  # shapes and texts kept

Thing = TypeVar("Thing")
Shape = tuple[bytes, bytes]  # the properties of the table; what stands between texts of the row


class _Cut(NamedTuple):
    """A table taken apart: the shapes of its rows, and its texts; none where it must be read."""

    shapes: set[Shape]
    texts: set[bytes]


class _Known(Generic[Thing]):
    """What was looked at: what is in order, and what is not."""

    def __init__(self, is_good: Callable[[Parts, Sequence[Thing]], bool]) -> None:
        self.good: set[Thing] = set()
        self._bad: set[Thing] = set()
        self._is_good = is_good

    def learn(self, parts: Parts, things: set[Thing]) -> None:
        """Look at those of `things` that were not met before."""
        if len(self.good) + len(self._bad) > _MOST:
            self.good.clear()
            self._bad.clear()
        new = things - self.good - self._bad
        if new:
            self._sort(parts, tuple(new))

    def _sort(self, parts: Parts, things: Sequence[Thing]) -> None:
        """Look at all of `things` at once, in halves where one is not in order."""
        if self._is_good(parts, things):
            self.good.update(things)
        elif len(things) == 1:
            self._bad.update(things)
        else:
            middle = len(things) // 2
            self._sort(parts, things[:middle])
            self._sort(parts, things[middle:])


class PlainTables:
    """What is known of the tables of documents with the same styles."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        """Hold tables against `rules`: those that look at every paragraph."""
        self._rules = rules
        self._shapes = _Known(self._good_shapes)
        self._texts = _Known(self._good_texts)
        self._joined: set[Shape] = set()  # with two texts in a line, to be looked at as one

    def view(self, parts: Parts, file: str) -> View | None:
        """Return the document without its plain tables, None where all of it has to be read."""
        document, left_out = self._without(parts)
        if not left_out:
            return None
        try:
            doc = read_parts(parts, document)
        except RefusedError:
            return None
        view = view_of(doc, file)
        firsts = [row[0] for table in doc.tables for row in table[:1] if row]
        empty = [cell for cell in firsts if cell.element.get(_MARK)]
        if len(empty) != left_out or view.head.kind is None or not view.annexes:
            return None
        in_annex = view.annexes[0].start < doc.paras.index(empty[0].paras[0])
        return view if in_annex else None

    def _without(self, parts: Parts) -> tuple[bytes, int]:
        """Return the XML of the document without its plain tables, and how many these are."""
        document = parts.document
        label = document.find(_LABEL)
        if label < 0 or not is_simple(document):
            return document, 0
        above, *chunks = document[label:].split(_TABLE)
        depth = document.count(_TABLE, 0, label) - document.count(_TABLE_END, 0, label)
        cuts = _cuts(depth - above.count(_TABLE_END), chunks)
        self._shapes.learn(parts, set().union(*[cut.shapes for cut in cuts if cut]))
        for cut, chunk in zip(cuts, chunks, strict=True):
            if cut and cut.shapes & self._joined:
                cut.texts.update(_joined_texts(chunk))
        self._texts.learn(parts, set().union(*[cut.texts for cut in cuts if cut]))
        pieces, left_out = [document[:label], above], 0
        for cut, chunk in zip(cuts, chunks, strict=True):
            if cut and cut.texts <= self._texts.good and cut.shapes <= self._shapes.good:
                pieces += (_EMPTY, chunk[chunk.index(_TABLE_END) :])
                left_out += 1
            else:
                pieces += (_TABLE, chunk)
        return b"".join(pieces), left_out

    def _good_texts(self, parts: Parts, some: Sequence[bytes]) -> bool:
        if not is_well_formed(b"".join(some)):
            return False
        texts = [text.decode() for text in some]
        # -- entities are left to the parser, and blank texts do not fill a row --
        if any("&" in text or (text and not text.strip()) for text in texts):
            return False
        look = parts.styles.base("", "").para
        paras = [
            Para(
                runs=[],
                text=text,
                format=look,
                part=BODY,
                number=number,
                cell=None,
                section=0,
                boxed=False,
                extras=NO_EXTRAS,
            )
            for number, text in enumerate(texts)
        ]
        doc = Doc(
            paras=paras,
            tables=[],
            sections=[],
            parts={},
            notes=[],
            even_pages=False,
            comments=False,
        )
        return self._nothing_found(doc)

    def _good_shapes(self, parts: Parts, some: Sequence[Shape]) -> bool:
        if not all(_TOLD in shape for _, shape in some):
            return False  # a row without text is a finding
        self._joined.update(one for one in some if _side_by_side(one[1]))
        bare = {(properties, shape.replace(_TOLD, b"")) for properties, shape in some}
        tables = [
            _TABLE + properties + _ROW + shape.replace(_TEXT_END, _FILLED) + _TABLE_END
            for properties, shape in bare
        ]
        head = parts.document[: parts.document.index(_BODY) + len(_BODY)]
        alone = replace(parts, edges={}, footnotes=None, comments=False)
        try:
            doc = read_parts(alone, b"".join((head, *tables, b"</w:body></w:document>")))
        except RefusedError:
            return False
        text = "".join([para.text for para in doc.paras]).replace("\n", "")
        return (
            # -- nothing but texts and breaks is printed --
            text == _SPECIMEN * sum(shape.count(_TEXT_END) for _, shape in bare)
            and all(para.extras is NO_EXTRAS for para in doc.paras)
            and self._nothing_found(doc)
        )

    def _nothing_found(self, doc: Doc) -> bool:
        view = View(
            file="",
            doc=doc,
            head=Head(),
            body=(),
            foot=Foot(start=0),
            annexes=(),
            paras=doc.paras,
            text="\n".join([para.text for para in doc.paras]),
        )
        return not any(True for rule in self._rules for _ in rule.check(view))


def _cuts(depth: int, chunks: Sequence[bytes]) -> list[_Cut | None]:
    """Return what stands in each table, `chunks` being what follows the beginnings of tables.

    The first one stands in `depth` tables. Tables in others and those with others must be read.
    """
    cuts: list[_Cut | None] = []
    for chunk in chunks:
        inside, end, behind = chunk.partition(_TABLE_END)
        more = behind.count(_TABLE_END)
        cuts.append(_cut(inside) if depth == 0 and end and not more else None)
        depth += 1 - bool(end) - more
    return cuts


def _cut(table: bytes) -> _Cut:
    *pieces, end = table.split(_TEXT_END)
    cut = [piece.rpartition(b">") for piece in pieces]
    between = [before + _TOLD if text else before for before, _, text in cut]
    properties, *rows = _TEXT_END.join((*between, end)).split(_ROW)
    return _Cut({(properties, row) for row in set(rows)}, {text for _, _, text in cut})


def _joined_texts(chunk: bytes) -> list[bytes]:
    """Return the texts of a table, those in one line of a paragraph as one."""
    lines: list[bytes] = []
    for para in chunk[: chunk.index(_TABLE_END)].split(_PARA_END):
        for line in para.split(_BREAK):
            *pieces, _ = line.split(_TEXT_END)
            lines.append(b"".join([piece.rpartition(b">")[2] for piece in pieces]))
    return lines


def _side_by_side(shape: bytes) -> bool:
    """Tell whether two texts stand in one line of a paragraph."""
    lines = (line for para in shape.split(_PARA_END) for line in para.split(_BREAK))
    return any(line.count(_TOLD) > 1 for line in lines)
