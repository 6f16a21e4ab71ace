"""`make guide`: draws the pictures of the designers' guide from its example templates.

    python -m tests.guide.draw

Needs LibreOffice and pdftoppm. Writes `templates/hinh/<name>-mau.png` (the Word page),
`<name>-bao-cao.png` (what is printed) and `hinh.txt`: which texts the pictures show, as digests, so
that a test notices when a template has changed and its pictures have not.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

from generator import files
from generator.batch.office import find_office
from tests.guide.examples import EXAMPLES, TEMPLATES, lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.guide.examples import Example

PICTURES = TEMPLATES / "hinh"
_DOTS_PER_INCH = 110
_MARGIN = 14
_LONGEST_GAP = 60  # rows of blank paper, between text and footnote for instance
_GREYS = 16


def pages(example: Example) -> Mapping[str, bytes]:
    """Return the Word files of both pictures of an example, by name."""
    report, _ = example.report()
    return {f"{example.name}-mau": example.template(), f"{example.name}-bao-cao": report}


def digests(examples: Sequence[Example]) -> str:
    """Return a line for every picture: its name and the digest of the text that it shows."""
    found = [
        f"{name} {hashlib.sha256(chr(10).join(lines(blob)).encode()).hexdigest()}\n"
        for example in examples
        for name, blob in pages(example).items()
    ]
    return "".join(found)


def draw(examples: Sequence[Example], folder: Path) -> None:
    """Write the pictures of `examples` into `folder`."""
    office = find_office()
    with tempfile.TemporaryDirectory() as work:
        place = Path(work)
        documents = []
        for example in examples:
            for name, blob in pages(example).items():
                documents.append(place / f"{name}.docx")
                documents[-1].write_bytes(blob)
        profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
        convert = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", work]
        subprocess.run([*convert, *map(str, documents)], check=True, capture_output=True)
        for document in documents:
            pdf = document.with_suffix(".pdf")
            to_png = ["pdftoppm", "-r", str(_DOTS_PER_INCH), "-gray", "-singlefile", "-png"]
            subprocess.run([*to_png, str(pdf), str(pdf.with_suffix(""))], check=True)
            with Image.open(pdf.with_suffix(".png")) as page:
                picture = cropped(page.convert("L"))
            picture.quantize(_GREYS).save(folder / f"{document.stem}.png", optimize=True)


def cropped(page: Image.Image) -> Image.Image:
    """Return what is written on a page, framed; long blank stretches are shortened."""
    ink = ImageOps.invert(page)
    box = ink.getbbox()
    if box is None:
        message = "an empty page"
        raise ValueError(message)
    left, top, right, bottom = box
    kept: list[int] = []
    for blank, rows in groupby(range(top, bottom), lambda y: not _has_ink(ink, y)):
        run = list(rows)
        kept += run[:_LONGEST_GAP] if blank else run
    text = Image.new("L", (right - left, len(kept)), 255)
    for target, row in enumerate(kept):
        text.paste(page.crop((left, row, right, row + 1)), (0, target))
    return ImageOps.expand(ImageOps.expand(text, _MARGIN, 255), 1, 160)


def _has_ink(ink: Image.Image, row: int) -> bool:
    return ink.crop((0, row, ink.width, row + 1)).getbbox() is not None


def main() -> None:
    """Draw all pictures anew."""
    PICTURES.mkdir(exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    draw(EXAMPLES, PICTURES)
    files.write_atomic(PICTURES / "hinh.txt", digests(EXAMPLES).encode())
    size = sum(path.stat().st_size for path in PICTURES.iterdir())
    sys.stderr.write(f"{PICTURES}: {size / 1024:.0f} KB\n")


if __name__ == "__main__":
    main()
