"""Whether a step helped: what its reader may say, and where to.

In: the address in the configuration, and a step. Out: a `BlockView` of links. A page sends nothing by itself: a link opens
the reader's own mail program, or a form.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from firstwin.pages.reader import Reader
from firstwin.pages.views import BlockView, FeedbackLinkView
from firstwin.resolve.guide_step import GuideStep
from firstwin.text import Url


def feedback_view(step: GuideStep, reader: Reader) -> Iterator[BlockView]:
    """The question at the end of a step of a guide; nothing where the site does not ask."""
    to = reader.site.guides.config.feedback
    if to and reader.role is not None:
        links = tuple(_links(to, step, reader))
        yield BlockView("feedback", {"links": links, "of": step.title})


def _links(to: str, step: GuideStep, reader: Reader) -> Iterator[FeedbackLinkView]:
    say, title = reader.words.say, step.title
    # Translators: An answer to "Did this help?", at the end of a step.
    yes = say("feedback", "Yes")
    # Translators: An answer to "Did this help?", at the end of a step.
    no = say("feedback", "No")
    # Translators: Beside the answers to "Did this help?": a link to write a mail, or to a form.
    question = say("feedback", "Ask a question")
    # Translators: The subject of a mail; {step} is the title of a step.
    helped = say("feedback", "It helped: {step}", step=title)
    # Translators: The subject of a mail; {step} is the title of a step.
    helped_not = say("feedback", "It did not help: {step}", step=title)
    # Translators: The subject of a mail; {step} is the title of a step.
    asks = say("feedback", "Question: {step}", step=title)
    answers = (("yes", yes, helped), ("no", no, helped_not), ("question", question, asks))
    told_apart = to.startswith("mailto:") or "{answer}" in to
    for answer, label, subject in answers if told_apart else answers[-1:]:
        yield FeedbackLinkView(label, _url(to, answer, subject, step), answer)


def _url(to: str, answer: str, subject: str, step: GuideStep) -> Url:
    key = quote(step.key, safe="")
    if to.startswith("mailto:"):
        return Url(f"{to}?subject={quote(subject, safe='')}&body=%0A%0A{key}")
    return Url(to.replace("{step}", key).replace("{answer}", answer))
