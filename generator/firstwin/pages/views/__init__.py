"""The view models: what each page's template is given, with nothing left to compute.

In: nothing; the other modules of `pages` build them. Out: frozen dataclasses of text, numbers, flags and
tuples of further views. `str` is plain text, which the template environment escapes; `Prose` is safe
Markdown, shown with the filter `prose` (as a block) or `inline` (in a line); `Url` is a link as it stands
in the page. Empty text and empty tuples stand for what is not there.
"""

from __future__ import annotations

from firstwin.pages.views.checklist import (
    ChecklistGroupView,
    ChecklistLineView,
    ChecklistPhaseView,
    ChecklistStepView,
    ChecklistView,
)
from firstwin.pages.views.dates import ChoiceView, DatesView
from firstwin.pages.views.days import DayLineView, DaysView, WeekView
from firstwin.pages.views.delivery import (
    MatrixPhaseView,
    MatrixRowView,
    MatrixView,
    PointsPhaseView,
    PointsView,
    PointView,
)
from firstwin.pages.views.guide import (
    GuideLinksView,
    GuideView,
    HomeView,
    MomentView,
    PhaseView,
    PlanChoiceView,
    RoleChoiceView,
    StoneView,
    TaskStepView,
    TaskView,
    TierView,
    WholeGuideView,
    WholePhaseView,
)
from firstwin.pages.views.internal import (
    ColumnView,
    CoverageView,
    CoverCellView,
    CoverGuideView,
    CoverPlanView,
    CoverRowView,
    DutiesView,
    DutyView,
    EmailsView,
    FailuresView,
    FailureView,
    MailsView,
    MeasuredView,
    SentView,
    SourceView,
    TableView,
    TeamPlanView,
    TeamView,
    TeamWeeksView,
    TeamWeekView,
)
from firstwin.pages.views.library import (
    ActionView,
    AnswerView,
    DocumentView,
    FormCellView,
    FormTableView,
    QuestionView,
    QuizView,
    SectionView,
    TutorialView,
    UseView,
    VideoView,
)
from firstwin.pages.views.shared import (
    CadenceView,
    CardView,
    ConditionView,
    ContentsLineView,
    ContentsView,
    FactView,
    FeedbackLinkView,
    LinkView,
    ListView,
    PagerView,
    PathsView,
    PathView,
    PeopleView,
    PersonView,
    PictureView,
    RailItemView,
    TickView,
    WinView,
)
from firstwin.pages.views.site import (
    AskView,
    EverythingPlanView,
    EverythingView,
    GlossaryView,
    GlossView,
    GuidePlaysView,
    GuidePlayView,
    HelpView,
    IndexGroupView,
    IndexLineView,
    MeasuresView,
    MeasureView,
    OwnPageView,
    OwnSectionView,
    PlaysView,
    PlayView,
    TargetView,
    TermView,
    WorksheetInputView,
    WorksheetView,
)
from firstwin.pages.views.step import (
    AcceptanceView,
    BlockView,
    DecisionView,
    EntryView,
    LetterView,
    LevelView,
    OthersLinesView,
    OthersLineView,
    RaciRowView,
    SessionView,
    StepGroupView,
    StepView,
    TickGroupView,
    TrialView,
)
from firstwin.pages.views.timeline import (
    BarView,
    DayTickView,
    MarkView,
    TimelineRowView,
    TimelineView,
)

View = (
    HomeView
    | TierView
    | GuideView
    | PhaseView
    | TutorialView
    | QuizView
    | DocumentView
    | HelpView
    | OwnPageView
    | GuidePlaysView
    | WholeGuideView
    | PlaysView
    | PointsView
    | MatrixView
    | ChecklistView
    | EverythingView
    | GlossaryView
    | MeasuresView
    | DaysView
    | TeamView
    | TeamPlanView
    | TeamWeeksView
    | FailuresView
    | EmailsView
    | TableView
    | CoverageView
)
"""What a template is given, as `view`."""

__all__ = [
    "AcceptanceView",
    "ActionView",
    "AnswerView",
    "AskView",
    "BarView",
    "BlockView",
    "CadenceView",
    "CardView",
    "ChecklistGroupView",
    "ChecklistLineView",
    "ChecklistPhaseView",
    "ChecklistStepView",
    "ChecklistView",
    "ChoiceView",
    "ColumnView",
    "ConditionView",
    "ContentsLineView",
    "ContentsView",
    "CoverCellView",
    "CoverGuideView",
    "CoverPlanView",
    "CoverRowView",
    "CoverageView",
    "DatesView",
    "DayLineView",
    "DayTickView",
    "DaysView",
    "DecisionView",
    "DocumentView",
    "DutiesView",
    "DutyView",
    "EmailsView",
    "EntryView",
    "EverythingPlanView",
    "EverythingView",
    "FactView",
    "FailureView",
    "FailuresView",
    "FeedbackLinkView",
    "FormCellView",
    "FormTableView",
    "GlossView",
    "GlossaryView",
    "GuideLinksView",
    "GuidePlayView",
    "GuidePlaysView",
    "GuideView",
    "HelpView",
    "HomeView",
    "IndexGroupView",
    "IndexLineView",
    "LetterView",
    "LevelView",
    "LinkView",
    "ListView",
    "MailsView",
    "MarkView",
    "MatrixPhaseView",
    "MatrixRowView",
    "MatrixView",
    "MeasureView",
    "MeasuredView",
    "MeasuresView",
    "MomentView",
    "OthersLineView",
    "OthersLinesView",
    "OwnPageView",
    "OwnSectionView",
    "PagerView",
    "PathView",
    "PathsView",
    "PeopleView",
    "PersonView",
    "PhaseView",
    "PictureView",
    "PlanChoiceView",
    "PlayView",
    "PlaysView",
    "PointView",
    "PointsPhaseView",
    "PointsView",
    "QuestionView",
    "QuizView",
    "RaciRowView",
    "RailItemView",
    "RoleChoiceView",
    "SectionView",
    "SentView",
    "SessionView",
    "SourceView",
    "StepGroupView",
    "StepView",
    "StoneView",
    "TableView",
    "TargetView",
    "TaskStepView",
    "TaskView",
    "TeamPlanView",
    "TeamView",
    "TeamWeekView",
    "TeamWeeksView",
    "TermView",
    "TickGroupView",
    "TickView",
    "TierView",
    "TimelineRowView",
    "TimelineView",
    "TrialView",
    "TutorialView",
    "UseView",
    "VideoView",
    "View",
    "WeekView",
    "WholeGuideView",
    "WholePhaseView",
    "WinView",
    "WorksheetInputView",
    "WorksheetView",
]
