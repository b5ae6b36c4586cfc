"""The examples of `firstwin explain` are true: the wrong one gets its code and no other, the right one none."""

import re
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from tests.edits import SMALL
from tests.files import lay as lay_files
from tests.rules.examples import Bed, lay
from tests.sources.test_examples import YAML_CODES

from firstwin.loading import check
from firstwin.rules import CODES

TODAY = date(2026, 8, 1)

CONFIG = "site_config.yml"
PERSONA = "playbooks/team/champion.yml"

STEP, STEPS, PHASES, TOP = Bed("step"), Bed("steps"), Bed("phases"), Bed("top")
CONFIGURATION, PERSONAS = Bed("top", CONFIG), Bed("top", PERSONA)
OWN_WORDS = Bed("top", "theme/words/en.po")
BRAND = Bed("top", CONFIG, "brand:\n  @")
ITEM = Bed("step", around="items:\n  example:\n    text: Tick it\n    @")
ACTION = Bed(
    "top",
    "playbooks/library/connect-sso.yml",
    "actions:\n  example:\n    do: Open it.\n    @",
)
SHOWN = Bed("top", ACTION.file, f"{ACTION.around}\n    alt: A page")

MINUTES = Bed(
    "top",
    "playbooks/tiers.yml",
    """tiers:
  team:
    title: Team
    summary: Up to fifty people.
    first_value: {day: 20, source: Plans of the last year}
    @""",
)
REMINDER = Bed(
    "steps",
    beside={
        "playbooks/library/reminder.yml": """type: email
title: Remind them
to: [admin]
subject: Still to do
body: "It is due on {{ set.deadline }}."
parameters:
  deadline:
    title: The day
done_when: It is sent.
"""
    },
)
FAILURE = Bed(
    "top",
    "playbooks/failures.yml",
    """failures:
  example:
    title: Nobody answers
    signs: [Two calls were missed.]
    prevention: Agree on the dates.
    @""",
)
SPONSOR = Bed(
    "steps",
    beside={
        "playbooks/roles.yml": "roles:\n  sponsor: {title: Sponsor, side: customer, summary: Pays}\n",
        "playbooks/team/sponsor.yml": "persona: sponsor\ngoal: You know what it brings.\nsummary: You decide.\n",
    },
)
POWER_USER = Bed(
    "steps",
    beside={
        "playbooks/roles.yml": "roles:\n  power-user: {title: Power user, side: customer, summary: Shows it}\n"
    },
)
IN_A_FILE = """title: Prepare it
days: 1-30
owner: champion
outcome: It is prepared.
steps:
  - {{id: {0}-first, title: Do it first, done_when: It is done.}}
"""
FIRST_VALUE = Bed("steps", cut="        first_value: true\n")
METRICS = Bed(
    "top",
    "playbooks/metrics.yml",
    """metrics:
  activation:
    title: Activation rate
    meaning: How many have begun.
    formula: begun / invited
  @""",
)
CUSTOMER = Bed(
    "top",
    "customers/example.yml",
    "name: Example\ntier: team\npersonas:\n  admin: Ada\n@",
)
DRAWN = "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"
TABLE = Bed("step", around="tables:\n  - title: Example\n    @")
FORM = Bed(
    "top",
    "playbooks/library/signed.yml",
    "type: document\ntitle: Signed\ndone_when: It is signed.\n"
    "sections:\n  - title: Signed\n    tables:\n      example:\n        @",
    beside={"pages/sign.md": "---\ntitle: Sign\n---\nSign [it](document:signed).\n"},
)
QUESTIONS = """conditions:
  data-migration:
    question: Do you bring data from another tool?
    label: if you bring data
    label_not: if you bring no data
  hosting:
    question: Who hosts Acme for you?
    label: depending on who hosts it
    options: {cloud: if we host it, self-managed: if you host it yourself}
  rollout:
    question: How do you begin?
    label: depends on how you begin
    @
"""
ON_A_PATH = """phases:
  - id: begin
    title: Begin with some
    days: 1-30
    owner: champion
    outcome: You have begun.
    steps:
      - id: name-the-team
        title: Name the team that begins
        only_if: {rollout: pilot}
        done_when: It is named.
"""
QUESTION = Bed(
    "top",
    "playbooks/conditions.yml",
    QUESTIONS,
    beside={"playbooks/team/playbook.yml": ON_A_PATH},
)
DECIDED = Bed(
    "top",
    "playbooks/tiers.yml",
    """tiers:
  team:
    first_value: {day: 20, source: Plans of the last year}
    @""",
    beside={
        **QUESTION.beside,
        QUESTION.file: QUESTIONS.replace(
            "@",
            """decided_by: vendor
    paths:
      pilot: {title: One team first, label: if one team goes first}
      all: {title: All at once, label: if all begin at once}""",
        ),
    },
)
CHOICE = Bed(
    "phases",
    around="""- id: examples
  @
  steps:
    - id: webinar
      title: Join the webinar
    - id: recording
      title: Watch the recording
""",
)
METRIC = Bed("top", METRICS.file, METRICS.around.replace("  @", "    @"))

