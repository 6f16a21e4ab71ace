"""The reports of a whole province, from workbooks to Word files, beside docxtpl and openpyxl.

`python -m benchmarks.units PROJECT ours|ours-2|peer UNITS` makes that many reports and prints the
seconds they took, then the peak of memory in MB.
"""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
from docxtpl import DocxTemplate, RichText
from openpyxl import load_workbook

from benchmarks import province
from benchmarks.measure import EngineFailed
from generator.batch.plan import Plan, make_plan
from generator.batch.processes import alone, in_processes, prepare
from generator.batch.run import Batch, Order, Status
from generator.files import Folder
from generator.readers.xlsx_layout import form_sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.bieu_mau import BieuMau, BoBieuMau

ROOT = Path(__file__).parent.parent
UNITS = 700
FEW = 100
PEER_UNITS = 35  # the peer's time is the same for each unit


@dataclass(slots=True)
class Province:
    """The made-up province in `folder`, and the peaks of memory (MB) of what was measured."""

    folder: Path
    peaks: dict[str, float] = field(default_factory=dict)

    def measures(self) -> dict[str, Callable[[], float]]:
        """Return what to time: seconds for one unit."""
        province.make_project(self.folder, UNITS)
        (self.folder / "peer.docx").write_bytes(province.docxtpl_template(self.folder))
        runs = (("ours", UNITS), ("ours-2", UNITS), ("ours", FEW), ("peer", PEER_UNITS))
        found: dict[str, Callable[[], float]] = {
            f"{engine} {units}": partial(self._run, engine, units) for engine, units in runs
        }
        self._run("peer", 1)
        self._check()
        return found

    def _run(self, engine: str, units: int) -> float:
        command = [sys.executable, "-m", "benchmarks.units", str(self.folder), engine, str(units)]
        done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
        if done.returncode:
            raise EngineFailed(engine, done.stderr)
        seconds, peak = done.stdout.split()
        self.peaks[f"{engine} {units}"] = float(peak)
        return float(seconds) / units

    def _check(self) -> None:
        """Make sure that ours prints all that the peer prints: it computes some figures besides."""
        self._run("ours", 1)
        name = f"{province.FIRST}.docx"
        made, due = (printed(self.folder / place / name) for place in ("out", "peer"))
        rest = iter(made)
        lacking = next((text for text in due if text not in rest), None)
        if lacking is not None or len(due) < province.PARAGRAPHS * len(province.SECTIONS):
            raise EngineFailed("units", f"{lacking!r} is not in our document")


def printed(path: Path) -> list[str]:
    """Return the paragraphs of the text, and the figures of the forms, in the order of print."""
    document = docx.Document(str(path))
    texts = [p.text for p in document.paragraphs if p.text.startswith(province.BEGINNINGS)]
    rows = (row.cells for table in document.tables for row in table.rows if len(row.cells) == 5)
    return texts + [cells[3].text for cells in rows if cells[3].text.isdecimal()]


def ours(folder: Path, units: int, jobs: int) -> float:
    """Make the reports as `baocao batch --force` does; return the seconds."""
    data = folder / "data" / province.KY
    setting, _ = prepare(folder, data, "vi")
    found = make_plan(data, Folder(folder))
    plan = Plan(tasks=found.tasks[:units])
    batch = Batch(Order(out=folder / "out", setting=setting, force=True))
    crew = partial(alone, setting) if jobs == 1 else partial(in_processes, setting, jobs=jobs)
    start = time.perf_counter()
    made = sum(outcome.status is Status.DONE for outcome in batch.run(plan, crew))
    seconds = time.perf_counter() - start
    assert made == units
    return seconds


def peer(folder: Path, units: int) -> float:
    """Make the same reports with openpyxl and docxtpl, form set and names read beforehand."""
    forms = province.form_set(folder)
    out = folder / "peer"
    out.mkdir(exist_ok=True)
    paths = sorted((folder / "data" / province.KY).glob("*.xlsx"))[:units]
    start = time.perf_counter()
    for path in paths:
        template = DocxTemplate(folder / "peer.docx")
        template.render(_context(path, forms), autoescape=True)
        template.save(out / f"{path.stem}.docx")
    return time.perf_counter() - start


def _context(path: Path, forms: BoBieuMau) -> dict[str, Any]:
    book = load_workbook(path, data_only=True)
    cover = {row[0]: row[1] for row in book["Bìa"].iter_rows(max_col=2, values_only=True)}
    code = str(cover["Đơn vị"])
    figures: dict[str, str] = {}
    printed = [_form(book[form_sheet(form.so)], form, figures) for form in forms.bieu_mau]
    return {
        "ct": figures,
        "bieu_mau": printed,
        "ky": {"ten": "Quý I/2022", "nam": 2022, "sau": {"ten": "Quý II/2022"}},
        "don_vi": province.names_of(code),
        "so_ky_hieu": f"Số:        /BC-{province.names_of(code)['ky_hieu']}",
        "so_hieu": "       /BC",
        "ngay_thang": "ngày      tháng      năm 2022",
        "dia_danh_thoi_gian": "Đồng Nai, ngày      tháng      năm 2022",
        "kinh_gui": [],
        "ke_ngang": lambda *_: "",
        "noi_nhan": ["UBND tỉnh"],
        "luu": [cover["Lưu"]],
        "chu_ky": {"dong": ["GIÁM ĐỐC"], "ten": cover["Người ký"]},
        "minh_hoa": False,
        "rieng": province.OWN.format(code=code),
    }


def _form(sheet: Any, form: BieuMau, figures: dict[str, str]) -> dict[str, Any]:
    lines = list(sheet.iter_rows(values_only=True))
    head = next(line for line in lines if "Mã" in line)
    code, value = head.index("Mã"), head.index("Số liệu")
    values = {str(line[code]): line[value] for line in lines}
    rows = []
    for row in form.chi_tieu:
        figure = values.get(row.ma)
        text = "" if figure is None else f"{figure:02}"
        figures[row.khai_niem] = text
        rows.append(
            {
                "stt": row.stt,
                "chi_tieu": RichText(row.nhan),
                "don_vi_tinh": "\n".join(row.don_vi_tinh),
                "so_lieu": text,
                "ghi_chu": "",
                "loai": "de_muc" if row.is_heading else "thuong",
            }
        )
    return {"so": form.so, "ten": form.ten, "dong": rows}


def main() -> None:
    folder, engine, units = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    gc.collect()
    if engine == "peer":
        seconds = peer(folder, units)
    else:
        seconds = ours(folder, units, 2 if engine == "ours-2" else 1)
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    print(seconds, int(peak.split()[1]) / 1024)


if __name__ == "__main__":
    main()
