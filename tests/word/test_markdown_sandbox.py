"""Names of data are looked up quickly, with what Jinja's sandbox would find at length."""

from __future__ import annotations

import pytest
from jinja2.runtime import Undefined
from jinja2.sandbox import SandboxedEnvironment
from msgspec import Struct

from generator.word.markdown_notes import Missing
from generator.word.markdown_sandbox import NarrativeEnvironment


class Unit(Struct, frozen=True):
    ten: str
    _an: str = "ẩn"

    @property
    def hoa(self) -> str:
        return self.ten.upper()

    def day_du(self) -> str:
        return f"UBND {self.ten}"


VALUES = (
    Unit("sở"),
    {"ten": "sở", "items": 1, "__class__": 2, "_an": 3, "hoa": None},
    "sở",
    ["sở"],
    len,
    Missing(name="x"),
)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
@pytest.mark.parametrize(
    "name",
    ["ten", "hoa", "day_du", "khac", "_an", "__class__", "__init__", "items", "zfill", "pop"],
)
def test_a_name_gives_what_the_sandbox_gives(value: object, name: str) -> None:
    environment = NarrativeEnvironment(filters={}, names={})

    found = environment.getattr(value, name)
    wanted = SandboxedEnvironment.getattr(environment, value, name)

    assert type(found) is type(wanted)
    assert isinstance(found, Undefined) or found == wanted
