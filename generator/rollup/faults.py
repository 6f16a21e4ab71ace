"""What can be wrong with a roll-up (DL-110 ... DL-128), in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problem import Message, Problem, Severity, Where
from generator.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.period import Ky


def twice(file: str, code: str, names: Sequence[str]) -> Problem:
    """DL-110: several files of one unit."""
    others = ", ".join(name for name in names if name != file)
    return Problem(
        code="DL-110",
        where=Where(file=file),
        message=Message(
            f"Đơn vị {code} có hơn một tệp của kỳ này (còn có {others}); chưa cộng tệp nào.",
            f"Unit {code} has more than one file of this period (also {others}); none is added.",
        ),
        hint=Message("Giữ lại một tệp.", "Keep one of them."),
    )


def other_period(file: str, found: Ky, wanted: Ky) -> Problem:
    """DL-111: a file of another period."""
    return Problem(
        code="DL-111",
        where=Where(file=file, path="ky"),
        message=Message(
            f"Tệp này là báo cáo kỳ {found}, không phải {wanted}; không cộng vào.",
            f"This file reports on {found}, not on {wanted}; it is left out.",
        ),
    )


def no_child(file: str, code: str, parent: str, children: Iterable[str]) -> Problem:
    """DL-112: a unit that does not belong to the parent."""
    return Problem(
        code="DL-112",
        where=Where(file=file, path="don_vi"),
        message=Message(
            f"Trong kỳ này {code} không phải đơn vị trực thuộc {parent}; không cộng vào.",
            f"In this period {code} is no unit of {parent}; it is left out.",
        ),
        hint=did_you_mean(code, children),
    )


def parent_itself(file: str, parent: str) -> Problem:
    """DL-113: the file of the parent among those of its units."""
    return Problem(
        code="DL-113",
        where=Where(file=file, path="don_vi"),
        message=Message(
            f"Đây là tệp của chính {parent}; không cộng vào.",
            f"This is the file of {parent} itself; it is left out.",
        ),
    )


def no_forms(file: str, template_set: str) -> Problem:
    """DL-114: a report without forms has nothing that could be added up by concept."""
    return Problem(
        code="DL-114",
        where=Where(file=file, path="bo_mau"),
        message=Message(
            f"Báo cáo theo bộ mẫu “{template_set}” không có biểu mẫu nên không cộng được.",
            f"A report of template set “{template_set}” has no forms; it cannot be added up.",
        ),
        hint=Message("Dùng bộ mẫu có biểu mẫu.", "Use a template set with forms."),
    )


def not_reported(coverage: Message) -> Problem:
    """DL-115 (warning): units that have not reported."""
    return Problem(code="DL-115", severity=Severity.WARNING, message=coverage)


def blanks(file: str, unit: str, codes: Sequence[str]) -> Problem:
    """DL-116 (warning): what a unit left blank while others gave it."""
    listed = ", ".join(codes)
    return Problem(
        code="DL-116",
        severity=Severity.WARNING,
        where=Where(file=file),
        message=Message(
            f"{unit} chưa có số liệu ở {len(codes)} dòng mà đơn vị khác có: {listed}.",
            f"{unit} gives no value in {len(codes)} rows that others give: {listed}.",
        ),
        hint=Message(
            "Các dòng đó cộng từ đơn vị có số liệu và ghi rõ bao nhiêu đơn vị; không có thì ghi 0.",
            "Those rows are sums over the units that gave one, and say so; write 0 for none.",
        ),
    )


def blanks_of_level(level: str, rows: Sequence[str]) -> Problem:
    """DL-116 (warning): what all units of a level left blank while other levels gave it."""
    listed = ", ".join(rows)
    return Problem(
        code="DL-116",
        severity=Severity.WARNING,
        message=Message(
            f"Không đơn vị {level} nào có số liệu ở {len(rows)} dòng của biểu mẫu tổng hợp mà cấp "
            f"khác có: {listed}.",
            f"No unit ({level}) gives a value in {len(rows)} rows of the parent's forms that "
            f"another level gives: {listed}.",
        ),
        hint=Message(
            "Đúng là không thuộc việc của cấp đó thì không phải làm gì.",
            "If they are no business of that level, there is nothing to do.",
        ),
    )


def unequal(row: str, label: str, units: Sequence[str]) -> Problem:
    """DL-117 (warning): operands of a ratio come from different units."""
    listed = ", ".join(units)
    return Problem(
        code="DL-117",
        severity=Severity.WARNING,
        where=Where(path=f"bieu_mau.{row}"),
        message=Message(
            f"Để trống “{label}”: {listed} chỉ ghi một trong hai số tử số, mẫu số.",
            f"“{label}” is left blank: {listed} give only one of its two operands.",
        ),
        hint=Message("Bổ sung số còn thiếu ở các đơn vị đó.", "Have those units give the other."),
    )


def nobody(coverage: Message) -> Problem:
    """DL-119: there is nothing to add up."""
    return Problem(
        code="DL-119",
        message=Message(
            f"Chưa có tệp nào cộng được. {coverage.vi}", f"No file can be added up. {coverage.en}"
        ),
    )


def edited(target: str) -> Problem:
    """DL-120: the file to write is not as the program wrote it."""
    return Problem(
        code="DL-120",
        where=Where(file=target),
        message=Message(
            "Tệp này đã có và phần máy cộng (so_lieu, bieu_mau) đã được sửa tay; không ghi đè.",
            "This file exists and its totals (so_lieu, bieu_mau) were edited; it is kept.",
        ),
        hint=Message(
            "Ghi ra chỗ khác bằng -o. Thêm --force thì thay bằng số cộng mới; phần đầu và dòng để "
            "tự ghi vẫn giữ, cả tệp cũ còn ở tệp .bak bên cạnh.",
            "Write elsewhere with -o. With --force new totals take their place; the head and the "
            "rows left open stay, and the whole former file is kept beside as .bak.",
        ),
    )


def given_by_now(target: str, rows: Sequence[str]) -> Problem:
    """DL-120: rows that a person filled in, and that the units have given another value by now."""
    listed = ", ".join(rows)
    return Problem(
        code="DL-120",
        where=Where(file=target),
        message=Message(
            f"Tệp này có số ghi tay khác số nay đã cộng được từ các đơn vị, ở dòng: {listed}.",
            f"This file holds values by hand that differ from what the units give now: {listed}.",
        ),
        hint=Message(
            "Bỏ số ghi tay (ghi trong) rồi chạy lại. Thêm --force thì thay bằng số cộng được; cả "
            "tệp cũ còn ở tệp .bak bên cạnh.",
            "Take them out (write trong) and run again. With --force the totals take their place; "
            "the whole former file is kept beside as .bak.",
        ),
    )


def in_the_way(other: str) -> Problem:
    """DL-120: the same report is there as a file of another kind."""
    return Problem(
        code="DL-120",
        where=Where(file=other),
        message=Message(
            "Đã có báo cáo này ở một tệp loại khác; thêm tệp nữa thì không biết dùng tệp nào.",
            "This report is there as another kind of file; of two nobody knows which one counts.",
        ),
        hint=Message(
            "Chuyển tệp đó đi nơi khác, hoặc ghi ra chỗ khác bằng -o.",
            "Move that file away, or write elsewhere with -o.",
        ),
    )


def no_children(name: str, ky: Ky) -> Problem:
    """DL-121: the parent has no units on that day."""
    return Problem(
        code="DL-121",
        where=Where(path="--don-vi"),
        message=Message(
            f"Danh mục không có đơn vị nào trực thuộc {name} vào cuối kỳ {ky}.",
            f"The register has no unit under {name} at the end of {ky}.",
        ),
        hint=Message("Xem `cha`, `tu`, `den` trong data/danh-muc.", "See data/danh-muc."),
    )


def no_form_set(template_set: str, ky: Ky) -> Problem:
    """DL-122: the parent's template set has no forms to add up into."""
    return Problem(
        code="DL-122",
        where=Where(path="--bo-mau"),
        message=Message(
            f"Bộ mẫu “{template_set}” không có bộ biểu mẫu nào có hiệu lực vào cuối kỳ {ky}.",
            f"Template set “{template_set}” has no form set in force at the end of {ky}.",
        ),
        hint=Message(
            "Chọn bộ mẫu có biểu mẫu bằng --bo-mau, ví dụ tinh-tong-hop.",
            "Choose one with forms by --bo-mau, for example tinh-tong-hop.",
        ),
    )


