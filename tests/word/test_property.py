"""However a template is cut into runs and whatever text goes in: the same text, nothing lost."""

from __future__ import annotations

import io
import subprocess
from functools import cache
from shutil import which

import docx as python_docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.problem import Stopped
from generator.word import compile_template
from tests.word.build import docx

PARAGRAPHS = (
    "Trong kỳ, {{ ten }} đã giải quyết {{ n }} hồ sơ.",
    "{% for x in ds %}{{ loop.index }}. {{ x.a | upper }}; {% endfor %}hết",
    "{% if n < 3 %}ít{% elif n > 9 %}nhiều{% else %}vừa{% endif %} và {# ghi chú #}{{ ten }}",
    "{%p if n %}",
    "{{ “x” ~ ‘y’ }} {% set k = 4 %}{{ k }}",
)
CONTEXT = {"ten": "Sở KH&ĐT", "n": 2, "ds": [{"a": "một"}, {"a": "hai"}]}
# What Word puts between two runs of one word.
BETWEEN = ("", '<w:proofErr w:type="spellStart"/>', '<w:proofErr w:type="gramEnd"/>')

# `\t` and line ends are marks of their own in Word; \a and \f end paragraphs in the tag dialect.
LEGAL = st.characters(exclude_categories=["Cs"], exclude_characters="\r\t\a\f\ufffe\uffff").filter(
    lambda c: c == "\n" or ord(c) >= 32
)
PLACES = ("ten", "trong_vong", "dau_trang", "trong_bang", "trong_dong", "ca_doan")
VALUES = docx(
    """
    [{{ ten }}]
    [{{r trong_dong }}]
    {{p ca_doan }}
    | {%tr for x in ds %} |
    | [{{ x }}] |
    | {%tr endfor %} |
    | [{{ trong_bang }}] |
    {%p for x in ds %}
    [{{ trong_vong }}]
    {%p endfor %}
    """,
    header="[{{ dau_trang }}]",
    properties={"dc:title": "[{{ ten }}]"},
)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
LONG = settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def cut_paragraphs(draw: st.DrawFn) -> str:
    """Draw the paragraphs cut into runs at any places, marks between the runs."""
    lines = []
    for text in (*PARAGRAPHS, "{%p endif %}"):
        cuts = sorted(draw(st.sets(st.integers(1, len(text) - 1), max_size=8)))
        pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
        marks = [f"¦{mark}¦" if (mark := draw(st.sampled_from(BETWEEN))) else "¦" for _ in cuts]
        lines.append(pieces[0] + "".join(m + p for m, p in zip(marks, pieces[1:], strict=True)))
    return "\n".join(lines)


def read_back(blob: bytes) -> list[str]:
    """Return all texts of the body, the header and the title as python-docx reads them."""
    document = python_docx.Document(io.BytesIO(blob))
    cells = [p.text for t in document.tables for c in t._cells for p in c.paragraphs]
    header = [p.text for p in document.sections[0].header.paragraphs]
    return [p.text for p in document.paragraphs] + cells + header + [document.core_properties.title]


def paragraph_texts(blob: bytes) -> list[str]:
    return [p.text for p in python_docx.Document(io.BytesIO(blob)).paragraphs]


@cache
def uncut() -> list[str]:
    text = "\n".join((*PARAGRAPHS, "{%p endif %}"))
    return paragraph_texts(compile_template(docx(text)).render(CONTEXT))


def assert_cuts_change_nothing(text: str) -> None:
    assert paragraph_texts(compile_template(docx(text)).render(CONTEXT)) == uncut()


@QUICK
@given(text=cut_paragraphs())
def test_cutting_a_paragraph_into_runs_changes_nothing(text: str) -> None:
    assert_cuts_change_nothing(text)


@pytest.mark.slow
@LONG
@given(text=cut_paragraphs())
def test_cutting_a_paragraph_into_runs_changes_nothing_at_length(text: str) -> None:
    assert_cuts_change_nothing(text)


def assert_read_back(values: list[str]) -> None:
    named = dict(zip(PLACES, values, strict=True))
    whole = compile_template(VALUES).render({**named, "ds": values})
    ten, trong_vong, dau_trang, trong_bang, trong_dong, ca_doan = values
    rest = [*[trong_vong] * len(values), *values, trong_bang, dau_trang, ten]
    bracketed = [f"[{value}]" for value in [ten, trong_dong, *rest]]
    assert read_back(whole) == [*bracketed[:2], *filter(None, [ca_doan]), *bracketed[2:]]


@QUICK
@given(values=st.lists(st.text(LEGAL, max_size=40), min_size=len(PLACES), max_size=len(PLACES)))
def test_whatever_text_goes_in_is_read_back(values: list[str]) -> None:
    assert_read_back(values)


@pytest.mark.slow
@LONG
@given(values=st.lists(st.text(LEGAL), min_size=len(PLACES), max_size=len(PLACES)))
def test_whatever_text_goes_in_is_read_back_at_length(values: list[str]) -> None:
    assert_read_back(values)


@pytest.mark.parametrize("character", ["\0", "\x01", "\x0b", "\x1b", "\ud800", "\ufffe", "\uffff"])
@pytest.mark.parametrize("place", PLACES)
def test_a_character_that_no_document_can_hold_is_a_problem_at_its_tag(
    place: str, character: str
) -> None:
    values = {**dict.fromkeys(PLACES, "x"), "ds": ["x"], place: f"a{character}b"}
    with pytest.raises(Stopped) as stopped:
        compile_template(VALUES).render(values)
    assert all(f" {place} }}}}" in problem.where.tag for problem in stopped.value.problems)
    assert all(f"U+{ord(character):04X}" in p.message.vi for p in stopped.value.problems)


@pytest.mark.office
@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is absent")
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    values=st.lists(st.text(LEGAL.filter(str.isprintable), min_size=1), min_size=150, max_size=150)
)
def test_whatever_text_goes_in_is_read_back_by_libreoffice(
    tmp_path_factory: pytest.TempPathFactory, values: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("office")
    template = compile_template(docx("{%p for x in ds %}\n[{{ x }}]\n{%p endfor %}"))
    (folder / "a.docx").write_bytes(template.render({"ds": values}))
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "a.docx")], check=True, capture_output=True, timeout=120)
    found = (folder / "a.txt").read_text(encoding="utf-8-sig").splitlines()
    assert found == [f"[{value}]" for value in values]
