"""What is read without the YAML library is what the library would have given, place for place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problem import Problem, Where
from generator.raw import RawList, RawMap, RawScalar
from generator.readers.yaml_plain import read_plain
from generator.readers.yaml_tree import build_tree

ROOT = Path(__file__).parent.parent.parent
FILES = sorted(path for folder in ("data", "templates") for path in ROOT.glob(f"{folder}/*/*.yaml"))
DOCUMENT = """\
# đầu tệp
ky: 2022-Q1   # kỳ
"4.1": {gia_tri: 12, "ghi_chu": Trang CCHC, con: [1, [], {}]}
nguoi_ky:
  ten:
  chuc_vu: 'Phó Giám đốc'
luu: [VT, "TH, KT" , -5]  # nơi lưu
noi_nhan:
- UBND tỉnh #1
- ten: Sở
  muc:

  # giữa chừng
  - x: 98,06%
    y: a:b#c
  - 2021-12-28
trich_yeu: >-   # hai dòng
  việc ban hành: kế hoạch
  # không phải chú thích

nhan: |-
    một
    "hai"
"""
OTHERWISE = {
    "a text that goes on below": "a: một\n  hai",
    "a text in quotes that goes on below": 'a: "một\n  hai"',
    "an escape": 'a: "\\u0041"',
    "a quote in quotes": "a: 'it''s'",
    "something after a quote": 'a: "b" c',
    "a comment without a blank": 'a: "b"#c',
    "a line end kept": "a: |\n  b\n",
    "lines of a text apart": "a: >-\n  b\n\n  c",
    "lines of a text deeper": "a: |-\n  b\n   c",
    "a blank at a line's end": "a: >-\n  b \n  c",
    "no text announced": "a: >-\nb: c",
    "a mark": "a: &b c",
    "an alias": "a: *b",
    "a tag": "a: !!str 5",
    "a question mark": "? a\n: b",
    "a document's beginning": "---\na: b",
    "a document's end": "a: b\n...",
    "a directive": "%YAML 1.2\n---\na: b",
    "a tab": "a:\tb",
    "a line end of Unicode": "a: b\u2028c",
    "a name of several words": "một hai: ba",
    "a name twice": "a: 1\na: 2",
    "a name twice in brackets": "a: {b: 1, b: 2}",
    "a colon in a value": "a: b: c",
    "a colon at the end of a value": "a: b:",
    "a line deeper than it may be": "a:\n  b: 1\n   c: 2",
    "a line between two depths": "a:\n    b: 1\n  c: 2",
    "an entry of a list among names": "a: 1\n- b",
    "a name among entries of a list": "a:\n  - b\n  c: 1",
    "lists in a list": "a:\n  - - b",
    "an empty entry": "a:\n  -\n  - b",
    "brackets over two lines": "a: [b,\n  c]",
    "brackets that do not fit": "a: [b}",
    "brackets never closed": "a: [b",
    "something after brackets": "a: [b] c",
    "a comma too many": "a: [b,, c]",
    "a pair in a list": "a: [b: c]",
    "a value left out": "a: {b: , c: 1}",
    "a list as a whole": "- a\n- b",
    "one value as a whole": "a",
    "nothing": "# trống\n",
}


def _parsed(text: str) -> tuple[object, list[Problem]]:
    problems: list[Problem] = []
    return build_tree(text, "a.yaml", problems), problems


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_files_of_the_project_read_the_same_either_way(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    plain = read_plain(text, "a.yaml")
    assert plain is None or (plain, []) == _parsed(text)


def test_nearly_all_files_of_the_project_are_plain() -> None:
    left = [path for path in FILES if read_plain(path.read_text(encoding="utf-8"), "a") is None]
    assert len(left) * 10 < len(FILES)


def test_every_plain_way_of_writing_is_read_as_the_library_reads_it() -> None:
    plain = read_plain(DOCUMENT, "a.yaml")
    assert plain is not None
    assert (plain, []) == _parsed(DOCUMENT)
    assert plain.get("trich_yeu") == RawScalar(
        where=Where(file="a.yaml", line=17, column=12),
        text="việc ban hành: kế hoạch # không phải chú thích",
        value="việc ban hành: kế hoạch # không phải chú thích",
        quoted=True,
    )
    signer = plain.get("nguoi_ky")
    assert isinstance(signer, RawMap)
    assert signer.get("ten") == RawScalar(
        where=Where(file="a.yaml", line=5, column=7), text="", value=None
    )


@pytest.mark.parametrize("way", OTHERWISE)
def test_what_is_written_otherwise_is_left_to_the_library(way: str) -> None:
    assert read_plain(OTHERWISE[way], "a.yaml") is None


def test_brackets_without_end_are_left_to_the_library() -> None:
    assert read_plain(f"a: {'[' * 5000}{']' * 5000}", "a.yaml") is None
    assert read_plain("\n".join(f"{' ' * n}a:" for n in range(3000)), "a.yaml") is None


_LINES = sorted({line for path in FILES for line in path.read_text(encoding="utf-8").split("\n")})
_BITS = [*" \n#\"'[]{},:-?&*!|>%@`~\\", "  ", "\n  ", "- ", ": ", " # ", "\n- ", ">-", "|-", "a: b"]


@settings(max_examples=400)
@given(
    lines=st.lists(st.sampled_from(_LINES), min_size=1, max_size=6),
    slips=st.lists(
        st.tuples(st.integers(0), st.sampled_from(_BITS), st.integers(0, 2)), max_size=3
    ),
    outdented=st.booleans(),
)
def test_whatever_is_typed_is_read_the_same_or_left_to_the_library(
    lines: list[str], slips: list[tuple[int, str, int]], *, outdented: bool
) -> None:
    text = "\n".join(line.lstrip(" ") if outdented else line for line in lines)
    for where, bit, dropped in slips:
        at = where % (len(text) + 1)
        text = text[:at] + bit + text[at + dropped :]
    plain = read_plain(text, "a.yaml")
    assert plain is None or (plain, []) == _parsed(text)


_WORDS = st.text(st.sampled_from("aZđộ0189-.,:#%/()+ "), min_size=1, max_size=12)
_VALUES = st.recursive(
    _WORDS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(
            st.sampled_from(["a", "b2", '"4.1"', "c.d"]), inner, min_size=1, max_size=3
        )
    ),
    max_leaves=8,
)


def _written(value: object, depth: int = 0) -> str:
    """Return a value in block style, as it stands behind a name or a dash."""
    if isinstance(value, dict):
        entries = [f"{' ' * depth}{name}:{_written(one, depth + 2)}" for name, one in value.items()]
        return "\n" + "\n".join(entries)
    if isinstance(value, list):
        return "\n" + "\n".join(f"{' ' * depth}- {_words(one)}" for one in value)
    return f" {value}"


def _words(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_words(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_words, value)) + "]"
    return str(value)


@settings(max_examples=300)
@given(st.dictionaries(st.sampled_from(["ky", "so", '"1"']), _VALUES, min_size=1))
def test_any_nesting_is_read_the_same_or_left_to_the_library(values: dict[str, object]) -> None:
    text = _written(values)
    plain = read_plain(text, "a.yaml")
    assert plain is None or (plain, []) == _parsed(text)


def test_lists_and_mappings_in_brackets_know_their_places() -> None:
    plain = read_plain("\nluu: [VT, {a: [TH]}]", "a.yaml")
    assert plain is not None
    kept = plain.get("luu")
    assert isinstance(kept, RawList)
    assert kept.where == Where(file="a.yaml", line=2, column=6)
    assert [one.where.column for one in kept.items] == [7, 11]
