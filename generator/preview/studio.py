"""What a preview shows at the moment, and the one worker that keeps it up to date.

Pages of the last document stay until those of the next one are ready; problems are told at once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from contextlib import contextmanager
from threading import Condition, Thread
from time import monotonic
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from generator.batch.loi import unexpected
from generator.preview.branches import EXTRA, Explored, explore
from generator.preview.making import Draft, Making
from generator.preview.pages import Printer
from generator.preview.places import Finder
from generator.preview.shown import Job, Shown, named
from generator.preview.values import Case
from generator.preview.watch import fingerprint
from generator.problem import Stopped

if TYPE_CHECKING:
    from collections.abc import Iterator

LOOK_EVERY: Final = 0.5  # seconds between two looks at the files


class Studio:
    """Keeps the cases that somebody looks at up to date."""

    def __init__(self, job: Job, *, watching: bool = True) -> None:
        """Prepare; nothing is made before `start` and before a case is looked at."""
        self.job, self._watching = job, watching
        self._changed = Condition()
        self._shown: defaultdict[str, Shown] = defaultdict(Shown)
        self._viewers: Counter[str] = Counter()
        self._version, self._seen = 0, fingerprint(job.folder.root, job.data)
        self._unsettled, self._looked = False, monotonic()
        self._making: tuple[int, Making] | None = None
        self._explored: tuple[int, Explored] = (-1, Explored())
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
    def cases(self) -> tuple[str, ...]:
        """What can be looked at: real data where there are some, samples, further samples."""
        return *self._plain, *self.explored.cases

    @property
    def explored(self) -> Explored:
        """What is known of the branches, perhaps from before the last change."""
        return self._explored[1]

    @property
    def exploring(self) -> bool:
        """Whether the branches of the templates as they are now are still to be looked for."""
        return self._explored[0] != self._version

    @property
    def _plain(self) -> tuple[Case, ...]:
        return tuple(case for case in Case if self.job.data or case is not Case.REAL)

    def file(self, name: str) -> bytes | None:
        """Return a picture, PDF or page of something that is shown, by its name."""
        with self._changed:
            return next(
                (one.files[name] for one in self._shown.values() if name in one.files), None
            )

    @contextmanager
    def viewer(self, case: str) -> Iterator[None]:
        """Keep `case` up to date as long as the context lasts."""
        with self._changed:
            self._viewers[case] += 1
            self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                self._viewers[case] -= 1

    def after(self, case: str, serial: int, timeout: float) -> Shown | None:
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
            elif self.exploring and self._viewers.total() and not self._given_up():
                self._explore()

    def _has_work(self) -> bool:
        return self._ending or self._waiting() is not None

    def _waiting(self) -> str | None:
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

    def _wanted_elsewhere(self) -> bool:
        return self._given_up() or self._waiting() is not None

    def _renew_or_tell(self, case: str) -> None:
        version = self._version
        try:
            self._renew(case)
        except Exception as error:  # the last net: the worker goes on with the next change
            problems = ((unexpected(error, self.job.bo_mau), None),)
            before = self._shown[case]
            done = replace(before, version=version, busy=False, stale=True, problems=problems)
            self._show(case, done)

    def _renew(self, case: str) -> None:
        version, before = self._version, self._shown[case]
        draft, finder = self._draft(case, version)
        known = finder.placed(draft.problems, before.texts)
        if draft.blob is None or (draft.blob == before.blob and before.pages):
            stale = draft.blob is None and bool(before.pages)
            done = replace(before, version=version, busy=False, stale=stale, problems=known)
            self._show(case, done)
            return
        self._show(case, replace(before, busy=True, stale=bool(before.pages), problems=known))
        pages = self._printer.print(draft.blob)
        if pages is None:
            return
        files, names = named(pages)
        problems = (*((pages.problem,) if pages.problem else ()), *draft.problems)
        self._show(
            case,
            Shown(
                version=version,
                busy=False,
                problems=finder.placed(problems, pages.texts),
                blob=None if pages.problem else draft.blob,  # what failed is tried again
                texts=pages.texts,
                pages=names,
                files=files,
                finder=finder,
            ),
        )

    def _draft(self, case: str, version: int) -> tuple[Draft, Finder]:
        try:
            making = self._made_for(version)
            draft = making.make(*self.explored.data_of(case))
            return draft, Finder(making.files, making.labels)
        except Stopped as stopped:
            return Draft(blob=None, problems=stopped.problems), Finder({}, {})

    def _made_for(self, version: int) -> Making:
        if self._making is None or self._making[0] != version:
            self._making = version, Making(self.job.folder, self.job.bo_mau, self.job.data)
        return self._making[1]

    def _explore(self) -> None:
        """Find further samples for the branches that no sample shows; then tell every viewer."""
        version = self._version
        try:
            found = explore(self._made_for(version), self._plain, self._wanted_elsewhere)
        except Exception:  # the problems of the case that is looked at say what it is
            found = Explored()
        with self._changed:
            if self._wanted_elsewhere():
                return  # another time
            before = self.explored
            if not found.known:  # the samples stay while a template is being mended
                found = replace(before, known=False, unseen=())
            self._explored = version, found
            for case, shown in self._shown.items():
                anew = case.startswith(EXTRA) and found.extra != before.extra
                self._shown[case] = replace(
                    shown, serial=shown.serial + 1, version=-1 if anew else shown.version
                )
            self._changed.notify_all()

    def _show(self, case: str, shown: Shown) -> None:
        with self._changed:
            self._shown[case] = replace(shown, serial=self._shown[case].serial + 1)
            self._changed.notify_all()
