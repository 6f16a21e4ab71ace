"""Problems as SARIF and as GitHub's workflow commands."""

from __future__ import annotations

import json

from generator.lint.reports import github, sarif
from generator.problem import Message, Problem, Severity, Where

IN_A_CELL = Problem(
    code="MA-061",
    message=Message("“ky” không có “tenn”", "no"),
    hint=Message("viết “ky.ten”", "write it"),
    where=Where(
        file="templates/so/báo cáo.docx",
        part=Message("thân văn bản", "body"),
        table=1,
        table_row=2,
        table_cell=3,
        tag="{{ ky.tenn }}",
    ),
)
IN_A_LINE = Problem(
    code="MA-301",
    message=Message("sai 100%\nhai dòng", "wrong"),
    where=Where(file="de,cuong.md", line=7),
    severity=Severity.WARNING,
)


def test_sarif_has_what_the_standard_asks_for() -> None:
    log = json.loads(json.dumps(sarif([IN_A_CELL, IN_A_LINE, IN_A_LINE])))

    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["name"] == "baocao lint"
    assert [rule["id"] for rule in rules] == ["MA-061", "MA-301"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note", "none"}
        assert result["message"]["text"]


def test_sarif_tells_the_place_inside_a_word_file() -> None:
    result = sarif([IN_A_CELL])["runs"][0]["results"][0]  # type: ignore[index]  # a plain object

    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "templates/so/b%C3%A1o%20c%C3%A1o.docx"}
            },
            "logicalLocations": [
                {
                    "fullyQualifiedName": 'thân văn bản, bảng 1, hàng 2, ô 3, "{{ ky.tenn }}"',
                }
            ],
        }
    ]
    assert result["properties"] == {
        "table": 1, "table_row": 2, "table_cell": 3, "tag": "{{ ky.tenn }}",
    }  # fmt: skip
    assert result["message"]["text"] == "“ky” không có “tenn” → viết “ky.ten”"


def test_sarif_tells_the_line_of_an_outline() -> None:
    result = sarif([IN_A_LINE])["runs"][0]["results"][0]  # type: ignore[index]  # a plain object

    physical = result["locations"][0]["physicalLocation"]
    assert physical["region"] == {"startLine": 7, "startColumn": 1}
    assert "logicalLocations" not in result["locations"][0]


def test_nothing_wrong_is_a_log_without_results() -> None:
    assert sarif([])["runs"][0]["results"] == []  # type: ignore[index]  # a plain object


def test_a_workflow_command_is_one_line_with_its_signs_escaped() -> None:
    assert github([IN_A_CELL, IN_A_LINE]) == [
        (
            "::error file=templates/so/báo cáo.docx,title=MA-061::thân văn bản, bảng 1, hàng 2, "
            'ô 3, "{{ ky.tenn }}": “ky” không có “tenn” → viết “ky.ten”'
        ),
        "::warning file=de%2Ccuong.md,line=7,title=MA-301::sai 100%25%0Ahai dòng",
    ]
