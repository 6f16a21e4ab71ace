"""Every name of `generator.context`, with its type and meaning, for designers and for the linter.

`context/` makes the values; this table says what they are. `tests/names/test_declared.py` holds
the two together: a name without a line here, or a line without a name, fails.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.names.types import (
    ANY,
    BLOCK,
    DATE,
    FIGURE,
    FLAG,
    NUMBER,
    RUNS,
    TEXT,
    TEXTS,
    Name,
    Record,
    Type,
    a,
    function,
    group,
    list_of,
)
from generator.problem import Message

if TYPE_CHECKING:
    from collections.abc import Mapping


def _name(type_: Type, vi: str, en: str, example: str = "") -> Name:
    return Name(type_, Message(vi, en), example)


TOP: Final[Mapping[str, Name]] = {
    "ky": _name(a("ky"), "kỳ báo cáo", "the reporting period"),
    "don_vi": _name(a("don_vi"), "đơn vị báo cáo", "the reporting unit"),
    "so_hieu": _name(
        TEXT, "số và ký hiệu, không có chữ “Số:”", "number and symbol without the word for number"
    ),
    "so_ky_hieu": _name(
        TEXT, "số và ký hiệu; số để trống thì chừa chỗ", "number and symbol; a gap for no number"
    ),
    "ngay_thang": _name(
        TEXT, "ngày ban hành; phần để trống thì chừa chỗ", "day of issue, gaps for blanks"
    ),
    "dia_danh_thoi_gian": _name(TEXT, "địa danh và ngày ban hành", "place and day of issue"),
    "kinh_gui": _name(TEXTS, "nơi kính gửi", "addressees"),
    "noi_nhan": _name(list_of(a("noi_nhan")), "nơi nhận", "receivers"),
    "luu": _name(TEXTS, "những chữ sau “Lưu:”", "what follows the word for filing"),
    "chu_ky": _name(a("chu_ky"), "chữ ký", "the signature"),
    "vb": _name(
        group(item=a("van_ban")),
        "văn bản viện dẫn: vb.<tên ở mục van_ban>; văn bản nào cũng có các phần như văn bản đầu",
        "documents cited, by their names in the data; all have the parts of the first",
    ),
    "ct": _name(
        group(item=FIGURE),
        "chỉ tiêu của biểu mẫu: ct.<khái niệm>",
        "indicators of the forms, by concept",
    ),
    "sl": _name(
        group(),
        "số liệu tự đặt tên ở mục so_lieu của dữ liệu",
        "free figures, as in the data",
    ),
    "truoc": _name(a("so_lieu_ky"), "số liệu kỳ liền trước", "figures of the period before"),
    "cung_ky": _name(
        a("so_lieu_ky"), "số liệu cùng kỳ năm trước", "figures of this period last year"
    ),
    "nam_truoc": _name(a("so_lieu_ky"), "số liệu năm trước", "figures of last year"),
    "nam_nay": _name(a("so_lieu_ky"), "số liệu năm nay", "figures of this year"),
    "minh_hoa": _name(FLAG, "số liệu chỉ để minh họa", "whether the figures are made up"),
    "bieu_mau": _name(list_of(a("bieu_mau")), "các biểu mẫu", "the forms"),
}

# -- what the pipeline adds to those of the context --
ADDED: Final[Mapping[str, Name]] = {
    "noi_dung": _name(
        BLOCK,
        "lời văn (đề cương và phần của đơn vị), viết {{p noi_dung }}",
        "the narrative, by {{p noi_dung }}",
        "{{p noi_dung }}",
    ),
    "anh": _name(
        function(BLOCK),
        "ảnh đặt cạnh tệp dữ liệu; rong, cao tính bằng mm",
        "a picture beside the data file; rong, cao in mm",
        '{{ anh("so-do.png", rong=120) }}',
    ),
}

FUNCTIONS: Final[Mapping[str, Name]] = {
    "ke_ngang": _name(
        function(BLOCK),
        "đường kẻ dưới tên cơ quan",
        "the line under an agency's name",
        "{{p ke_ngang(don_vi.ban_hanh | last, 6.5) }}",
    ),
    "bieu_do": _name(
        function(BLOCK),
        "biểu đồ cột từ một danh sách",
        "a bar chart of a list",
        '{{p bieu_do(sl.tong_hop.don_vi, nhan="dia_danh", gia_tri="ty_le_ho_so_dung_han") }}',
    ),
    "ten_bang": _name(
        function(TEXT),
        "số thứ tự bảng, mở đầu tên bảng trong lời văn",
        "number of a table at its caption",
        '{{ ten_bang("bo_may") }} Số phòng, ban',
    ),
    "bang": _name(
        function(TEXT),
        "nhắc tới một bảng trong lời văn",
        "a table named in a sentence",
        '{{ bang("bo_may") }}',
    ),
}

RECORDS: Final[Mapping[str, Record]] = {
    "ky": Record(
        prints=True,
        names={
            "ten": _name(TEXT, "tên kỳ, như trong tiêu đề", "as in a title"),
            "day_du": _name(TEXT, "tên kỳ, như trong câu", "as in running text"),
            "rut_gon": _name(TEXT, "tên kỳ không có năm", "without the year"),
            "nam": _name(NUMBER, "năm", "the year"),
            "tu_ngay": _name(DATE, "ngày đầu tính số liệu", "the first day of data"),
            "den_ngay": _name(DATE, "ngày chốt số liệu", "the last day of data"),
            "truoc": _name(a("ky"), "kỳ liền trước", "the period before"),
            "sau": _name(a("ky"), "kỳ liền sau", "the next period"),
            "cung_ky": _name(a("ky"), "cùng kỳ năm trước", "the same period last year"),
        },
    ),
    "don_vi": Record(
        prints=True,
        names={
            "ten": _name(TEXT, "tên đơn vị", "the name"),
            "day_du": _name(TEXT, "tên kèm địa phương", "the name with its province"),
            "ky_hieu": _name(TEXT, "chữ viết tắt trong ký hiệu", "abbreviation in symbols"),
            "dia_danh": _name(TEXT, "địa danh", "the place"),
            "chu_quan": _name(TEXTS, "các dòng cơ quan chủ quản", "head lines of the superior"),
            "ban_hanh": _name(TEXTS, "các dòng cơ quan ban hành", "head lines of the issuer"),
            "chuc_danh": _name(TEXT, "chức danh người đứng đầu", "title of the head"),
            "cha": _name(a("don_vi"), "cơ quan cấp trên trực tiếp", "the superior"),
        },
    ),
    "van_ban": Record(
        prints=True,
        names={
            "loai": _name(TEXT, "tên loại văn bản", "kind of document"),
            "so": _name(TEXT, "số, ký hiệu", "number and symbol"),
            "ngay": _name(DATE, "ngày ban hành, nếu dữ liệu có ghi", "day of issue, if stated"),
            "co_quan": _name(TEXT, "cơ quan ban hành", "issuer"),
            "trich_yeu": _name(TEXT, "trích yếu", "subject"),
            "ngan": _name(TEXT, "loại và số, cho các lần nhắc sau", "kind and number, for later"),
            "so_ngay": _name(TEXT, "số và ngày", "number and date"),
            "so_ngay_dai": _name(TEXT, "số và ngày viết đủ", "number and date in full"),
            "day_du": _name(TEXT, "viện dẫn đủ, ngày viết đủ", "complete, the date in full"),
            "khong_trich_yeu": _name(TEXT, "viện dẫn đủ trừ trích yếu", "all but the subject"),
        },
    ),
    "chu_ky": Record(
        prints=False,
        names={
            "dong": _name(TEXTS, "các dòng trên chữ ký (TM., KT. …)", "lines above the signature"),
            "ten": _name(TEXT, "tên người ký", "name of the signer"),
        },
    ),
    "noi_nhan": Record(
        prints=True,
        names={
            "dong": _name(TEXTS, "các dòng của một nơi nhận", "the lines of an entry"),
            "muc_dich": _name(TEXT, "mục đích gửi chung của nhóm", "purpose that a group shares"),
            "ngoac": _name(RUNS, "dấu ngoặc nhóm: {{r noi.ngoac }}", "the brace of a group"),
        },
    ),
    "bieu_mau": Record(
        prints=False,
        names={
            "so": _name(TEXT, "số biểu mẫu", "number of the form"),
            "ten": _name(TEXT, "tên biểu mẫu", "title of the form"),
            "dong": _name(list_of(a("dong")), "các dòng", "the rows"),
        },
    ),
    "dong": Record(
        prints=False,
        names={
            "stt": _name(TEXT, "số thứ tự", "number of the row"),
            "chi_tieu": _name(RUNS, "tên chỉ tiêu: {{r dong.chi_tieu }}", "the indicator"),
            "don_vi_tinh": _name(TEXT, "đơn vị tính", "unit of measure"),
            "so_lieu": _name(RUNS, "số liệu, như in trong ô", "the value, as in a cell"),
            "ghi_chu": _name(RUNS, "ghi chú", "the note"),
            "loai": _name(
                TEXT,
                "“de_muc” (đề mục), “toan_hang” (dòng con) hoặc “thuong”",
                "de_muc (heading), toan_hang (part of another) or thuong",
            ),
            "cha": _name(TEXT, "mã dòng cấp trên, trống ở cấp một", "code of the row above"),
            "gop_o": _name(
                TEXT,
                "“don_vi_so_lieu” khi gộp ô đơn vị và số liệu",
                "don_vi_so_lieu where the value takes the unit's cell too",
            ),
        },
    ),
    "so_lieu": Record(
        prints=True,
        names={
            "gia_tri": _name(NUMBER, "con số để tính", "the bare number"),
            "mau_so": _name(NUMBER, "mẫu số của n/m", "m of n/m"),
            "o": _name(TEXT, "như in trong ô của biểu mẫu", "as in a cell of a form"),
            "co": _name(FLAG, "có số, kể cả số 0", "there is a value, zero included"),
            "trong": _name(FLAG, "bỏ trống", "left blank"),
            "khong_phat_sinh": _name(FLAG, "không phát sinh", "nothing arose"),
            "chua_bao_cao": _name(FLAG, "chưa báo cáo", "not reported yet"),
            "ghi_chu": _name(TEXT, "ghi chú của dòng", "the note of its row"),
        },
    ),
    "so_lieu_ky": Record(
        prints=False,
        names={
            "co": _name(FLAG, "có báo cáo của kỳ ấy", "there is a report of that period"),
            "ky": _name(a("ky"), "kỳ ấy", "that period"),
            "ct": _name(group(item=FIGURE), "chỉ tiêu của kỳ ấy", "its indicators"),
            "sl": _name(group(), "số liệu tự đặt tên của kỳ ấy", "its free figures"),
            "quy": _name(
                list_of(a("so_lieu_ky")),
                "bốn quý của năm ấy: nam_truoc.quy[1]",
                "the quarters of that year",
            ),
        },
    ),
    "loop": Record(
        prints=False,
        names={
            "index": _name(NUMBER, "thứ tự, từ 1", "number, from 1"),
            "index0": _name(NUMBER, "thứ tự, từ 0", "number, from 0"),
            "revindex": _name(NUMBER, "thứ tự tính từ cuối", "number from the end"),
            "revindex0": _name(NUMBER, "thứ tự tính từ cuối, từ 0", "number from the end, from 0"),
            "first": _name(FLAG, "phần tử đầu", "the first one"),
            "last": _name(FLAG, "phần tử cuối", "the last one"),
            "length": _name(NUMBER, "số phần tử", "how many there are"),
            "depth": _name(NUMBER, "cấp lồng nhau, từ 1", "level of nesting, from 1"),
            "depth0": _name(NUMBER, "cấp lồng nhau, từ 0", "level of nesting, from 0"),
            "previtem": _name(ANY, "phần tử trước", "the one before"),
            "nextitem": _name(ANY, "phần tử sau", "the next one"),
            "cycle": _name(function(TEXT), "lần lượt từng giá trị", "each value in turn"),
            "changed": _name(function(FLAG), "khác phần tử trước", "differs from the one before"),
        },
    ),
}
