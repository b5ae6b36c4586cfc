"""The project's configuration: `site_config.yml`.

In: one file. Out: `SiteConfig`: what the site is called, which values texts may fill in, the brand.
"""

from __future__ import annotations

from datetime import time

from pydantic import ConfigDict, Field

from firstwin.models.addresses import EditAddress, FeedbackAddress, LinkAddress, SiteAddress
from firstwin.models.allowance import Allowance
from firstwin.models.base import FileModel, Model
from firstwin.models.holidays import Holidays, Time
from firstwin.models.redirects import InsideAddress, OldAddress
from firstwin.models.several import Several
from firstwin.models.values import (
    Asset,
    Audience,
    Colour,
    Flag,
    Folder,
    MarkdownLine,
    Number,
    Text,
    Word,
)
from firstwin.sources import USUAL_FOLDERS

VALUES_OF = ("product", "company")
"""What the configuration says values of. Texts ask for one by these names: `{{ product.name }}`."""


class Named(Model):
    """Something with a name, and any further plain values that texts fill in."""

    model_config = ConfigDict(extra="allow", title="Plain values")
    __pydantic_extra__: dict[str, Text]

    name: Text
    """Its name."""

    @property
    def values(self) -> dict[str, str]:
        """All values by name."""
        return {"name": self.name, **(self.__pydantic_extra__ or {})}


class Brand(Model):
    """How the site looks like the vendor's."""

    mark: Asset | None = None
    """The logo, an SVG or PNG below `theme/`. Without it a cairn is shown. A square one is the icon of the browser's tab, too."""
    mark_dark: Asset | None = None
    """The logo on dark paper, where that is another one."""
    wide: Flag = False
    """Whether the logo is wider than high and holds the name, so that no name is written beside it."""
    font: Asset | None = None
    """The font of all that is read, a WOFF2 file below `theme/`. Without it, pages are set in what the reader's system has."""
    font_bold: Asset | None = None
    """The same in bold. Without it, `font` is variable: it holds all weights."""
    colour: Colour | None = None
    """The colour of what can be pressed, on light paper."""
    colour_dark: Colour | None = None
    """The colour of what can be pressed, on dark paper."""

    @property
    def icon(self) -> str:
        """The logo where it is one that browsers show as an icon: a square one."""
        shown = self.mark and not self.wide and self.mark.lower().endswith((".png", ".svg"))
        return str(self.mark) if shown else ""


class Home(Model):
    """What the home page says before its choices, where that is not what firstwin says."""

    title: Text | None = None
    """Its headline. Without it: *Start here. Reach your first win.*"""
    text: Text | None = None
    """The sentence under it. Without it, what there is to choose and what one gets."""
    picture: Flag = True
    """Whether the stones of the first plan stand beside it, one for each phase."""


class Writing(Model):
    """What the writing rules look for, beside their own lists."""

    placeholders: Several[Text] = ()
    """More words that only stand for a text to come, like TODO."""
    title_openings: Several[Text] = ()
    """More words a step's title should not begin with."""
    reading_grade: Number = 12
    """How many years of school prose for customers may take to follow. English only."""


class FooterLink(Model):
    """A link at the foot of every page: the imprint, the privacy policy."""

    title: Text
    """What the reader finds there."""
    url: LinkAddress
    """The full address, or what it is on this site: file:terms.pdf. An edition that does not have it leaves the link out."""
    audience: Audience = Audience.CUSTOMER
    """Whose pages show it."""


class RuleLevel(Word):
    """How bad what a rule finds is: an error, a warning, or nothing to speak of."""

    ERROR = "error", "A build stops."
    WARNING = "warning", "It is told, and a build that is not strict goes on."
    OFF = "off", "Nobody is told."


class RuleSetting(Model):
    """How bad what a rule finds is in this project."""

    rule: Text
    """The rule, by its code: `FW612`."""
    level: RuleLevel
    """What it is here: `error`, `warning` or `off`."""
    reason: Text
    """Why, for whoever reads this later."""
    paths: Several[Text] = ()
    """The files, or folders of files, for which this holds. Without it, the whole project. The last that fits wins."""


class Edit(Model):
    """Where the playbooks can be changed, for pages that lead there."""

    url: EditAddress
    """The address at which a file is edited."""
    editions: Several[Audience] = Field(default=(Audience.INTERNAL,), min_length=1)
    """The editions whose pages lead there; without it, the internal one."""


class SiteConfig(FileModel):
    """`site_config.yml`."""

    title: Text
    """The site's name, in the header and in search results."""
    description: Text
    """What the site is, in a sentence, for search engines and previews."""
    url: SiteAddress | None = None
    """The address the site is published at: that of its home page."""
    language: Text = Text("en")
    """The language of the texts, as a tag: en, de, pt-BR. Buttons, search and what pages say by themselves follow it."""
    product: Named
    """The product. Texts fill in `{{ product.name }}` and whatever else stands here."""
    company: Named
    """The vendor. Texts fill in `{{ company.name }}` and whatever else stands here."""
    playbooks: Folder = USUAL_FOLDERS.playbooks
    """The folder of the playbooks."""
    theme: Folder = USUAL_FOLDERS.theme
    """The folder of the project's own theme files; they win over firstwin's."""
    brand: Brand = Brand()
    """How the site looks like the vendor's."""
    home: Home = Home()
    """What the home page says before its choices."""
    edit: Edit | None = None
    """Where the playbooks can be changed. Pages lead to the line they were written in."""
    stuck: MarkdownLine | None = None
    """What the foot of every page says to a reader who is stuck."""
    footer: tuple[FooterLink, ...] = ()
    """Links at the foot of every page: the imprint, the privacy policy."""
    redirects: dict[OldAddress, InsideAddress] = Field(default_factory=dict)
    """What old addresses of the site lead to now: each as it stands behind the site's own, with what took its place."""
    policy: tuple[Allowance, ...] = ()
    """Other hosts that pages may load something from. Without it, they ask nobody else for anything."""
    feedback: FeedbackAddress | None = None
    """Where readers say whether a step helped: a mailbox, or a form. Without it, no step asks."""
    app: Flag = False
    """Whether readers may install the site as an app. It then works without a connection too."""
    holidays: Holidays | None = None
    """Whose holidays and weekends deadlines keep clear of. Without it, they stay on the day they fall on."""
    meeting_time: Time = time(10)
    """When meetings begin in calendars, in the time of whoever reads them."""
    writing: Writing = Writing()
    """What the writing rules look for."""
    rules: tuple[RuleSetting, ...] = ()
    """How bad what the rules find is in this project, where that is not as firstwin has it."""

    @property
    def values(self) -> dict[str, str]:
        """What texts may fill in, by the names they ask for it: `product.name`."""
        return {
            f"{about}.{name}": value
            for about in VALUES_OF
            for name, value in getattr(self, about).values.items()
        }
