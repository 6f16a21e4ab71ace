"""The faults of a template, all at once, with nothing rendered.

`lint_docx` looks at one Word file, `lint_set` at a template set: its Word file with the shared
pieces in it, and its outline. Stages of the compiler that would stop at the first kind of fault are
gone through to the end; what no compiler sees (names, types, fonts, left-overs) is looked at too.
"""

from __future__ import annotations

from generator.lint.docx import House, Linted, lint_docx
from generator.lint.outline import lint_outline
from generator.lint.sets import house_of, lint_set

__all__ = ["House", "Linted", "house_of", "lint_docx", "lint_outline", "lint_set"]
