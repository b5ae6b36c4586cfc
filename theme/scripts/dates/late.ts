/** How late a reader is with what is theirs to do. */

import type { Step } from "../guide/guide.ts";
import type { Progress } from "../guide/progress.ts";
import type { Day } from "./civil.ts";
import type { Dates } from "./plan.ts";

/** The open steps in which the reader has something to tick and whose deadline is past, each with the days since. */
export function lateIn(progress: Progress, { course, working }: Dates, today: Day): Map<Step, number> {
  const late = new Map<Step, number>();
  for (const { step, state } of progress.phases.flatMap(({ steps }) => steps)) {
    const date = course.dateOf(step.day!, step.from); // NaN where no day is known
    if (!state || state === "done" || state === "away" || !date) continue;
    const due = working.next(date);
    if (due < today) late.set(step, today - due);
  }
  return late;
}
