"""Where names come from in a data file: each source is a declared name and a key that is read."""

from __future__ import annotations

from generator import readers
from generator.names.declared import RECORDS, TOP
from generator.names.sources import FROM_DATA, FROM_EARLIER, NEVER_EMPTY
from generator.names.types import Sort
from generator.suggest import KEYS
from tests.preview.project import DATA


def test_sources_are_declared_names() -> None:
    assert FROM_DATA.keys() <= TOP.keys()
    assert sorted(FROM_EARLIER) == ["cung_ky", "nam_nay", "nam_truoc", "truoc"]


def test_their_keys_are_those_of_data_files() -> None:
    in_a_file = set(readers.read(DATA.encode(), "a.yaml").keys)

    assert set(FROM_DATA.values()) - in_a_file == {"bieu_mau", "van_ban", "so_lieu_minh_hoa"}


def test_lists_that_are_never_empty_are_lists() -> None:
    for root, *inside in NEVER_EMPTY:
        kind = TOP[root].type
        for name in inside:
            inner = kind.item if name == "[]" else RECORDS[kind.record].names[name].type
            assert inner is not None
            kind = inner
        assert kind.sort is Sort.LIST


def test_keys_that_templates_call_otherwise_are_hinted_at_by_their_names() -> None:
    named = {name: key for key, name in KEYS.items()}
    differing = {name: key for name, key in FROM_DATA.items() if key not in TOP}

    assert differing.items() <= named.items()
    assert named.keys() <= TOP.keys()
