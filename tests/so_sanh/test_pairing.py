"""Partners of two sequences: by key, then by likeness, the order of both kept."""

from __future__ import annotations

from generator.so_sanh.pairing import pair


def _alike(old: str, new: str) -> float:
    return 1.0 if old[0].lower() == new[0].lower() else 0.0


def _pairs(old: str, new: str) -> list[str]:
    found = pair(list(old), list(new), lambda letter: letter, _alike)
    return [f"{one or '-'}{other or '-'}" for one, other in found]


def test_equal_keys_are_partners() -> None:
    assert _pairs("abc", "abc") == ["aa", "bb", "cc"]
    assert _pairs("abc", "ac") == ["aa", "b-", "cc"]


def test_between_equal_keys_the_most_alike_are_partners() -> None:
    assert _pairs("xabz", "xBz") == ["xx", "a-", "bB", "zz"]
    assert _pairs("xabz", "xcABz") == ["xx", "-c", "aA", "bB", "zz"]


def test_what_is_alike_in_another_order_is_no_partner() -> None:
    assert _pairs("ab", "BA") in (["a-", "bB", "-A"], ["-B", "aA", "b-"])


def test_stretches_without_anything_in_common_stay_apart() -> None:
    assert _pairs("ab", "cd") == ["a-", "b-", "-c", "-d"]
    assert _pairs("", "cd") == ["-c", "-d"]


def test_very_long_stretches_are_not_weighed_pair_by_pair() -> None:
    calls: list[tuple[int, int]] = []

    def like(old: int, new: int) -> float:
        calls.append((old, new))
        return 0.0

    numbers = list(range(1001)), list(range(2000, 3001))
    found = pair(*numbers, lambda number: number, like)

    assert sum(1 for _ in found) == 2002
    assert calls == []
