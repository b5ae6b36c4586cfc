"""Worksheets reckon as the reference does, and say what keeps a figure from being one."""

import json
import subprocess
from pathlib import Path
from random import Random

from tests.theme.reckoning import reckoned

from firstwin.models.worksheet import INPUTS, Worksheet

RECKON = """
import { outcome } from "./theme/scripts/measuring/formulas.ts";
import { text } from "node:stream/consumers";

const asked = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(asked.map(([kind, written]) => outcome(kind, written))));
"""
NUMBERS = ("", " ", "0", "0.0", "1", "2", "7.5", "40", "1e3", "99999999999999", "-1", "?", "many")
DATES = ("", "2026-03-02", "2028-02-29", "2027-02-29", "2026-12-31", "2027-01-01", "soon")
SMALL, LARGE = 300, 20_000

Asked = list[tuple[Worksheet, dict[str, str]]]


def reckon(node: Path, repository: Path, asked: Asked) -> list[object]:
    run = subprocess.run(
        [node, "--input-type=module", "--eval", RECKON],
        cwd=repository,
        input=json.dumps(asked),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    found: list[object] = json.loads(run.stdout)
    return found


def made_up(random: Random, times: int) -> Asked:
    """Worksheets with anything in them: what people type, and numbers of all sizes."""
    asked: Asked = []
    for _ in range(times):
        worksheet = random.choice(tuple(INPUTS))
        some = DATES if worksheet is Worksheet.TIME_TO_VALUE else NUMBERS
        asked.append(
            (
                worksheet,
                {
                    name: random.choice(some)
                    if random.random() < 0.5 or some is DATES
                    else repr(round(random.uniform(0, 10 ** random.randint(0, 6)), 2))
                    for name in INPUTS[worksheet]
                },
            )
        )
    return asked


def test_what_comes_out_is_what_the_reference_says(
    node: Path, repository: Path, *, full: bool
) -> None:
    asked = made_up(Random(10), LARGE if full else SMALL)

    found = reckon(node, repository, asked)

    expected = [reckoned(kind, written) for kind, written in asked]
    assert found == expected
    faults = {outcome.get("fault") for outcome in expected}
    assert faults == {
        *(None, "missing", "not-a-number", "negative", "large", "no-whole", "part", "order")
    }


def test_each_has_the_inputs_that_pages_ask_for(node: Path, repository: Path) -> None:
    found = reckon(node, repository, [(kind, {}) for kind in Worksheet])

    assert found == [{"fault": "missing", "names": list(INPUTS[kind])} for kind in Worksheet]


def test_known_figures_come_out(node: Path, repository: Path) -> None:
    asked: Asked = [
        (Worksheet.NET_PROMOTER_SCORE, {"promoters": "60", "passives": "25", "detractors": "15"}),
        (Worksheet.CHURN_RATE, {"lost": "5", "at-start": "80", "new": "20"}),
        (Worksheet.ACTIVATION_RATE, {"activated": "28", "invited": "40"}),
        (Worksheet.LIFETIME_VALUE, {"value": "1200", "purchases": "3"}),
        (Worksheet.CHURN_TIME, {"months": "90", "customers": "12"}),
        (Worksheet.TIME_TO_VALUE, {"start": "2026-03-02", "outcome": "2026-03-02"}),
        (Worksheet.RETURN_ON_INVESTMENT, {"gain": "30", "cost": "20"}),
    ]

    figures = [45, 5, 70, 3600, 7.5, 1, 50]
    assert reckon(node, repository, asked) == [{"value": figure} for figure in figures]
