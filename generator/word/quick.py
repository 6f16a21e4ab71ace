"""Names of the data, looked up quickly: for templates in Word and for texts."""

from __future__ import annotations

from typing import Any

from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec import Struct

from generator.word.codegen import DICT_NAMES


class QuickEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox that does not look up at length what any template may use."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return `obj.attribute`, quickly where it is a name of the data, as most are.

        Of our values a template may use what does not begin with `_`; a plain mapping answers to
        a name that it has and no method of it is called by. What Jinja looks up at length are
        functions, classes, texts and lists.
        """
        if type(obj) is dict:
            if attribute in obj and attribute not in DICT_NAMES:
                return obj[attribute]
        elif isinstance(obj, Struct) and attribute[:1] != "_":
            try:
                return getattr(obj, attribute)
            except AttributeError:  # Jinja says what to make of it
                pass
        return super().getattr(obj, attribute)
