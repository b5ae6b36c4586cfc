"""Long texts taken apart at their headings."""

import pytest

from firstwin.text import TextSection, faults, heading_faults, sections

TEXT = """\
Before.

## One {{ product.name }}

- an item

```
## no heading
```

### Below `it` ##
Right below.
## Two"""


def test_a_text_is_its_sections() -> None:
    assert sections(TEXT) == (
        TextSection(0, "", "Before."),
        TextSection(2, "One {{ product.name }}", "- an item\n\n```\n## no heading\n```"),
        TextSection(3, "Below `it`", "Right below."),
        TextSection(2, "Two", ""),
    )
    assert list(heading_faults(TEXT)) == []
    assert faults(TEXT, {}, headings=True) == []


def test_a_text_without_headings_is_one_section() -> None:
    assert sections("Only\n\nthis.") == (TextSection(0, "", "Only\n\nthis."),)


def test_nothing_stands_before_the_first_heading() -> None:
    assert sections("## First\n") == (TextSection(2, "First", ""),)


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        (
            "a\n\n# Title",
            2,
            "`#` makes no heading of a page: its title stands in `title`",
            "write `## ` before a heading, and `### ` before one below it",
        ),
        (
            "#### Deep",
            0,
            "`####` makes no heading of a page: its title stands in `title`",
            "write `## ` before a heading, and `### ` before one below it",
        ),
        ("### Below", 0, "`###` stands below no heading with `##`", "write `## ` before this one"),
        ("##\n\ntext", 0, "this heading says nothing", "write it, or remove the line"),
        (
            "Text\n---\nmore",
            0,
            "a line below a text makes it a heading",
            "write `## ` before the heading, or leave a blank line between the two",
        ),
    ],
)
def test_what_is_wrong_with_a_heading_is_said(
    text: str, line: int, message: str, hint: str
) -> None:
    assert [(one.line, one.message, one.hint) for one in heading_faults(text)] == [
        (line, message, hint)
    ]


def test_a_heading_in_a_list_is_none() -> None:
    text = "## One\n\n- ## Two"
    assert sections(text) == (TextSection(2, "One", "- ## Two"),)
    assert [one.message for one in faults(text, {}, headings=True)] == [
        "a heading is not part of the Markdown used here"
    ]


def test_other_texts_have_no_headings() -> None:
    assert [one.message for one in faults("## One", {})] == [
        "a heading is not part of the Markdown used here"
    ]
