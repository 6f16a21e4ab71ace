"""What pyproject.toml cannot say: the wheel carries templates and sample data from the top folder.

`baocao init` lays them down (`generator/files/starter.py` reads them). An editable install needs no
copies: there the folders themselves are at hand.
"""

from __future__ import annotations

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent
STARTER = Path("generator") / "starter"


class WithStarter(build_py):
    """Builds the package and copies the files that `files.txt` names to the folder of the list."""

    def run(self) -> None:
        """Build, then copy."""
        super().run()
        if self.editable_mode:
            return
        for glob in (ROOT / STARTER / "files.txt").read_text(encoding="utf-8").split():
            for path in sorted(ROOT.glob(glob)):
                if path.is_file() and not path.name.startswith((".", "~")):
                    target = Path(self.build_lib) / STARTER / path.relative_to(ROOT)
                    self.mkpath(str(target.parent))
                    self.copy_file(str(path), str(target))


setup(cmdclass={"build_py": WithStarter})
