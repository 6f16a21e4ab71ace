"""What has little markup is read beside the parser, with its result."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.problem import Problem, Stopped, Where
from generator.word import markdown_parse
from generator.word.markdown_chars import hide, value_mark
from generator.word.markdown_plain import MARK, Plain, take_out
from generator.word.markdown_plain_tables import PlainTable
from generator.word.markdown_template import Filled
from generator.word.markdown_xml import Blocks, MarkdownStyles, Paragraph, Text
from generator.word.values import Footnote


def read(text: str) -> Blocks | tuple[Problem, ...]:
    lines = tuple(range(1, text.count("\n") + 2))
    filled = Filled(text=text, lines=lines, values=(Footnote("chú thích"),))
    try:
        return markdown_parse.parse(filled, lambda line: Where(line=line), MarkdownStyles())
    except Stopped as stopped:
        return stopped.problems


def read_by_the_parser_alone(text: str) -> Blocks | tuple[Problem, ...]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown_parse, "take_out", lambda text: (text, {}))
        return read(text)


def test_a_run_of_headings_and_sentences_leaves_one_mark_and_keeps_all_lines() -> None:
    text = "# I. Mở đầu\n\nMột câu\nhai dòng\n## 1. Mục\n\n1. một ý\n\nCâu cuối"
    left, runs = take_out(text)
    assert left == f"{MARK}\n\n\n\n\n\n1. một ý\n\n{MARK}"
    assert runs == {
        0: [
            Plain(1, 0, ("I. Mở đầu",)),
            Plain(0, 2, ("Một câu", "hai dòng")),
            Plain(2, 4, ("1. Mục",)),
        ],
        8: [Plain(0, 8, ("Câu cuối",))],
    }


@pytest.mark.parametrize(
    "line",
    [
        "Có **chữ đậm**ở đây",
        "Có **chữ đậm* ở đây",
        "Có **một *và* hai** ở đây",
        "Có ** chữ đậm** ở đây",
        "Có “*nghiêng*” ở đây",
        "Có *nghiêng.* ở đây",
        "Có _nghiêng_ ở đây",
        "Có [^1] chú thích",
        "Có &lt; ký hiệu",
        "1. Một mục",
        "12) Một mục",
        "* một ý",
        "- một ý với **chữ đậm",
        "-  một ý",
        "- ",
        "- 1. một ý",
        "- một ý\ncòn nữa",
        "Các ý:\n- một ý",
        " thụt vào",
        "Hết dòng  ",
        "Hết dòng\\",
        "Một | hai",
        "#Thiếu dấu cách",
        "##### Cấp năm",
        "# Đóng #",
        "#",
        "{can=giua}",
        "| a | b |",
        "| a | b |\n|---|",
        "| a | b |\n|---|---|\n| c |",
        "| a | b |\n|---|---|\n| c | d",
        "| a | b |\n|---|---|\n| c | [x](http://a.vn) |",
        "| a | b |\n|---|---|\n| c | d |\nTổng",
        "| a |\n|---|\n|",
        "| a \\| b |\n|---|",
        "{can=giua}\n{can=trai}\n| a |\n|---|",
    ],
)
def test_what_markdown_may_mean_something_by_is_left_to_the_parser(line: str) -> None:
    text = f"Trước\n\n{line}\n\nSau"
    assert take_out(text)[0] == f"{MARK}\n\n{line}\n\n{MARK}"


def test_a_stanza_with_one_such_line_is_left_whole() -> None:
    assert take_out("Một câu\ncó _nghiêng_\n\n") == ("Một câu\ncó _nghiêng_\n\n", {})


def test_a_table_is_one_plain_block_with_its_settings() -> None:
    left, runs = take_out(
        "Câu\n\n{tieu_de=1}\n| a | **b c** |\n| :-- | --: |\n| ^ |  |\n\n|x|\n|:-:|\n\nCâu"
    )
    assert left == f"{MARK}\n\n\n\n\n\n\n\n\n\n"
    assert runs[0][1:3] == [
        PlainTable(
            first=2,
            settings="{tieu_de=1}",
            aligns=("left", "right"),
            rows=((3, ("a", "**b c**")), (5, ("^", ""))),
        ),
        PlainTable(first=7, settings="", aligns=("center",), rows=((7, ("x",)),)),
    ]


def test_a_table_below_settings_that_stand_apart_is_left_to_the_parser() -> None:
    text = "{tieu_de=1}\n\n| a |\n|---|"
    assert take_out(text) == (text, {})


def test_bullets_are_plain_and_a_plus_below_a_dash_is_of_the_second_level() -> None:
    left, runs = take_out("+ một\n+ hai\n\n- ba\n+ bốn\n\n- năm\n\nMột câu\n\n+ sáu")
    assert left == f"{MARK}\n\n\n\n\n\n\n\n\n\n"
    plain = [one for one in runs[0] if isinstance(one, Plain)]
    assert [(one.level, one.first, one.sign, one.lines) for one in plain] == [
        (0, 0, "+", ("một",)),
        (0, 1, "+", ("hai",)),
        (0, 3, "-", ("ba",)),
        (1, 4, "+", ("bốn",)),
        (0, 6, "-", ("năm",)),
        (0, 8, "", ("Một câu",)),
        (0, 10, "+", ("sáu",)),
    ]


@pytest.mark.parametrize("other", ["- có _nghiêng_", "  - thụt vào", "* sao", "+ a\nb"])
def test_a_list_is_left_to_the_parser_whole(other: str) -> None:
    text = f"- một\n\n{other}\n\n- hai"
    assert take_out(text) == (text, {})


def test_text_without_markup_does_not_need_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.word.markdown_rules.markdown", None)
    found = read("# I. Mục\n\nMột câu.\n\n- ý\n+ ý con\n\n| a |\n|---|\n")
    assert isinstance(found, Blocks)
    assert len(found.blocks) == 5


def test_words_that_stand_apart_are_bold_or_italic() -> None:
    found = read(f"*Về nhân sự*: có **{hide('1.5')}** người (*gồm nữ*)")
    assert isinstance(found, Blocks)
    (paragraph,) = found.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.inlines == (
        Text(text="Về nhân sự", italic=True),
        Text(text=": có "),
        Text(text="1.5", bold=True),
        Text(text=" người ("),
        Text(text="gồm nữ", italic=True),
        Text(text=")"),
    )


LINES = st.sampled_from(
    [
        *("Một câu.", "2021 là năm", "1.788 hồ sơ", "a) Điểm", "Câu có 1. số", "x", "Đ"),
        *("# I. Mục", "## 1. Mục nhỏ", "####   d) Sâu", "###### Sâu quá", "#", "#x", "## "),
        *("- ý", "- ý", "+ ý con", "+ ý con", "- 2021", "  + thụt", "* sao", "-", "---", "==="),
        *("1. thứ nhất", "2) thứ hai"),
        *("| a | b |", "|---|---|", "{tieu_de=1}", "a | b", "> trích", "```", "~~~", "    mã"),
        *("**đậm**", "*nghiêng", "[^1]", "[^1]: ghi chú", "[x](http://a.vn)", "[x]: http://a.vn"),
        *(
            "cuối  ",
            "cuối\\",
            "&amp;",
            "<br>",
            "<b>",
            "^[chú thích]",
            "`mã`",
            "a_b_c",
            "!",
            "~~a~~",
        ),
        *("\u00a0", "cuối\u00a0", "\u2028", "a\u2028b", "\ta", "a\tb", "a\u0007b"),
        *(f"Có {value_mark(0)} trong câu", value_mark(0), hide("1. * x"), f"Câu {hide('#*')}"),
        *("", "", "", "", " ", "\t"),
    ]
)
WORDS = st.sampled_from(
    [
        *(
            "a",
            "b",
            " ",
            "  ",
            "*",
            "**",
            "***",
            "_",
            "&",
            "&amp;",
            "amp;",
            ";",
            "#",
            "!",
            "\\",
            "`",
        ),
        *(
            "<",
            "^",
            "|",
            ".",
            ",",
            ":",
            "(",
            ")",
            "“",
            "”",
            "-",
            "1. ",
            "~",
            "[",
            "\u00a0",
            "\u2003",
        ),
        *("**ab**", "*ab*", "**a b**:", "*a*.", value_mark(0), hide("*"), hide(" "), hide("(")),
    ]
)
CELL = st.one_of(
    st.sampled_from(["a", "b c", "", "<", "^", "**Tổng**", "*a*: b", "1. a", hide("-5,0")]),
    st.lists(WORDS, max_size=6).map("".join),
)
SETTING = st.sampled_from(["{tieu_de=2}", '{rong="1 2"}', "{can=giua} ", " {can=x}", "{x}", "Câu"])
END = st.sampled_from(["|"] * 9 + ["| ", "", "||"])


@st.composite
def tables(draw: st.DrawFn) -> str:
    """Return a table, mostly as it should be: a line of settings perhaps, rows of 1 to 3 cells."""
    columns = draw(st.integers(1, 3))
    cells = st.lists(CELL, min_size=columns, max_size=columns)
    rules = st.lists(
        st.sampled_from(["---", ":-:", " -: ", ":--", ""]), min_size=columns, max_size=columns
    )
    lines = draw(st.lists(SETTING, max_size=1))
    lines += [f"| {' | '.join(draw(cells))} {draw(END)}", f"|{'|'.join(draw(rules))}{draw(END)}"]
    lines += [f"|{'|'.join(row)}{draw(END)}" for row in draw(st.lists(cells, max_size=3))]
    return "\n".join(lines + draw(st.lists(LINES, max_size=1)))


STANZAS = st.one_of(
    tables(),
    st.tuples(st.sampled_from(["", "", "# ", "- ", "+ "]), st.lists(WORDS, max_size=8)).map(
        lambda line: line[0] + "".join(line[1])
    ),
)


@settings(max_examples=500, deadline=None)
@given(st.lists(LINES, max_size=12).map("\n".join))
@example("- ý\n\nMột câu.\n\n- ý\n\n+ ý con")
@example("- ý\n\nMột câu.\n\n+ ý con")
@example("- ý\n\n- ý\n\n+ **đậm**")
@example("Câu **đậm**\n- ý\n\n+ ý con")
@example("- ý\n+ ý con\n\n+ ý con\n\n1. thứ nhất\n\n+ ý con")
@example("-\n\n[x]: http://a.vn\n\n+ ý con")
@example("- ý\n\n    mã")
@example("1. thứ nhất\n\n- ý\n\n  thụt")
@example("| a | b |\n|---|---|\n\n+ ý con\n- ý\n+ ý con")
@example("[^1]: ghi chú\n\nMột câu.\n\nCâu có[^1]")
@example("{tieu_de=1}\n\nMột câu.\n\n| a |\n|---|")
@example("```\n\nMột câu.\n\n```\n\nMột câu.")
def test_texts_read_as_the_parser_alone_reads_them(text: str) -> None:
    assert read(text) == read_by_the_parser_alone(text)


@settings(max_examples=500, deadline=None)
@given(st.lists(STANZAS, max_size=4).map("\n\n".join))
@example("|a|\n|-|\n|")
@example("Câu *một* và **hai**, *ba*.\n*bốn*")
@example("- *ý*: QLVB&ĐH\n+ a&amp;b")
@example("{tieu_de=3}\n| a | < |\n|---|---|\n| ^ | ^ |")
def test_tables_and_bold_words_read_as_the_parser_alone_reads_them(text: str) -> None:
    assert read(text) == read_by_the_parser_alone(text)
