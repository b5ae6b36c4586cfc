"""Civil dates: on which day of the calendar a day of a plan falls.

In: planned days, and the dates a reader has set. Out: dates. Nothing here knows a time of day, a time zone or the clock.
`theme/scripts/dates` reckons the same in the browser; a test holds the two together.
"""

from firstwin.dates.course import EVENT, FIRST_DAY, START, Course, Mark
from firstwin.dates.numbering import in_a_row, number_of
from firstwin.dates.working_days import WorkingDays

__all__ = ["EVENT", "FIRST_DAY", "START", "Course", "Mark", "WorkingDays", "in_a_row", "number_of"]
