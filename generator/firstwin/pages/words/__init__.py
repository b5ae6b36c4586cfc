"""The words of the interface that pages compute: labels, durations, lists, whole sentences.

In: numbers and names. Out: text. Every word a page says by itself, and no author wrote, stands in this
package or in the theme's `words.html`; whoever translates the site translates these two. Sentences are
made from whole patterns, never from pieces that only fit in English.
"""

from firstwin.pages.words.checklist import *  # noqa: F403 - all words are one namespace
from firstwin.pages.words.days import *  # noqa: F403 - all words are one namespace
from firstwin.pages.words.internal import *  # noqa: F403 - all words are one namespace
from firstwin.pages.words.library import *  # noqa: F403 - all words are one namespace
from firstwin.pages.words.moments import *  # noqa: F403 - all words are one namespace
from firstwin.pages.words.numbers import *  # noqa: F403 - all words are one namespace
from firstwin.pages.words.plan import *  # noqa: F403 - all words are one namespace
from firstwin.pages.words.site import *  # noqa: F403 - all words are one namespace
from firstwin.pages.words.step import *  # noqa: F403 - all words are one namespace
