"""The templates that a designer names on the command line, and sample data to go with them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.bo_mau import no_such_set
from generator.files import BO_MAU, DATA, TEMPLATES, Folder, read_bytes
from generator.lint import house_of
from generator.pipeline import Source, Workshop
from generator.problem import Stopped, Where

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.bo_mau import BoMau
    from generator.lint import House
    from generator.problem import Problem

_MAX_SAMPLES = 20


class Designs:
    """The template sets of a project."""

    def __init__(self, root: Path) -> None:
        """Look at the project in `root`."""
        self.folder = Folder(root)
        self.workshop = Workshop(self.folder)
        self._houses: dict[str, House] = {}

    def set_of(self, path: str) -> BoMau | None:
        """Return the template set that is called so, or that a file or folder belongs to.

        Raises Stopped (HT-051) for a name that is neither a set's nor a file's.
        """
        names = self.folder.template_set_names
        if path in names:
            return self.workshop.bo_mau(path)
        if not Path(path).suffix and not Path(path).is_file():
            if Path(path, BO_MAU).is_file():
                return self._owner(path)
            raise Stopped([no_such_set(path, names, Where(file=TEMPLATES))])
        return self._owner(path)

    def _owner(self, path: str) -> BoMau | None:
        names = self.folder.template_set_names
        full = Path(path).resolve()
        owner = full if full.is_dir() else full.parent
        sets = (self.folder.root / TEMPLATES).resolve()
        if owner.parent != sets or owner.name not in names:
            return None
        found = self.workshop.bo_mau(owner.name)
        return found if full.is_dir() or full.name in {found.mau, found.de_cuong} else None

    def house(self, bo_mau: BoMau | None) -> House:
        """Return what the templates of a set may use."""
        key = bo_mau.ten if bo_mau else ""
        if key not in self._houses:
            samples = list(self.samples(bo_mau)) if bo_mau else []
            self._houses[key] = house_of(self.folder, bo_mau, samples)
        return self._houses[key]

    def samples(self, bo_mau: BoMau | None) -> Iterator[Mapping[str, Any]]:
        """Give the contexts of reports of a set (or any), latest first; those with errors not.

        The last one is that of the set's own sample, `vi-du.yaml`, if it has one.
        """
        name = re.escape(bo_mau.ten) if bo_mau else r"[\w-]+"
        of_set = re.compile(rf"^bo_mau:\s*[\"']?{name}[\"']?\s*(?:#|$)".encode(), re.MULTILINE)
        files = sorted((self.folder.root / DATA).glob("*/*.yaml"), reverse=True)
        found = 0
        for path in files:
            blob = read_bytes(path, self.folder.display(path))
            if found < _MAX_SAMPLES and of_set.search(blob):
                try:
                    yield self.workshop.context(Source(blob=blob, name=self.folder.display(path)))
                    found += 1
                except Stopped:
                    continue
        if not self.faults_of_sample(bo_mau):
            yield from self._own(bo_mau)

    def faults_of_sample(self, bo_mau: BoMau | None) -> tuple[Problem, ...]:
        """Return what keeps the sample of a set, `vi-du.yaml`, from being used."""
        try:
            list(self._own(bo_mau))
        except Stopped as stopped:
            return stopped.problems
        return ()

    def _own(self, bo_mau: BoMau | None) -> Iterator[Mapping[str, Any]]:
        """Give the context of the set's own sample. Raises Stopped with its faults."""
        example = self.folder.sample_of(bo_mau.ten) if bo_mau else None
        if example:
            yield self.workshop.context(Source(blob=example[0], name=example[1]))
