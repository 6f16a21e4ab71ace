"""The parts of a document that its charts are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.word import opc
from generator.word.writer import Relationship

if TYPE_CHECKING:
    from collections.abc import Mapping

_CHART: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def add(changed: dict[str, bytes], charts: Mapping[str, tuple[bytes, bytes]]) -> dict[str, str]:
    """Add to `changed` each chart, its workbook and the link between; return content types."""
    types: dict[str, str] = {}
    for name, (xml, workbook) in charts.items():
        part, book = f"word/charts/{name}.xml", f"word/embeddings/{name}.xlsx"
        target = f"../embeddings/{name}.xlsx"
        link = Relationship(id="rId1", type=f"{opc.OFFICE}package", target=target)
        changed |= {part: xml, book: workbook, opc.rels_name(part): opc.write_relationships([link])}
        types |= {part: _CHART, book: _WORKBOOK}
    return types
