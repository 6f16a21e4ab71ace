"""Values of our own, and the door through which they reach the rest of the document."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass

import pytest

from generator.word import package
from generator.word.pictures import Picture
from generator.word.values import Additions, Footnote, PartWriter, Relationship, Runs, WellFormed
from tests.word.build import docx
from tests.word.read import paragraphs, part, problems, rendered, tables


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(4))) + chunk(b"IEND", b"")
    )


@dataclass(frozen=True)
class Block:
    def docx_xml(self, part: PartWriter) -> str:
        ident = part.hyperlink("https://a.vn/?a=1&b=2")
        return f'<w:p><w:hyperlink r:id="{ident}"><w:r><w:t>nối</w:t></w:r></w:hyperlink></w:p>'


def test_a_block_value_takes_the_place_of_its_paragraph() -> None:
    out = rendered(docx("trước\n{{p x }}\nsau"), x=Block())

    assert paragraphs(out) == ["trước", "nối", "sau"]
    assert "https://a.vn/?a=1&amp;b=2" in part(out, "word/_rels/document.xml.rels")


def test_a_block_value_within_a_line_is_a_problem() -> None:
    assert problems(docx("a {{ x }}"), {"x": Block()}) == [
        ("MA-043", 'mau.docx, thân văn bản, đoạn 1, "{{ x }}"')
    ]


@pytest.mark.parametrize("tag", ["{{ x }}", "{{r x }}", "{{p x }}"])
@pytest.mark.parametrize("value", ["chữ", 5, "a & b"])
def test_plain_values_are_kept_under_any_prefix(tag: str, value: object) -> None:
    assert paragraphs(rendered(docx(tag), x=value)) == [str(value)]


def test_nothing_in_a_paragraph_tag_leaves_no_paragraph() -> None:
    assert paragraphs(rendered(docx("a\n{{p x }}\nb"), x="")) == ["a", "b"]


class _Link:
    def docx_xml(self, part: PartWriter) -> str:
        ident = part.hyperlink("https://a.vn")
        return f'<w:hyperlink r:id="{ident}"><w:r><w:t>trang A</w:t></w:r></w:hyperlink>'


def test_a_link_keeps_the_runs_around_it() -> None:
    out = rendered(docx("xem {{ x }} nhé"), x=_Link())

    assert paragraphs(out) == ["xem trang A nhé"]


def test_equal_addresses_share_a_relationship_and_free_ids_are_taken() -> None:
    known = Relationship(id="rId1", type="t", target="styles.xml")
    door = PartWriter(relationships={"rId1": known})

    assert door.hyperlink("https://a") == door.hyperlink("https://a") == "rId2"
    assert door.hyperlink("https://b") == "rId3"
    assert [added.id for added in door.added] == ["rId2", "rId3"]


def test_hyperlinks_of_a_footnote_move_to_the_footnotes_part() -> None:
    additions = Additions()
    door = PartWriter(additions)
    ident = door.hyperlink("https://a")

    door.footnote(f'<w:p><w:hyperlink r:id="{ident}"/></w:p>')

    assert additions.notes_part is not None
    assert [added.target for added in additions.notes_part.added] == ["https://a"]


def test_a_footnote_keeps_line_breaks_and_escapes() -> None:
    additions = Additions()

    Footnote("a & b\nc").docx_xml(PartWriter(additions))

    assert "a &amp; b</w:t><w:br/>" in additions.notes[0][1]
    assert "<w:footnoteRef/>" in additions.notes[0][1]


def test_a_picture_from_bytes_is_stored_once() -> None:
    picture = Picture(data=png(), width_mm=20, description="Dấu <tròn>")

    out = rendered(docx("{{ x }} và {{ x }}", header="{{ x }}"), x=picture)

    assert part(out, "word/document.xml").count('cx="720000"') == 4
    assert 'descr="Dấu &lt;tròn&gt;"' in part(out, "word/document.xml")
    assert "media/anh1.png" in part(out, "word/_rels/document.xml.rels")
    assert "media/anh1.png" in part(out, "word/_rels/header1.xml.rels")
    assert 'Extension="png"' in part(out, "[Content_Types].xml")


def test_bytes_that_are_no_picture_are_a_problem() -> None:
    assert [code for code, _ in problems(docx("{{ x }}"), {"x": Picture(data=b"x")})] == ["MA-043"]


def test_nothing_in_the_only_paragraph_of_a_cell_leaves_an_empty_one() -> None:
    assert tables(rendered(docx("| {{p x }} |\n| <w:tcPr/>¦{{p x }} |"), x="")) == [[[""], [""]]]


@dataclass(frozen=True)
class _Written:
    xml: str

    def docx_xml(self, part: PartWriter) -> str:  # noqa: ARG002  # the protocol's shape
        return self.xml


def test_markup_is_parsed_before_it_is_placed_unless_it_is_ours() -> None:
    broken = "<w:p><w:r></w:p>"
    found = [("MA-047", 'mau.docx, thân văn bản, đoạn 1, "{{p x }}"')]

    assert problems(docx("{{p x }}"), {"x": _Written(broken)}) == found
    assert problems(docx("{{p x }}"), {"x": _Written(WellFormed(broken))}) == []


def _with_another_prefix(blob: bytes) -> bytes:
    """Return a document whose elements are `n:p`, `n:r`, …"""

    def renamed(member: package.Member) -> package.Member:
        if member.name != "word/document.xml":
            return member
        return package.packed(member.name, re.sub(rb"([</ :])w([:=])", rb"\1n\2", member.data()))

    return b"".join(package.write(map(renamed, package.read(blob))))


def test_ours_too_is_parsed_where_the_template_has_another_prefix_for_words_elements() -> None:
    xml = WellFormed("<w:p><w:r><w:t>chữ</w:t></w:r></w:p>")
    blob = _with_another_prefix(docx("{{p x }}"))

    assert paragraphs(rendered(blob, x="chữ")) == ["chữ"]
    assert problems(blob, {"x": _Written(xml)}) == [
        ("MA-047", 'mau.docx, thân văn bản, đoạn 1, "{{p x }}"')
    ]


def test_line_feeds_in_markup_of_ours_are_line_breaks_as_in_any() -> None:
    xml = '<w:p><w:r><w:t xml:space="preserve">a\nb</w:t></w:r></w:p>'
    ours, theirs = (rendered(docx("{{p x }}"), x=_Written(made(xml))) for made in (WellFormed, str))

    assert ours == theirs
    assert paragraphs(ours) == ["a\nb"]


@pytest.mark.parametrize("tag", ["{{ x }}", "{{r x }}", "{{p x }}"])
@pytest.mark.parametrize("text", ["chữ & số", "a\nb", "a\rb", ""])
def test_a_label_is_written_like_any_runs(tag: str, text: str) -> None:
    label, in_pieces = (
        rendered(docx(tag), x=Runs(pieces)) for pieces in ((text,), ("", *text, ""))
    )

    assert paragraphs(label) == paragraphs(in_pieces)