def no_match(pattern: str) -> Problem:
    """DL-123: no data file fits a pattern."""
    return Problem(
        code="DL-123",
        where=Where(file=pattern),
        message=Message(
            "Không có tệp số liệu nào hợp với mẫu tên này.", "No data file fits this pattern."
        ),
        hint=Message(
            "Ghi tên các tệp, dùng được dấu *: `data/2022-Q1/dong-nai-*.*`.",
            "Name the files; * may be used: `data/2022-Q1/dong-nai-*.*`.",
        ),
    )


def a_folder(name: str, parent: str) -> Problem:
    """DL-127: a folder where files were due."""
    place = name.rstrip("/\\")
    return Problem(
        code="DL-127",
        where=Where(file=name),
        message=Message(
            "Đây là thư mục; lệnh này cần tên các tệp của đơn vị trực thuộc.",
            "This is a folder; the files of the units are to be named.",
        ),
        hint=Message(
            f"Dùng dấu * để ghi mọi tệp một lượt, ví dụ `{place}/{parent}-*.*`.",
            f"Use * for many at once, for example `{place}/{parent}-*.*`.",
        ),
    )


def other_name(file: str, name: str, code: str) -> Problem:
    """DL-128 (warning): a file that is called by another name than its unit's."""
    return Problem(
        code="DL-128",
        severity=Severity.WARNING,
        where=Where(file=file, path="don_vi"),
        message=Message(
            f"Tên tệp là “{name}” nhưng trong tệp ghi `don_vi: {code}`; đã tính là số của {code}.",
            f"The file is called “{name}” but says `don_vi: {code}`; counted as of {code}.",
        ),
        hint=Message(
            f"Đúng là của {code} thì đổi tên tệp theo mã đơn vị; nếu không thì sửa `don_vi`.",
            f"If it is of {code}, rename the file; if not, correct `don_vi`.",
        ),
    )


def unknown_concept(name: str, known: Iterable[str]) -> Problem:
    """DL-124: an indicator that the parent's forms do not have."""
    return Problem(
        code="DL-124",
        where=Where(path="--nguon"),
        message=Message(f"Không có chỉ tiêu nào tên “{name}”.", f"There is no indicator “{name}”."),
        hint=did_you_mean(name, known),
    )


def unknown_column(name: str, where: Where, known: Iterable[str]) -> Problem:
    """DL-126 (warning): the table of units asks for an indicator that the units do not have."""
    return Problem(
        code="DL-126",
        severity=Severity.WARNING,
        where=where,
        message=Message(
            f"Biểu mẫu của các đơn vị không có chỉ tiêu “{name}”; cột này để trống.",
            f"The units' forms have no indicator “{name}”; its column stays blank.",
        ),
        hint=did_you_mean(name, known),
    )


def not_a_place(target: str) -> Problem:
    """DL-125: the result is asked for under a name that no data file bears."""
    return Problem(
        code="DL-125",
        where=Where(file=target),
        message=Message(
            "Tệp ghi ra phải có đuôi .yaml và không phải là một trong các tệp đang cộng.",
            "The file to write must end in .yaml and be none of those that are added up.",
        ),
    )
