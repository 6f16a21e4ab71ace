"""The province's report from its units: rolled up, rendered, read back against the units' files."""

from __future__ import annotations

import re
import zipfile
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from io import BytesIO
from typing import Any

import openpyxl
import pytest
import yaml
from lxml import etree

from generator import readers
from generator.files import Folder
from generator.pipeline import Made, Source, Workshop
from generator.rollup import File, Order, RolledUp, roll_up
from tests import read_back
from tests.readers.workbook import as_workbook

FOLDER = read_back.ROOT / "data/2022-Q1"
KEPT = FOLDER / "dong-nai.yaml"
UNITS = tuple(sorted(path.stem for path in FOLDER.glob("dong-nai-*.yaml")))
DEPARTMENT = "so-noi-vu-dong-nai"
ORDER = Order(don_vi="dong-nai", ky="2022-Q1", bo_mau="tinh-tong-hop")
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@cache
def unit(code: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((FOLDER / f"{code}.yaml").read_text(encoding="utf-8"))
    return content


def rolled_up(*, without: str = "", blank: str = "") -> bytes:
    """Return the province's file, without a unit, or with a unit's cases on time left blank."""
    files = []
    for code in UNITS:
        text = (FOLDER / f"{code}.yaml").read_text(encoding="utf-8")
        if code == blank:
            stated = f'"3.1.2": {unit(code)["bieu_mau"][3]["3.1.2"]}\n'
            assert stated in text
            text = text.replace(stated, '"3.1.2": trong\n')
        if code != without:
            files.append(File(text.encode(), f"{code}.yaml"))
    return roll_up(files, ORDER, Folder(read_back.ROOT)).blob


def made(blob: bytes) -> Made:
    return Workshop(Folder(read_back.ROOT)).make(Source(blob=blob, name="dong-nai.yaml"))


@cache
def report() -> Made:
    return made(KEPT.read_bytes())


def text_of(blob: bytes) -> str:
    return read_back.all_text(made(blob).blob)


def total(form: int, row: str) -> int:
    return sum(unit(code)["bieu_mau"][form][row] for code in UNITS)


def rate(part: int, whole: int) -> str:
    hundredths = (Decimal(100 * part) / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{hundredths.normalize():f}%".replace(".", ",")


def grouped(number: int) -> str:
    return f"{number:02,}".replace(",", ".")


def on_time(code: str) -> tuple[int, int]:
    rows = unit(code)["bieu_mau"][3]
    return rows["3.1.2"], rows["3.1.1"]


def table(blob: bytes, head: str) -> list[list[str]]:
    tables = map(read_back.rows, read_back.read(blob).tables)
    return next(rows for rows in tables if any(head in cell for cell in rows[0]))


def chart(blob: bytes) -> tuple[list[str], dict[int, float], list[str]]:
    """Return the names of a chart, its values by their places, and its labels."""
    root: Any = etree.fromstring(zipfile.ZipFile(BytesIO(blob)).read("word/charts/chart1.xml"))
    names = [str(v.text) for v in root.find(f".//{CHART}cat").iter(f"{CHART}v")]
    points = root.find(f".//{CHART}val").iter(f"{CHART}pt")
    values = {int(p.get("idx")): float(p.findtext(f"{CHART}v") or "") for p in points}
    labels = [
        str(t.text)
        for label in root.iter(f"{CHART}dLbl")
        for t in label.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t")
    ]
    return names, values, labels


def test_a_roll_up_of_the_eleven_units_gives_the_figures_kept_here() -> None:
    fresh, kept = yaml.safe_load(rolled_up()), yaml.safe_load(KEPT.read_text(encoding="utf-8"))

    for part in ("ky", "don_vi", "bo_mau", "so_lieu_minh_hoa", "so_lieu", "bieu_mau"):
        assert kept[part] == fresh[part], part


def test_the_report_has_no_warnings_and_says_that_it_is_made_up() -> None:
    assert report().warnings == ()
    assert read_back.all_text(report().blob).splitlines()[0] == "DỰ THẢO, SỐ LIỆU MINH HỌA"


def test_coverage_is_stated() -> None:
    assert "cộng từ báo cáo của 11/11 đơn vị;" in read_back.all_text(report().blob)


@cache
def together(*others: str) -> RolledUp:
    """Return the roll-up of the eleven districts and of other units."""
    names = (*UNITS, *others)
    files = [File((FOLDER / f"{name}.yaml").read_bytes(), f"{name}.yaml") for name in names]
    return roll_up(files, ORDER, Folder(read_back.ROOT))


def number(done: RolledUp, concept: str) -> Decimal | None:
    found = done.totals.of(concept)
    assert found is not None
    return found.figure.number


def test_a_department_is_added_up_with_the_districts_by_concept() -> None:
    done, districts = together(DEPARTMENT), together()
    department = unit(DEPARTMENT)["bieu_mau"]

    assert done.notes[0].vi == (
        "12/12 đơn vị cấp sở, cấp huyện đã báo cáo (cấp sở 1/1, cấp huyện 11/11)."
    )
    for concept, form, code in (("van_ban_chi_dao", 1, "1"), ("nhiem_vu_ke_hoach", 1, "2.1")):
        assert number(done, concept) == total(form, code) + department[form][code]
    assert number(done, "ho_so_da_giai_quyet_so_nganh") == department[3]["3.1.1"]
    assert number(done, "ho_so_da_giai_quyet_huyen") == number(
        districts, "ho_so_da_giai_quyet_huyen"
    )
    (warning,) = [problem for problem in done.problems if not problem.where.file]
    assert warning.message.vi == (
        "Không đơn vị cấp huyện nào có số liệu ở 2 dòng của biểu mẫu tổng hợp mà cấp khác có: "
        "1:3.1, 1:3.2."
    )
    assert done.explain("so_nganh_da_kiem_tra")[1].startswith("    Sở Nội vụ: 2  [so-noi-vu")


def test_the_report_with_a_department_names_it_in_table_and_chart() -> None:
    blob = made(together(DEPARTMENT).blob).blob

    assert "cộng từ báo cáo của 12/12 đơn vị;" in read_back.all_text(blob)
    assert chart(blob)[0][:2] == ["Sở Nội vụ", "Biên Hòa"]
    assert table(blob, "Giải quyết hồ sơ TTHC")[2][1:5] == ["Sở Nội vụ", "155", "152", "98,06%"]


def test_a_workbook_among_files_of_yaml_changes_no_total() -> None:
    def file(name: str) -> File:
        blob = (FOLDER / f"{name}.yaml").read_bytes()
        if name != "dong-nai-cam-my":
            return File(blob, f"{name}.yaml")
        return File(as_workbook(readers.read(blob, f"{name}.yaml")), f"{name}.xlsx")

    mixed = roll_up([file(name) for name in UNITS], ORDER, Folder(read_back.ROOT))

    assert mixed.problems == ()
    assert yaml.safe_load(mixed.blob) == yaml.safe_load(rolled_up())
    (line,) = [one for one in mixed.explain("tin_bai") if "Cẩm Mỹ" in one]
    assert re.search(r"37  \[dong-nai-cam-my\.xlsx, Biểu mẫu 1!C\d+\]$", line)


def test_who_has_not_reported_is_named_and_not_counted() -> None:
    text = text_of(rolled_up(without="dong-nai-xuan-loc"))

    assert "10/11 đơn vị đã gửi báo cáo; chưa có báo cáo của huyện Xuân Lộc." in text
    assert "Còn 01 đơn vị chưa gửi báo cáo đúng thời hạn." in text
    missing = unit("dong-nai-xuan-loc")["bieu_mau"][3]["3.1.1"]
    assert f"đã giải quyết {grouped(total(3, '3.1.1') - missing)} hồ sơ TTHC" in text


def test_totals_in_the_text_are_sums_and_their_ratio_is_worked_out_from_them() -> None:
    part, whole = total(3, "3.1.2"), total(3, "3.1.1")

    assert (
        f"đã giải quyết {grouped(whole)} hồ sơ TTHC, trong đó {grouped(part)} hồ sơ được giải "
        f"quyết đúng hạn, đạt {rate(part, whole)}; còn {whole - part} hồ sơ trễ hạn."
    ) in read_back.all_text(report().blob)


def test_the_table_shows_every_unit_beside_the_total() -> None:
    rows = table(report().blob, "Giải quyết hồ sơ TTHC")[2:]

    by_name = {row[1]: row[2:5] for row in rows}
    assert len(by_name) == len(UNITS) + 1
    assert rows[-1][1:] == [
        "Tổng cộng",
        grouped(total(3, "3.1.1")),
        grouped(total(3, "3.1.2")),
        rate(total(3, "3.1.2"), total(3, "3.1.1")),
        grouped(total(7, "4.4.1")),
        grouped(total(7, "4.4.2")),
        rate(total(7, "4.4.2"), total(7, "4.4.1")),
    ]
    part, whole = on_time("dong-nai-cam-my")
    assert by_name["Huyện Cẩm Mỹ"] == [grouped(whole), grouped(part), rate(part, whole)]


def test_money_is_summed_beside_the_plans() -> None:
    row = table(report().blob, "Nhiệm vụ của kế hoạch CCHC")[-1]

    given, spent = total(6, "1.1"), total(6, "1.2")
    assert row[5:] == [grouped(given), grouped(spent), rate(spent, given)]


def test_the_chart_has_the_rate_of_every_unit_in_the_order_of_the_table() -> None:
    names, values, labels = chart(report().blob)

    rows = table(report().blob, "Giải quyết hồ sơ TTHC")[2:-1]
    assert names == [row[1].removeprefix("Thành phố ").removeprefix("Huyện ") for row in rows]
    assert labels == [row[4].rstrip("%").rstrip("0").rstrip(",") + "%" for row in rows]
    biggest = names.index("Biên Hòa")
    part, whole = on_time("dong-nai-bien-hoa")
    assert values[biggest] == pytest.approx(part / whole, abs=0.00005)


def test_the_workbook_of_the_chart_holds_the_same_rates() -> None:
    blob = zipfile.ZipFile(BytesIO(report().blob)).read("word/embeddings/chart1.xlsx")
    rows = list(openpyxl.load_workbook(BytesIO(blob)).active.iter_rows(min_row=2, values_only=True))

    names, values, labels = chart(report().blob)
    assert rows == [(n, values[i], labels[i]) for i, n in enumerate(names)]


def test_a_unit_that_has_not_reported_is_a_gap_in_the_chart_and_dots_in_the_table() -> None:
    blob = made(rolled_up(without="dong-nai-xuan-loc")).blob

    names, values, labels = chart(blob)
    gap = names.index("Xuân Lộc")
    assert gap not in values
    assert len(values) == len(labels) == len(UNITS) - 1
    rows = {row[1]: row[2:] for row in table(blob, "Giải quyết hồ sơ TTHC")}
    assert rows["Huyện Xuân Lộc"] == ["…"] * 6


def test_a_ratio_whose_operands_do_not_come_from_the_same_units_is_not_printed() -> None:
    blob = made(rolled_up(blank="dong-nai-tan-phu")).blob

    text = read_back.all_text(blob)
    assert "chưa nêu số hồ sơ đúng hạn nên chưa tính tỷ lệ chung." in text
    assert "hồ sơ trễ hạn" not in text
    assert "**" not in text
    rows = {row[1]: row[2:5] for row in table(blob, "Giải quyết hồ sơ TTHC")}
    assert rows["Huyện Tân Phú"] == [grouped(on_time("dong-nai-tan-phu")[1]), "", ""]
    assert rows["Tổng cộng"][2] == ""


def test_best_and_worst_are_named_from_the_figures() -> None:
    text = read_back.all_text(report().blob)
    rates = {code: Decimal(part) / whole for code in UNITS for part, whole in [on_time(code)]}

    full = [code for code in UNITS if rates[code] == 1]
    worst = min(UNITS, key=lambda code: rates[code])
    assert full == ["dong-nai-long-khanh", "dong-nai-tan-phu"]
    assert "Có 02 đơn vị giải quyết đúng hạn tất cả hồ sơ: thành phố Long Khánh và huyện" in text
    assert worst == "dong-nai-xuan-loc"
    assert f"Tỷ lệ thấp nhất là {rate(*on_time(worst))} (huyện Xuân Lộc)." in text
    whole = Decimal(total(3, "3.1.2")) / total(3, "3.1.1")
    below = [code for code in UNITS if rates[code] < whole]
    assert f"Có {len(below):02} đơn vị có tỷ lệ giải quyết hồ sơ đúng hạn thấp hơn mức" in text


def test_the_forms_hold_the_sums_and_leave_to_the_province_what_is_its_own() -> None:
    tables = map(read_back.rows, read_back.read(report().blob).tables)
    forms = [rows for rows in tables if rows[0][1].startswith("Chỉ tiêu")]
    shown = {row[1]: row[3] for rows in forms for row in rows[2:]}

    assert len(forms) == 7
    assert shown["Số biên chế đã tinh giản trong kỳ báo cáo"] == grouped(total(4, "2.4"))
    assert shown["Số VBQPPL do cấp huyện ban hành"] == grouped(total(2, "1"))
    # One procedure is counted at every unit: a sum of them would say nothing.
    assert shown["Số TTHC đang cung cấp trực tuyến mức độ 3"] == ""
    assert shown["Số VBQPPL do cấp tỉnh ban hành"] == ""


def test_every_sentence_is_finished() -> None:
    paragraphs = read_back.body_paragraphs(read_back.read(report().blob))
    captions = [p for p in paragraphs if p.style is not None and p.style.name == "Caption"]

    unfinished = read_back.unfinished(p for p in paragraphs if p not in captions)
    assert [text for text in unfinished if not text.startswith(("Bảng ", "Kính gửi:"))] == []


def test_signature_and_receivers_are_those_of_the_file() -> None:
    text = read_back.all_text(report().blob)

    assert "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn N\n" in text
    assert "- UBND các huyện, thành phố;\n- Lưu: VT, NC." in text


@pytest.mark.parametrize("head", ["Giải quyết hồ sơ TTHC", "Nhiệm vụ của kế hoạch CCHC"])
def test_percentages_of_a_column_have_two_decimals_each(head: str) -> None:
    rows = [row for row in table(report().blob, head) if any("%" in cell for cell in row)]

    assert len(rows) == len(UNITS) + 1
    for row in rows:
        assert [bool(re.fullmatch(r"[0-9]+,[0-9]{2}%", row[n])) for n in (4, 7)] == [True, True]
