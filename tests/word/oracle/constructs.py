"""The constructs of the tag dialect, as leaves that stand in a line and frames that hold a line.

Every leaf is tried in every frame, and every frame in every part that tags are replaced in. The
leaves of one frame share a document, so that the whole product stays quick.
"""

from __future__ import annotations

from docxtpl import Listing, RichText

CONTEXT = {
    "ten": "Sở Nội vụ",
    "ky_tu": "A & B <c> \"d\" 'e'",
    "giong_the": "{{ 7 * 7 }}",
    "n": 2,
    "co": True,
    "khong": False,
    "rong": "",
    "ds": [{"a": "một", "b": ["x", "y"]}, {"a": "hai & ba", "b": ["z"]}, {"a": "bốn", "b": []}],
    "trong_rong": [],
    "nhieu_dong": "dòng một\ndòng hai",
    "tab": "trái\tphải",
    "liet_ke": Listing("một & hai\nba\tbốn"),
    "doan_moi": Listing("đoạn một\ađoạn hai\nvẫn đoạn hai\ađoạn ba"),
    "sang_trang": Listing("trang một\ftrang hai"),
    "rich": RichText("đậm & <nghiêng>", bold=True, italic=True, color="#FF0000", size=28),
}

PROOF = '<w:proofErr w:type="spellStart"/>'

LEAVES = {
    "value": "a {{ ten }} b",
    "two values": "{{ ten }}{{ n }}",
    "escaped value": "{{ ky_tu }}",
    "value that looks like a tag": "{{ giong_the }}",
    "empty value": "[{{ rong }}]",
    "number": "{{ n * 1.5 }}",
    "filter": "{{ ten | upper }} {{ ds | length }}",
    "filter with an argument": "{{ ds | map(attribute='a') | join(', ') }}",
    "test": "{{ 'chẵn' if n is even else 'lẻ' }}",
    "comparison": "{{ 'a' if n < 3 and n > 1 else 'b' }}",
    "inline if": "a{% if co %} có{% else %} không{% endif %} b",
    "inline elif": "{% if khong %}x{% elif n == 2 %}hai{% endif %}",
    "inline for": "{% for x in ds %}{{ loop.index }}. {{ x.a }}; {% endfor %}",
    "inline for else": "{% for x in trong_rong %}{{ x }}{% else %}không có{% endfor %}",
    "set": "{% set k = n + 1 %}{{ k }}",
    "comment": "a{# không in #}b",
    "raw": "{% raw %}{{ ten }}{% endraw %}",
    "escaped delimiters": "{_{ ten }_} {_% if %_}",
    "smart quotes": "{{ “x” ~ ‘y’ }}",
    "split in the name": "a {{ t¦en }} b",
    "split in the braces": "a {¦{ ten }¦} b",
    "split at every sign": "{¦%¦ ¦i¦f¦ ¦co¦ ¦%¦}¦có¦{¦%¦ ¦endif¦ ¦%¦}",
    "split by a proofing mark": f"{{{{ t¦{PROOF}¦en }}}}",
    "split with formats": "{{ t¦<w:r><w:rPr><w:b/></w:rPr><w:t>e</w:t></w:r>¦n }} sau",
    "line break in a value": "{{ nhieu_dong }}",
    "tab in a value": "{{ tab }}",
    "listing": "a {{ liet_ke }} b",
    "listing, new paragraphs": "{{ doan_moi }}",
    "listing, new page": "{{ sang_trang }}",
    "rich text": "a {{r rich }} b",
    "run tag": "a {%r if co %}có{%r endif %} b",
    "break beside a tag": "a¦<w:r><w:br/></w:r>¦{{ ten }}",
    "tab beside a tag": "<w:r><w:rPr><w:i/></w:rPr><w:tab/><w:t>{{ ten }}</w:t></w:r>",
}

FRAMES = {
    "paragraph": "{}",
    "paragraph if": "{{%p if co %}}\n{}\n{{%p else %}}\nkhông\n{{%p endif %}}",
    "paragraph if not": "{{%p if khong %}}\n{}\n{{%p endif %}}\nsau",
    "paragraph for": "{{%p for x in ds %}}\n{}\n{{%p endfor %}}",
    "paragraph comment": "{{#p không in #}}\n{}",
    "inline for": "{{% for d in ds %}}\n{}\n{{% endfor %}}",
    "cell": "| trước | {} |",
    "paragraph for in a cell": "| {{%p for x in ds %}}¶{}¶{{%p endfor %}}¶cuối |",
    "row for": "| {{%tr for x in ds %}} | |\n| {{{{ x.a }}}} | {} |\n| {{%tr endfor %}} | |",
    "row if": "| {{%tr if co %}} |\n| {} |\n| {{%tr else %}} |\n| không |\n| {{%tr endif %}} |",
    "row comment": "| {{#tr không in #}} | |\n| {} | b |",
    "row for in row for": (
        "| {{%tr for x in ds %}} |\n| {{{{ x.a }}}} |\n| {{%tr for y in x.b %}} |\n| {} |\n"
        "| {{%tr endfor %}} |\n| {{%tr endfor %}} |"
    ),
    "cell for": "| đầu | {{%tc for x in ds %}} | {} | {{%tc endfor %}} |\n| a | b | c | d |",
    "cell if": "| đầu | {{%tc if co %}} | {} | {{%tc endif %}} |",
    "colspan": "| {{% colspan n %}}{} |\n| a | b |",
    "cellbg": "| {{% cellbg 'FFDD00' %}}{} | b |",
    "vertical merge": (
        "| {{%tr for x in ds %}} | |\n| {{% vm %}}{} | {{{{ x.a }}}} |\n| {{%tr endfor %}} | |"
    ),
    "horizontal merge": "| {{%tc for x in ds %}} | {{% hm %}}{} | {{%tc endfor %}} |",
}
