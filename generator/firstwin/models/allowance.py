"""Other hosts that the pages of a site may load something from: analytics, the frame of a survey, a video.

In: one entry of `policy`. Out: `Allowance`. It widens the content security policy for one named host, and nothing else does.
"""

from __future__ import annotations

import re
from typing import Annotated, Final

from pydantic import Field, PlainValidator

from firstwin.models.base import Model, fault, written_as
from firstwin.models.several import Several
from firstwin.models.values import LONGEST_SHOWN, Text, Word, read_text
from firstwin.text import fault_of_address

_HOST: Final = r"https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?"
_HINT: Final = "write it with https:// and nothing behind it: https://analytics.example"


def read_host(value: object) -> str:
    """A host as a policy names it: `https://`, its name, perhaps a port. Raises a `fault` for anything else."""
    text = read_text(value)
    if not re.fullmatch(_HOST, text) or fault_of_address(text):
        message = f"`{text[:LONGEST_SHOWN]}` does not name one host"
        raise fault("address_form", message, _HINT)
    return text


Host = Annotated[
    str,
    PlainValidator(read_host),
    written_as(
        "host",
        "One host, with `https://` and nothing behind it: `https://analytics.example`.",
        type="string",
        pattern=rf"^{_HOST}$",
        errorMessage="Write one host with https:// and nothing behind it: https://analytics.example.",
    ),
]


class Load(Word):
    """What pages load."""

    SCRIPT = "script", "Scripts: they can do whatever a page can, and read whatever it shows."
    STYLE = "style", "Style sheets."
    IMAGE = "image", "Pictures, which is also how some analytics count."
    FONT = "font", "Fonts."
    MEDIA = "media", "Videos and sounds."
    FRAME = "frame", "Pages in a frame: a survey, a video with its player."
    CONNECT = "connect", "What scripts send and fetch."

    @property
    def directive(self) -> str:
        """What a content security policy calls it."""
        return "img-src" if self is Load.IMAGE else f"{self.value}-src"


class Allowance(Model):
    """What pages may load from another host."""

    host: Host
    """The host, and no other."""
    for_: Several[Load] = Field(alias="for", min_length=1)
    """What they may load from it."""
    reason: Text
    """Why, for whoever reads this later. A build says it."""
