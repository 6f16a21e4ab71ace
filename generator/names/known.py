"""Which names a template may use: those declared, and those that forms and sample data bring."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator import readers
from generator.bieu_mau_reader import read_form_set
from generator.formats.printed import PrintedFigure
from generator.names.declared import ADDED, FUNCTIONS, RECORDS, TOP
from generator.names.types import (
    ANY,
    DATE,
    FIGURE,
    FLAG,
    NUMBER,
    TEXT,
    Name,
    Record,
    Type,
    group,
    list_of,
)
from generator.names.world import World, merged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.bo_mau import BoMau
    from generator.pipeline import Library


def world_of(
    concepts: Iterable[str] | None = None,
    samples: Iterable[Mapping[str, object]] = (),
    *,
    narrative: bool = True,
) -> World:
    """Return the names of templates.

    `concepts` are those of the forms; None: they are not known, any name may stand behind `ct.`.
    `samples` are contexts of reports; without any, the same goes for `sl.` and `vb.`. `narrative`:
    the template set has an outline.
    """
    found = list(samples)
    keys = None if concepts is None else dict.fromkeys(concepts, FIGURE)
    indicators = group(keys, FIGURE)
    names = {name: one.type for name, one in {**TOP, **ADDED, **FUNCTIONS}.items()}
    names |= {"ct": indicators}
    if found:
        names |= {"sl": _seen(found, "sl", ANY), "vb": _seen(found, "vb", TOP["vb"].type.item)}
    if not narrative:
        del names["noi_dung"]
    return World(names=names, records={**RECORDS, "so_lieu_ky": _of_periods(indicators)})


def _seen(samples: list[Mapping[str, object]], name: str, item: Type | None) -> Type:
    """Return the group of what stands under `name` in any sample."""
    typed = [type_of(sample[name]) for sample in samples]
    keys = dict(merged(typed).keys or {})
    if item is not ANY:
        keys = dict.fromkeys(keys, item or ANY)
    return group(keys, item or ANY, seen=True)


def _of_periods(indicators: Type) -> Record:
    record = RECORDS["so_lieu_ky"]
    ct = record.names["ct"]
    return replace(record, names={**record.names, "ct": Name(indicators, ct.meaning, ct.example)})


def type_of(value: object) -> Type:
    """Return the type of a value of a report."""
    if isinstance(value, PrintedFigure):
        return FIGURE if value.co else ANY  # left blank, it may be anything yet
    for kind, type_ in ((str, TEXT), (bool, FLAG), (date, DATE), ((int, Decimal), NUMBER)):
        if isinstance(value, kind):
            return type_
    if isinstance(value, Mapping):
        return group({str(key): type_of(one) for key, one in value.items()}, seen=True)
    if isinstance(value, tuple | list):
        return list_of(merged(type_of(one) for one in value))
    return ANY


def concepts_of(library: Library, bo_mau: BoMau | None) -> dict[str, str]:
    """Return the indicators of all forms that reports of a template set may have had.

    Labels by concept names. Without a template set, those of all forms there are.
    """
    found: dict[str, str] = {}
    for blob, name in library.form_sets():
        forms = read_form_set(readers.read(blob, name))
        if bo_mau is None or (forms.che_do == bo_mau.che_do and bo_mau.cap in forms.cap):
            rows = (row for form in forms.bieu_mau for row in form.chi_tieu)
            labels = ((row.khai_niem, row.nhan) for row in rows if not row.is_heading)
            found |= {name: label.replace("{don_vi}", "đơn vị") for name, label in labels}
    return found
