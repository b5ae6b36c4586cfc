"""The pages of the library: what has one has it in each guide that leads to it, and once on the site.

In: a `TutorialText`, `QuizText` or `DocumentText`, where its page stands, and the `SiteMap`. Out: a `Page`. In a guide it is a page of the
guide: its bar, the step it is done in, the step that comes next. The site's own belongs to none and names them all; it
is for links from elsewhere, and the address under which all of them are listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from firstwin.models.effort import Effort
from firstwin.pages import anchors
from firstwin.pages.blocks.pictures import picture_view
from firstwin.pages.document import sections_of
from firstwin.pages.efforts import how_long
from firstwin.pages.guide_places import GuidePlaces
from firstwin.pages.page import Chrome, Page
from firstwin.pages.phase import led_by, pager
from firstwin.pages.plain_words import beginning
from firstwin.pages.sitemap import SiteMap, guide_chrome, site_chrome
from firstwin.pages.steps import step_of
from firstwin.pages.titles import guide_in, in_context
from firstwin.pages.urls import NOWHERE, Place
from firstwin.pages.views import (
    ActionView,
    AnswerView,
    CardView,
    DocumentView,
    LinkView,
    PagerView,
    QuestionView,
    QuizView,
    RailItemView,
    TutorialView,
    UseView,
    VideoView,
)
from firstwin.resolve.guide import Guide, GuidePhase, PlayText
from firstwin.resolve.library_texts import (
    DocumentText,
    EntryText,
    QuizItem,
    QuizText,
    TutorialAction,
    TutorialText,
    UsedBy,
    VideoText,
)
from firstwin.text import Url
from firstwin.words import Words


class EntrySetting(Struct, frozen=True):
    """Where the page of an entry stands, and what this makes of it.

    `context` is behind its title where titles of several guides meet, `position` the step of the guide it is done in,
    and `leader` says who leads that, where the reader does not. `listed_as` is the site's own page of the entry, where this
    is a guide's.
    """

    here: Place
    chrome: Chrome
    pager: PagerView
    uses: tuple[UseView, ...]
    roles: tuple[str, ...] = ()
    context: str = ""
    position: str = ""
    leader: str = ""
    listed_as: Place | None = None


def on_the_site(entry: EntryText, site: SiteMap) -> EntrySetting:
    """The page of an entry that belongs to no guide: it names all that lead to it."""
    here = site.library[entry.id].place
    chrome = site_chrome(entry.kind, here, entry.title, site)
    return EntrySetting(
        here,
        replace(chrome, reviewed=entry.reviewed, edit=entry.edit),
        PagerView(None, None),
        tuple(_use(entry.id, use, here, site) for use in entry.used_by),
        tuple(dict.fromkeys(use.persona.title for use in entry.used_by)),
    )


def in_guide(entry: EntryText, guide: Guide, uses: Sequence[UsedBy], site: SiteMap) -> EntrySetting:
    """The page of an entry in a guide. `uses` are the guide's steps that lead to it; it is done in the first of them."""
    words, places = site.words, site.places_of(guide)
    here, use = places.entries[entry.id], uses[0]
    back = LinkView(_step_in(use, words), _to_step(use, here, places))
    chrome = guide_chrome(entry.kind, here, site, guide, back)
    return EntrySetting(
        here,
        replace(
            chrome,
            trail=(*chrome.trail, LinkView(use.phase_title, _to_phase(use, here, places))),
            reviewed=entry.reviewed,
            edit=entry.edit,
        ),
        _pager(guide, use, here, site),
        tuple(_own_use(each, here, places, words) for each in uses[1:]),
        context=guide_in(use.tier_title, guide.persona.title, words),
        position=step_of(use.step_number, use.step_of, words),
        leader=led_by(use.leader.in_sentence or use.leader.title, words) if use.leader else "",
        listed_as=site.library[entry.id].place,
    )


def entry_on_the_site(entry: EntryText, site: SiteMap) -> Page:
    """The site's own page of an entry."""
    return entry_page(entry, on_the_site(entry, site), site)


def entry_in_guide(entry: EntryText, guide: Guide, uses: Sequence[UsedBy], site: SiteMap) -> Page:
    """A guide's page of an entry."""
    return entry_page(entry, in_guide(entry, guide, uses, site), site)


def entry_page(entry: EntryText, setting: EntrySetting, site: SiteMap) -> Page:
    """The page of an entry where it stands."""
    words = site.words
    title = in_context(entry.title, setting.context, words) if setting.context else entry.title
    view: TutorialView | QuizView | DocumentView
    if isinstance(entry, TutorialText):
        view, about = _tutorial(entry, setting, site), entry.goal
    elif isinstance(entry, QuizText):
        view, about = _quiz(entry, setting, site), entry.summary
    else:
        view, about = _document(entry, setting, site), entry.summary
    description = beginning(about) or _about(entry, words)
    return Page(
        setting.here,
        f"{entry.kind}.md.j2",
        title,
        description,
        setting.chrome,
        view,
        listed_as=setting.listed_as,
    )


def _tutorial(tutorial: TutorialText, setting: EntrySetting, site: SiteMap) -> TutorialView:
    page, here, of = site.library[tutorial.id], setting.here, len(tutorial.actions)
    actions = tuple(_action(action, of, here, site) for action in tutorial.actions)
    return TutorialView(
        id=tutorial.id,
        eyebrow=site.words.row(page.kind, setting.position),
        title=tutorial.title,
        context=setting.context,
        goal=tutorial.goal,
        meta=(
            *_meta(tutorial.minutes, page.size, setting.roles, site.words),
            *((setting.leader,) if setting.leader else ()),
        ),
        before_you_start=tutorial.before_you_start,
        pictures=tuple(picture_view(each, here, site) for each in tutorial.pictures),
        video=_video(tutorial.video, tutorial.title, site.words) if tutorial.video else None,
        actions=actions,
        rail=tuple(
            RailItemView(action.number, action.title, here.to(here, action.id))
            for action in actions
        ),
        verify=tutorial.verify,
        verify_id=anchors.VERIFY,
        verify_key=tutorial.verify_key,
        pager=setting.pager,
        uses=setting.uses,
    )


