"""A new data file as YAML, with a comment in Vietnamese on everything that is to be filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.figure import Status
from generator.new.start import NOT_USED, FreeStart
from generator.written import figure_text, free_text, scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.bieu_mau import ChiTieu
    from generator.new.start import FreeTree, Start
    from generator.noi_nhan import NoiNhan
    from generator.van_ban import VanBan

_COLUMN = 34  # where comments begin, as far as the values before them are short
_RULE = 100

_INTRODUCTION = """\
#
# Điền giá trị sau dấu hai chấm (chừa một dấu cách), rồi chạy: baocao render <tệp này>
#   - Số đếm viết liền, không thêm số 0 phía trước, không chấm hàng nghìn: 4, 1655.
#   - Số thập phân viết dấu phẩy: 98,06. Tỷ lệ trong so_lieu viết kèm dấu %: 95,74%. Phân số: 14/21.
#   - Chưa có số liệu thì chưa ghi gì: ô in trống, chương trình nhắc. Cố ý để trống thì ghi trong;
#     ngoài ra có khong_phat_sinh (không phát sinh) và chua_bao_cao (chưa báo cáo).
#   - Số 0 nghĩa là có số liệu và bằng không.
#   - Chữ có dấu : # { } hoặc bắt đầu bằng dấu thì đặt trong ngoặc kép. Thụt đầu dòng bằng dấu cách.
"""


def as_yaml(start: Start) -> str:
    """Return the text of the new data file; `generator.readers` reads it back."""
    return "".join(f"{line}\n" if line else "\n" for line in _lines(start))


def _lines(start: Start) -> Iterator[str]:
    asked = start.asked
    yield f"# Dữ liệu báo cáo kỳ {asked.ky} của {asked.don_vi.day_du}."
    yield from _INTRODUCTION.splitlines()
    if start.truoc:
        yield f"#   - “Kỳ trước” là {start.truoc}; dòng có dấu (*) giữ giá trị của kỳ đó: xem lại."
    if start.minh_hoa:
        yield f"#   - Kỳ {start.minh_hoa} là số liệu minh họa: chỉ lấy tên số liệu và tên văn bản."
    yield ""
    yield from head_lines(start)
    yield from document_lines(start)
    yield from _free(start)
    if start.asked.bo_bieu_mau:
        yield from _forms(start)


def head_lines(start: Start) -> Iterator[str]:
    """Give the lines from the period down to the signer."""
    asked = start.asked
    yield _commented(f"ky: {asked.ky}", "kỳ báo cáo")
    yield _commented(f"don_vi: {asked.don_vi.ma}", "mã đơn vị trong data/danh-muc")
    yield _commented(f"bo_mau: {asked.bo_mau.ten}", asked.bo_mau.ten_day_du)
    if asked.bo_bieu_mau:
        yield _commented(f"bo_bieu_mau: {asked.bo_bieu_mau.ten}", asked.bo_bieu_mau.ten_day_du)
    yield from _head(start)
    yield from _signer(start)


def _section(title: str) -> tuple[str, str, str]:
    return "", f"# --- {title} ".ljust(_RULE, "-"), ""


def _commented(line: str, *remarks: str) -> str:
    remark = "; ".join(piece for piece in remarks if piece)
    return f"{line.ljust(_COLUMN - 1)} # {remark}" if remark else line


# --- number, day, receivers, signer ---------------------------------------------------------------


def _head(start: Start) -> Iterator[str]:
    year = start.asked.ky.ngay_cuoi.year
    yield from _section("Số, ngày, nơi nhận, người ký")
    yield _commented("so: trong", "văn thư cấp số sau khi ký")
    yield _commented(
        f"ngay: {{ngay: trong, thang: trong, nam: {year}}}",
        f"đã biết ngày thì viết: ngay: {start.asked.ky.den_ngay.isoformat()}",
    )
    yield ""
    if start.kinh_gui:
        yield _commented("kinh_gui:", "cơ quan nhận báo cáo")
        yield from (f"  - {scalar(one)}" for one in start.kinh_gui)
    else:
        superior = start.asked.cha.ten if start.asked.cha else "cơ quan nhận báo cáo"
        yield _commented(
            f"# kinh_gui: [{superior}]",
            "có thì bỏ dấu # và thêm `- Như trên` đầu danh sách dưới đây",
        )
    yield _commented("noi_nhan:", "mỗi nơi một dòng, không ghi dấu ; ở cuối")
    for entry in start.noi_nhan:
        yield from _receiver(entry)
    listed = ", ".join(_in_brackets(one) for one in start.luu)
    copies = f"{{noi: [{listed}], so_ban: {start.so_ban_luu}}}" if start.so_ban_luu else ""
    drafted_by = "chữ viết tắt của phòng soạn thảo"
    to_do = f"thay chữ trong bằng {drafted_by}" if Status.BLANK in start.luu else ""
    yield _commented(f"luu: {copies or f'[{listed}]'}", to_do or f"VT và {drafted_by}")


def _in_brackets(text: str) -> str:
    if text == Status.BLANK:
        return text
    return f'"{text}"' if "," in text else scalar(text)


def _receiver(entry: NoiNhan) -> Iterator[str]:
    if not entry.muc_dich:
        yield from (f"  - {scalar(line)}" for line in entry.dong)
        return
    yield "  - nhom:"
    yield from (f"      - {scalar(line)}" for line in entry.dong)
    yield f"    muc_dich: {scalar(entry.muc_dich)}"


def _signer(start: Start) -> Iterator[str]:
    signer = start.nguoi_ky
    yield ""
    yield "nguoi_ky:"
    yield _commented(
        f"  ten: {scalar(signer.ten) if signer.ten else 'trong'}", "họ và tên người ký"
    )
    yield _commented(f"  chuc_vu: {scalar(signer.chuc_vu)}")
    for key, mark in (("ky_thay", "KT."), ("thua_lenh", "TL."), ("thua_uy_quyen", "TUQ.")):
        title: str = getattr(signer, key)
        if title:
            yield _commented(f"  {key}: {scalar(title)}", f"in thành {mark} {title.upper()}")
    if not signer.ky_thay:
        head = scalar(start.asked.don_vi.chuc_danh)
        yield _commented(f"  # ky_thay: {head}", "cấp phó ký thay thì bỏ dấu #")
    yield from _behalf(start)
    if signer.quyen:
        yield _commented("  quyen: true", "in thành Q.")


def _behalf(start: Start) -> Iterator[str]:
    """Give the line on TM. where it is not the unit's own, which prints by itself."""
    signer, own = start.nguoi_ky, start.asked.don_vi.tap_the
    if signer.thay_mat and signer.thay_mat != own:
        yield _commented(f"  thay_mat: {scalar(signer.thay_mat)}", "in thành TM.")


