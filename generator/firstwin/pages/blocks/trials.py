"""What is tried in a step, and where its reader writes down what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.pages.blocks.entries import writes_down
from firstwin.pages.form import form_of
from firstwin.pages.plain_words import plain
from firstwin.pages.reader import Reader
from firstwin.pages.views import TrialView
from firstwin.resolve.blocks.trials import Trials
from firstwin.resolve.guide_step import GuideStep
from firstwin.words import Words


def trials_args(trials: Trials, step: GuideStep, reader: Reader) -> dict[str, object]:
    """The tests; with room for what came of them where the reader writes that down."""
    return {
        "trials": tuple(trial_views(trials, reader.anchor(step.id), reader.words)),
        "filled": form_of(step, reader) != "seen" and writes_down(step, reader),
    }


def trial_views(trials: Trials, anchor: str, words: Words) -> Iterator[TrialView]:
    """Each test; `anchor` is that of its step on the page."""
    for trial in trials.trials:
        yield TrialView(
            id=f"{anchor}--{trial.key.name}",
            key=trial.key,
            why=trial.key.why,
            scenario=trial.scenario,
            expected=trial.expected,
            # Translators: What is chosen beside a test: passed, failed or deferred. Only read out.
            label=words.say("test", "What came of “{scenario}”", scenario=plain(trial.scenario)),
        )
