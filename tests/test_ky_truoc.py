"""Figures of earlier periods: there when the file is, blank when not, read only when asked."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from generator.figure import Figure, Kind
from generator.formats import formatter
from generator.formats.filters import filters
from generator.formats.printed import PrintedFigure
from generator.ky_truoc import Figures, Khuyet, World, earlier_figures
from generator.period import Ky
from generator.problem import Stopped, Where
from generator.word import compile_template
from generator.word.inline_text import InlineTexts
from generator.word.values import DocxValue
from tests.read_back import all_text
from tests.word.build import docx

if TYPE_CHECKING:
    from collections.abc import Mapping

VI = formatter("vi")


def _count(number: int) -> PrintedFigure:
    return PrintedFigure(so_lieu_goc=Figure(kind=Kind.COUNT, number=Decimal(number)), formatter=VI)


OWN = Figures(ct={"ho_so": _count(20), "moi": _count(3)}, sl={"xa": {"so": _count(7), "them": 1}})
BEFORE = Figures(
    ct={"ho_so": _count(5), "cu": _count(4)}, sl={"xa": {"so": _count(0)}, "ds": (1, 2)}
)


def _names(found: Mapping[str, Figures], asked: list[str] | None = None) -> dict[str, object]:
    def lookup(period: Ky) -> Figures | None:
        if asked is not None:
            asked.append(str(period))
        return found.get(str(period))

    world = World(lookup=lookup, own=OWN, formatter=VI, name_of=lambda ky: f"kỳ {ky}")
    return dict(earlier_figures(Ky.parse("2022-Q1"), world))


def _text(source: str, names: Mapping[str, object]) -> str:
    texts = InlineTexts(filters=filters(VI), names={})
    return str(
        texts.fill(source, {**names, "sl": {"stated": _count(9)}}, Where(file="a.md", line=3))
    )


WITH = {"2021-Q4": BEFORE, "2021-Q1": BEFORE, "2021": BEFORE, "2021-Q2": BEFORE}


@pytest.mark.parametrize(
    ("source", "there", "absent"),
    [
        ("{{ truoc.ct.ho_so }}", "05", "…"),
        ("{{ truoc.sl.xa.so }}", "0", "…"),
        ("{{ truoc.ct.moi }}", "…", "…"),  # a concept that only this report has
        ("{{ truoc.sl.xa.them }}", "…", "…"),
        ("{{ cung_ky.ct.ho_so }}", "05", "…"),
        ("{{ nam_truoc.ct.ho_so }}", "05", "…"),
        ("{{ nam_truoc.quy[2].ct.ho_so }}", "05", "…"),
        ("{{ nam_truoc.quy[3].ct.ho_so }}", "…", "…"),
        ("{{ truoc.ky }}", "kỳ 2021-Q4", "kỳ 2021-Q4"),
        ("{{ nam_truoc.quy[3].ky }}", "kỳ 2021-Q3", "kỳ 2021-Q3"),
        ("{{ 'có' if truoc.co else 'không' }}", "có", "không"),
        # -- the two ways to fall back on what the data state --
        ("{{ truoc.ct.ho_so if truoc.co else sl.stated }}", "05", "09"),
        ("{{ truoc.sl.xa.so | hoac(sl.stated) }}", "0", "09"),
        ("{{ truoc.ct.moi | hoac(sl.stated) }}", "09", "09"),
        # -- blank goes through everything --
        ("{{ 20 | tang_giam(truoc.ct.ho_so) }}", "tăng 300%", "chưa có số liệu so sánh"),
        ("{{ truoc.ct.ho_so + 1 }}", "06", "…"),
        ("{{ truoc.ct.ho_so | ti_le(20) }}", "25%", "…"),
        ("{{ truoc.sl.ds | length }}", "2", "0"),
        ("{% for x in truoc.sl.ds %}{{ x }};{% endfor %}", "1;2;", ""),
        ("{{ truoc.sl.ds[1] }}", "2", "…"),
        ("{% if truoc.ct.ho_so > 3 %}nhiều{% endif %}", "nhiều", ""),
        ("{{ truoc.ct.ho_so.o }}", "05", ""),
    ],
)  # fmt: skip
def test_a_name_prints_what_the_earlier_report_says_and_is_blank_without_it(
    source: str, there: str, absent: str
) -> None:
    assert _text(source, _names(WITH)) == there
    assert _text(source, _names({})) == absent


def test_a_concept_of_an_older_form_set_is_found_where_its_report_is() -> None:
    assert _text("{{ truoc.ct.cu }}", _names(WITH)) == "04"


@pytest.mark.parametrize(
    ("source", "found", "known"),
    [
        ("{{ truoc.ct.ho_xo }}", WITH, "ho_so"),
        ("{{ truoc.sl.xa.sso }}", WITH, "so"),
        ("{{ truoc.sl.xaa }}", WITH, "xa"),
        ("{{ truoc.ct.khac_han }}", {}, ""),
    ],
)
def test_a_name_that_neither_report_has_is_unknown(
    source: str, found: Mapping[str, Figures], known: str
) -> None:
    with pytest.raises(Stopped) as stopped:
        _text(source, _names(found))
    (problem,) = stopped.value.problems
    assert (problem.code, problem.where.file, problem.where.line) == ("MA-304", "a.md", 3)
    assert known in (problem.hint.vi if problem.hint else "")


def test_nothing_is_looked_up_before_somebody_asks() -> None:
    asked: list[str] = []
    names = _names(WITH, asked)
    assert asked == []
    _text("{{ truoc.ky }} {{ cung_ky.quy | length }}", names)
    assert asked == []
    _text("{{ cung_ky.ct.ho_so }}", names)
    assert set(asked) == {"2021-Q1"}


def test_a_blank_of_an_earlier_report_prints_in_a_word_template() -> None:
    blob = docx("[{{ truoc.sl.xa.so }}] {{ truoc.sl.a.b.o }} {% if truoc.sl.a %}x{% endif %}.")
    made = compile_template(blob, name="a.docx").render(_names({}))
    assert all_text(made).strip() == "[…]  ."


def test_a_blank_is_no_word_of_its_own() -> None:
    blank = _names({})["truoc"].sl  # type: ignore[attr-defined]  # as templates reach it
    assert isinstance(blank, Khuyet)
    assert not isinstance(blank, DocxValue)
    with pytest.raises(AttributeError):
        _ = blank._private


def test_before_the_first_year_there_is_no_period() -> None:
    world = World(lookup=lambda _: OWN, own=OWN, formatter=VI, name_of=str)
    names = earlier_figures(Ky.parse("1900-Q1"), world)
    assert [names[name].co for name in ("truoc", "cung_ky", "nam_truoc", "nam_nay")] == [
        False, False, False, True,
    ]  # fmt: skip
    assert str(names["truoc"].ct["ho_so"]) == "…"
    assert str(names["nam_truoc"].quy[1].ky) == "…"
