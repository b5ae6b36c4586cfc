"""The kinds of fault stage 1 can find, FW001 to FW066.

FW001 to FW009 are about files and their names, FW010 to FW015 about what stands in a file as text,
FW020 to FW029 about YAML that firstwin does not take, FW030 to FW049 about lines that YAML reads
differently from what was meant, FW050 to FW059 about what is larger than anybody writes.
"""

from __future__ import annotations

from firstwin.diagnostics import Code, Severity
from firstwin.sources.limits import DEEPEST, LARGEST_FILE, LONGEST_TEXT, MOST_ENTRIES, MOST_FILES
from firstwin.sources.published_codes import PUBLISHED_CODES

ERROR, WARNING = Severity.ERROR, Severity.WARNING

MISSING = Code(
    "FW001",
    ERROR,
    "A file or folder that a project needs is not there",
    "A project is a folder with a `site_config.yml` and a folder of playbooks beside it. The folder is "
    "called `playbooks` unless `site_config.yml` names another one.",
    wrong="# beside it lies a folder playbooks\nplaybooks: playbook",
    right="playbooks: playbooks",
)
UNREADABLE = Code(
    "FW002",
    ERROR,
    "A file cannot be read",
    "The system refuses to open the file, or it is no file at all but a folder, a pipe or a device. Look at "
    "its permissions.",
)
OUTSIDE = Code(
    "FW003",
    ERROR,
    "A folder that is not inside the project",
    "`playbooks` and `theme` in `site_config.yml` name folders below the one that `site_config.yml` lies in, "
    "with forward slashes. They cannot be absolute, climb with `..`, or be the project itself: what lies "
    "outside a project is never read, so it can never be published by mistake.",
    wrong="playbooks: ../other-team/playbooks",
    right="playbooks: playbooks",
)
LINK = Code(
    "FW004",
    ERROR,
    "A symbolic link leads out of the project, in a circle, or nowhere",
    "Links are followed only to what the project itself publishes. A link to anything else could bring files "
    "into the site that nobody meant to publish, so it is refused by name. Put a copy there instead.",
)
ENDING = Code(
    "FW005",
    ERROR,
    "A YAML file does not end in .yml",
    "All playbook files end in `.yml`, so that a reference to one can be written in only one way.",
    wrong="playbooks/roles.yaml",
    right="playbooks/roles.yml",
)
SAME_NAME = Code(
    "FW006",
    ERROR,
    "Two names differ only by case or by how an accent is written",
    "Windows and macOS take the two for the same name, so one would overwrite the other there.",
    wrong="playbooks/library/images/Setup.svg\nplaybooks/library/images/setup.svg",
    right="playbooks/library/images/setup.svg\nplaybooks/library/images/setup-done.svg",
)
BAD_NAME = Code(
    "FW007",
    ERROR,
    "A name that some systems refuse",
    "Windows refuses names such as `con` and `aux`, names that end in a dot or a space, and names with any of "
    '`< > : " | ? * \\` in them. Nobody on such a system could check the project out.',
    wrong="playbooks/library/images/aux.svg",
    right="playbooks/library/images/auxiliary.svg",
)
LONG_NAME = Code(
    "FW008",
    ERROR,
    "A path that is too long",
    "Windows refuses paths of more than 260 characters. firstwin allows 200 inside a project, so that there "
    "is room for the folder it lies in and for the folders of the built site.",
)
TOO_LARGE = Code(
    "FW009",
    ERROR,
    "A YAML file that is too large",
    f"A YAML file may have at most {LARGEST_FILE:,} bytes (1 MiB), some 25,000 lines. Anything larger is not a playbook written by "
    "hand. Split it: library entries can have a file each.",
)
ENCODING = Code(
    "FW010",
    ERROR,
    "A file that is not UTF-8 text",
    "YAML files are saved as UTF-8, with or without a byte order mark. Every editor can do that: look for "
    "'Save with encoding' or for the encoding in the status bar.",
)
CONTROL = Code(
    "FW011",
    ERROR,
    "A control character in a file",
    "Control characters come from copying out of other programs. They show as nothing or as a box, and YAML "
    "does not allow them. An escape in double quotes that stands for one, such as `\\x1b`, is no better: pages cannot "
    "show it. Delete the character and type what should be there.",
)
REORDERING = Code(
    "FW012",
    ERROR,
    "A hidden character that reorders text",
    "Direction overrides and isolates make a line look different from what is in it, so a reviewer cannot see "
    "what was changed. Delete the character. Where it is truly meant, write it in double quotes as an escape.",
    wrong="title: Pay U+202E(hidden)txt",
    right='title: "Pay \\u202Etxt"',
)
INVISIBLE = Code(
    "FW013",
    WARNING,
    "An invisible character",
    "Characters of no width come along when text is copied from a web page. Search does not find words that "
    "contain them. Delete the character. Where it is truly meant, write it in double quotes as an escape.",
    wrong="title: Single sign-U+200B(hidden)on",
    right="title: Single sign-on",
)
SPACE = Code(
    "FW014",
    ERROR,
    "A space that YAML does not take for one",
    "A no-break space looks like a space, but at the beginning of a line, after a colon or after a dash YAML "
    "takes it for a letter. It comes from Option+Space on a Mac and from copying out of web pages.",
    wrong="id: kickoff-call\ntitle:U+00A0(no-break space)Hold the kickoff call",
    right="id: kickoff-call\ntitle: Hold the kickoff call",
)
TAB = Code(
    "FW015",
    ERROR,
    "A tab where YAML wants spaces",
    "YAML lines are indented with spaces only. Most editors can change the tabs of a file into spaces.",
    wrong="notes:\n\tinternal: Read the handoff document first.",
    right="notes:\n  internal: Read the handoff document first.",
)
CONFLICT = Code(
    "FW016",
    ERROR,
    "A conflict that git left",
    "Where two people have changed the same lines, git writes both versions into the file, between lines of seven "
    "`<`, `=` and `>`. Keep one version, or make one of the two, and delete those lines.",
    wrong="title: Plan together\n<<<<<<< HEAD\ndays: 1-14\n=======\ndays: 1-10\n>>>>>>> shorter",
    right="title: Plan together\ndays: 1-14",
)

