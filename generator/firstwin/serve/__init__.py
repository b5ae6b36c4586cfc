"""The preview of `firstwin serve`: a development server for both engines.

In: a project, or any function that builds. Out: a server that shows the last good site, reloads pages when it changes
and lays problems over them when a build fails. Nothing of it ever reaches a built site.
"""

from firstwin.serve.files import Site, SiteFolder
from firstwin.serve.notices import Problem
from firstwin.serve.preview import Attempt, Listening, Preview
from firstwin.serve.rebuild import Rebuild

__all__ = ["Attempt", "Listening", "Preview", "Problem", "Rebuild", "Site", "SiteFolder"]
