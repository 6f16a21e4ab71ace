"""A province of made-up units: a project with templates, a register and a workbook for each unit.

The workbook is the one that `baocao new --xlsx` makes, filled in. The text is an outline for all,
with a little text of each unit's own. `docxtpl_template` has the same report as docxtpl takes it.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from openpyxl import load_workbook

from generator.figure import Kind
from generator.files import Folder
from generator.period import Ky
from generator.pipeline import Workshop
from generator.word.include import expand
from generator.workbook_layout import form_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.bieu_mau import BoBieuMau, ChiTieu

ROOT = Path(__file__).parent.parent
KY = "2022-Q1"
SET = "don-vi"
FIRST = "don-vi-000"
SECTIONS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
PARAGRAPHS = 5  # in each section, two thirds of them with two placeholders: 60 in 40 paragraphs
SENTENCES = (
    "Trong kỳ báo cáo, {unit} đã ban hành {a} kế hoạch và giao nhiệm vụ cho từng phòng.",
    "Đã giải quyết trước hạn và đúng hạn {a} hồ sơ, trên tổng số {b} hồ sơ đã tiếp nhận.",
)
BEGINNINGS = ("Trong kỳ báo cáo,", "Đã giải quyết", "Riêng ")
OWN = "Riêng {code} đã trực tiếp đối thoại với người dân và tự kiểm tra các bộ phận trực thuộc."


def make_project(folder: Path, units: int) -> None:
    """Write a project with the data of `units` units into `folder`."""
    (folder / "templates").mkdir()
    for name in ("chung", "bieu-mau"):
        shutil.copytree(ROOT / "templates" / name, folder / "templates" / name)
    own = folder / "templates" / SET
    own.mkdir()
    shutil.copy(ROOT / "templates" / "so" / "bao-cao.docx", own)
    said = (ROOT / "templates" / "so" / "bo-mau.yaml").read_text(encoding="utf-8")
    (own / "bo-mau.yaml").write_text(re.sub(r"(?m)^ten: so$", f"ten: {SET}", said), "utf-8")
    register = folder / "data" / "danh-muc"
    register.mkdir(parents=True)
    (register / "don-vi.yaml").write_text(_register(units), encoding="utf-8")
    (own / "de-cuong.md").write_text(_outline(folder), encoding="utf-8")
    data = folder / "data" / KY
    data.mkdir()
    blank = data / f"{FIRST}.xlsx"
    new = str(Path(sys.executable).with_name("baocao"))
    command = [new, "new", "--don-vi", FIRST, "--ky", KY, "--xlsx", "-o", str(blank)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    book = _filled(blank, folder)
    for number in range(units):
        code = unit_code(number)
        (data / f"{code}.xlsx").write_bytes(_of_unit(book, number))
        text = f"# {SECTIONS[-1]}.\n\n{OWN.format(code=code)}\n"
        (data / f"{code}.md").write_text(text, encoding="utf-8")


def unit_code(number: int) -> str:
    return f"don-vi-{number:03}"


def names_of(code: str) -> dict[str, object]:
    """Return what the register says of a unit."""
    number = int(code[-3:])
    return {
        "ten": f"Đơn vị {number}",
        "day_du": f"Đơn vị {number} tỉnh Đồng Nai",
        "ky_hieu": f"DV{number}",
        "chu_quan": ["UBND TỈNH ĐỒNG NAI"],
        "ban_hanh": [f"ĐƠN VỊ {number}"],
    }


def form_set(folder: Path) -> BoBieuMau:
    workshop = Workshop(Folder(folder))
    found = workshop.form_set(workshop.bo_mau(SET), Ky.parse(KY))
    assert found is not None
    return found


def counts(forms: BoBieuMau) -> Iterator[tuple[str, ChiTieu]]:
    """Yield the rows that a whole number is filled into, each with the number of its form."""
    for form in forms.bieu_mau:
        for row in form.chi_tieu:
            if row.loai is Kind.COUNT and row.cong_thuc is None:
                yield form.so, row


def value_of(position: int) -> int:
    """Return the figure of a row of the first unit by its place among `counts`."""
    return 10 + position * 7 % 90


def paragraphs(folder: Path) -> list[list[str]]:
    """Return the text by sections, with placeholders that both engines understand."""
    named = [row.khai_niem for _, row in counts(form_set(folder))]
    names = iter(named * 2)
    sections = []
    for _ in SECTIONS:
        texts = []
        for number in range(PARAGRAPHS):
            a, b = f"{{{{ ct.{next(names)} }}}}", f"{{{{ ct.{next(names)} }}}}"
            texts.append(SENTENCES[number % 2].format(unit="{{ don_vi.ten }}", a=a, b=b))
        sections.append(texts)
    return sections


def docxtpl_template(folder: Path) -> bytes:
    """Return the template of the report as docxtpl takes it: pieces and text stand in it."""
    path = folder / "templates" / SET / "bao-cao.docx"

    def piece(name: str) -> tuple[bytes, str]:
        return (folder / "templates" / "chung" / f"{name}.docx").read_bytes(), name

    whole = expand(path.read_bytes(), path.name, piece)
    body = "".join(_paragraph(text) for text in _printed(folder))
    return _with_body(
        whole, lambda xml: re.sub(r"<w:p>(?:(?!</w:p>).)*noi_dung.*?</w:p>", lambda _: body, xml)
    )


def _printed(folder: Path) -> Iterator[str]:
    for number, texts in zip(SECTIONS, paragraphs(folder), strict=True):
        yield f"{number}. NỘI DUNG {number}"
        yield from texts if number != SECTIONS[-1] else ("{{ rieng }}",)


def _outline(folder: Path) -> str:
    sections = zip(SECTIONS, paragraphs(folder), strict=True)
    return "\n\n".join("\n\n".join([f"# {n}. NỘI DUNG {n}", *texts]) for n, texts in sections)


def _register(units: int) -> str:
    return "don_vi:\n" + "".join(
        f"  - {{ma: {unit_code(number)}, cap: so, loai: sở, ten: Đơn vị {number}, "
        f"day_du: Đơn vị {number} tỉnh Đồng Nai, ky_hieu: DV{number}, dia_danh: Đồng Nai, "
        f"chu_quan: [UBND TỈNH ĐỒNG NAI], ban_hanh: [ĐƠN VỊ {number}], chuc_danh: Giám đốc, "
        "noi_nhan: {mac_dinh: [UBND tỉnh]}}\n"
        for number in range(units)
    )


def _filled(blank: Path, folder: Path) -> bytes:
    """Return the clerk's workbook with all that must be filled in, and every figure."""
    book = load_workbook(blank)
    cover = {row[0].value: row[1] for row in book["Bìa"].iter_rows() if row[0].value}
    cover["Người ký"].value = "Nguyễn Văn A"
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":  # computed when the report is made
                    cell.value = None
    places: dict[tuple[str, str], Any] = {}
    for form in form_set(folder).bieu_mau:
        rows = list(book[form_sheet(form.so)].iter_rows())
        head = next(row for row in rows if "Mã" in [cell.value for cell in row])
        code, value = (
            next(n for n, cell in enumerate(head) if cell.value == name) for name in COLUMNS
        )
        places |= {(form.so, str(row[code].value)): row[value] for row in rows}
    for position, (number, filled) in enumerate(counts(form_set(folder))):
        places[number, filled.ma].value = value_of(position)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


COLUMNS = ("Mã", "Số liệu")
_FIGURE = re.compile(rb'(<c r="D\d+"[^>]*t="n"><v>)(\d+)')


def _of_unit(book: bytes, number: int) -> bytes:
    """Return the workbook of the first unit as that of another one, with figures of its own."""
    names = ((FIRST, unit_code(number)), ("Đơn vị 0", f"Đơn vị {number}"))

    def figure(cell: re.Match[bytes]) -> bytes:
        return b"%s%d" % (cell[1], (int(cell[2]) + 37 * number) % 1000)

    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in source.namelist():
            blob = source.read(name)
            for before, after in names:
                blob = blob.replace(before.encode(), after.encode())
            made.writestr(name, _FIGURE.sub(figure, blob))
    return target.getvalue()


def _paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def _with_body(docx: bytes, change: Callable[[str], str]) -> bytes:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in source.namelist():
            blob = source.read(name)
            if name == "word/document.xml":
                blob = change(blob.decode()).encode()
            made.writestr(name, blob)
    return target.getvalue()
