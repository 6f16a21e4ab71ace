"""Templates for the linter: faulty ones with their exact codes and places, and harmless ones."""

from __future__ import annotations

import unicodedata
from typing import Any, Final, NamedTuple

from tests.word.build import docx, text_box


class Case(NamedTuple):
    """A template as `tests.word.build` takes it, and what is to be told of it.

    Cases with NFD in their name are typed in decomposed letters.
    """

    name: str
    template: str
    expected: list[str]
    more: dict[str, Any] = {}  # noqa: RUF012  # never changed


def built(case: Case) -> bytes:
    """Return the template of a case."""
    decomposed = "NFD" in case.name
    text = unicodedata.normalize("NFD", case.template) if decomposed else case.template
    return docx(text, **case.more)


CASES: Final = (
    Case("unknown name", "{{ donvi.ten }}", ['MA-060 đoạn 1, "{{ donvi.ten }}"']),
    Case("unknown name with marks", "{{ đơn_vị.ten }}", ['MA-060 đoạn 1, "{{ đơn_vị.ten }}"']),
    Case(
        "unknown name typed NFD", "{{ đơn_vị }}", ['MA-060 đoạn 1, "{{ đơn_vị }}"', "MA-076 đoạn 1"]
    ),
    Case("nested name", "{{ don_vi.tenn }}", ['MA-061 đoạn 1, "{{ don_vi.tenn }}"']),
    Case("nested twice", "{{ ky.truoc.day_duu }}", ['MA-061 đoạn 1, "{{ ky.truoc.day_duu }}"']),
    Case("name in brackets", "{{ don_vi['tenn'] }}", ["MA-061 đoạn 1, \"{{ don_vi['tenn'] }}\""]),
    Case("name of a text", "{{ don_vi.ten.dai }}", ['MA-061 đoạn 1, "{{ don_vi.ten.dai }}"']),
    Case("unknown indicator", "{{ ct.tin_bay }}", ['MA-061 đoạn 1, "{{ ct.tin_bay }}"']),
    Case(
        "part of an indicator",
        "{{ ct.tin_bai.gia_trii }}",
        ['MA-061 đoạn 1, "{{ ct.tin_bai.gia_trii }}"'],
    ),
    Case(
        "indicator of an earlier period",
        "{{ truoc.ct.tin_bay }}",
        ['MA-061 đoạn 1, "{{ truoc.ct.tin_bay }}"'],
    ),
    Case(
        "figure of no sample",
        "{{ sl.kiem_tra.so_xaa }}",
        ['MA-063 đoạn 1, "{{ sl.kiem_tra.so_xaa }}"'],
    ),
    Case(
        "document of no sample", "{{ vb.kh_cch.ngan }}", ['MA-063 đoạn 1, "{{ vb.kh_cch.ngan }}"']
    ),
    Case(
        "part of a document", "{{ vb.kh_cchc.ngann }}", ['MA-061 đoạn 1, "{{ vb.kh_cchc.ngann }}"']
    ),
    Case(
        "element of a loop",
        "{% for n in noi_nhan %}{{ n.dongg }}{% endfor %}",
        ['MA-061 đoạn 1, "{{ n.dongg }}"'],
    ),
    Case(
        "element of a nested loop",
        "{% for b in bieu_mau %}{% for d in b.dong %}{{ d.sttt }}{% endfor %}{% endfor %}",
        ['MA-061 đoạn 1, "{{ d.sttt }}"'],
    ),
    Case(
        "element by number", "{{ bieu_mau[0].tenn }}", ['MA-061 đoạn 1, "{{ bieu_mau[0].tenn }}"']
    ),
    Case(
        "element by filter",
        "{{ (bieu_mau | first).tenn }}",
        ['MA-061 đoạn 1, "{{ (bieu_mau | first).tenn }}"'],
    ),
    Case(
        "element of free figures",
        "{% for t in sl.tap_huan %}{{ t.so_nguoii }}{% endfor %}",
        ['MA-063 đoạn 1, "{{ t.so_nguoii }}"'],
    ),
    Case(
        "loop itself",
        "{% for n in luu %}{{ loop.frist }}{% endfor %}",
        ['MA-061 đoạn 1, "{{ loop.frist }}"'],
    ),
    Case(
        "name set from another",
        "{% set k = ky.truoc %}{{ k.tenn }}",
        ['MA-061 đoạn 1, "{{ k.tenn }}"'],
    ),
    Case(
        "two names set at once",
        "{% set a, b = ky, don_vi %}{{ a.ten }}{{ b.tenn }}",
        ['MA-061 đoạn 1, "{{ b.tenn }}"'],
    ),
    Case(
        "name behind its loop",
        "{% for n in luu %}{{ n }}{% endfor %}{{ n }}",
        ['MA-062 đoạn 1, "{{ n }}"'],
    ),
    Case(
        "loop behind its loop",
        "{% for n in luu %}{{ n }}{% endfor %}{{ loop.index }}",
        ['MA-062 đoạn 1, "{{ loop.index }}"'],
    ),
    Case(
        "name behind with",
        "{% with a = ky.ten %}{{ a }}{% endwith %}{{ a }}",
        ['MA-062 đoạn 1, "{{ a }}"'],
    ),
    Case(
        "name in a condition",
        "{% if don_vii %}a{% elif ky.namm %}b{% endif %}",
        ['MA-060 đoạn 1, "{% if don_vii %}"', 'MA-061 đoạn 1, "{% elif ky.namm %}"'],
    ),
    Case(
        "name inside an argument",
        "{{ ky.nam | khoang(ky.namm) }}",
        ['MA-061 đoạn 1, "{{ ky.nam | khoang(ky.namm) }}"'],
    ),
    Case("name in a comment is none", "{# {{ sai }} #}{{ ky.ten }}", []),
    Case("name in raw is none", "{% raw %}{{ sai }}{% endraw %}", []),
    Case("name asked for first is none", "{% if sl.moi is defined %}{{ sl.moi.x }}{% endif %}", []),
    Case("name with a default is none", "{{ sl.moi | default('…') }}", []),
    Case(
        "name of colspan",
        "| {% colspan so_cott %}{{ ky.ten }} |",
        ['MA-060 bảng 1, hàng 1, ô 1, "{% colspan so_cott %}"'],
    ),
    Case(
        "name in a header",
        "a",
        ['MA-061 đầu trang, đoạn 1, "{{ don_vi.tenn }}"'],
        {"header": "{{ don_vi.tenn }}"},
    ),
    Case(
        "name in a footer",
        "a",
        ['MA-061 chân trang, đoạn 1, "{{ don_vi.tenn }}"'],
        {"footer": "{{ don_vi.tenn }}"},
    ),
    Case(
        "name in a footnote",
        'a¦<w:r><w:footnoteReference w:id="1"/></w:r>',
        ['MA-061 chú thích chân trang, đoạn 3, "{{ don_vi.tenn }}"'],
        {"footnotes": ["{{ don_vi.tenn }}"]},
    ),
    Case(
        "name in a property",
        "a",
        ['MA-061 thuộc tính tài liệu, "{{ ky.tenn }}"'],
        {"properties": {"dc:title": "{{ ky.tenn }}"}},
    ),
    Case(
        "name in a row",
        "| {%tr for d in bieu_mau[0].dong %} |\n| {{ d.stt }} | {{ d.ten }} |\n| {%tr endfor %} |",
        ['MA-061 bảng 1, hàng 2, ô 2, "{{ d.ten }}"'],
    ),
    Case(
        "name in a second paragraph of a cell",
        "| {{ ky.ten }}¶{{ ky.tenn }} |",
        ['MA-061 bảng 1, hàng 1, ô 1, đoạn 2, "{{ ky.tenn }}"'],
    ),
    Case("name over three runs", "{{ ky¦.te¦nn }}", ['MA-061 đoạn 1, "{{ ky.tenn }}"']),
    Case("unknown filter", "{{ don_vi.ten | hoaa }}", ['MA-022 đoạn 1, "{{ don_vi.ten | hoaa }}"']),
    Case(
        "unknown filter behind another fault of the cell",
        "| {% if ky %} {{ ky.ten | viethoa }} |",
        [
            'MA-024 bảng 1, hàng 1, ô 1, "{% if ky %}"',
            'MA-022 bảng 1, hàng 1, ô 1, "{{ ky.ten | viethoa }}"',
        ],
    ),
    Case(
        "unknown filter of a block",
        "{% filter hoaa %}a{% endfilter %}",
        ['MA-022 đoạn 1, "{% filter hoaa %}"'],
    ),
    Case(
        "unknown test",
        "{% if ky.nam is chann %}a{% endif %}",
        ['MA-022 đoạn 1, "{% if ky.nam is chann %}"'],
    ),
    Case(
        "date as a count",
        "{{ ky.den_ngay | so_luong }}",
        ['MA-064 đoạn 1, "{{ ky.den_ngay | so_luong }}"'],
    ),
    Case("number as a date", "{{ ky.nam | ngay }}", ['MA-064 đoạn 1, "{{ ky.nam | ngay }}"']),
    Case(
        "text as a count",
        "{{ don_vi.ten | so_luong }}",
        ['MA-064 đoạn 1, "{{ don_vi.ten | so_luong }}"'],
    ),
    Case(
        "figure as a date",
        "{{ ct.tin_bai | ngay_dai }}",
        ['MA-064 đoạn 1, "{{ ct.tin_bai | ngay_dai }}"'],
    ),
    Case(
        "date of the data as a figure",
        "{{ sl.kiem_tra.ngay_xong | ty_le }}",
        ['MA-064 đoạn 1, "{{ sl.kiem_tra.ngay_xong | ty_le }}"'],
    ),
    Case(
        "text as a list",
        "{{ don_vi.ten | danh_sach }}",
        ['MA-064 đoạn 1, "{{ don_vi.ten | danh_sach }}"'],
    ),
    Case("list as text", "{{ luu | hoa }}", ['MA-064 đoạn 1, "{{ luu | hoa }}"']),
    Case("blank figure may be a date", "{{ sl.chua_biet | ngay }}", []),
    Case(
        "loop over a text",
        "{% for n in don_vi.ten %}{{ n }}{% endfor %}",
        ['MA-065 đoạn 1, "{% for n in don_vi.ten %}"'],
    ),
    Case(
        "loop over a number",
        "{% for n in ky.nam %}{{ n }}{% endfor %}",
        ['MA-065 đoạn 1, "{% for n in ky.nam %}"'],
    ),
    Case(
        "loop over a figure",
        "{%p for n in ct.tin_bai %}\na\n{%p endfor %}",
        ['MA-065 đoạn 1, "{%p for n in ct.tin_bai %}"'],
    ),
    Case(
        "loop over a period",
        "{% for n in ky %}a{% endfor %}",
        ['MA-065 đoạn 1, "{% for n in ky %}"'],
    ),
    Case("list printed", "{{ kinh_gui }}", ['MA-066 đoạn 1, "{{ kinh_gui }}"']),
    Case(
        "form printed", "{% for b in bieu_mau %}{{ b }}{% endfor %}", ['MA-066 đoạn 1, "{{ b }}"']
    ),
    Case("date printed", "{{ ky.tu_ngay }}", ['MA-066 đoạn 1, "{{ ky.tu_ngay }}"']),
    Case("group printed", "{{ sl.kiem_tra }}", ['MA-066 đoạn 1, "{{ sl.kiem_tra }}"']),
    Case("function printed", "{{ ke_ngang }}", ['MA-067 đoạn 1, "{{ ke_ngang }}"']),
    Case("block in a line", "Lời văn: {{ noi_dung }}", ['MA-067 đoạn 1, "{{ noi_dung }}"']),
    Case(
        "block of a function in a line",
        "a {{ ke_ngang(don_vi.ten, 6) }}",
        ['MA-067 đoạn 1, "{{ ke_ngang(don_vi.ten, 6) }}"'],
    ),
    Case("inside Python", "{{ ky.ten.__class__ }}", ['MA-027 đoạn 1, "{{ ky.ten.__class__ }}"']),
    Case(
        "huge range",
        "{% for i in range(5000000) %}a{% endfor %}",
        ['MA-068 đoạn 1, "{% for i in range(5000000) %}"'],
    ),
    Case("huge power", "{{ 9 ** 9999 }}", ['MA-068 đoạn 1, "{{ 9 ** 9999 }}"']),
    Case("huge text", "{{ 'a' * 1000000 }}", ["MA-068 đoạn 1, \"{{ 'a' * 1000000 }}\""]),
    Case(
        "macro without end",
        "{% macro m() %}{{ m() }}{% endmacro %}",
        ['MA-068 đoạn 1, "{{ m() }}"'],
    ),
    Case("markup", "{{ don_vi.ten | safe }}", ['MA-069 đoạn 1, "{{ don_vi.ten | safe }}"']),
    Case("loop never closed", "{% for n in luu %}{{ n }}", ['MA-024 đoạn 1, "{% for n in luu %}"']),
    Case(
        "condition never closed, row",
        "| {%tr if minh_hoa %} |\n| {{ ky.ten }} |",
        ['MA-024 bảng 1, hàng 1, ô 1, "{%tr if minh_hoa %}"'],
    ),
    Case("end of nothing", "a{% endif %}", ['MA-025 đoạn 1, "{% endif %}"']),
    Case("else of nothing", "{% else %}", ['MA-025 đoạn 1, "{% else %}"']),
    Case(
        "crossed",
        "{% if minh_hoa %}{% for n in luu %}{% endif %}{% endfor %}",
        ['MA-024 đoạn 1, "{% for n in luu %}"', 'MA-025 đoạn 1, "{% endfor %}"'],
    ),
    Case(
        "through a row",
        "| {% if minh_hoa %} | a |\n| b | {% endif %} |",
        ['MA-080 bảng 1, hàng 1, ô 1, "{% if minh_hoa %}"'],
    ),
    Case(
        "row tag outside a table",
        "{%tr for n in luu %}\n{%tr endfor %}",
        ['MA-028 đoạn 1, "{%tr for n in luu %}"', 'MA-028 đoạn 2, "{%tr endfor %}"'],
    ),
    Case(
        "cell tag outside a table",
        "{%tc if minh_hoa %}a{%tc endif %}",
        ['MA-028 đoạn 1, "{%tc if minh_hoa %}"', 'MA-028 đoạn 1, "{%tc endif %}"'],
    ),
    Case(
        "row tag amid its row",
        "| {{ ky.ten }} {%tr if minh_hoa %} {{ ky.nam }} |\n| {%tr endif %} |",
        [
            'MA-028 bảng 1, hàng 1, ô 1, "{%tr if minh_hoa %}"',
            'MA-025 bảng 1, hàng 2, ô 1, "{%tr endif %}"',
        ],
    ),
    Case("merge outside a table", "{% vm %}{{ ky.ten }}", ['MA-029 đoạn 1, "{% vm %}"']),
    Case(
        "prefix apart",
        "{% tr for n in luu %}{{ n }}{% endfor %}",
        ['MA-023 đoạn 1, "{% tr for n in luu %}"', 'MA-025 đoạn 1, "{% endfor %}"'],
    ),
    Case("unknown statement", "{% neu minh_hoa %}", ['MA-023 đoạn 1, "{% neu minh_hoa %}"']),
    Case("not allowed", "{% import 'x' as x %}", ["MA-027 đoạn 1, \"{% import 'x' as x %}\""]),
    Case(
        "prefix of open and close differ",
        "{%p for n in luu %}\n{{ n }}{% endfor %}",
        ['MA-026 đoạn 1, "{%p for n in luu %}"'],
    ),
    Case(
        "rows over two tables",
        "| {%tr for n in luu %} |\n| {{ n }} |\nxen\n| {%tr endfor %} |",
        ['MA-080 bảng 1, hàng 1, ô 1, "{%tr for n in luu %}"'],
    ),
    Case("never ends", "{{ ky.ten", ['MA-020 đoạn 1, "{{ ky.ten"']),
    Case("over two paragraphs", "{{ ky.\nten }}", ['MA-020 đoạn 1, "{{ ky."']),
    Case("syntax", "{{ ky.ten | }}", ['MA-021 đoạn 1, "{{ ky.ten | }}"']),
    Case("one curled quote", "{{ luu | join(“, ) }}", ['MA-071 đoạn 1, "{{ luu | join(“, ) }}"']),
    Case("curled quotes that pair are none", "{{ luu | join(“, ”) }}", []),
    Case("full-width letters", "{{ ky\uff0eten }}", ['MA-071 đoạn 1, "{{ ky\uff0eten }}"']),
    Case(
        "full-width braces",
        "\uff5b\uff5b ky.ten \uff5d\uff5d",
        ['MA-070 đoạn 1, "\uff5b\uff5b ky.ten \uff5d\uff5d"'],
    ),
    Case("single braces", "Kỳ {ky.ten}", ['MA-070 đoạn 1, "{ky.ten}"']),
    Case("braces apart", "Kỳ { { ky.ten } }", ['MA-070 đoạn 1, "{ { ky.ten } }"']),
    Case("square brackets", "Kỳ [[ ky.ten ]]", ['MA-070 đoạn 1, "[[ ky.ten ]]"']),
    Case("round brackets", "Kỳ (( ky.ten | hoa ))", ['MA-070 đoạn 1, "(( ky.ten | hoa ))"']),
    Case("round brackets that are meant", "((nếu có)) và ((1) hoặc (2))", []),
    Case("signs of a mail merge", "Kỳ «ky»", ['MA-070 đoạn 1, "«ky»"']),
    Case("closer alone", "Kỳ ky.ten }}", ['MA-070 đoạn 1, "}}"']),
    Case("braces that are meant", "tập {_{ a }_} và {1, 2}", []),
    Case("text typed NFD", "Sở Nội vụ", ["MA-076 đoạn 1"]),
    Case(
        "percent sign twice",
        "{{ 98.06 | ty_le }}% và {{ 3 | ti_le(4) }} %, {{ 98.06 | ty_le(1) }}, {{ 5 | so }}%",
        [
            'MA-081 đoạn 1, "{{ 98.06 | ty_le }}"',
            'MA-081 đoạn 1, "{{ 3 | ti_le(4) }}"',
        ],
    ),
    Case(
        "zero twice",
        "0{{ sl.kiem_tra.so_xa }}, 10{{ ky.nam }}, số 1.0{{ ky.nam }}",
        ['MA-081 đoạn 1, "{{ sl.kiem_tra.so_xa }}"'],
    ),
    Case(
        "day twice",
        "ngày {{ ky.den_ngay | ngay_dai }}, ngày {{ ky.den_ngay | ngay }}",
        ['MA-081 đoạn 1, "{{ ky.den_ngay | ngay_dai }}"'],
    ),
    Case(
        "unit of money twice",
        "{{ 5 | tien }} triệu đồng, {{ 5 | tien('tỷ đồng') }}",
        ['MA-081 đoạn 1, "{{ 5 | tien }}"'],
    ),
    Case(
        "decimal comma",
        "{% if sl.kiem_tra.so_xa > 100,5 %}a{% endif %}",
        ['MA-021 đoạn 1, "{% if sl.kiem_tra.so_xa > 100,5 %}"'],
    ),
    Case(
        "element by number behind a dot",
        "{{ sl.tap_huan.1.ten }}",
        ['MA-021 đoạn 1, "{{ sl.tap_huan.1.ten }}"'],
    ),
    Case(
        "filter without its argument",
        "{{ 1 | ti_trong }}",
        ['MA-021 đoạn 1, "{{ 1 | ti_trong }}"'],
    ),
    Case(
        "date, list and group of the data as they are",
        "{{ sl.kiem_tra.ngay_xong }}{{ sl.tap_huan }}{{ sl.kiem_tra }}",
        [
            'MA-066 đoạn 1, "{{ sl.kiem_tra.ngay_xong }}"',
            'MA-066 đoạn 1, "{{ sl.tap_huan }}"',
            'MA-066 đoạn 1, "{{ sl.kiem_tra }}"',
        ],
    ),
    Case(
        "enumeration of groups",
        "{{ sl.tap_huan | danh_sach }}{{ sl.tap_huan | map(attribute='ten') | danh_sach }}",
        ['MA-066 đoạn 1, "{{ sl.tap_huan | danh_sach }}"'],
    ),
    Case(
        "picture inside a tag",
        '{{ ky¦<w:r><w:footnoteReference w:id="1"/></w:r>¦.ten }}',
        ['MA-077 đoạn 1, "{{ ky.ten }}"'],
        {"footnotes": ["x"]},
    ),
    Case(
        "tracked change",
        'a¦<w:ins w:id="1" w:author="A"><w:r><w:t>b</w:t></w:r></w:ins>',
        ["MA-078 đoạn 1"],
    ),
    Case(
        "tag in deleted text",
        'a¦<w:del w:id="1" w:author="A"><w:r><w:delText>{{ sai }}</w:delText></w:r></w:del>',
        ["MA-078 đoạn 1"],
    ),
    Case("comment left", "a", ["MA-078 bình luận"], {"comments": ["sửa lại"]}),
    Case(
        "other font",
        'a¦<w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr><w:t>b</w:t></w:r>',
        ["MA-073 đoạn 1"],
    ),
    Case(
        "old font",
        '| <w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>b</w:t></w:r> |',
        ["MA-073 bảng 1, hàng 1, ô 1"],
    ),
    Case(
        "font of signs is none",
        'a¦<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>x</w:t></w:r>',
        [],
    ),
    Case(
        "style missing",
        '<w:p><w:pPr><w:pStyle w:val="KhongCo"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>',
        ["MA-074 đoạn 1"],
    ),
    Case(
        "link to a file",
        "a",
        ['MA-072 "file:///C:/mau.docx"'],
        {"rels": [("rId9", "hyperlink", "file:///C:/mau.docx")]},
    ),
    Case(
        "link to the web is none",
        '<w:p><w:hyperlink r:id="rId9"><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>',
        [],
        {"rels": [("rId9", "hyperlink", "https://dongnai.gov.vn")]},
    ),
    Case(
        "field that fetches",
        'a¦<w:fldSimple w:instr=" INCLUDETEXT C:/x.docx "><w:r><w:t>b</w:t></w:r></w:fldSimple>',
        ['MA-072 đoạn 1, "INCLUDETEXT C:/x.docx"'],
    ),
    Case(
        "picture nobody shows",
        "a",
        ['MA-075 "word/media/thua.png"'],
        {"more": {"word/media/thua.png": "x"}},
    ),
    Case(
        "macros, and a name",
        "{{ ky.tenn }}",
        ["MA-008", 'MA-075 "word/vbaProject.bin"', 'MA-061 đoạn 1, "{{ ky.tenn }}"'],
        {"more": {"word/vbaProject.bin": "x"}},
    ),
    Case(
        "piece that there is not",
        '{{ ky.tenn }}\n{%p include "khong_co" %}',
        ['MA-061 đoạn 1, "{{ ky.tenn }}"', 'HT-001 đoạn 2, "{%p include "khong_co" %}"'],
    ),
    Case(
        "piece within a line",
        'Xem {%p include "dau" %}',
        ['MA-027 đoạn 1, "{%p include "dau" %}"'],
    ),
    Case(
        "docxtpl cannot: row tags in one row",
        "| {%tr if minh_hoa %}{{ ky.ten }}{%tr endif %} |",
        [],
    ),
    Case(
        "docxtpl cannot: paragraph tags in one paragraph",
        "{%p if minh_hoa %}{{ ky.ten }}{%p endif %}",
        [],
    ),
    Case(
        "docxtpl cannot: text beside a paragraph tag",
        "Số: 5 {%p if minh_hoa %}\na\n{%p endif %}",
        [],
    ),
    Case(
        "docxtpl cannot: a percent sign in a prefixed tag",
        "{%p if ky.nam % 2 == 0 %}\na\n{%p endif %}",
        [],
    ),
    Case("docxtpl cannot: a plain value as a block", "{{p ky.ten }}", []),
    Case("docxtpl cannot: a plain value as runs", "{{r ky.ten }}", []),
    Case(
        "cells over two rows",
        "| {%tc if minh_hoa %} | a |\n| {%tc endif %} | b |",
        ['MA-080 bảng 1, hàng 1, ô 1, "{%tc if minh_hoa %}"'],
    ),
    Case("number as a list", "{{ ky.nam | join }}", ['MA-064 đoạn 1, "{{ ky.nam | join }}"']),
    Case("raw never closed", "{% raw %}{{ ky.ten }}", ['MA-024 đoạn 1, "{% raw %}"']),
    Case("colspan outside a table", "{% colspan 2 %}a", ['MA-029 đoạn 1, "{% colspan 2 %}"']),
    Case(
        "tag in a text box",
        text_box("{{ ky.tenn }}"),
        ['MA-061 đoạn 1, "{{ ky.tenn }}"'],
    ),
    Case(
        "tag in an endnote",
        'a¦<w:r><w:endnoteReference w:id="1"/></w:r>',
        ['MA-061 chú thích cuối văn bản, đoạn 3, "{{ ky.tenn }}"'],
        {"endnotes": ["{{ ky.tenn }}"]},
    ),
    Case(
        "tag in an attribute",
        "a¦<w:fldSimple w:instr='HYPERLINK \"{{ ky.tenn }}\"'/>",
        ['MA-061 đoạn 1, "{{ ky.tenn }}"'],
    ),
    # -- as trials by designers wrote them --
    Case("capital letter of Word's own", "{{ Ky.ten }}", ['MA-060 đoạn 1, "{{ Ky.ten }}"']),
    Case(
        "filter called as a function",
        "{{ ti_le(sl.kiem_tra.so_xa, 5) }}",
        ['MA-060 đoạn 1, "{{ ti_le(sl.kiem_tra.so_xa, 5) }}"'],
    ),
    Case(
        "statement printed",
        "{{ if minh_hoa }}a{{ endif }}",
        ['MA-021 đoạn 1, "{{ if minh_hoa }}"', 'MA-060 đoạn 1, "{{ endif }}"'],
    ),
    Case(
        "end in two words",
        "{% for n in luu %}{{ n }}{% end for %}",
        ['MA-023 đoạn 1, "{% end for %}"', 'MA-024 đoạn 1, "{% for n in luu %}"'],
    ),
    Case("value as a statement", "{% ky.ten %}", ['MA-023 đoạn 1, "{% ky.ten %}"']),
    Case("empty statement", "a{% %}", ['MA-021 đoạn 1, "{% %}"']),
    Case(
        "number in quotes",
        "{% if ky.nam == '2022' %}a{% endif %}",
        ["MA-082 đoạn 1, \"{% if ky.nam == '2022' %}\""],
    ),
    Case(
        "text against a number",
        "{% if sl.ghi_chu > 5 %}a{% elif 1 < sl.kiem_tra.so_xa < '9' %}b{% endif %}",
        [
            'MA-082 đoạn 1, "{% if sl.ghi_chu > 5 %}"',
            "MA-082 đoạn 1, \"{% elif 1 < sl.kiem_tra.so_xa < '9' %}\"",
        ],
    ),
    Case(
        "text and number added", "{{ don_vi.ten + 1 }}", ['MA-082 đoạn 1, "{{ don_vi.ten + 1 }}"']
    ),
    Case(
        "days of a date",
        "{{ (ky.den_ngay - 1) | ngay }}",
        ['MA-082 đoạn 1, "{{ (ky.den_ngay - 1) | ngay }}"'],
    ),
    Case(
        "sums and comparisons that there are",
        "{{ sl.kiem_tra.so_xa + 1 - ky.nam * 2 / 3 }}{{ 'a' * 3 + don_vi.ten }}"
        "{% if ky.den_ngay > ky.tu_ngay and sl.ghi_chu == 'a' and ky.nam >= 2022 %}a{% endif %}"
        "{% if sl.chua_biet == 5 and 'a' in luu and sl.ghi_chu in ('a', 5) %}b{% endif %}",
        [],
    ),
    Case(
        "names of a text",
        "{% for i, n in luu %}{{ n }}{% endfor %}",
        ['MA-065 đoạn 1, "{% for i, n in luu %}"'],
    ),
    Case(
        "filter with too much",
        "{{ ky.ten | hoa(1) }}{{ ky.den_ngay | ngay('dd/mm') }}{{ 5 | so(1, 2, 3) }}",
        [
            'MA-021 đoạn 1, "{{ ky.ten | hoa(1) }}"',
            "MA-021 đoạn 1, \"{{ ky.den_ngay | ngay('dd/mm') }}\"",
            'MA-021 đoạn 1, "{{ 5 | so(1, 2, 3) }}"',
        ],
    ),
    Case(
        "chart of names that are none",
        "{{p bieu_do(sl.tap_huan, nhan='tenn', gia_tri='so_nguoi') }}\n"
        "{{p bieu_do(sl.tap_huan, nhan='ten', gia_tri={'A': 'nguoi'}) }}",
        [
            "MA-063 đoạn 1, \"{{p bieu_do(sl.tap_huan, nhan='tenn', gia_tri='so_nguoi') }}\"",
            "MA-063 đoạn 2, \"{{p bieu_do(sl.tap_huan, nhan='ten', gia_tri={'A': 'nguoi'}) }}\"",
        ],
    ),
    Case(
        "chart of a group",
        "{{p bieu_do(sl.kiem_tra, nhan='a', gia_tri='b') }}",
        ["MA-065 đoạn 1, \"{{p bieu_do(sl.kiem_tra, nhan='a', gia_tri='b') }}\""],
    ),
    Case(
        "chart of what",
        "{{p bieu_do(sl.tap_huan, nhan='ten') }}",
        ["MA-067 đoạn 1, \"{{p bieu_do(sl.tap_huan, nhan='ten') }}\""],
    ),
    Case(
        "chart that is right",
        "{{p bieu_do(sl.tap_huan, nhan='ten', gia_tri='so_nguoi') }}",
        [],
    ),
    Case(
        "footnote in a header",
        "a",
        ['MA-043 đầu trang, đoạn 1, "{{ sl.ghi_chu | chu_thich }}"'],
        {"header": "{{ sl.ghi_chu | chu_thich }}"},
    ),
    Case(
        "merge in a row that is not repeated",
        "| {% vm ky.ten %}{{ ky.ten }} |",
        ['MA-029 bảng 1, hàng 1, ô 1, "{% vm ky.ten %}"'],
    ),
    Case(
        "brace too many",
        "{{ ky.ten }}} và {{ ky.nam }} }",
        ['MA-070 đoạn 1, "{{ ky.ten }}}"'],
    ),
    Case("brace that is meant", "{tức {{ ky.ten }}} và {_{ {{ ky.ten }} }_}", []),
    Case(
        "word in the row of a loop",
        "| {%tr for n in luu %} | STT¶Ghi chú |\n| {{ n }} | b |\n| | {%tr endfor %} |",
        ['MA-083 bảng 1, hàng 1, ô 1, "{%tr for n in luu %}"'],
    ),
    Case(
        "docxtpl cannot: rows of a loop that print by intent",
        "| {%tr for n in luu %}{{ n }} | a |\n| {%tr endfor %} |",
        [],
    ),
    Case(
        "field of a mail merge",
        "| a¦<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
        "<w:r><w:instrText> MERGEFIELD  Tên_xã  \\* MERGEFORMAT </w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r> |",
        ['MA-070 bảng 1, hàng 1, ô 1, "MERGEFIELD Tên_xã \\* MERGEFORMAT"'],
    ),
    Case(
        "link to a file, in a cell",
        '| <w:hyperlink r:id="rId9"><w:r><w:t>a</w:t></w:r></w:hyperlink> |',
        ['MA-072 bảng 1, hàng 1, ô 1, "file:///C:/mau.docx"'],
        {"rels": [("rId9", "hyperlink", "file:///C:/mau.docx")]},
    ),
)
