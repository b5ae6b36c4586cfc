"""The sessions of a training, with whom each is for."""

from __future__ import annotations

from firstwin.pages.efforts import how_long
from firstwin.pages.reader import Reader
from firstwin.pages.views import SessionView
from firstwin.resolve.blocks.sessions import Sessions, TrainingSession
from firstwin.resolve.guide_step import GuideStep


def sessions_args(sessions: Sessions, step: GuideStep, reader: Reader) -> dict[str, object]:
    """The sessions that the reader attends; all of them for whoever holds them, or looks at a whole plan."""
    own = [each for each in sessions.sessions if any(map(reader.is_me, each.roles))]
    shown = sessions.sessions if reader.is_me(step.owner) or not own else own
    return {"sessions": tuple(_session(session, reader) for session in shown)}


def _session(session: TrainingSession, reader: Reader) -> SessionView:
    words = reader.words
    meta = [
        how_long(session.minutes, words, alone=True),
        # Translators: Whom a session of a training is for: "For you and the champion".
        words.say("training", "For {names}", names=reader.in_sentence(session.roles)),
    ]
    if session.recorded:
        # Translators: Of a session of a training: it can be watched later.
        meta.append(words.say("training", "Recorded"))
    mine = any(map(reader.is_me, session.roles))
    return SessionView(session.title, tuple(meta), session.covers, mine)
