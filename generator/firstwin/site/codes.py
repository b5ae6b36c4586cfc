"""The faults of a built site, with their permanent codes.

In: nothing. Out: `Code`s. Playbooks cannot cause most of these, the earlier stages see to that; what is
left are the project's own theme files and templates.
"""

from typing import Final

from firstwin.diagnostics import Code, Severity

LINK_LEADS_NOWHERE: Final = Code(
    id="FW901",
    severity=Severity.ERROR,
    title="A link of the built site leads nowhere",
    explanation=(
        "After a build every link within the site is followed, as a browser would. This one leads to "
        "a page that is not there. Pages link to each other by addresses firstwin computes, so the "
        "cause is most often a link in a file of your own: in `theme/` or `templates/`."
    ),
    wrong='<a href="../guide/">Your guide</a>',
    right="<a href=\"{{ 'enterprise/admin/' | url }}\">Your guide</a>",
)
ANCHOR_MISSING: Final = Code(
    id="FW902",
    severity=Severity.ERROR,
    title="A link of the built site names an anchor that its page does not have",
    explanation=(
        "The page is there, and nothing on it has the id after the `#`. Give the place an id, or link "
        "to the page alone."
    ),
    wrong='<a href="../help/#email">Write to us</a>',
    right='<a href="../help/">Write to us</a>',
)
FILE_MISSING: Final = Code(
    id="FW903",
    severity=Severity.ERROR,
    title="A page of the built site uses a file that is not there",
    explanation=(
        "A picture, style sheet or script is named in the page and missing from the site. Files of a "
        "theme are published when they lie in `theme/` and their ending is one of those listed in "
        "the operating guide."
    ),
    wrong='<img src="{{ \'images/logo.tiff\' | url }}" alt="">',
    right='<img src="{{ \'images/logo.svg\' | url }}" alt="">',
)
OTHER_HOST: Final = Code(
    id="FW904",
    severity=Severity.ERROR,
    title="A page of the built site loads something from another host",
    explanation=(
        "Opening a guide asks nobody but the host it lies on: no font service, no script service, no "
        "picture from elsewhere. That keeps readers private and the site working behind strict "
        "content security policies. Put a copy into `theme/` and name that, or name the host and what is "
        "loaded from it under `policy` in `site_config.yml`. Links that a reader follows may lead anywhere."
    ),
    wrong='<script src="https://scripts.example/widget.js"></script>',
    right="<script src=\"{{ 'assets/widget.js' | url }}\"></script>",
)
TEMPLATE_FAILED: Final = Code(
    id="FW905",
    severity=Severity.ERROR,
    title="A template of the theme failed",
    explanation=(
        "The site's engine could not render a page because of the template named here: a name that "
        "is not defined, or a statement that is not complete. Templates of your own lie in `theme/` "
        "and win over those of firstwin and Material."
    ),
    wrong="{% if page.title %}<p>{{ page.title }}</p>",
    right="{% if page.title %}<p>{{ page.title }}</p>{% endif %}",
)
ENGINE_WARNS: Final = Code(
    id="FW906",
    severity=Severity.WARNING,
    title="The site's engine warns",
    explanation=(
        "MkDocs or Zensical said something while it built the site that none of the checks of "
        "firstwin covers. The message is the engine's own."
    ),
)
UNKNOWN_INLINE: Final = Code(
    id="FW907",
    severity=Severity.ERROR,
    title="A page of the built site holds a script or style that none of its templates holds",
    explanation=(
        "The content security policy allows the few scripts and styles that stand in pages themselves, and "
        "a page is not asked which: only what a template of the theme, of the engine or of your project holds "
        "may be there. A template's script may take in values, as JSON or as words without any sign that "
        "means something to a script. What a statement of a template puts together cannot be told from what "
        "somebody slipped in: put it into a file in `theme/`."
    ),
    wrong='<script>welcome("{{ config.site_name }}")</script>',
    right="<script>welcome({{ config.site_name | tojson }})</script>",
)
FORBIDDEN: Final = Code(
    id="FW908",
    severity=Severity.ERROR,
    title="A file of the built site holds what its content security policy forbids",
    explanation=(
        "No policy without `unsafe` allows handlers (`onclick`), styles in attributes, or addresses that are "
        "themselves a script (`javascript:`), so no page may hold them; nor `<base>`, a page in an attribute "
        "(`srcdoc`), or a drawing with a script in it, which runs where it is opened by itself. They do "
        "nothing under the policy, and without it they are how a text turns into a program."
    ),
    wrong='<button type="button" onclick="print()">Print</button>',
    right='<button type="button" class="print">Print</button>',
)
FILE_LOST: Final = Code(
    id="FW909",
    severity=Severity.ERROR,
    title="A published folder lacks a file that was built",
    explanation=(
        "`firstwin verify` compares a published folder with the manifest that `firstwin build --manifest` wrote "
        "beside the site. This file is in the manifest and not in the folder: an upload was not finished, or "
        "somebody removed it."
    ),
)
FILE_CHANGED: Final = Code(
    id="FW910",
    severity=Severity.ERROR,
    title="A file of a published folder is not the one that was built",
    explanation=(
        "Its hash is not that in the manifest: an upload broke off, pages of two builds are mixed, or "
        "something on the way changed it. Some hosts do (they minify, or add scripts of their own): switch "
        "that off, because what they put in is not what you looked at."
    ),
)
FILE_NOT_BUILT: Final = Code(
    id="FW911",
    severity=Severity.ERROR,
    title="A published folder holds a file that was not built",
    explanation=(
        "The manifest does not name it: it is left over from an earlier upload, or somebody put it there. "
        "A file that your host needs, such as `_headers`, is named with `--except`."
    ),
)

CODES: Final = (
    LINK_LEADS_NOWHERE,
    ANCHOR_MISSING,
    FILE_MISSING,
    OTHER_HOST,
    TEMPLATE_FAILED,
    ENGINE_WARNS,
    UNKNOWN_INLINE,
    FORBIDDEN,
    FILE_LOST,
    FILE_CHANGED,
    FILE_NOT_BUILT,
)
