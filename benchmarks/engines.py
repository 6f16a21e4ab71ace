"""The engines: where each one runs, how it is installed on demand, which dialect it reads."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
PEERS = HERE / ".peers"
NODE = HERE / "node"
NPM = ("npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error")


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """One engine. `venv` names an environment of its own, for those that share an import name."""

    name: str
    dialect: str = "jinja"
    venv: str = ""
    node: bool = False

    @property
    def python(self) -> str:
        return str(PEERS / self.venv / "bin" / "python") if self.venv else sys.executable

    def command(self, template: Path, data: str) -> list[str]:
        """Return the command of a worker that renders `template` with `data`."""
        if self.node:
            return ["node", str(NODE / "worker.mjs"), self.name, str(template), data]
        return [self.python, str(HERE / "worker.py"), self.name, str(template), data]

    def prepare(self) -> str:
        """Install what is missing; return why the engine cannot run here, or nothing."""
        if self.node:
            return _prepare_node()
        return _prepare_venv(self) if self.venv else ""

    def version(self) -> str:
        """Return the installed version as the package itself states it."""
        if self.node:
            manifest = NODE / "node_modules" / self.name / "package.json"
            return str(json.loads(manifest.read_text(encoding="utf-8"))["version"])
        package = "baocao" if self.name == "ours" else self.name
        ask = f"import importlib.metadata as m; print(m.version({package!r}))"
        return _run(self.python, "-c", ask).stdout.strip()


OURS = Engine(name="ours")
TO_FILE = Engine(name="ours-to-file")
FLOOR = Engine(name="floor")
SPIN = Engine(name="spin")
DOCXTPL = Engine(name="docxtpl")
CARBONE = Engine(name="carbone", dialect="carbone", node=True)
PEER_ENGINES = (
    DOCXTPL,
    Engine(name="rust-docxtpl", venv="rust-docxtpl"),
    Engine(name="docxtpl-ng", venv="docxtpl-ng"),
    Engine(name="docxtemplater", dialect="mustache", node=True),
    Engine(name="easy-template-x", dialect="mustache", node=True),
    Engine(name="docx-templates", dialect="command", node=True),
    CARBONE,
)


def _run(*command: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def _prepare_node() -> str:
    if shutil.which("node") is None or shutil.which("npm") is None:
        return "node is absent"
    if (NODE / "node_modules").is_dir():
        return ""
    done = _run(*NPM, cwd=NODE)
    return "" if done.returncode == 0 else f"npm install failed: {_last_line(done.stderr)}"


def _prepare_venv(engine: Engine) -> str:
    ready = PEERS / engine.venv / ".ready"
    if ready.exists():
        return ""
    made = _run(sys.executable, "-m", "venv", str(ready.parent))
    if made.returncode == 0:
        made = _run(engine.python, "-m", "pip", "install", "--quiet", engine.name)
    if made.returncode:
        return f"not installed: {_last_line(made.stderr)}"
    ready.touch()
    return ""


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["no reason given"])[-1]
