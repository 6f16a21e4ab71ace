"""A shared piece stands in one file and is brought into every template that names it."""

from __future__ import annotations

import pytest

from generator.problem import Message, Problem, Stopped
from generator.word import compile_template
from generator.word.include import expand
from tests.read_back import all_text
from tests.word.build import docx


def _load(pieces: dict[str, bytes]) -> object:
    def load(name: str) -> tuple[bytes, str]:
        if name not in pieces:
            raise Stopped([Problem(code="HT-001", message=Message("không có", "none"))])
        return pieces[name], f"chung/{name}.docx"

    return load


def _expanded(blob: bytes, **pieces: bytes) -> bytes:
    return expand(blob, "mau.docx", _load(pieces))  # type: ignore[arg-type]  # a plain function


def test_the_piece_takes_the_place_of_its_tag_and_is_filled_in_like_the_rest() -> None:
    blob = _expanded(
        docx('trước\n{%p include "dau" %}\nsau'), dau=docx("Kính gửi {{ ten }}\n| {{ ten }} |")
    )

    text = all_text(compile_template(blob).render({"ten": "Sở A & B"}))

    assert text.split("\n")[:4] == ["trước", "Kính gửi Sở A & B", "Sở A & B", "sau"]


def test_a_tag_split_over_runs_and_with_smart_quotes_is_found() -> None:
    blob = _expanded(docx("{%p incl¦ude “dau” %}"), dau=docx("có"))

    assert "có" in all_text(blob)


def test_a_loop_may_reach_around_a_piece() -> None:
    main = docx('{%p for x in ds %}\n{%p include "dong" %}\n{%p endfor %}')

    text = all_text(compile_template(_expanded(main, dong=docx("{{ x }}"))).render({"ds": "ab"}))

    assert [line for line in text.split("\n") if line] == ["a", "b"]


def test_a_piece_may_bring_in_another_but_never_itself() -> None:
    pieces = {"a": docx('{%p include "b" %}'), "b": docx("trong cùng")}
    assert "trong cùng" in all_text(_expanded(docx('{%p include "a" %}'), **pieces))

    with pytest.raises(Stopped) as stopped:
        _expanded(docx('{%p include "a" %}'), a=docx('{%p include "a" %}'))

    assert {p.code for p in stopped.value.problems} == {"MA-051"}


def test_a_piece_that_is_not_there_is_told_with_the_tag() -> None:
    with pytest.raises(Stopped) as stopped:
        _expanded(docx('a\n{%p include "dauu" %}'))

    (problem,) = stopped.value.problems
    assert problem.where.describe() == 'mau.docx, thân văn bản, đoạn 2, "{%p include "dauu" %}"'
    assert problem.message.vi == "Không có mảnh “dauu”."


def test_a_fault_of_a_piece_is_found_in_the_file_of_the_piece() -> None:
    blob = _expanded(
        docx('| a |\n{%p include "dau" %}\n| {{ sai } }} |'), dau=docx("một\n| b | {{ x | la }} |")
    )

    with pytest.raises(Stopped) as stopped:
        compile_template(blob, name="mau.docx")

    assert [p.where.describe() for p in stopped.value.problems] == [
        'chung/dau.docx, thân văn bản, bảng 1, hàng 1, ô 2, "{{ x | la }}"',
        'mau.docx, thân văn bản, bảng 2, hàng 1, ô 1, "{{ sai } }}"',
    ]


def test_a_style_that_only_the_piece_has_is_named() -> None:
    piece = docx("¦<w:r><w:rPr><w:rStyle w:val='La'/></w:rPr><w:t>x</w:t></w:r>")

    with pytest.raises(Stopped) as stopped:
        _expanded(docx('{%p include "dau" %}'), dau=piece)

    (problem,) = stopped.value.problems
    assert (problem.code, problem.where.file) == ("MA-052", "chung/dau.docx")
    assert problem.message.vi.endswith(": La")


def test_the_empty_paragraph_behind_a_last_table_is_not_brought_in() -> None:
    text = all_text(_expanded(docx('a\n{%p include "dau" %}\nb'), dau=docx("| ô |\n\n")))

    assert text.split("\n") == ["a", "ô", "b"]


def test_a_docx_without_includes_stays_as_it_is() -> None:
    blob = docx("Kính gửi {{ ten }}")

    assert _expanded(blob) is blob
