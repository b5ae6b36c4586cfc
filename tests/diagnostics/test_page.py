"""The page of all codes: a chapter for each hundred, each code with what it means and its examples."""

from firstwin.diagnostics import Code, Severity
from firstwin.diagnostics.page import codes_page

BRIEF = Code("FW102", Severity.ERROR, "A missing key", "Something must stand here.")
SHOWN = Code(
    "FW301",
    Severity.WARNING,
    "Too late",
    "It ends later.",
    wrong="day: 40",
    right="```\nday: 4\n```",
)


def test_codes_stand_in_their_chapters_by_their_numbers() -> None:
    page = codes_page([SHOWN, BRIEF])
    headings = [line for line in page.splitlines() if line.startswith("#")]
    assert headings == [
        "# Diagnostics",
        "## The shape of a file",
        "### FW102: A missing key",
        "## Time and needs",
        "### FW301: Too late",
    ]


def test_a_code_says_how_bad_it_is_and_shows_what_is_right() -> None:
    page = codes_page([BRIEF, SHOWN])
    assert "*Error.* Something must stand here.\n\n## Time" in page
    assert "*Warning.* It ends later.\n\nWrong:\n\n```\nday: 40\n```\n" in page


def test_an_example_with_a_fence_stands_in_a_longer_one() -> None:
    assert "Right:\n\n````\n```\nday: 4\n```\n````\n" in codes_page([SHOWN])
