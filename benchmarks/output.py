"""The tables on the terminal and in README.md, and the chart."""

from __future__ import annotations

import math
import platform
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.questions import Table

HERE = Path(__file__).parent
START, END = "<!-- results -->\n", "<!-- end of results -->\n"
BAR_HEIGHT, LABEL_WIDTH, BARS_WIDTH, VALUE_WIDTH = 26, 130, 460, 90


def text(table: Table) -> str:
    """Return a table for the terminal, columns aligned."""
    lines = [table.head, *table.lines]
    widths = [max(len(line[i]) for line in lines if line[1]) for i in range(len(table.head))]
    body = "\n".join(
        "  ".join(
            cell.ljust(w) if i == 0 else cell.rjust(w)
            for i, (cell, w) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )
    return "\n".join((f"\n{table.title}", body, *table.claims))


def markdown(tables: Iterable[Table]) -> str:
    """Return all tables as the README has them."""
    pieces = []
    for table in tables:
        rows = [_row(table.head), _row(("---",) + ("--:",) * (len(table.head) - 1))]
        rows += [_row(line) for line in table.lines]
        claims = [f"- {claim}" for claim in table.claims]
        pieces.append("\n".join((f"### {table.title}", "", *rows, "", *claims)))
    return "\n\n".join(pieces) + "\n"


def write_readme(tables: Iterable[Table], rounds: int) -> None:
    """Put the results of this run between the two markers of README.md."""
    path = HERE / "README.md"
    before, _, rest = path.read_text(encoding="utf-8").partition(START)
    after = rest.partition(END)[2]
    python = f"Python {platform.python_version()}"
    machine = f"{platform.system()} {platform.machine()}, {python}, {_processor()}"
    told = f"Measured with `make bench`, {rounds} rounds, on {machine}.\n\n"
    path.write_text(f"{before}{START}{told}{markdown(tables)}{END}{after}", encoding="utf-8")


def write_chart(table: Table) -> None:
    """Draw the milliseconds of one report as bars on a logarithmic scale (shorter is better)."""
    bars = sorted(table.bars, key=lambda bar: bar[1])
    least = min(value for _, value in bars) / 2
    span = math.log(max(value for _, value in bars) / least)
    height = BAR_HEIGHT * len(bars) + 40
    width = LABEL_WIDTH + BARS_WIDTH + VALUE_WIDTH
    root = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
    pieces = [
        f'{root} font-family="sans-serif" font-size="13" fill="#222">',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        '<text x="8" y="20">Milliseconds per report, logarithmic scale: shorter is better</text>',
    ]
    for number, (name, value) in enumerate(bars):
        y = 32 + BAR_HEIGHT * number
        length = BARS_WIDTH * math.log(value / least) / span
        colour = {"ours": "#c0392b", "floor": "#999"}.get(name, "#34608f")
        pieces += [
            f'<text x="{LABEL_WIDTH - 8}" y="{y + 15}" text-anchor="end">{escape(name)}</text>',
            f'<rect x="{LABEL_WIDTH}" y="{y}" width="{length:.0f}" height="20" fill="{colour}"/>',
            f'<text x="{LABEL_WIDTH + length + 6:.0f}" y="{y + 15}">{value:.1f}</text>',
        ]
    (HERE / "chart.svg").write_text("\n".join((*pieces, "</svg>")) + "\n", encoding="utf-8")


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _processor() -> str:
    """Return the processor's name where the system tells it (Linux)."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{len(names)} × {names[0]}" if names else platform.processor()