# --- documents and free figures -------------------------------------------------------------------


def document_lines(start: Start) -> Iterator[str]:
    """Give the lines of the documents cited, an example where there are none."""
    yield from _section("Văn bản viện dẫn: lời văn gọi bằng {{ vb.<tên> }}")
    if not start.van_ban:
        yield "# van_ban:"
        yield "#   kh_cchc:                       # tên không dấu, tự đặt"
        yield "#     loai: Kế hoạch"
        yield "#     so: 05/KH-SNV"
        yield "#     ngay: 2022-01-17"
        yield "#     co_quan: Sở Nội vụ"
        yield "#     trich_yeu: cải cách hành chính năm 2022"
        return
    yield _commented("van_ban:", "của kỳ trước: bỏ văn bản không còn nhắc đến, thêm văn bản mới")
    for key, document in start.van_ban.items():
        yield f"  {key}:"
        yield from _document(document)


def _document(document: VanBan) -> Iterator[str]:
    yield f"    loai: {scalar(document.loai)}"
    if document.so:
        yield f"    so: {scalar(document.so)}"
    if document.ngay:
        yield f"    ngay: {document.ngay.isoformat()}"
    if document.co_quan:
        yield f"    co_quan: {scalar(document.co_quan)}"
    if document.trich_yeu:
        yield f"    trich_yeu: {scalar(document.trich_yeu)}"


