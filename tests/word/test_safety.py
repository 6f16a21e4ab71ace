"""Hostile files and hostile templates end in a problem that names the reason."""

from __future__ import annotations

import io
import zipfile

import pytest

from generator.problem import Stopped
from generator.word import compile_template
from tests.word.build import docx
from tests.word.read import problems

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LOOP = "{% for i in range(1000) %}"
NESTED = LOOP * 3 + "x" + "{% endfor %}" * 3
DOUBLED = "{{% set n = namespace(s='aaaa') %}}{{% for i in range(99) %}}{}{{% endfor %}}"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def codes(blob: bytes) -> list[str]:
    try:
        compile_template(blob)
    except Stopped as stopped:
        return [problem.code for problem in stopped.problems]
    return []


def with_member(name: str, data: bytes, blob: bytes | None = None) -> bytes:
    target = io.BytesIO(blob or docx("x"))
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(name, data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("blob", "code"),
    [
        (b"", "MA-001"),
        (b"%PDF-1.7", "MA-001"),
        (b"{\\rtf1}", "MA-001"),
        (OLE + bytes(600), "MA-001"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "MA-002"),
        (docx("x")[:-40], "MA-003"),
        (docx("x")[:900], "MA-003"),
        (b"PK\x05\x06" + bytes(18), "MA-010"),
    ],
)
def test_what_is_no_whole_docx_is_refused(blob: bytes, code: str) -> None:
    assert codes(blob) == [code]


def test_a_damaged_member_is_refused() -> None:
    blob = bytearray(docx("x" * 500))
    start = blob.index(b"word/document.xml") + 40
    blob[start : start + 8] = b"\xff" * 8

    assert codes(bytes(blob)) == ["MA-003"]


def test_a_zip_bomb_is_refused_before_it_unpacks() -> None:
    target = io.BytesIO(docx("x"))
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/big.xml", bytes(70 * 2**20))

    assert codes(target.getvalue()) == ["MA-004"]


def test_a_size_that_lies_is_refused() -> None:
    target = io.BytesIO(docx("x"))
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/big.xml", b"<a>" + bytes(10**6))
    blob = target.getvalue()
    size, small = (10**6 + 3).to_bytes(4, "little"), (100).to_bytes(4, "little")

    assert "MA-003" in codes(blob.replace(size, small))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "MA-006"),
        (b'<!DOCTYPE a SYSTEM "http://x/a.dtd"><a/>', "MA-006"),
        (b"<a>", "MA-005"),
    ],
)
def test_xml_with_entities_or_faults_is_refused(data: bytes, code: str) -> None:
    assert codes(with_member("word/extra.xml", data)) == [code]


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("attachedTemplate", "MA-007"),
        ("image", "MA-007"),
        ("oleObject", "MA-009"),
        ("control", "MA-009"),
    ],
)
def test_references_to_the_outside_and_objects_are_refused(kind: str, code: str) -> None:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{OFFICE}/{kind}" Target="http://x/y" TargetMode="External"/>'
        f'<Relationship Id="b" Type="{OFFICE}/hyperlink" Target="http://x" TargetMode="External"/>'
        "</Relationships>"
    )

    assert codes(with_member("word/_rels/settings.xml.rels", rels.encode())) == [code]


def test_macros_are_refused() -> None:
    assert codes(with_member("word/vbaProject.bin", b"x")) == ["MA-008"]


@pytest.mark.parametrize(
    "text",
    [
        "{% for i in range(10 ** 9) %}x{% endfor %}",
        NESTED,
        "{{ 'a' * 10 ** 9 }}",
        "{{ 9 ** 9 ** 9 ** 9 ** 9 }}",
        "{{ 'a' | center(10 ** 9) }}",
        "{{ 'a' | center(width=10 ** 9) }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ '{:>1000000000}'.format(1) }}",
        "{{ '{:{}}'.format(1, 10 ** 9) }}",
        "{{ 'a'.zfill(10 ** 9) }}",
        "{{ ('a' * 10 ** 6) | replace('a', 'b' * 10 ** 6) }}",
        "{{ ('a' * 10 ** 6).replace('a', 'b' * 10 ** 6) }}",
        "{{ (['a' * 10 ** 6] * 1000) | join }}",
        "{{ [1] | batch(10 ** 9, 0) | list }}",
        DOUBLED.format("{% set n.s = n.s ~ n.s %}"),
        DOUBLED.format("{% set q %}{{ n.s }}{{ n.s }}{% endset %}{% set n.s = q %}"),
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    ],
)
def test_a_template_that_asks_for_too_much_ends_in_a_problem(text: str) -> None:
    assert [code for code, _ in problems(docx(text))] == ["MA-044"]


TOO_DEEP = [
    f"{{{{ {'(' * 3000}1{')' * 3000} }}}}",
    f"{{{{ {'[' * 150}{']' * 150} }}}}",
    f"{{{{ {'-' * 1000}1 }}}}",
    f"{{{{ {'+'.join('1' * 3000)} }}}}",
    f"{{{{ x{'.a' * 3000} }}}}",
    f"{{{{ x{' | upper' * 3000} }}}}",
    f"{{{{ {'1 if x else ' * 3000}1 }}}}",
]


@pytest.mark.parametrize("tag", TOO_DEEP)
def test_an_expression_that_no_parser_follows_is_told_with_its_place(tag: str) -> None:
    ((code, where),) = problems(docx(f"{{{{ x }}}}\n{tag}\n{{{{ x }}}}"))

    assert (code, where[:50]) == ("MA-030", f'mau.docx, thân văn bản, đoạn 2, "{tag}'[:50])


@pytest.mark.parametrize(("word", "most"), [("for i in x", 20), ("if x", 40), ("with a = x", 40)])
def test_so_many_blocks_may_stand_one_inside_another(word: str, most: int) -> None:
    begin, end = f"{{%p {word} %}}\n", f"{{%p end{word.partition(' ')[0]} %}}\n"

    def nested(times: int) -> bytes:
        return docx(f"{begin * times}a\n{end * times}")

    assert problems(nested(most), {"x": [1]}) == []
    ((code, where),) = problems(nested(most + 1), {"x": [1]})
    assert (code, where) == (
        "MA-030",
        f'mau.docx, thân văn bản, đoạn {most + 1}, "{{%p {word} %}}"',
    )


@pytest.mark.parametrize(
    "text",
    [
        "{{ x | attr('__class__') }}",
        "{{ x['__cla' ~ 'ss__'] }}",
        "{{ '{0.__class__}'.format(x) }}",
        "{{ d.update({1: 2}) }}",
        "{{ d.clear() }}",
    ],
)
def test_the_inside_of_objects_is_out_of_reach(text: str) -> None:
    assert [code for code, _ in problems(docx(text), {"x": 1, "d": {}})] == ["MA-046"]


def test_markup_of_a_value_must_be_well_formed() -> None:
    assert [code for code, _ in problems(docx("{{ x | safe }}"), {"x": "<w:p>"})] == ["MA-047"]
    assert [code for code, _ in problems(docx("{{ x | safe }}"), {"x": "a & b"})] == ["MA-047"]
