"""PO files as translators' tools write them, and as people do."""

from hypothesis import given
from hypothesis import strategies as st

from firstwin.words.po import read_po

FILE = """\
# A comment of a translator.
msgid ""
msgstr ""
"Language: de\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#. What a page is called.
#. On two lines.
#: pages/titles.py
msgctxt "page"
msgid "Help"
msgstr "Hilfe"

#, fuzzy, python-brace-format
#| msgid "Plan"
msgctxt "page"
msgid "Guide"
msgstr "Führer"
msgctxt "page"
msgid "Say \\"yes\\"\\tor\\\\no"
msgstr ""
"Sag "
"\\"ja\\"\\n"

msgctxt "phase"
msgid "{number} step"
msgid_plural "{number} steps"
msgstr[0] "{number} Schritt"
msgstr[1] "{number} Schritte"

#~ msgid "Gone"
#~ msgstr "Weg"
"""


def test_entries_with_their_comments_and_places() -> None:
    file = read_po(FILE)
    header, help_, guide, quoted, steps = file.entries

    assert file.faults == ()
    assert header.is_header
    assert (help_.context, help_.message, help_.forms) == ("page", "Help", ("Hilfe",))
    assert help_.comments == ("What a page is called.", "On two lines.")
    assert (help_.place.line, help_.places[0].line) == (11, 12)
    assert (quoted.message, quoted.forms) == ('Say "yes"\tor\\no', ('Sag "ja"\n',))
    assert (steps.plural, steps.forms) == (
        "{number} steps",
        ("{number} Schritt", "{number} Schritte"),
    )
    assert [entry.is_filled for entry in (help_, guide, quoted, steps)] == [True, False, True, True]


def test_the_header_says_what_the_file_is() -> None:
    assert read_po(FILE).header == {
        "Language": "de",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }


def test_ends_of_lines_and_marks_of_order_change_nothing() -> None:
    assert read_po("\ufeff" + FILE.replace("\n", "\r\n")).entries == read_po(FILE).entries


def test_a_fault_leaves_the_rest_as_it_is() -> None:
    file = read_po(FILE.replace('"Hilfe"', '"Hilfe'))
    assert [entry.message for entry in file.entries] == [
        *("", "Guide", 'Say "yes"\tor\\no', "{number} step")
    ]
    assert [fault.place.line for fault in file.faults] == [12]


def test_many_forms_are_in_the_order_of_their_numbers() -> None:
    forms = "\n".join(f'msgstr[{form}] "{form}"' for form in reversed(range(12)))
    (entry,) = read_po(f'msgid "a"\nmsgid_plural "b"\n{forms}\n').entries
    assert entry.forms == tuple(map(str, range(12)))


@given(st.text())
def test_whatever_a_file_holds_is_read_or_told(text: str) -> None:
    file = read_po(text)
    lines = len(text.splitlines())
    assert all(1 <= fault.place.line <= max(lines, 1) for fault in file.faults)
    assert all(fault.hint for fault in file.faults)


@given(
    st.lists(
        st.sampled_from(
            [
                *('msgctxt "a"', 'msgid "b"', 'msgid_plural "c"', 'msgstr "d"', 'msgstr[0] "e"'),
                *('"f"', "", "# g", "#, fuzzy", "#~ msgid", "msgstr", "msgid 'h'"),
                *('msgstr[99] "i"', '"j', "\\"),
            ]
        )
    )
)
def test_whatever_order_lines_are_in_they_are_read_or_told(lines: list[str]) -> None:
    file = read_po("\n".join(lines))
    said = [line for line in lines if line and not line.startswith("#")]
    assert bool(said) == bool(file.entries or file.faults)
