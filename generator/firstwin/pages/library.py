"""The pages of the library: a tutorial or quiz has one for the whole site.

In: a `TutorialText` or `QuizText`, and the `SiteMap`. Out: a `Page`. It belongs to every guide that leads
to it: where that is one, the page stands in that guide; where there are several, it names them
all and belongs to none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from firstwin.pages import anchors, words
from firstwin.pages.described import described
from firstwin.pages.page import Chrome, Page
from firstwin.pages.sitemap import SiteMap, guide_chrome, site_chrome
from firstwin.pages.urls import NOWHERE, Place, Url, media_path, phase_place
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
        meta=tuple(_meta(tutorial.minutes, page.size, tutorial.used_by)),
        before_you_start=tutorial.before_you_start,
        video=_video(tutorial.video, tutorial.title) if tutorial.video else None,
        actions=actions,
        rail=tuple(
            RailItemView(action.number, action.title, here.to(here, action.id))
            for action in actions
        ),
        verify=tutorial.verify,
        verify_id=anchors.VERIFY,
        verify_key=tutorial.verify_key,
        pager=_pager(only, here),
        uses=() if only else _uses(tutorial.used_by, here),
    )
    chrome = _chrome("tutorial", here, tutorial, only, site)
    return Page(here, "tutorial.md.j2", tutorial.title, described(tutorial.goal), chrome, view)


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
        meta=tuple(_meta(quiz.minutes, page.size, quiz.used_by)),
        questions=tuple(
            _question(item, number, of) for number, item in enumerate(quiz.questions, start=1)
        ),
        pager=_pager(only, here),
        uses=() if only else _uses(quiz.used_by, here),
    )
    chrome = _chrome("quiz", here, quiz, only, site)
    description = described(quiz.summary) or words.quiz_description(quiz.title, of)
    return Page(here, "quiz.md.j2", quiz.title, description, chrome, view)


def media_of(tutorials: Sequence[TutorialText], playbooks: str) -> dict[str, str]:
    """The pictures tutorials show, by where they are published."""
    return {
        media_path(action.image, playbooks): action.image
        for tutorial in tutorials
        for action in tutorial.actions
        if action.image
    }


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
            words.step_in(only.use.step_number, only.use.phase_title),
            here.to(only.place, only.use.step),
        )
        around = guide_chrome(kind, here, site, only.guide, back)
    else:
        around = site_chrome(kind, here, entry.title, site)
    return replace(around, reviewed=entry.reviewed, edit=entry.edit)


def _pager(only: _Use | None, here: Place) -> PagerView:
    if not only:
        return PagerView(None, None)
    number = only.use.step_number
    steps = {step.number: step for step in only.phase.steps}
    before = CardView(
        words.back_to_step(number), only.use.step_title, here.to(only.place, only.use.step)
    )
    if number + 1 not in steps:
        return PagerView(before, None)
    after = steps[number + 1]
    return PagerView(
        before,
        CardView(words.next_step(after.number), after.title, here.to(only.place, after.id)),
    )


def _uses(used_by: Sequence[UsedBy], here: Place) -> tuple[UseView, ...]:
    return tuple(
        UseView(
            words.guide_name(use.tier_title, use.persona.title),
            words.step_in(use.step_number, use.phase_title),
            here.to(phase_place(use.tier, use.persona.id, use.phase), use.step),
        )
        for use in used_by
    )


def _meta(minutes: int, size: str, used_by: Sequence[UsedBy]) -> Iterator[str]:
    if minutes:
        yield words.duration(minutes)
    yield size
    roles = list(dict.fromkeys(use.persona.title for use in used_by))
    if roles:
        yield words.for_roles(roles)


def _video(video: VideoText, title: str) -> VideoView:
    return VideoView(
        words.video_label(video.minutes), words.watch(title), Url(video.url), video.transcript
    )


def _action(action: TutorialAction, of: int, here: Place, site: SiteMap) -> ActionView:
    position = words.action_of(action.number, of)
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


def _question(item: QuizItem, number: int, of: int) -> QuestionView:
    right = next((answer.text for answer in item.answers if answer.right), "")
    return QuestionView(
        id=item.key.name,
        key=item.key,
        number=number,
        position=words.question_of(number, of),
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
