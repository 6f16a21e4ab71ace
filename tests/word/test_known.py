"""What is known of texts that forms repeat: how they are written, wherever they stand."""

from __future__ import annotations

import pytest

from generator.word.known import Known, label_of
from generator.word.values import Footnote, Runs


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Người", b"Ng\xc6\xb0\xe1\xbb\x9di"),
        ("a < b & c > d", b"a &lt; b &amp; c &gt; d"),
        ("", b""),
        ('"a"', None),
        ("a\nb", None),
        ("a\x07", None),
    ],
)
def test_texts_are_known_as_they_are_written(text: str, written: bytes | None) -> None:
    known = Known()

    assert known[text] == known[text] == written
    assert list(known) == [text]


def test_no_more_than_so_many_short_texts_are_kept() -> None:
    known = Known()
    texts = [str(number) for number in range(3000)] + ["x" * 1000]

    assert [known[text] for text in texts] == [text.encode() for text in texts]
    assert len(known) == 2000
    assert "x" * 1000 not in known


@pytest.mark.parametrize("pieces", [("",), ("a\nb",), ("a", "b"), (Footnote("a"),), ("a\x07",), ()])
def test_only_a_text_alone_is_a_label(pieces: tuple[str | Footnote, ...]) -> None:
    assert label_of(Runs(("Số & tên",))) == (
        '<w:r><w:t xml:space="preserve">Số &amp; tên</w:t></w:r>'.encode()
    )
    assert label_of(Runs(pieces)) == b""
