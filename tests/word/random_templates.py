"""Random whole documents: constructs of the dialect picked and combined by a seed."""

from __future__ import annotations

from random import Random

from tests.word.build import docx, text_box
from tests.word.oracle.constructs import CONTEXT, FRAMES, LEAVES

NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'
CHARACTERS = "aăâbcdđeêô 0123%&<>\"'{}[]|\n\tẫĐ…–’“”\u00a0\u0301\U0001f600"


def random_docx(seed: int) -> tuple[bytes, dict[str, object]]:
    """Return a template and the values for it."""
    random = Random(seed)
    body = f"{_text(random, random.randint(3, 12))}\nchú thích¦{NOTE}"
    template = docx(
        body,
        header=_text(random, random.randint(0, 2)) or "",
        footer=_text(random, random.randint(0, 2)) or "",
        footnotes=[_leaf(random)],
        properties={"dc:title": "{{ ten }}"},
    )
    words = {name: _value(random) for name in ("ten", "ky_tu", "giong_the", "nhieu_dong")}
    return template, {**CONTEXT, **words, "co": random.random() < 0.5}


def _text(random: Random, frames: int) -> str:
    return "\n".join(_framed(random) for _ in range(frames))


def _framed(random: Random) -> str:
    if random.random() < 0.1:
        return text_box(_leaf(random))
    return FRAMES[random.choice(list(FRAMES))].format(_leaf(random))


def _leaf(random: Random) -> str:
    return " ¦ ".join(random.choices(list(LEAVES.values()), k=random.randint(1, 3)))


def _value(random: Random) -> str:
    return "".join(random.choices(CHARACTERS, k=random.randint(0, 20)))