EMPTY = Code(
    "FW020",
    ERROR,
    "An empty file",
    "A playbook file says something. Delete the file, or begin its name with `_` to keep it aside: such files "
    "are not read.",
)
NOT_A_MAPPING = Code(
    "FW021",
    ERROR,
    "A file that does not consist of keys and values",
    "At the top of every playbook file stand keys with values, not a list and not a text.",
    wrong="- id: csm\n  title: Customer success manager",
    right="roles:\n  csm:\n    title: Customer success manager",
)
TWO_DOCUMENTS = Code(
    "FW022",
    ERROR,
    "Two documents in one file",
    "A line of three dashes begins a second YAML document. A playbook file holds one. Give each its own file.",
    wrong="title: One\n---\ntitle: Two",
    right="title: One",
)
TOO_DEEP = Code(
    "FW023",
    ERROR,
    "Nested too deeply",
    f"No playbook needs more than {DEEPEST} levels. Look for brackets that were never closed.",
    wrong="title: [[[[ ... ]]]]",
    right='title: "[[[[ ... ]]]]"',
)
DUPLICATE_KEY = Code(
    "FW024",
    ERROR,
    "A key that stands twice in one place",
    "YAML would keep one of the two values and drop the other in silence.",
    wrong="title: Hold the kickoff call\ntitle: Kick off",
    right="title: Hold the kickoff call",
)
KEY = Code(
    "FW025",
    ERROR,
    "A key that is not plain text",
    "Keys are words. A list, a mapping or nothing cannot be a key.",
    wrong="[admin, champion]: Both sign",
    right="both-sign: Admin and champion sign",
)
ANCHOR = Code(
    "FW026",
    ERROR,
    "An anchor, an alias or a merge key",
    "`&name`, `*name` and `<<` let one place of a file repeat another. Playbooks do not use them: what is used "
    "more than once goes into `library/` and is used by its id, so that a reader finds it and a message can "
    "name its place.",
    wrong="first: &team\n  - champion\nsecond: *team",
    right="first:\n  - champion\nsecond:\n  - champion",
)
TAG = Code(
    "FW027",
    ERROR,
    "A YAML tag",
    "`!name` and `!!name` tell YAML which kind of value follows. Playbooks do not use tags: the key decides. "
    "If the text begins with an exclamation mark, put it in quotes.",
    wrong="version: !!str 1.10",
    right="version: 1.10",
)

