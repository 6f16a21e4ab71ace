"""Looks at a preview, inside the pretended Mac: what it shows, that it follows, that it ends.

Prints whether the page and its change were seen, and the exit code.
"""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

if TYPE_CHECKING:
    from http.client import HTTPResponse

PREVIEW = (sys.executable, "-m", "generator", "preview", "so")
OUTLINE = Path("templates", "so", "de-cuong.md")


def main() -> None:
    """Look."""
    with subprocess.Popen(PREVIEW, stderr=subprocess.PIPE) as running:
        assert running.stderr
        found = re.search(r"http://127\.0\.0\.1:\d+/\S+/", running.stderr.readline().decode())
        assert found
        url = found[0]
        with urlopen(url + "su-kien", timeout=120) as events:
            page = next_page(events)
            seen = urlopen(url + page, timeout=120).read().decode()
            outline = OUTLINE.read_bytes()
            OUTLINE.write_bytes(outline + "\nSửa trên máy Mac.\n".encode())
            changed = urlopen(url + next_page(events, page), timeout=120).read().decode()
        OUTLINE.write_bytes(outline)
        running.send_signal(signal.SIGINT)
    told = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in seen, "Sửa trên máy Mac." in changed
    sys.stdout.write(f"{told} {running.returncode}\n")


def next_page(events: HTTPResponse, before: str = "") -> str:
    """Return the page that is shown once it is another than `before`."""
    for line in events:
        told = json.loads(line.removeprefix(b"data: ")) if line.startswith(b"data: ") else {}
        if told and not told["dang_lam"] and told["trang"] != [before]:
            return str(told["trang"][0])
    raise EOFError


if __name__ == "__main__":
    main()
