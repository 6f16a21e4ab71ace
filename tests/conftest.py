"""Settings of every test: no test may depend on how fast the machine is."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("baocao", deadline=None)
settings.load_profile("baocao")
