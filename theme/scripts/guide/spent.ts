/** How long a reader took for a phase. */

import { today } from "../dates/civil.ts";
import type { Phase } from "./guide.ts";

/** When the last box of a phase was ticked; nothing where none is. */
export function lastTick(phase: Phase, at: (key: string) => number | undefined): number | undefined {
  const times = timesIn(phase, at);
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** The days from the first tick of a phase to its last, both counted; none where nothing is ticked. `at` says when a box was. */
export function daysSpent(phase: Phase, at: (key: string) => number | undefined): number {
  const days = timesIn(phase, at).map((time) => today(new Date(time)));
  return days.length > 0 ? Math.max(...days) - Math.min(...days) + 1 : 0;
}

function timesIn(phase: Phase, at: (key: string) => number | undefined): number[] {
  return phase.steps.flatMap(({ boxes }) => boxes.flatMap(([key]) => at(key) ?? []));
}
