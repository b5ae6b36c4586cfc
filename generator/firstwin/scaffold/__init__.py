"""A new project: what `firstwin new` and `firstwin lock` write.

In: a folder that is empty or not there. Out: a small project that checks clean, or the reference playbooks,
with what an editor and a CI need beside them.
"""

from firstwin.scaffold.lock import REQUIREMENTS, lock
from firstwin.scaffold.new import new_project

__all__ = ["REQUIREMENTS", "lock", "new_project"]
