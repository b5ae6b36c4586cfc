"""Who signs a step, with a box for a reader who does."""

from __future__ import annotations

from firstwin.pages import anchors
from firstwin.pages.form import form_of
from firstwin.pages.reader import Reader
from firstwin.pages.views import TickView
from firstwin.resolve.blocks.sign_off import SignOff
from firstwin.resolve.guide_step import GuideStep


def sign_off_args(sign_off: SignOff, step: GuideStep, reader: Reader) -> dict[str, object]:
    """The roles that sign, and the reader's own box."""
    return {"roles": sign_off.roles, "box": signature_box(step, reader)}


def signs(step: GuideStep, reader: Reader) -> bool:
    """Whether the reader signs a step."""
    sign_off = step.block(SignOff)
    return sign_off is not None and any(map(reader.is_me, sign_off.roles))


def signs_alone(step: GuideStep, reader: Reader) -> bool:
    """Whether the reader signs a step that others lead."""
    return signs(step, reader) and not reader.is_me(step.owner)


def signature_box(step: GuideStep, reader: Reader) -> TickView | None:
    """The box of a reader who signs a step."""
    if not signs(step, reader) or form_of(step, reader) == "seen":
        return None
    # Translators: Beside the box that is ticked by whoever signs a step.
    signed = reader.words.say("sign-off", "I have signed")
    return TickView(reader.anchor(step.id, anchors.SIGNED), step.key.signed, signed, ())
