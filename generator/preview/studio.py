"""What a preview shows at the moment, and the one worker that keeps it up to date.

Pages of the last document stay until those of the next one are ready; problems are told at once.
"""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from hashlib import sha256
from threading import Condition, Thread
from time import monotonic
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from generator.batch.loi import unexpected
from generator.preview.making import Draft, Making
from generator.preview.pages import Printer
from generator.preview.places import Finder
from generator.preview.sample import Case
from generator.preview.watch import fingerprint
from generator.problem import Problem, Stopped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.files import Folder
    from generator.preview.pages import Pages

LOOK_EVERY: Final = 0.5  # seconds between two looks at the files


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
    hold names under which the server hands out `Studio.file`.
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


class Studio:
    """Keeps the cases that somebody looks at up to date."""

    def __init__(self, job: Job, *, watching: bool = True) -> None:
        """Prepare; nothing is made before `start` and before a case is looked at."""
        self.job, self._watching = job, watching
        self._changed = Condition()
        self._shown: dict[Case, Shown] = dict.fromkeys(Case, Shown())
        self._viewers: Counter[Case] = Counter()
        self._version, self._seen = 0, fingerprint(job.folder.root, job.data)
        self._unsettled, self._looked = False, monotonic()
        self._making: tuple[int, Making] | None = None
        self._ending = False
        self._printer = Printer(self._given_up)
        self._worker = Thread(target=self._work, name="baocao-preview")

    def start(self) -> None:
        """Begin to work."""
        self._worker.start()

    def close(self) -> None:
        """Stop working; ends LibreOffice and every wait of a viewer."""
        with self._changed:
            self._ending = True
            self._changed.notify_all()
        if self._worker.is_alive():
            self._worker.join()
        self._printer.close()

    @property
    def ending(self) -> bool:
        """Whether the preview is over."""
        return self._ending

    @property
    def cases(self) -> tuple[Case, ...]:
        """What can be looked at: real data only where there are some."""
        return tuple(case for case in Case if self.job.data or case is not Case.REAL)

    def file(self, name: str) -> bytes | None:
        """Return a picture, PDF or page of something that is shown, by its name."""
        with self._changed:
            return next(
                (one.files[name] for one in self._shown.values() if name in one.files), None
            )

    @contextmanager
    def viewer(self, case: Case) -> Iterator[None]:
        """Keep `case` up to date as long as the context lasts."""
        with self._changed:
            self._viewers[case] += 1
            self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                self._viewers[case] -= 1

    def after(self, case: Case, serial: int, timeout: float) -> Shown | None:
        """Return what is shown once it is another than `serial`, None after `timeout` seconds."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._ending or self._shown[case].serial != serial, timeout
            )
            shown = self._shown[case]
            return shown if shown.serial != serial and not self._ending else None

    def _look(self) -> None:
        """Look whether files have changed since the last look.

        A change counts once two looks see the same: a program may still be writing.
        """
        now, self._looked = fingerprint(self.job.folder.root, self.job.data), monotonic()
        with self._changed:
            if now != self._seen:
                self._seen, self._unsettled = now, True
            elif self._unsettled:
                self._unsettled = False
                self._version += 1
                self._changed.notify_all()

    def look_again(self) -> None:
        """Look now, as when the page is loaded anew without watching."""
        if not self._watching:
            self._look()
            self._look()

    # --- the worker -------------------------------------------------------------------------------

    def _work(self) -> None:
        while not self._ending:
            if self._watching:
                self._look()
            with self._changed:
                self._changed.wait_for(self._has_work, LOOK_EVERY)
                case = self._waiting()
            if case:
                self._renew_or_tell(case)

    def _has_work(self) -> bool:
        return self._ending or self._waiting() is not None

    def _waiting(self) -> Case | None:
        """Return a case that is looked at and older than the files."""
        if self._ending or self._unsettled:
            return None
        return next(
            (
                case
                for case, viewers in self._viewers.items()
                if viewers and self._shown[case].version != self._version
            ),
            None,
        )

    def _given_up(self) -> bool:
        """Tell whether the pages being made are of no use any more."""
        if self._watching and monotonic() - self._looked >= LOOK_EVERY:
            self._look()
        return self._ending or self._unsettled

    def _renew_or_tell(self, case: Case) -> None:
        version = self._version
        try:
            self._renew(case)
        except Exception as error:  # the last net: the worker goes on with the next change
            problems = ((unexpected(error, self.job.bo_mau), None),)
            before = self._shown[case]
            done = replace(before, version=version, busy=False, stale=True, problems=problems)
            self._show(case, done)

    def _renew(self, case: Case) -> None:
        version, before = self._version, self._shown[case]
        draft, finder = self._draft(case, version)
        known = self._placed(draft.problems, before.texts, finder)
        if draft.blob is None or (draft.blob == before.blob and before.pages):
            stale = draft.blob is None and bool(before.pages)
            done = replace(before, version=version, busy=False, stale=stale, problems=known)
            self._show(case, done)
            return
        self._show(case, replace(before, busy=True, stale=bool(before.pages), problems=known))
        pages = self._printer.print(draft.blob)
        if pages is None:
            return
        files, names = _named(pages)
        problems = (*((pages.problem,) if pages.problem else ()), *draft.problems)
        self._show(
            case,
            Shown(
                version=version,
                busy=False,
                problems=self._placed(problems, pages.texts, finder),
                blob=None if pages.problem else draft.blob,  # what failed is tried again
                texts=pages.texts,
                pages=names,
                files=files,
            ),
        )

    def _draft(self, case: Case, version: int) -> tuple[Draft, Finder | None]:
        try:
            if self._making is None or self._making[0] != version:
                job = self.job
                self._making = version, Making(job.folder, job.bo_mau, job.data)
            making = self._making[1]
            draft = making.make(case)
        except Stopped as stopped:
            return Draft(blob=None, problems=stopped.problems), None
        try:
            return draft, Finder(making.files, making.labels)
        except Stopped:  # what is wrong with the files is among the problems already
            return draft, Finder({}, {})

    def _placed(
        self, problems: tuple[Problem, ...], texts: tuple[str, ...], finder: Finder | None
    ) -> tuple[tuple[Problem, int | None], ...]:
        if finder is None:
            return tuple((problem, None) for problem in problems)
        return tuple((problem, finder.page_of(problem, texts)) for problem in problems)

    def _show(self, case: Case, shown: Shown) -> None:
        with self._changed:
            self._shown[case] = replace(shown, serial=self._shown[case].serial + 1)
            self._changed.notify_all()


def _named(pages: Pages) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Return files by name, and the names in order; the same page has the same name."""
    kinds = (("png", pages.pictures), ("pdf", (pages.pdf,)), ("html", (pages.html,)))
    named = [
        (f"{sha256(blob).hexdigest()[:32]}.{end}", blob)
        for end, blobs in kinds
        for blob in blobs
        if blob
    ]
    return dict(named), tuple(name for name, _ in named)