def _quiz(quiz: QuizText, setting: EntrySetting, site: SiteMap) -> QuizView:
    page, of = site.library[quiz.id], len(quiz.questions)
    return QuizView(
        id=quiz.id,
        eyebrow=site.words.row(page.kind, setting.position),
        title=quiz.title,
        context=setting.context,
        summary=quiz.summary,
        meta=tuple(_meta(quiz.minutes, page.size, setting.roles, site.words)),
        questions=tuple(
            _question(item, number, of, site.words)
            for number, item in enumerate(quiz.questions, start=1)
        ),
        pager=setting.pager,
        uses=setting.uses,
    )


def _document(document: DocumentText, setting: EntrySetting, site: SiteMap) -> DocumentView:
    page = site.library[document.id]
    return DocumentView(
        id=document.id,
        eyebrow=site.words.row(page.kind, setting.position),
        title=document.title,
        context=setting.context,
        summary=document.summary,
        meta=tuple(_meta(document.minutes, page.size, setting.roles, site.words)),
        sections=sections_of(document, site.words),
        pager=setting.pager,
        uses=setting.uses,
    )


def _about(entry: EntryText, words: Words) -> str:
    """An entry without a summary, for search engines."""
    if not isinstance(entry, QuizText):
        return entry.title
    # Translators: What a quiz is, for search engines.
    return words.counted(
        "quiz",
        "{title}: {number} question, with answers",
        "{title}: {number} questions, with answers",
        len(entry.questions),
        title=entry.title,
    )


def _pager(guide: Guide, use: UsedBy, here: Place, site: SiteMap) -> PagerView:
    """Back to the step, and on to the one behind it; behind the last of a phase, to the phase that comes next."""
    words, places = site.words, site.places_of(guide)
    # Translators: Over the title of the step that leads to a tutorial, at the end of its page.
    back = words.say("tutorial", "Back to step {number}", number=use.step_number)
    before = CardView(back, use.step_title, _to_step(use, here, places))
    groups: Sequence[GuidePhase | PlayText] = guide.plays if use.play else guide.own_phases
    ids = [group.id for group in groups]
    index = ids.index(use.play or use.phase)
    if use.step_number < use.step_of:
        after = groups[index].steps[use.step_number]
        # Translators: Over the title of the step behind the one that leads to a tutorial.
        on = words.say("tutorial", "Next: step {number}", number=after.number)
        return PagerView(before, CardView(on, after.title, _to_step(use, here, places, after.id)))
    if use.play:
        return PagerView(before, None)
    return PagerView(before, pager(guide.own_phases, index, here, places.phases, words).next)


def _step_in(use: UsedBy, words: Words) -> str:
    """A step of a phase, by its number."""
    # Translators: A step by its number and the title of its phase; it leads to this tutorial.
    return words.say(
        "tutorial", "Step {number} of “{phase}”", number=use.step_number, phase=use.phase_title
    )


def _use(entry: str, use: UsedBy, here: Place, site: SiteMap) -> UseView:
    """A guide that leads to an entry: its own page of it, and the step in which it is done."""
    places = site.places[use.tier, use.persona.id]
    return UseView(
        guide_in(use.tier_title, use.persona.title, site.words),
        here.to(places.entries[entry]),
        _step_in(use, site.words),
        _to_step(use, here, places),
    )


def _own_use(use: UsedBy, here: Place, places: GuidePlaces, words: Words) -> UseView:
    """Another step of the same guide in which an entry is done."""
    return UseView(use.step_title, _to_step(use, here, places), _step_in(use, words), NOWHERE)


def _to_phase(use: UsedBy, here: Place, places: GuidePlaces) -> Url:
    """The way to the phase or the play in which an entry is done."""
    return here.to(places.plays, use.play) if use.play else here.to(places.phases[use.phase])


def _to_step(use: UsedBy, here: Place, places: GuidePlaces, step: str = "") -> Url:
    """The way to the step in which an entry is done, or to another one of its phase or play."""
    home = places.plays if use.play else places.phases[use.phase]
    return here.to(home, anchors.anchor(use.play, step or use.step))


def _meta(minutes: Effort, size: str, roles: Sequence[str], words: Words) -> Iterator[str]:
    if minutes:
        yield how_long(minutes, words, alone=True)
    yield size
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
    return ActionView(
        id=action.key.name,
        key=action.key,
        number=action.number,
        position=position,
        title=action.title or position,
        do=action.do,
        see=action.see,
        picture=picture_view(action.picture, here, site) if action.picture else None,
        stuck=action.stuck,
    )


def _question(item: QuizItem, number: int, of: int, words: Words) -> QuestionView:
    return QuestionView(
        id=item.key.name,
        key=item.key,
        number=number,
        # Translators: Where a question stands in its quiz: "Question 1 of 5".
        position=words.say("quiz", "Question {number} of {of}", number=number, of=of),
        ask=item.ask,
        answers=tuple(
            AnswerView(
                anchors.anchor(item.key.name, answer.id),
                answer.id,
                answer.text,
                answer.right,
                answer.because,
            )
            for answer in item.answers
        ),
    )
