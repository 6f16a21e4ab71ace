"""What templates are given: receivers, places of filing."""

from __future__ import annotations

import pytest

from generator.context import NoiNhanIn, build_context
from generator.formats import formatter
from generator.problem import Stopped
from generator.word import compile_template
from generator.word.brace import Brace
from tests.read_back import all_text
from tests.validate.build import HEAD, replaced, report
from tests.word.build import docx

VI = formatter("vi")
GIVEN = "noi_nhan: [UBND tỉnh]\n"


def _names(*changes: tuple[str, str]) -> dict[str, object]:
    return build_context(report(replaced(*changes))[0], VI)


def test_a_single_receiver_prints_itself() -> None:
    receivers = _names()["noi_nhan"]
    assert receivers == (NoiNhanIn(dong=("UBND tỉnh",)),)
    assert isinstance(receivers, tuple)
    assert (str(receivers[0]), receivers[0].muc_dich) == ("UBND tỉnh", "")


def test_a_group_has_its_lines_its_purpose_and_a_brace_as_high() -> None:
    receivers = _names((GIVEN, "noi_nhan: [{nhom: [A, B, C], muc_dich: để báo cáo}]\n"))["noi_nhan"]
    assert isinstance(receivers, tuple)
    assert (receivers[0].dong, receivers[0].muc_dich) == (("A", "B", "C"), "để báo cáo")
    assert receivers[0].ngoac == Brace(lines=3)


def test_a_template_that_knows_no_groups_prints_them_line_by_line() -> None:
    names = _names((GIVEN, "noi_nhan: [{nhom: [A, B], muc_dich: để báo cáo}, C]\n"))
    template = compile_template(
        docx("{%p for n in noi_nhan %}\n- {{ n }};\n{%p endfor %}\n- Lưu: {{ luu | join(', ') }}."),
        name="a.docx",
    )
    assert all_text(template.render(names)).split("\n") == [
        "- A;", "- B (để báo cáo);", "- C;", "- Lưu: VT, TH.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "printed"),
    [("[VT, TH]", ("VT", "TH")), ("{noi: [VT, TH], so_ban: 5}", ("VT", "TH (05)"))],
)
def test_copies_stand_in_brackets_after_the_last_place(
    written: str, printed: tuple[str, ...]
) -> None:
    assert _names(("luu: [VT, TH]", f"luu: {written}"))["luu"] == printed


def test_names_of_other_periods_are_always_there() -> None:
    names = build_context(report(HEAD)[0], VI)
    assert {"truoc", "cung_ky", "nam_truoc", "nam_nay"} <= set(names)


def test_rows_of_forms_are_known_by_number_and_words_in_messages() -> None:
    loops = "{%p for b in bieu_mau %}\n{%p for d in b.dong %}\n{{ d.tenn }}\n{%p endfor %}"
    template = compile_template(docx(loops + "\n{%p endfor %}"), name="a.docx")

    with pytest.raises(Stopped) as caught:
        template.render(_names())

    assert caught.value.problems[0].where.item == "1 / 1: 1 Tổng số"
