"""The made-up reports of the eleven district-level units of Đồng Nai, first quarter of 2022."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from generator.files import Folder
from generator.period import Ky
from generator.pipeline import Source, Workshop
from tests import read_back

if TYPE_CHECKING:
    from generator.pipeline import Made

FOLDER = read_back.ROOT / "data/2022-Q1"
FORMS = read_back.ROOT / "templates/bieu-mau/so-huyen-2022.yaml"
UNITS = tuple(sorted(path.stem for path in FOLDER.glob("dong-nai-*.yaml")))
MADE_UP = "DỰ THẢO, SỐ LIỆU MINH HỌA"
EMPTY = ("3.1", "3.2")  # form 1: inspections that a district does not make
LATE = ("c) Kết quả giải quyết thủ tục hành chính", "2. Tồn tại, hạn chế")


@cache
def workshop() -> Workshop:
    return Workshop(Folder(read_back.ROOT))


@cache
def made(unit: str) -> Made:
    path = FOLDER / f"{unit}.yaml"
    text = Folder(read_back.ROOT).narrative_beside(path)
    return workshop().make(Source(blob=path.read_bytes(), name=path.name, narrative=text))


@cache
def data(unit: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((FOLDER / f"{unit}.yaml").read_text(encoding="utf-8"))
    return content


def lines(unit: str) -> list[str]:
    return read_back.all_text(made(unit).blob).splitlines()


def sections(unit: str) -> dict[str, str]:
    return read_back.sections(read_back.read(made(unit).blob))


def written(value: object, kind: str = "so_luong") -> str:
    """Return what the cell of a stated value shows."""
    if value == "trong":
        return ""
    if not isinstance(value, int) or not value or kind in ("ma", "ty_le"):
        return str(value)
    return f"{value:02,}".replace(",", ".")


def ratio(part: int, whole: int) -> str:
    hundredths = (Decimal(100 * part) / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{hundredths.normalize():f}".replace(".", ",")


def test_every_district_of_the_province_is_there() -> None:
    children = workshop().danh_muc.children("dong-nai", Ky.parse("2022-Q1").den_ngay)

    assert tuple(sorted(unit.ma for unit in children if unit.cap == "huyen")) == UNITS
    assert len(UNITS) == 11


@pytest.mark.parametrize("unit", UNITS)
def test_a_sample_report_has_no_warnings(unit: str) -> None:
    assert made(unit).warnings == ()


@pytest.mark.parametrize("unit", UNITS)
def test_made_up_figures_are_named_in_the_file_and_first_on_the_page(unit: str) -> None:
    head = (FOLDER / f"{unit}.yaml").read_text(encoding="utf-8").split("\nky:")[0]

    assert "SỐ LIỆU MINH HỌA" in head
    assert lines(unit)[0] == MADE_UP


def test_a_report_of_real_figures_does_not_say_that_they_are_made_up() -> None:
    path = FOLDER / f"{UNITS[0]}.yaml"
    real = path.read_text(encoding="utf-8").replace("so_lieu_minh_hoa: true\n", "")

    blob = workshop().make(Source(blob=real.encode(), name=path.name)).blob

    assert MADE_UP not in read_back.all_text(blob)


@pytest.mark.parametrize("unit", UNITS)
def test_every_row_of_the_forms_shows_what_the_data_state(unit: str) -> None:
    tables = [t for t in read_back.read(made(unit).blob).tables if _is_form(t)]
    form_set = yaml.safe_load(FORMS.read_text(encoding="utf-8"))

    assert len(tables) == len(form_set["bieu_mau"]) == 7
    for form, table in zip(form_set["bieu_mau"], tables, strict=True):
        stated = data(unit)["bieu_mau"][int(form["so"])]
        shown = [row[3] for row in read_back.rows(table)[2:]]
        for row, cell in zip(form["dong"], shown, strict=True):
            if row["loai"] == "de_muc":
                assert cell == ""
            elif row["ma"] in stated:
                assert cell == written(stated[row["ma"]], row["loai"]), (form["so"], row["ma"])
            else:
                assert cell == computed(row["cong_thuc"], stated, form), (form["so"], row["ma"])


def computed(formula: str, stated: dict[str, int], form: dict[str, Any]) -> str:
    """Return what the cell of a row with a formula shows; a ratio over nothing is blank."""
    formulas = {row["ma"]: row.get("cong_thuc", "") for row in form["dong"]}

    def value(code: str) -> int:
        return stated[code] if code in stated else sum(map(value, formulas[code].split(" + ")))

    if " / " not in formula:
        return written(sum(map(value, formula.split(" + "))))
    part, whole = map(value, formula.split(" / "))
    return ratio(part, whole) if whole else ""


def _is_form(table: Any) -> bool:
    return read_back.rows(table)[0][0] == "STT"


@pytest.mark.parametrize("unit", UNITS)
def test_only_what_a_district_does_not_do_is_blank(unit: str) -> None:
    blank = [
        (number, code)
        for number, rows in data(unit)["bieu_mau"].items()
        for code, value in rows.items()
        if value == "trong"
    ]

    assert blank == [(1, code) for code in EMPTY]


@pytest.mark.parametrize("unit", UNITS)
def test_the_text_follows_the_figures(unit: str) -> None:
    forms, before = data(unit)["bieu_mau"], data(unit)["so_lieu"]["cung_ky"]
    done, on_time = forms[3]["3.1.1"], forms[3]["3.1.2"]
    now = sections(unit)
    settled = now[LATE[0]]

    assert f"giải quyết xong {written(done)} hồ sơ TTHC" in settled
    assert f"{written(on_time)} hồ sơ được giải quyết đúng hạn" in settled
    assert f"đạt {ratio(on_time, done)}%" in settled
    direction = "tăng" if done > before["ho_so_da_giai_quyet"] else "giảm"
    size = ratio(abs(done - before["ho_so_da_giai_quyet"]), before["ho_so_da_giai_quyet"])
    assert f"({direction} {size}% so với cùng kỳ năm 2021)" in settled
    assert ("Không có hồ sơ giải quyết trễ hạn." in settled) == (on_time == done)
    assert ("trễ hạn" in now[LATE[1]]) == (on_time < done)
    plan = f"{written(forms[1]['2.2'])}/{written(forms[1]['2.1'])} nhiệm vụ"
    assert plan in now["1. Chỉ đạo, điều hành cải cách hành chính, kiểm soát TTHC"]


@pytest.mark.parametrize("unit", UNITS)
def test_every_sentence_is_finished(unit: str) -> None:
    report = read_back.read(made(unit).blob)

    unfinished = read_back.unfinished(read_back.body_paragraphs(report))
    assert unfinished == ["Kính gửi: Sở Nội vụ tỉnh Đồng Nai"]


@pytest.mark.parametrize(
    ("change", "heading", "sentence"),
    [
        (("bieu_mau", 1, "3.3.1", 0), "2. Về kiểm tra", "không phát hiện vấn đề phải xử lý."),
        (("bieu_mau", 1, "4.1", 0), "3. Về công tác", "không phát sinh tin, bài viết"),
        (("bieu_mau", 1, "4.1", "khong_phat_sinh"), "3. Về công tác", "không phát sinh tin, bài"),
        (("bieu_mau", 2, "1", 4), "a) Ban hành", "đã ban hành 04 văn bản quy phạm pháp luật"),
        (("bieu_mau", 3, "3.2.1", "khong_phat_sinh"), LATE[0], "không phát sinh phản ánh"),
        (("bieu_mau", 4, "1.1", 0), "a) Sắp xếp", "kiện toàn chưa được ban hành."),
        (("bieu_mau", 7, "1", 0), "a) Ứng dụng", "chưa được kết nối với cấp tỉnh."),
    ],
)
def test_other_figures_make_other_sentences(
    change: tuple[str, int, str, object], heading: str, sentence: str
) -> None:
    content = yaml.safe_load((FOLDER / "dong-nai-tan-phu.yaml").read_text(encoding="utf-8"))
    part, form, row, value = change
    content[part][form][row] = value
    if row in ("3.3.1", "3.2.1"):  # the part goes with its whole
        content[part][form][row[:-1] + "2"] = value
    source = Source(blob=yaml.safe_dump(content, allow_unicode=True).encode(), name="a.yaml")

    report = read_back.read(workshop().make(source).blob)

    below = [text for name, text in read_back.sections(report).items() if name.startswith(heading)]
    assert sentence in below[0]


def test_a_unit_writes_of_its_own_only_what_is_its_own() -> None:
    own = "mô hình “Ngày thứ Năm không viết”"

    assert [unit for unit in UNITS if own in "\n".join(lines(unit))] == ["dong-nai-bien-hoa"]
    assert Path(FOLDER / "dong-nai-bien-hoa.md").exists()


@pytest.mark.parametrize("unit", UNITS)
def test_signature_and_head_are_those_of_the_unit(unit: str) -> None:
    text = "\n".join(lines(unit))
    signed = data(unit)["nguoi_ky"]

    place = workshop().danh_muc.get(unit, Ky.parse("2022-Q1").den_ngay)
    assert place is not None
    assert f"ỦY BAN NHÂN DÂN\n{place.ban_hanh[-1]}\n" in text
    assert "Kính gửi: Sở Nội vụ tỉnh Đồng Nai" in text
    title = "CHỦ TỊCH" if signed["chuc_vu"] == "Chủ tịch" else "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"
    assert f"TM. ỦY BAN NHÂN DÂN\n{title}\n{signed['ten']}\n" in text


def test_late_cases_are_counted_and_nothing_is_claimed_that_nobody_entered() -> None:
    late = [unit for unit in UNITS if "hồ sơ giải quyết trễ hạn, chiếm" in "\n".join(lines(unit))]

    assert late
    assert not [unit for unit in late if "xin lỗi" in "\n".join(lines(unit))]


@pytest.mark.parametrize("unit", UNITS)
def test_who_issued_the_plan_is_said_once(unit: str) -> None:
    (sentence,) = [line for line in lines(unit) if "đã ban hành Kế hoạch số" in line]

    issued = sentence.partition("đã ban hành ")[2]
    assert re.match(r"Kế hoạch số [0-9]+/KH-UBND ngày [0-9/]+ về ", issued)
