"""What progress is kept under: as `docs/keys.md` promises, and in every page alike."""

import html
import re
from pathlib import Path

import pytest

from firstwin.models.keys import (
    Key,
    key_of_answer,
    key_of_entry,
    key_of_metric,
    key_of_plan,
    key_of_play,
    key_of_wins,
)
from firstwin.models.values import ID_PATTERN

ROOT = Path(__file__).resolve().parents[2]
PROMISED = re.findall(
    r"^\| (.+?) \| `(.+?)` \| `(.+?)` \|$", (ROOT / "docs/keys.md").read_text("utf-8"), re.MULTILINE
)
"""What is kept, the form of its key, and an example of it."""
OURS = frozenset(
    {
        *(
            "plays",
            "answers",
            "_1",
            "_done",
            "_signed",
            "_verify",
            "_status",
            "_start",
            "_complete",
            "_day",
            "_seen",
            "_country",
            "_why",
        ),
        *("_customer", "_reader", "_contact", "_target", "_note", "_linked"),
        *("_metrics", "_won"),
    }
)
GOLDENS = ROOT / "tests/render/goldens"


def pattern(form: str) -> str:
    names = (name if name in OURS else ID_PATTERN.strip("^$") for name in form.split("/"))
    return "/".join(names)


def linked(kind: str, name: str) -> Key:
    """What `theme/scripts/link/own.ts` spells: no page holds one of these."""
    return key_of_plan("enterprise").below(kind).below(name)


def test_what_is_promised_is_what_is_spelled() -> None:
    step = key_of_plan("enterprise").below("prerequisites")
    tested = key_of_plan("enterprise").below("run-acceptance-test").below("new-person")
    spelled = {
        "tier/phase": key_of_plan("enterprise").below("kickoff"),
        "tier/phase/point": key_of_plan("enterprise").below("setup").below("sign-in"),
        "tier/_complete/point": key_of_plan("enterprise").complete.below("measured"),
        "tier/step": step,
        "tier/step/item": step.below("user-list"),
        "tier/step-number/item": key_of_plan("mid-market").below("monthly-look-3").below("numbers"),
        "tier/step/point": key_of_plan("partner").below("move-data").below("counted"),
        "tier/step/session": key_of_plan("enterprise")
        .below("workflow-design")
        .below("second-workflow"),
        "tier/step/test": tested,
        "tier/step/test/_why": tested.why,
        "tier/step/field": step.below("workspace"),
        "tier/step/_done": key_of_plan("enterprise").below("kickoff-call").done,
        "tier/step/_signed": key_of_plan("enterprise").below("plan-signed").signed,
        "tier/step/_status": key_of_plan("enterprise").below("kickoff-call").status,
        "tier/_start": key_of_plan("enterprise").start,
        "tier/anchor/_day": key_of_plan("enterprise").below("go-live").day,
        "tier/_country": key_of_plan("enterprise").country,
        "tier/persona/_seen": key_of_plan("enterprise").below("admin").seen,
        "tier/_customer": key_of_plan("enterprise").below("_customer"),
        "tier/_reader/persona": linked("_reader", "admin"),
        "tier/_contact/contact": linked("_contact", "support"),
        "tier/_target/line": linked("_target", "n0"),
        "tier/_note/line": linked("_note", "n0"),
        "tier/_linked/_start": linked("_linked", "_start"),
        "tier/_linked/anchor/_day": linked("_linked", "go-live").day,
        "tier/_linked/condition": linked("_linked", "data-migration"),
        "answers/condition": key_of_answer("data-migration"),
        "plays/play/step": key_of_play("sponsor-silent").below("decide").done,
        "entry/action": key_of_entry("connect-sso").below("create-app"),
        "entry/_verify": key_of_entry("connect-sso").verified,
        "_metrics/metric/input": key_of_metric("promoter-score").below("promoters"),
        "_metrics/_won/row": key_of_wins().below("wmiv2p3k40"),
        "entry/field": key_of_entry("success-plan").below("outcome"),
        "entry/table/row/column": key_of_entry("success-plan")
        .below("people")
        .below("sponsor")
        .below("name"),
        "entry/table/_1/column": key_of_entry("success-plan")
        .below("criteria")
        .empty(1)
        .below("today"),
        "entry/question": key_of_entry("admin-basics").below("leaver"),
    }
    assert {form: example for _, form, example in PROMISED} == spelled


@pytest.mark.parametrize(("form", "example"), [(form, example) for _, form, example in PROMISED])
def test_each_example_has_the_form_it_is_an_example_of(form: str, example: str) -> None:
    assert re.fullmatch(f"{pattern(form)}(/_done)?", example)


@pytest.mark.parametrize("page", sorted(GOLDENS.rglob("*.md")), ids=lambda page: page.parent.name)
def test_pages_hold_no_other_keys(page: Path) -> None:
    forms = [pattern(form) for _, form, _ in PROMISED]
    below = [
        pattern(f"plays/play/step/{name}") for name in ("item", "field", "test", "_done", "_signed")
    ]
    every = re.compile("|".join([*forms, *below]))
    found = re.findall(
        r'data-fw-(?:item|field|question|step|action)="(.*?)"', page.read_text("utf-8")
    )
    assert [key for key in found if not every.fullmatch(html.unescape(key))] == []


def test_a_key_tells_its_own_name() -> None:
    assert Key("enterprise/prerequisites/user-list").name == "user-list"
    assert key_of_plan("enterprise").below("kickoff-call").done.name == "_done"