BEDS = {
    "FW001": CONFIGURATION,
    "FW003": CONFIGURATION,
    "FW130": CONFIGURATION,
    "FW131": CONFIGURATION,
    "FW132": CONFIGURATION,
    "FW039": STEP,
    "FW101": STEPS,
    "FW102": Bed("steps", without=["title"]),
    "FW103": STEP,
    "FW104": STEP,
    "FW105": STEP,
    "FW106": STEP,
    "FW107": STEP,
    "FW108": STEP,
    "FW109": Bed(
        "top",
        around="touchpoints:\n  call:\n    title: Call\n    weeks: 1-3\n    minutes: 20\n    owner: csm\n    with: [champion]\n    @",
    ),
    "FW110": STEP,
    "FW111": STEPS,
    "FW112": Bed("steps", without=["title", "done_when"]),
    "FW113": PERSONAS,
    "FW114": STEP,
    "FW115": STEP,
    "FW116": STEP,
    "FW117": STEP,
    "FW118": CONFIGURATION,
    "FW119": SHOWN,
    "FW120": BRAND,
    "FW121": TOP,
    "FW122": ITEM,
    "FW125": TOP,
    "FW126": CONFIGURATION,
    "FW127": POWER_USER,
    "FW133": CUSTOMER,
    "FW134": CUSTOMER,
    "FW135": CUSTOMER,
    "FW140": Bed(
        "top",
        "playbooks/library/report-quiz.yml",
        "questions:\n  example:\n    ask: Who sees it?\n    because: It is yours.\n    @",
    ),
    "FW141": TABLE,
    "FW142": TABLE,
    "FW143": Bed("step", around="tables:\n  - title: Example\n    rows: [{a: One}]\n    @"),
    "FW144": Bed("step", around="fields:\n  example:\n    @"),
    "FW244": STEP,
    "FW245": FORM,
    "FW201": STEP,
    "FW202": TOP,
    "FW203": MINUTES,
    "FW204": Bed("step", around="type: review\n@"),
    "FW205": STEP,
    "FW206": STEP,
    "FW207": STEP,
    "FW208": STEPS,
    "FW209": REMINDER,
    "FW210": REMINDER,
    "FW211": Bed("step", around="day: 6\n@"),
    "FW212": PERSONAS,
    "FW213": PERSONAS,
    "FW214": STEPS,
    "FW215": STEPS,
    "FW216": TOP,
    "FW218": Bed(
        "top",
        "playbooks/library/report-quiz.yml",
        "questions:\n  example:\n    ask: Who sees it?\n    because: It is yours.\n    @",
    ),
    "FW219": PERSONAS,
    "FW220": PERSONAS,
    "FW222": Bed("top", "playbooks/glossary.yml", "glossary:\n  @"),
    "FW223": TOP,
    "FW224": FAILURE,
    "FW225": STEP,
    "FW226": STEPS,
    "FW227": STEP,
    "FW228": STEPS,
    "FW229": Bed("top", beside={"playbooks/team/phases/prepare.yml": IN_A_FILE.format("a")}),
    "FW230": Bed(
        "top",
        beside={
            "playbooks/team/phases/prepare.yml": IN_A_FILE.format("a"),
            "playbooks/team/phases/rehearse.yml": IN_A_FILE.format("b"),
        },
    ),
    "FW231": TOP,
    "FW234": TOP,
    "FW235": QUESTION,
    "FW236": DECIDED,
    "FW301": PHASES,
    "FW302": TOP,
    "FW303": STEPS,
    "FW304": STEPS,
    "FW305": STEPS,
    "FW306": STEPS,
    "FW307": STEPS,
    "FW308": FIRST_VALUE,
    "FW401": Bed("phases", without=["owner"]),
    "FW402": Bed("phases", without=["days"]),
    "FW403": Bed("steps", without=["done_when"]),
    "FW404": SPONSOR,
    "FW405": Bed("phases", seen=False),
    "FW406": FIRST_VALUE,
    "FW407": FIRST_VALUE,
    "FW408": FIRST_VALUE,
    "FW410": PERSONAS,
    "FW411": TOP,
    "FW412": STEPS,
    "FW413": STEP,
    "FW414": CHOICE,
    "FW420": STEP,
    "FW501": STEP,
    "FW502": STEPS,
    "FW503": STEPS,
    "FW504": STEP,
    "FW601": METRIC,
    "FW602": STEP,
    "FW603": STEP,
    "FW604": SHOWN,
    "FW605": ACTION,
    "FW606": Bed("step", around="type: meeting\n@"),
    "FW607": STEPS,
    "FW608": STEP,
    "FW609": STEP,
    "FW240": STEP,
    "FW610": STEP,
    "FW611": TOP,
    "FW612": STEP,
    "FW613": Bed(
        "top", SHOWN.file, SHOWN.around, beside={"playbooks/library/images/new-app.pdf": "%PDF"}
    ),
    "FW614": CONFIGURATION,
    "FW615": BRAND,
    "FW616": STEP,
    "FW621": STEP,
    "FW623": STEP,
    "FW626": STEP,
    "FW627": PHASES,
    "FW628": SPONSOR,
    "FW629": CONFIGURATION,
    "FW636": CONFIGURATION,
    "FW637": STEP,
    "FW638": STEP,
    "FW639": STEP,
    "FW622": Bed(
        "top", SHOWN.file, SHOWN.around, beside={"playbooks/library/images/drawn.svg": DRAWN}
    ),
    "FW702": Bed("top", "playbooks/library/welcome-email.yml"),
    "FW703": METRICS,
    "FW704": STEP,
    "FW811": OWN_WORDS,
    "FW812": OWN_WORDS,
    "FW813": OWN_WORDS,
    "FW814": OWN_WORDS,
}


