"""What all workbooks share is worked out once; what is long is never kept."""

from __future__ import annotations

from generator.readers.remembered import remembered


def test_only_short_arguments_are_remembered() -> None:
    asked: list[str] = []

    @remembered(most=2, longest=3)
    def upper(text: str) -> str:
        asked.append(text)
        return text.upper()

    said = [upper(text) for text in ("abc", "abc", "abcd", "abcd")]

    assert said == ["ABC", "ABC", "ABCD", "ABCD"]
    assert asked == ["abc", "abcd", "abcd"]


def test_the_oldest_results_make_room() -> None:
    asked: list[bytes] = []

    @remembered(most=1, longest=3)
    def size(data: bytes) -> int:
        asked.append(data)
        return len(data)

    assert [size(data) for data in (b"a", b"bb", b"a")] == [1, 2, 1]
    assert asked == [b"a", b"bb", b"a"]
