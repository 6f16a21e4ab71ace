"""Tests of locale names, and that one locale never shows through in another."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from generator.formats import formatter
from generator.formats.errors import UnknownLocaleError
from generator.period import Ky

LOCALES = ("vi", "en", "fr", "km", "lo", "zh", "bs", "agq")


@pytest.mark.parametrize("text", ["xx", "", "vi_XX", "../vi", "fr-", "en:US", "x" * 300, "tiếng"])
def test_an_unknown_locale_is_named(text: str) -> None:
    with pytest.raises(UnknownLocaleError) as caught:
        formatter(text)
    assert caught.value.message.vi == f"Không có ngôn ngữ “{text}”."
    assert caught.value.hint is not None


def test_the_nearest_locale_is_proposed() -> None:
    with pytest.raises(UnknownLocaleError) as caught:
        formatter("vi_NV")
    assert caught.value.hint is not None
    assert "“vi_VN”" in caught.value.hint.vi


def test_every_spelling_of_a_locale_has_one_formatter() -> None:
    assert formatter("vi-VN") is formatter(" vi_VN ")
    assert formatter("vi_VN").period_title(Ky.parse("2022-Q1")) == "Quý I/2022"
    assert formatter("EN") is formatter("en")


def _samples(locale: str) -> str:
    form = formatter(locale)
    quarter, half, month = (Ky.parse(text) for text in ("2022-Q1", "2022-6T", "2022-03"))
    day = date(2022, 3, 14)
    return repr(
        [
            *(form.period_title(ky) for ky in (quarter, half, month)),
            *(form.period_without_year(ky) for ky in (quarter, half, month)),
            form.long_date(day),
            form.short_date(day),
            form.month_year(day),
            form.percent(98),
            form.join(["a", "b", "c"]),
        ]
    )


def _printed_by(*locales: str) -> list[str]:
    """Return what each locale prints in one fresh process that meets them in this order."""
    script = (
        "import runpy, sys\n"
        "samples = runpy.run_path(sys.argv[1])['_samples']\n"
        "for name in sys.argv[2:]: print(ascii(samples(name)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, __file__, *locales],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def test_what_a_locale_prints_does_not_depend_on_those_before() -> None:
    alone = [line for name in LOCALES for line in _printed_by(name)]
    assert _printed_by(*LOCALES) == alone
    assert _printed_by(*reversed(LOCALES)) == alone[::-1]
    assert len(set(alone)) == len(LOCALES)


def test_importing_the_package_loads_neither_babel_nor_num2words() -> None:
    script = (
        "import sys, generator.formats, generator.formats.printed, generator.formats.errors\n"
        "print([m for m in sys.modules if m.partition('.')[0] in ('babel', 'num2words')])\n"
        "generator.formats.formatter('vi').number_words(98)\n"
        "print([m for m in sys.modules if m == 'num2words'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["[]", "[]"]