def _free(start: Start) -> Iterator[str]:
    yield from _section("Số liệu của lời văn: gọi bằng {{ sl.<tên> }}")
    if not start.so_lieu:
        yield "# so_lieu:"
        yield "#   kiem_tra: {so_xa: 7}           # tên không dấu, tự đặt"
        return
    names = "của bộ mẫu; chữ là ví dụ (*)" if start.theo_vi_du else "của kỳ trước; chữ giữ lại (*)"
    yield _commented("so_lieu:", f"số và ngày để trống; các tên {names}")
    if start.dung_o:
        yield "  # Dòng chú thích trên một tên là câu in số liệu đó; […] là chỗ in."
    yield from _tree(start.so_lieu, "", _told_once(start.dung_o))


def _told_once(places: Mapping[str, str]) -> dict[str, str]:
    """Return the places that differ from all before, by name; every name that is nowhere used."""
    first_at: dict[str, str] = {}
    for name, place in places.items():
        first_at.setdefault(place, name)
    return {n: at for n, at in places.items() if at == NOT_USED or (at and first_at[at] == n)}


def _tree(
    tree: Mapping[str, FreeTree] | tuple[FreeTree, ...], path: str, places: Mapping[str, str]
) -> Iterator[str]:
    """Give the lines of a group; `places` are told where a text first prints one of its leaves."""
    indent = "  " * (path.count(".") + 1)
    is_list = isinstance(tree, tuple)
    entries = enumerate(tree, start=1) if isinstance(tree, tuple) else tree.items()
    for name, value in entries:
        lead = f"{indent}-" if is_list else f"{indent}{name}:"
        place = places.get(f"{path}{name}", "")
        if place and place != NOT_USED:
            yield f"{indent}# {place}"
        if isinstance(value, FreeStart):
            yield _free_line(lead, value, NOT_USED if place == NOT_USED else "")
        elif not value:
            yield f"{lead} {'{}' if isinstance(value, Mapping) else '[]'}"
        else:
            yield lead
            yield from _tree(value, f"{path}{name}.", places)


def _free_line(lead: str, leaf: FreeStart, remark: str) -> str:
    if isinstance(leaf.value, str):
        return _commented(f"{lead} {scalar(leaf.value)}", "(*)", remark)
    was = free_text(leaf.before)
    return _commented(lead, "" if was == Status.BLANK else f"kỳ trước: {was}", remark)


# --- forms ----------------------------------------------------------------------------------------


def _forms(start: Start) -> Iterator[str]:
    form_set = start.asked.bo_bieu_mau
    assert form_set is not None  # the caller has looked
    yield from _section("Biểu mẫu")
    yield "# Cần ghi chú thì viết {gia_tri: 12, ghi_chu: ...}. Dòng tự tính không phải ghi;"
    yield "# nếu phải ghi đúng số đã công bố thì bỏ dấu # ở đầu dòng và ghi số."
    yield ""
    yield "bieu_mau:"
    for form in form_set.bieu_mau:
        yield f"  {form.so}:  # {form.ten}"
        yield from (_row(row, start) for row in form.chi_tieu)
        yield ""


def _row(row: ChiTieu, start: Start) -> str:
    label = " ".join(row.nhan.replace("{don_vi}", start.asked.don_vi.ten).split())
    if row.is_heading:
        return f"    # {row.stt or row.ma} {label}"
    unit = f" [{', '.join(row.don_vi_tinh)}]" if row.don_vi_tinh else ""
    if row.cong_thuc:
        return _commented(f'    # "{row.ma}":', f"{label}{unit} = {row.cong_thuc.text}, tự tính")
    before, kept = start.before.get(row.khai_niem), start.kept.get(row.ref)
    if kept:
        value = scalar(figure_text(kept.figure)) if kept.figure.text else figure_text(kept.figure)
        return _commented(f'    "{row.ma}": {value}', f"(*) {label}{unit}")
    was = f"(kỳ trước {figure_text(before.figure)}) " if before and before.figure.is_given else ""
    return _commented(f'    "{row.ma}":', f"{was}{label}{unit}")
