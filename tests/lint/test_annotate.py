"""The copy with comments: a comment at each fault, and still a Word file."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from docx import Document
from lxml import etree

from generator.lint import lint_docx
from generator.lint.annotate import annotated
from generator.word.wml import W
from tests.lint.house import house
from tests.word.build import docx
from tests.word.read import part

if TYPE_CHECKING:
    from pathlib import Path

FAULTY = """Kính gửi: {{ don_vi.tenn }} và {{ kh¦ong_co }}
| a | {{ ky.ten }}¶{{ ky.namm }} |
{{ ky.ten | hoaa }}"""


def _annotated(blob: bytes) -> bytes:
    problems = lint_docx(blob, "mau.docx", house()).problems
    return annotated(blob, "mau.docx", problems)


def _comments(blob: bytes) -> dict[str, list[str]]:
    """Return the paragraphs of each comment by its id."""
    root = etree.fromstring(part(blob, "word/comments.xml").encode())
    return {
        comment.get(f"{W}id", ""): [
            "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
            for paragraph in comment.iter(f"{W}p")
        ]
        for comment in root
    }


def _ranges(blob: bytes) -> dict[str, str]:
    """Return the text that each comment stands around, by its id."""
    root = etree.fromstring(part(blob, "word/document.xml").encode())
    found: dict[str, str] = {}
    open_ids: list[str] = []
    for element in root.iter():
        ident = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            open_ids.append(ident)
            found[ident] = ""
        elif element.tag == f"{W}commentRangeEnd":
            open_ids.remove(ident)
        elif element.tag == f"{W}t":
            for one in open_ids:
                found[one] += element.text or ""
    return found


def test_a_comment_stands_around_the_run_of_each_faulty_tag() -> None:
    blob = _annotated(docx(FAULTY))

    assert _ranges(blob) == {
        "0": "Kính gửi: {{ don_vi.tenn }} và {{ kh",
        "1": "Kính gửi: {{ don_vi.tenn }} và {{ khong_co }}",
        "2": "{{ ky.namm }}",
        "3": "{{ ky.ten | hoaa }}",
    }


def test_a_comment_says_what_is_wrong_where_and_what_to_write() -> None:
    comments = _comments(_annotated(docx(FAULTY)))

    assert comments["0"] == [
        "LỖI MA-061: “don_vi” không có “tenn”.",
        "{{ don_vi.tenn }}",
        "→ Viết “don_vi.ten”.",
    ]
    codes = [lines[0].partition(":")[0] for lines in comments.values()]
    assert codes == ["LỖI MA-061", "LỖI MA-060", "LỖI MA-061", "LỖI MA-022"]


def test_a_fault_outside_the_body_is_told_at_its_beginning_with_its_place() -> None:
    blob = _annotated(docx("a\nb", header="{{ ky.tenn }}"))

    assert _ranges(blob) == {"0": "a"}
    assert _comments(blob)["0"][1] == 'mau.docx, đầu trang, đoạn 1, "{{ ky.tenn }}"'


def test_a_fault_of_a_piece_is_told_at_its_inclusion() -> None:
    own = house({"dau": docx("{{ ky.tenn }}")})
    blob = docx('a\n{%p include "dau" %}')

    made = annotated(blob, "mau.docx", lint_docx(blob, "mau.docx", own).problems)

    assert _ranges(made) == {"0": '{%p include "dau" %}'}


def test_faults_below_inclusions_are_told_at_their_own_paragraphs() -> None:
    own = house({"dau": docx("x\ny"), "cuoi": docx("z")})
    blob = docx('{%p include "cuoi" %}\na\n{%p include "dau" %}\n{{ ky.tenn }}\nb')

    made = annotated(blob, "mau.docx", lint_docx(blob, "mau.docx", own).problems)

    assert _ranges(made) == {"0": "{{ ky.tenn }}"}
    assert _comments(made)["0"][1] == "{{ ky.tenn }}"


def test_comments_that_are_there_are_kept() -> None:
    blob = _annotated(docx("{{ ky.tenn }}", comments=["của tôi"]))

    comments = _comments(blob)
    assert comments["1"] == ["của tôi"]
    assert comments["2"][0].startswith("CẢNH BÁO MA-078")
    assert comments["3"][0].startswith("LỖI MA-061")


def test_tags_and_text_are_as_before() -> None:
    blob = docx(FAULTY)
    before = [paragraph.text for paragraph in Document(BytesIO(blob)).paragraphs]

    after = Document(BytesIO(_annotated(blob)))

    assert [paragraph.text for paragraph in after.paragraphs] == before


def test_the_same_faults_give_the_same_bytes() -> None:
    assert _annotated(docx(FAULTY)) == _annotated(docx(FAULTY))


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_copy(tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(_annotated(docx(FAULTY)))
    profile = f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}"

    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "odt", "--outdir", tmp_path, path],
        check=True,
        capture_output=True,
        timeout=120,
    )

    assert (
        part((tmp_path / "mau.odt").read_bytes(), "content.xml").count("<office:annotation ") == 4
    )
