"""Rendering: places of errors, one document for one input, and files that are written whole."""

from __future__ import annotations

import io
import threading

import pytest

from generator.problem import Stopped
from generator.word import compile_template, package
from tests.word.build import docx
from tests.word.read import hints, paragraphs, part, problems, rendered


def test_all_problems_of_a_rendering_are_found_each_at_its_tag() -> None:
    blob = docx(
        """{{ tong_xo }}
        {{ 1 / 0 }}
        | {%tr for r in ds %} | |
        | {{ r.tn }} | {{ r.ten + 1 }} |
        | {%tr endfor %} | |""",
        header="{{ x.y }}",
    )

    found = problems(blob, {"tong_so": 1, "ds": [{"ten": 1}, {"ten": "B"}], "x": {}})

    at = "mau.docx, thân văn bản"
    assert found == [
        ("MA-040", f'{at}, đoạn 1, "{{{{ tong_xo }}}}"'),
        ("MA-041", f'{at}, đoạn 2, "{{{{ 1 / 0 }}}}"'),
        ("MA-040", f'{at}, bảng 1, hàng 2, ô 1, "{{{{ r.tn }}}}", phần tử 1: ten=1'),
        ("MA-041", f'{at}, bảng 1, hàng 2, ô 2, "{{{{ r.ten + 1 }}}}", phần tử 2: ten=B'),
        ("MA-040", 'mau.docx, đầu trang, đoạn 1, "{{ x.y }}"'),
    ]


def test_nested_loops_tell_both_elements() -> None:
    blob = docx("{% for a in x %}{% for b in a %}{{ 1 / b }}{% endfor %}{% endfor %}")

    assert problems(blob, {"x": [[1], [2, 0]]}) == [
        ("MA-041", 'mau.docx, thân văn bản, đoạn 1, "{{ 1 / b }}", phần tử 2 / 2: 0')
    ]


def test_a_missing_name_comes_with_those_like_it() -> None:
    assert hints(docx("{{ tong_xo }} {{ a.tne }}"), {"tong_so": 1, "a": {"ten": 1}}) == [
        "Ý bạn là “tong_so”?",
        "Ý bạn là “ten”?",
    ]


def test_a_name_whose_setting_failed_is_not_missed_again() -> None:
    found = problems(docx("{% set a = 1 / 0 %}\n{{ a }}"))

    assert found == [("MA-041", 'mau.docx, thân văn bản, đoạn 1, "{% set a = 1 / 0 %}"')]


def test_errors_of_functions_given_by_the_caller_are_problems() -> None:
    def failing() -> str:
        raise OSError("không mở được")

    assert problems(docx("{{ f() }}"), {"f": failing}) == [
        ("MA-041", 'mau.docx, thân văn bản, đoạn 1, "{{ f() }}"')
    ]


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\ud800", "\uffff"])
def test_characters_no_document_can_hold_are_problems(character: str) -> None:
    assert problems(docx("{{ a }}"), {"a": f"x{character}"}) == [
        ("MA-042", 'mau.docx, thân văn bản, đoạn 1, "{{ a }}"')
    ]


def test_values_that_look_like_tags_or_markup_stay_text() -> None:
    text = "{{ 7*7 }} {% if %} <w:p/> & \"'"
    blob = docx("{{ a }}", header="{{ a }}", footnotes=["{{ a }}"], section="<w:titlePg/>")

    out = rendered(blob, a=text)

    assert paragraphs(out) == [text]
    assert "{{ 7*7 }} {% if %} &lt;w:p/&gt; &amp;" in part(out, "word/footnotes.xml")


def test_one_input_gives_one_document() -> None:
    template = compile_template(docx("{{ a }}{{ 'b' | chu_thich }}", header="{{ a }}"))

    assert template.render({"a": 1}) == template.render({"a": 1})


def test_writing_to_a_file_gives_the_same_bytes() -> None:
    template = compile_template(docx("{%p for x in ds %}\n{{ x }}\n{%p endfor %}"))
    context = {"ds": [f"đoạn {i}" for i in range(5000)]}
    file = io.BytesIO()

    template.render_to(context, file)

    assert file.getvalue() == template.render(context)


def test_nothing_is_written_when_there_is_a_problem() -> None:
    file = io.BytesIO()

    with pytest.raises(Stopped):
        compile_template(docx("{{ a }}{{ b }}")).render_to({"a": "x"}, file)

    assert file.getvalue() == b""


def test_parts_without_tags_keep_their_packed_bytes() -> None:
    blob = docx("{{ a }}")
    before = {member.name: member.packed for member in package.read(blob)}

    after = {member.name: member.packed for member in package.read(rendered(blob, a=1))}

    assert [name for name in after if after[name] != before[name]] == ["word/document.xml"]


def test_threads_may_share_a_template() -> None:
    template = compile_template(docx("{{ ten }}{{ ten | chu_thich }}", header="{{ ten }}"))
    expected = {name: template.render({"ten": name}) for name in ("A", "B", "C", "D")}
    wrong: list[str] = []

    def work(name: str) -> None:
        wrong.extend(name for _ in range(25) if template.render({"ten": name}) != expected[name])

    threads = [threading.Thread(target=work, args=(name,)) for name in expected]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert wrong == []


def test_properties_endnotes_and_comments_are_rendered() -> None:
    blob = docx(
        "x",
        endnotes=["{{ a }}"],
        comments=["{{ a }}"],
        properties={"dc:title": "{{ a }}", "cp:keywords": "{{ a }}"},
        custom={"Ma": "{{ a }}"},
    )

    out = rendered(blob, a="B & C")

    for name in ("word/endnotes.xml", "word/comments.xml", "docProps/custom.xml"):
        assert ">B &amp; C<" in part(out, name)
    assert part(out, "docProps/core.xml").count("B &amp; C") == 2


def test_fields_are_refreshed_on_opening_where_the_template_asks() -> None:
    settings = (
        '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings"
    more = {"word/settings.xml": settings}
    rels = [("rId90", kind, "settings.xml")]

    asked = rendered(docx("a{% cap_nhat_truong %}", more=more, rels=rels))
    plain = rendered(docx("a", more=more, rels=rels))

    assert '<w:updateFields w:val="true"/>' in part(asked, "word/settings.xml")
    assert "updateFields" not in part(plain, "word/settings.xml")


def test_a_name_mistyped_for_that_of_a_loop_is_guessed() -> None:
    template = compile_template(docx("{%p for dong in ds %}\n{{ dongg }}\n{%p endfor %}"))

    with pytest.raises(Stopped) as stopped:
        template.render({"ds": [1]})

    (problem,) = stopped.value.problems
    assert problem.hint is not None
    assert "“dong”" in problem.hint.vi


def test_the_name_of_a_loop_used_outside_it_is_told_to_belong_inside() -> None:
    blob = docx("{{ phong }}\n{% for phong in ds %}{{ phong }}{% endfor %}")

    assert hints(blob, {"ds": [1]}) == [
        "“phong” chỉ có ở trong vòng lặp đặt ra nó: đưa thẻ này vào giữa hai thẻ của vòng lặp."
    ]