OPENING_SIGN = Code(
    "FW030",
    ERROR,
    "Text that begins with a sign that means something to YAML",
    'A text without quotes may not begin with any of `* & ! [ ] { } > | @ % , # "` or a backtick, nor with a '
    "dash or a question mark and a space. YAML would read a list, a comment or something else. Put the whole "
    "text in quotes.",
    wrong="title: @mention a colleague",
    right='title: "@mention a colleague"',
)
FILL_IN = Code(
    "FW031",
    ERROR,
    "Text that begins with {{",
    "YAML reads `{` at the beginning of a text as the start of a mapping. Put the whole text in quotes. "
    "Further on in a text, `{{ product.name }}` needs none.",
    wrong="title: {{ product.name }} for administrators",
    right='title: "{{ product.name }} for administrators"',
)
COLON = Code(
    "FW032",
    ERROR,
    "A colon inside a text without quotes",
    "YAML takes a colon followed by a space for the end of a key. Put the whole text in quotes.",
    wrong="title: Day one: sign in",
    right='title: "Day one: sign in"',
)
INNER_QUOTE = Code(
    "FW033",
    ERROR,
    "Text goes on after the closing quote",
    "A text that begins with a quote ends at the next quote of the same kind. Put the whole text in quotes of "
    "the other kind.",
    wrong='title: "Getting started" guide',
    right="title: '\"Getting started\" guide'",
)
OPEN_QUOTE = Code(
    "FW034",
    ERROR,
    "A quote that is not closed",
    "A text that begins with a quote must end with the same quote, on the same line or on a following line "
    "that is indented deeper than its key.",
    wrong='title: "Hold the kickoff call',
    right='title: "Hold the kickoff call"',
)
FLOW_COMMA = Code(
    "FW035",
    ERROR,
    "A comma in a text inside { }",
    "Inside `{ }` a comma ends the value, and what follows it becomes a key. Put the text in quotes, or write "
    "the keys on lines of their own.",
    wrong="save: {do: Click save, then close}",
    right='save: {do: "Click save, then close"}',
)
INDENTATION = Code(
    "FW036",
    ERROR,
    "A line that is indented wrongly",
    "What belongs together begins in the same column: the keys of one mapping, the dashes of one list.",
    wrong="id: kickoff\n title: Plan together",
    right="id: kickoff\ntitle: Plan together",
)
MISSING_SPACE = Code(
    "FW037",
    ERROR,
    "No space after a colon or a dash",
    "YAML takes a colon for the end of a key, and a dash for the beginning of a list entry, only when a space "
    "follows.",
    wrong="title:Plan together",
    right="title: Plan together",
)
MISSING_COLON = Code(
    "FW038",
    ERROR,
    "A line without a key",
    "Where keys and values stand, every line is `key: value`, or is indented deeper and continues the text "
    "above it.",
    wrong="title: Plan together\ndays 1-14",
    right="title: Plan together\ndays: 1-14",
)
TEXT_CUT = Code(
    "FW039",
    ERROR,
    "Text that is cut off at #",
    "YAML takes a space and `#` for the beginning of a comment: the rest of the line is not part of the text. "
    "If it is text, put the whole in quotes. If it is a comment, put it on a line of its own.",
    wrong="title: Watch ticket #42",
    right='title: "Watch ticket #42"',
)
OPEN_BRACKET = Code(
    "FW040",
    ERROR,
    "A bracket that is not closed",
    "A value that begins with `[` or `{` is a list or a mapping and ends with the same kind of bracket.",
    wrong="with: [champion, csm",
    right="with: [champion, csm]",
)
BACKSLASH = Code(
    "FW041",
    ERROR,
    "A backslash in double quotes",
    "In double quotes a backslash begins an escape such as `\\n`. In single quotes it is a backslash.",
    wrong='path: "C:\\Users"',
    right="path: 'C:\\Users'",
)
SWALLOWED = Code(
    "FW042",
    ERROR,
    "A line that YAML takes for more of the text above",
    "A line that is indented deeper than the key above it continues that key's text, even if it begins with a "
    "dash. To write a list, leave nothing behind the key.",
    wrong="agenda: In this order\n  - Introductions\n  - Goals",
    right="agenda:\n  - Introductions\n  - Goals",
)
BLOCK = Code(
    "FW043",
    ERROR,
    "The text of a block is not indented",
    "The text that belongs to `>` or `|` begins on the next line, indented deeper than the key.",
    wrong="summary: >\nFrom signature to a first outcome.",
    right="summary: >\n  From signature to a first outcome.",
)
NOT_YAML = Code(
    "FW049",
    ERROR,
    "A line that is not YAML",
    "YAML cannot make sense of the file from here on, and firstwin knows no likely reason. Look at the "
    "indentation, the quotes and the brackets on this line and on the one before.",
)
TOO_LONG = Code(
    "FW050",
    ERROR,
    "A text that is too long",
    f"A text may have at most {LONGEST_TEXT:,} characters, some twenty minutes of speech. Nobody reads more in one "
    "piece: make several steps, actions or library entries of it.",
)
TOO_MANY = Code(
    "FW051",
    ERROR,
    "A list or mapping with too many entries",
    f"A list or mapping may have at most {MOST_ENTRIES:,} entries. What has more was made by a program, and no page "
    "could show it.",
)
TOO_MANY_FILES = Code(
    "FW052",
    ERROR,
    "Too many files",
    f"The folder of the playbooks may have at most {MOST_FILES:,} files and folders, all that lie below it counted. "
    "What has a name that begins with `_` or a dot is not counted.",
)
TABLE_COLUMNS = Code(
    "FW057",
    ERROR,
    "A table of customers without the right columns",
    "The first row of a table of customers names its columns. `name`, `tier`, `persona` and `person` are needed, and none "
    "may be there twice; all columns that firstwin does not know are passed on as they are.",
)
TABLE_QUOTE = Code(
    "FW058",
    ERROR,
    "A cell of a table whose quote is not closed",
    "A cell that begins with a double quote goes on up to the next one, over the ends of lines as well. Inside it, a quote "
    "is written twice.",
)

LEFT_OUT = Code(
    "FW059",
    WARNING,
    "A file of the theme that is in no site",
    "What lies in `theme/` goes over what firstwin has by the same path: `theme/404.html`, `theme/partials/header.html`. Style "
    "sheets, scripts, pictures and fonts are published as they are. An HTML page of your own, a PDF or a text is not: "
    "nothing leads to it. Pages of your own are Markdown in `pages/`, downloads lie in `files/`. Names that begin with `_` or a dot are passed over.",
)

SOURCE_CODES = (
    *(value for value in tuple(globals().values()) if isinstance(value, Code)),
    *PUBLISHED_CODES,
)
