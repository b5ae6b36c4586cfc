"""The codes of what is wrong with the shape of a file, FW1xx, and of an unknown audience.

In: nothing. Out: one `Code` a kind of fault, with what `firstwin explain` says about it.
"""

from __future__ import annotations

from firstwin.diagnostics import Code, Severity

ERROR = Severity.ERROR

UNKNOWN_KEY = Code(
    "FW101",
    ERROR,
    "Unknown key",
    "Every key has a meaning. A key firstwin does not know is usually a misspelt one, and what stands "
    "under it would be lost in silence.",
    wrong="- id: kickoff-call\n  titel: Hold the kickoff call",
    right="- id: kickoff-call\n  title: Hold the kickoff call",
)
MISSING_KEY = Code(
    "FW102",
    ERROR,
    "Missing key",
    "Some keys must be there: a step without a title cannot be shown.",
    wrong="- id: kickoff-call\n  days: 3-5",
    right="- id: kickoff-call\n  title: Hold the kickoff call\n  days: 3-5",
)
NO_VALUE = Code(
    "FW103",
    ERROR,
    "A key without a value",
    "A key with nothing behind it says nothing: it is neither the default nor empty text. `null` and `~` "
    "are read the same way. Write a value or remove the key.",
    wrong="owner:",
    right="owner: csm",
)
WRONG_KIND = Code(
    "FW104",
    ERROR,
    "A list, a mapping or text where something else belongs",
    "YAML knows text, lists (lines that begin with a dash) and mappings (keys with values). Each key "
    "takes one of them.",
    wrong="with:\n  champion: true",
    right="with:\n  - champion",
)
EMPTY = Code(
    "FW105",
    ERROR,
    "Something empty where something must stand",
    "Text in quotes with nothing in it, or an empty list or mapping where at least one entry is needed.",
    wrong='title: ""',
    right="title: Hold the kickoff call",
)
ID_FORM = Code(
    "FW106",
    ERROR,
    "Not an id",
    "Ids are permanent: progress is kept under them, and they stand in addresses. They are written in "
    "kebab-case: small letters, digits and single hyphens, beginning with a letter, at most 64 characters.",
    wrong="id: Kickoff_Call",
    right="id: kickoff-call",
)
NUMBER = Code(
    "FW107",
    ERROR,
    "Not a number",
    "Minutes, days and other counts are whole numbers from 1 to 99,999, written as digits alone. The minutes of steps, "
    "sessions and conversations may be a range: `30-60`.",
    wrong="minutes: 1 hour",
    right="minutes: 60",
)
FLAG = Code(
    "FW108",
    ERROR,
    "Neither true nor false",
    "Where something is so or not, write `true` or `false`. `yes`, `no`, `on` and `off` are text.",
    wrong="optional: yes",
    right="optional: true",
)
WORD = Code(
    "FW109",
    ERROR,
    "Not one of the words to choose from",
    "Some keys take one of a few words.",
    wrong="every: fortnight",
    right="every: 2 weeks",
)
STEP_TYPE = Code(
    "FW110",
    ERROR,
    "Unknown type of step",
    "A step is a task unless `type` says otherwise: meeting, training, email, data-import, milestone, "
    "review, survey, handoff or procedure. Tutorials, quizzes and documents are written in the library.",
    wrong="type: call",
    right="type: meeting",
)
OTHER_TYPE = Code(
    "FW111",
    ERROR,
    "A key that belongs to another type of step",
    "Each type adds keys of its own to those that all steps share: an agenda belongs to a meeting or a "
    "review, sessions belong to a training. A step that uses a library entry takes them from the entry.",
    wrong="- id: kickoff-call\n  title: Hold the kickoff call\n  agenda:\n    - Introductions",
    right="- id: kickoff-call\n  type: meeting\n  title: Hold the kickoff call\n  agenda:\n    - Introductions",
)
IN_LIBRARY = Code(
    "FW112",
    ERROR,
    "A tutorial, quiz or document written in a playbook",
    "The text of a tutorial, a quiz or a document lives in the library, once, and has one page for the whole site. A "
    "playbook uses it by its id, which is the file's name.",
    wrong="- id: connect-sso\n  type: tutorial",
    right="- use: connect-sso",
)
LOCKED = Code(
    "FW113",
    ERROR,
    "A key that a persona file may not adjust",
    "Two personas never hold different truths about one step. `adjust` may change title, summary, text, "
    "minutes, links and notes. Type, owner, window, needs, completion and audience stay the same for "
    "everybody; change them in the playbook.",
    wrong="adjust:\n  kickoff-call:\n    owner: admin",
    right="adjust:\n  kickoff-call:\n    minutes: 30",
)
WINDOW = Code(
    "FW114",
    ERROR,
    "Not a window",
    "A window is a number, a range, or a distance from an anchor: `10`, `3-5`, `1-4 after go-live`. The key "
    "says in which unit it counts: day, days, week, weeks, month or months.",
    wrong="days: day 3 to 5",
    right="days: 3-5",
)
RANGE = Code(
    "FW115",
    ERROR,
    "An impossible or reversed range",
    "Days count from 1, the start date; there is no day 0. A range runs from its first to its last day, and "
    "no plan is longer than 99,999 days.",
    wrong="days: 5-3",
    right="days: 3-5",
)
TWO_WINDOWS = Code(
    "FW116",
    ERROR,
    "Two windows in one place",
    "A step or phase has exactly one of `day`, `days`, `week`, `weeks`, `month` and `months`.",
    wrong="day: 10\nweek: 2",
    right="day: 10",
)
CONDITION = Code(
    "FW117",
    ERROR,
    "Not a condition",
    "`only_if` takes the id of a condition, the id after `not`, or a condition with the option that must be "
    "chosen. A list means all of them, `any_of` one of several.",
    wrong="only_if: if data is migrated",
    right="only_if: data-migration",
)
ADDRESS = Code(
    "FW118",
    ERROR,
    "Not an address a page may link to",
    "Links lead to full addresses that begin with https, http, mailto or tel. Anything else could run "
    "something in the reader's browser, or would lead nowhere. The host, the mailbox or the number has to be one, and "
    "nothing may hide where a link leads, such as a name before the host. The site itself is published at the "
    "address of a folder.",
    wrong="url: help.example.com",
    right="url: https://help.example.com",
)
ASSET = Code(
    "FW119",
    ERROR,
    "Not the path of a file beside this one",
    "Pictures lie in the project, in the folder of the file that names them or below it. Paths use forward "
    "slashes and never lead out of that folder.",
    wrong="image: ../../pictures/new-app.svg",
    right="image: images/new-app.svg",
)
COLOUR = Code(
    "FW120",
    ERROR,
    "Not a colour",
    "Colours are written as six hexadecimal digits after a #, in quotes because # begins a comment.",
    wrong="colour: dark blue",
    right='colour: "#0f4c81"',
)
VERSION = Code(
    "FW121",
    ERROR,
    "Unknown schema version",
    "`schema` names the version of firstwin's YAML that a file is written in. There is one so far: 1.",
    wrong="schema: 2",
    right="schema: 1",
)
OWNERS = Code(
    "FW122",
    ERROR,
    "More than two owners of an item",
    "An item is done by one role, or by two who do it together. If more have to do it, each has an item.",
    wrong="owner:\n  - admin\n  - champion\n  - csm",
    right="owner:\n  - admin\n  - champion",
)
STRAY_FILE = Code(
    "FW123",
    ERROR,
    "A YAML file in a place where none belongs",
    "Every YAML file below the folder of the playbooks has one of these places: a vocabulary file at its "
    "top; `playbook.yml` or a persona's file in a tier's folder; a library entry anywhere below `library/`. "
    "A file or folder whose name begins with `_` is not read.",
    wrong="playbooks/team/drafts/admin.yml",
    right="playbooks/team/admin.yml",
)
MISSING_FILE = Code(
    "FW124",
    ERROR,
    "A file that every project needs is missing",
    "A project has `tiers.yml` and `roles.yml`, and in each tier's folder a `playbook.yml`.",
)
DATE = Code(
    "FW125",
    ERROR,
    "Not a date",
    "Dates are days of the calendar, written as year, month and day with hyphens. A day that does not exist, "
    "such as the 30th of February, is none.",
    wrong="reviewed: 2.11.2026",
    right="reviewed: 2026-11-02",
)
OVERLAP = Code(
    "FW126",
    ERROR,
    "Folders that are not apart",
    "The playbooks, the theme, the project's own page templates (`templates`), the schemas (`schemas`) and what firstwin "
    "writes (`build`, `site`) are folders of their own; none is or holds another. What lies in the theme goes into every "
    "edition, so a theme among the playbooks would publish what is for the team alone, and what is built would be "
    "built again. Names that are one on Windows and macOS are one here, and a link is what it leads to.",
    wrong="theme: playbooks",
    right="theme: theme",
)
COUNTRY = Code(
    "FW130",
    ERROR,
    "Not a country whose holidays are known",
    "Deadlines keep clear of the holidays of a country. It is written as its two letters of ISO 3166, or with a region "
    "behind a hyphen, where that has holidays of its own.",
    wrong="holidays:\n  countries:\n    - Germany\n  years: 2026-2028",
    right="holidays:\n  countries:\n    - DE\n  years: 2026-2028",
)
YEARS = Code(
    "FW131",
    ERROR,
    "Not years",
    "The years whose holidays a site brings along are one year, or the first and the last of at most 20.",
    wrong="holidays:\n  countries:\n    - DE\n  years: next three",
    right="holidays:\n  countries:\n    - DE\n  years: 2026-2028",
)
TIME = Code(
    "FW132",
    ERROR,
    "Not a time of day",
    "A time of day has two digits for the hour, from 00 to 23, a colon, and two for the minutes.",
    wrong="meeting_time: 9 am",
    right="meeting_time: 09:00",
)
LINE = Code(
    "FW134",
    ERROR,
    "A text that a personal link cannot show as it is",
    "What stands in a customer's file is shown by their browser, as plain text and in one line. Nothing is filled in "
    "there, and there is nothing hidden in it.",
    wrong='notes:\n  - "You begin with {{ product.name }}"',
    right="notes:\n  - You begin with Cairn",
)
CELL = Code(
    "FW141",
    ERROR,
    "A cell without a column",
    "The rows of a table have cells for its columns, each by the id of the column. What stands under another id would be "
    "shown nowhere.",
    wrong="columns:\n  severity: Severity\n  answer: First answer\nrows:\n  - severity: Nobody can work\n    respond: 1 hour",
    right="columns:\n  severity: Severity\n  answer: First answer\nrows:\n  - severity: Nobody can work\n    answer: 1 hour",
)
ROW = Code(
    "FW142",
    ERROR,
    "A row without its heading",
    "The first column of a table says what each row is about; it is what a screen reader says before each cell, and what "
    "stands over the row on a phone.",
    wrong="columns:\n  severity: Severity\n  answer: First answer\nrows:\n  - answer: 1 hour",
    right="columns:\n  severity: Severity\n  answer: First answer\nrows:\n  - severity: Nobody can work\n    answer: 1 hour",
)
COLUMNS = Code(
    "FW143",
    ERROR,
    "A table that is too wide",
    "A table has two to six columns: more cannot be read on paper or in a small window. Two tables say the same.",
    wrong="columns: {a: A, b: B, c: C, d: D, e: E, f: F, g: G}",
    right="columns: {a: A, b: B, c: C, d: D}",
)
CHOICE = Code(
    "FW144",
    ERROR,
    "A field that is chosen and written at once",
    "A field with `options` is a choice: its reader picks one of them. Any other is of a kind (text, paragraph, number, date, "
    "email, address), and its reader writes it. One option leaves nothing to choose.",
    wrong="label: Where your data is kept\nkind: text\noptions:\n  - In Europe\n  - In America",
    right="label: Where your data is kept\noptions:\n  - In Europe\n  - In America",
)
TIME_LIMIT = Code(
    "FW244",
    ERROR,
    "Not a time limit",
    "`within` says how soon something has to be done where days are too coarse: in hours, or in working days. What has days "
    "at all is written as days: `days: 1-3`.",
    wrong="within: 4h",
    right="within: 4 hours",
)
ROWS = Code(
    "FW245",
    ERROR,
    "A table to fill in without rows, or with too many",
    "A table of a document has rows with something printed in them, rows to write in, or both. More than 20 to write in do "
    "not fit on a sheet of paper.",
    wrong="title: What is open\ncolumns:\n  what: What\n  who: Who",
    right="title: What is open\ncolumns:\n  what: What\n  who: Who\nempty_rows: 5",
)
UNKNOWN_AUDIENCE = Code(
    "FW501",
    ERROR,
    "Unknown audience",
    "There are three audiences: customer, partner and internal. What is marked for none of them would have "
    "to be shown to everybody or nobody, so the build stops.",
    wrong="audience: costumer",
    right="audience: customer",
)
SHAPE_CODES = tuple(value for value in globals().values() if isinstance(value, Code))
