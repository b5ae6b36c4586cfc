"""Personal links: what a customer's file says, carried in the fragment of an address.

In: a `Customer`, and the address of the site. Out: a link for each persona, and what a link holds. Browsers send no
fragment to a server, so nobody but its reader learns what is in one. `docs/links.md` tells the format; the browser reads
it in `theme/scripts/link/`, and tests hold the two equal.
"""

from firstwin.link.fragment import (
    LARGEST,
    FragmentError,
    Reason,
    fragment_of,
    pack,
    unpack,
)
from firstwin.link.links import PersonalLink, links_of
from firstwin.link.personal import PERSONAL, LinkedContact, Personal, payload_of, read_personal
from firstwin.link.progress import PROGRESS, Progress, read_progress

__all__ = [
    "LARGEST",
    "PERSONAL",
    "PROGRESS",
    "FragmentError",
    "LinkedContact",
    "Personal",
    "PersonalLink",
    "Progress",
    "Reason",
    "fragment_of",
    "links_of",
    "pack",
    "payload_of",
    "read_personal",
    "read_progress",
    "unpack",
]