PATHS = {
    "FW005": "playbooks/roles.yml",
    "FW006": "playbooks/library/images/new-app.svg",
    "FW007": "playbooks/library/images/new-app.svg",
    "FW123": "playbooks/team/admin.yml",
    "FW217": "playbooks/team/admin.yml",
    "FW701": "playbooks/library/connect-sso.yml",
}
"""The files of the small project that lie at the paths of an example; the right one may be that file."""


def findings(config: Path) -> set[str]:
    return {one.code.id for one in check(config, today=TODAY).diagnostics}


@pytest.mark.parametrize("code", BEDS)
@pytest.mark.unmeasured  # others run through nearly all of it
def test_an_example_is_true(code: str, tmp_path: Path) -> None:
    wrong, right, bed = CODES[code].wrong, CODES[code].right, BEDS[code]
    ids = re.findall(r"(?:^|- )id: (\S+)", f"{wrong}\n{right}", re.MULTILINE)
    defined = sorted({*ids}) if bed.file == TOP.file else []

    assert findings(lay(tmp_path / "wrong", wrong, bed, defined)) == {code}
    assert findings(lay(tmp_path / "right", right, bed, defined)) == set()


@pytest.mark.parametrize("code", PATHS)
@pytest.mark.unmeasured  # others run through nearly all of it
def test_an_example_of_paths_is_true(code: str, tmp_path: Path) -> None:
    wrong, right = (
        [line for line in example.splitlines() if not line.startswith("#")]
        for example in (CODES[code].wrong, CODES[code].right)
    )
    small = (SMALL / PATHS[code]).read_text("utf-8")
    lay_files(copytree(SMALL, tmp_path / "wrong"), dict.fromkeys(wrong, small))
    lay_files(copytree(SMALL, tmp_path / "right"), dict.fromkeys(right, small))
    if PATHS[code] in right:
        (tmp_path / "wrong" / PATHS[code]).unlink()

    assert code in findings(tmp_path / "wrong" / CONFIG)
    assert findings(tmp_path / "right" / CONFIG) == set()


def test_an_example_of_a_plan_without_a_guide_is_true(tmp_path: Path) -> None:
    for name in ("wrong", "right"):
        copytree(SMALL, tmp_path / name)
    kept = CODES["FW409"].wrong.splitlines()
    for file in (tmp_path / "wrong" / "playbooks/team").iterdir():
        if file.relative_to(tmp_path / "wrong").as_posix() not in kept:
            file.unlink()

    assert "FW409" in findings(tmp_path / "wrong" / CONFIG)
    assert findings(tmp_path / "right" / CONFIG) == set()
    assert {*kept, "playbooks/team/admin.yml"} == {*CODES["FW409"].right.splitlines()}


def test_an_example_of_a_download_is_true(tmp_path: Path) -> None:
    code, summary = CODES["FW243"], "summary: Nobody waits for a password later."
    for name, example in (("wrong", code.wrong), ("right", code.right)):
        playbook = copytree(SMALL, tmp_path / name) / "playbooks/team/playbook.yml"
        text = playbook.read_text("utf-8")
        assert summary in text
        playbook.write_text(text.replace(summary, f"{summary}\n        {example}"), "utf-8")
        lay_files(tmp_path / name, {"files/order-form.pdf": b"%PDF-1.7\n"})

    assert findings(tmp_path / "wrong" / CONFIG) == {"FW243"}
    assert findings(tmp_path / "right" / CONFIG) == set()


def test_an_example_of_the_name_of_a_download_is_true(tmp_path: Path) -> None:
    code = CODES["FW064"]
    for name, example in (("wrong", code.wrong), ("right", code.right)):
        lay_files(copytree(SMALL, tmp_path / name), {example: b"%PDF-1.7\n"})

    assert findings(tmp_path / "wrong" / CONFIG) == {"FW064"}
    assert findings(tmp_path / "right" / CONFIG) == {"FW243"}


def test_every_example_is_tried() -> None:
    """Those of plain YAML are tried with the reader, those of templates with the renderer."""
    tried = {*BEDS, *PATHS, "FW064", "FW243", "FW409", *(code.id for code in YAML_CODES)}

    assert {id_ for id_, code in CODES.items() if code.wrong} == tried
