"""What a preview shows of one case at a moment, and what is previewed."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  # msgspec reads annotations
from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.preview.places import Finder
from generator.problem import Problem, Where  # noqa: TC001  # msgspec reads annotations

if TYPE_CHECKING:
    from pathlib import Path

    from generator.files import Folder
    from generator.preview.pages import Pages


class Job(Struct, frozen=True, kw_only=True):
    """What is previewed: the project, the template set, its data file (None: made up)."""

    folder: Folder
    bo_mau: str
    data: Path | None = None


class Shown(Struct, frozen=True, kw_only=True):
    """One case as it is shown.

    `version` counts changes of files, `serial` changes of what is shown. `busy` tells that pages
    are being made, `stale` that the pages are of an earlier document than the problems. `problems`
    come with the page (from 1) each is on, None for the document as a whole. `pages` and `files`
    hold names under which the server hands out `Studio.file`; `finder` finds pages.
    """

    version: int = -1
    serial: int = 0
    busy: bool = True
    stale: bool = False
    problems: tuple[tuple[Problem, int | None], ...] = ()
    blob: bytes | None = None
    texts: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    files: Mapping[str, bytes] = {}
    finder: Finder = Finder({}, {})

    def page_at(self, where: Where) -> int | None:
        """Return the page (from 1) that a place of the templates is on, as far as can be told."""
        return self.finder.page_at(where, self.texts)


def named(pages: Pages) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Return files by name, and the names in order; the same page has the same name."""
    kinds = (("png", pages.pictures), ("pdf", (pages.pdf,)), ("html", (pages.html,)))
    named = [
        (f"{sha256(blob).hexdigest()[:32]}.{end}", blob)
        for end, blobs in kinds
        for blob in blobs
        if blob
    ]
    return dict(named), tuple(name for name, _ in named)
