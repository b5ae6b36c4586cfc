"""What the gate says, with its permanent codes.

In: nothing. Out: `Code`s. None of these is ever said of a site that is as it should be.
"""

from typing import Final

from firstwin.diagnostics import Code, Severity

TEXT_SHOWN: Final = Code(
    id="FW912",
    severity=Severity.ERROR,
    title="A site shows a text that is not for its audience",
    explanation=(
        "After a build every byte of the site is looked through, unpacked and decoded, for what the playbooks say to "
        "others. Six words in a row of such a text were found, and no text for this audience has them; or the whole "
        "of a shorter one. A template or theme file of your own may repeat it; if none does, it is a fault of "
        "firstwin, and the site was not put in place."
    ),
)
NAME_SHOWN: Final = Code(
    id="FW913",
    severity=Severity.ERROR,
    title="A site holds a name or an address that is not for its audience",
    explanation=(
        "The id of something that this audience does not see, the address of somebody they have nothing to do with, "
        "or the name of a file of the playbooks stands in the site: in a link, an anchor, a key or the name of a file."
    ),
)
PICTURE_SHOWN: Final = Code(
    id="FW914",
    severity=Severity.ERROR,
    title="A site holds a picture that is not for its audience",
    explanation=(
        "A picture or another file beside the playbooks that this audience is not shown lies in the site, whole or in "
        "part, under whatever name."
    ),
)

CODES: Final = (TEXT_SHOWN, NAME_SHOWN, PICTURE_SHOWN)
