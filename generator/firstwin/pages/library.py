"""The pages of the library: a tutorial or quiz has one for the whole site.

In: a `TutorialText` or `QuizText`, and the `SiteMap`. Out: a `Page`. It belongs to every guide that leads
to it: where that is one, the page stands in that guide; where there are several, it names them
all and belongs to none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from firstwin.pages import anchors
from firstwin.pages.page import Chrome, Page
from firstwin.pages.plain_words import beginning
from firstwin.pages.sitemap import SiteMap, guide_chrome, site_chrome
from firstwin.pages.titles import guide_in
from firstwin.pages.urls import NOWHERE, Place, media_path, phase_place
from firstwin.pages.views import (
    ActionView,
    AnswerView,
    CardView,
    LinkView,
    PagerView,
    QuestionView,
    QuizView,
    RailItemView,
    TutorialView,
    UseView,
    VideoView,
)
from firstwin.resolve.guide import (
    Guide,
    GuidePhase,
    QuizItem,
    QuizText,
    TutorialAction,
    TutorialText,
    UsedBy,
    VideoText,
)
from firstwin.text import Url
from firstwin.words import Words


def tutorial_page(tutorial: TutorialText, site: SiteMap) -> Page:
    """The page of a tutorial."""
    page = site.library[tutorial.id]
    here, of = page.place, len(tutorial.actions)
    actions = tuple(_action(action, of, here, site) for action in tutorial.actions)
    only = _only_use(tutorial.used_by, site)
    view = TutorialView(
        id=tutorial.id,
        kind=page.kind,
        title=tutorial.title,
        goal=tutorial.goal,
        meta=tuple(_meta(tutorial.minutes, page.size, tutorial.used_by, site.words)),
        before_you_start=tutorial.before_you_start,
        video=_video(tutorial.video, tutorial.title, site.words) if tutorial.video else None,
        actions=actions,
        rail=tuple(
            RailItemView(action.number, action.title, here.to(here, action.id))
            for action in actions
        ),
        verify=tutorial.verify,
        verify_id=anchors.VERIFY,
        verify_key=tutorial.verify_key,
        pager=_pager(only, here, site.words),
        uses=() if only else _uses(tutorial.used_by, here, site.words),
    )
    chrome = _chrome("tutorial", here, tutorial, only, site)
    return Page(here, "tutorial.md.j2", tutorial.title, beginning(tutorial.goal), chrome, view)


def quiz_page(quiz: QuizText, site: SiteMap) -> Page:
    """The page of a quiz."""
    page = site.library[quiz.id]
    here, of = page.place, len(quiz.questions)
    only = _only_use(quiz.used_by, site)
    view = QuizView(
        id=quiz.id,
        kind=page.kind,
        title=quiz.title,
        summary=quiz.summary,
        meta=tuple(_meta(quiz.minutes, page.size, quiz.used_by, site.words)),
        questions=tuple(
            _question(item, number, of, site.words)
            for number, item in enumerate(quiz.questions, start=1)
        ),
        pager=_pager(only, here, site.words),
        uses=() if only else _uses(quiz.used_by, here, site.words),
    )
    chrome = _chrome("quiz", here, quiz, only, site)
    description = beginning(quiz.summary) or _about(quiz, site.words)
    return Page(here, "quiz.md.j2", quiz.title, description, chrome, view)


def _about(quiz: QuizText, words: Words) -> str:
    """A quiz without a summary, for search engines."""
    # Translators: What a quiz is, for search engines.
    return words.counted(
        "quiz",
        "{title}: {number} question, with answers",
        "{title}: {number} questions, with answers",
        len(quiz.questions),
        title=quiz.title,
    )


@dataclass(frozen=True, slots=True)
class _Use:
    """The one step that leads to a page, with the guide and phase it stands in."""

    use: UsedBy
    guide: Guide
    phase: GuidePhase

    @property
    def place(self) -> Place:
        return phase_place(self.use.tier, self.use.persona.id, self.use.phase)


def _only_use(used_by: Sequence[UsedBy], site: SiteMap) -> _Use | None:
    if len(used_by) != 1:
        return None
    use = used_by[0]
    guide = next(guide for guide in site.guides_of(use.tier) if guide.persona.id == use.persona.id)
    phase = next(phase for phase in guide.phases if phase.id == use.phase)
    return _Use(use, guide, phase)


def _chrome(
    kind: str, here: Place, entry: TutorialText | QuizText, only: _Use | None, site: SiteMap
) -> Chrome:
    if only:
        back = LinkView(
            _step_in(only.use, site.words),
            here.to(only.place, only.use.step),
        )
        around = guide_chrome(kind, here, site, only.guide, back)
    else:
        around = site_chrome(kind, here, entry.title, site)
    return replace(around, reviewed=entry.reviewed, edit=entry.edit)


def _pager(only: _Use | None, here: Place, words: Words) -> PagerView:
    if not only:
        return PagerView(None, None)
    number = only.use.step_number
    steps = {step.number: step for step in only.phase.steps}
    # Translators: Over the title of the step that leads to a tutorial, at the end of its page.
    back = words.say("tutorial", "Back to step {number}", number=number)
    before = CardView(back, only.use.step_title, here.to(only.place, only.use.step))
    if number + 1 not in steps:
        return PagerView(before, None)
    after = steps[number + 1]
    # Translators: Over the title of the step behind the one that leads to a tutorial.
    on = words.say("tutorial", "Next: step {number}", number=after.number)
    return PagerView(before, CardView(on, after.title, here.to(only.place, after.id)))


def _step_in(use: UsedBy, words: Words) -> str:
    """A step of a phase, by its number."""
    # Translators: A step by its number and the title of its phase; it leads to this tutorial.
    return words.say(
        "tutorial", "Step {number} of “{phase}”", number=use.step_number, phase=use.phase_title
    )


def _uses(used_by: Sequence[UsedBy], here: Place, words: Words) -> tuple[UseView, ...]:
    return tuple(
        UseView(
            guide_in(use.tier_title, use.persona.title, words),
            _step_in(use, words),
            here.to(phase_place(use.tier, use.persona.id, use.phase), use.step),
        )
        for use in used_by
    )


def _meta(minutes: int, size: str, used_by: Sequence[UsedBy], words: Words) -> Iterator[str]:
    if minutes:
        yield words.duration(minutes, alone=True)
    yield size
    roles = list(dict.fromkeys(use.persona.title for use in used_by))
    if roles:
        # Translators: The roles whose guides lead to a tutorial or a quiz.
        yield words.say("tutorial", "For {roles}", roles=words.listed(roles))


def _video(video: VideoText, title: str, words: Words) -> VideoView:
    # Translators: What a link leads to: a film.
    kind = words.say("tutorial", "Video")
    # Translators: A link to a film that shows what a tutorial tells.
    watch = words.say("tutorial", "Watch “{title}” instead", title=title)
    label = words.row(kind, words.duration(video.minutes))
    return VideoView(label, watch, Url(video.url), video.transcript)


def action_of(number: int, of: int, words: Words) -> str:
    """Where an action stands in its tutorial."""
    # Translators: Where an action stands in its tutorial: "Action 3 of 5".
    return words.say("tutorial", "Action {number} of {of}", number=number, of=of)


def _action(action: TutorialAction, of: int, here: Place, site: SiteMap) -> ActionView:
    position = action_of(action.number, of, site.words)
    playbooks = site.guides.config.playbooks
    return ActionView(
        id=action.key.name,
        key=action.key,
        number=action.number,
        position=position,
        title=action.title or position,
        do=action.do,
        see=action.see,
        image=here.to_file(media_path(action.image, playbooks)) if action.image else NOWHERE,
        width=action.size.width if action.size else 0,
        height=action.size.height if action.size else 0,
        alt=action.alt,
        caption=action.caption,
        stuck=action.stuck,
    )


def _question(item: QuizItem, number: int, of: int, words: Words) -> QuestionView:
    right = next((answer.text for answer in item.answers if answer.right), "")
    return QuestionView(
        id=item.key.name,
        key=item.key,
        number=number,
        # Translators: Where a question stands in its quiz: "Question 1 of 5".
        position=words.say("quiz", "Question {number} of {of}", number=number, of=of),
        ask=item.ask,
        answers=tuple(
            AnswerView(
                anchors.anchor(item.key.name, answer.id), answer.id, answer.text, answer.right
            )
            for answer in item.answers
        ),
        right=right,
        because=item.because,
    )
