"""The table of events in docs/events.md, out of the types in theme/scripts/events.ts.

In: the source of the types, and the page. Out: the page with the table of today. The types are the one list; this reads
the form in which they are written, and stops where a line has another.
"""

import re

MARK = "<!-- events: `make docs` writes what follows, from theme/scripts/events.ts -->\n"

_list = re.compile(r"^export interface Events \{\n(.*?)^\}$", re.MULTILINE | re.DOTALL)
_event = re.compile(r'  /\*\* (?P<when>.+) \*/\n  "(?P<name>[a-z-]+)": \{ (?P<detail>.+) \};\n')


def events_page(page: str, types: str) -> str:
    """The page, with each event: its name, when it happens, and what its `detail` holds."""
    listed = _list.search(types)
    if not listed:
        raise ValueError("there is no `interface Events`")
    rest = _event.sub("", listed[1])
    if rest:
        raise ValueError(f"not an event with its sentence: {rest}")
    head, mark, _ = page.partition(MARK)
    rows = (
        f"| `firstwin:{event['name']}` | {event['when']} | {_fields(event['detail'])} |\n"
        for event in _event.finditer(listed[1])
    )
    return f"{head}{mark}\n| event | when | `detail` |\n|---|---|---|\n{''.join(rows)}"


def _fields(detail: str) -> str:
    fields = (field.partition(": ") for field in detail.split("; "))
    return "<br>".join(
        f"`{name}`: {' or '.join(f'`{kind}`' for kind in kinds.split(' | '))}"
        for name, _, kinds in fields
    )
