/**
 * On which date a plan's days fall, once its reader has said when it starts: what `firstwin.dates` reckons in Python. Day 1
 * is the start date. A reader may also set the date of a mark, such as go-live: what counts from it moves with it, and where
 * that is all they know, the start is counted back from it.
 */

import type { Day } from "./civil.ts";

export const START = "start";
export const FIRST_DAY = 1;

/** A planned day whose date a reader may set; it counts from `start`, or from another mark. */
export interface Mark {
  readonly id: string;
  readonly day: number;
  readonly from: string;
}

/** The dates of a plan. */
export class Course {
  readonly #dates: ReadonlyMap<string, Day>;
  readonly #marks: readonly Mark[];

  /** `dates` are those that were set, by mark: `start` and others. */
  constructor(dates: ReadonlyMap<string, Day>, marks: readonly Mark[] = []) {
    this.#dates = dates;
    this.#marks = marks;
  }

  /** The start date, as it was set, or counted back from the first mark whose date was. */
  get start(): Day | undefined {
    const start = this.#dates.get(START);
    if (start !== undefined) return start;
    const mark = this.#marks.find(({ id }) => this.#dates.has(id));
    return mark && this.#dates.get(mark.id)! - (mark.day - FIRST_DAY);
  }

  /** The date of a planned day that moves with a mark; undefined while nothing was set. */
  dateOf(day: number, from = START): Day | undefined {
    const mark = this.#marks.find(({ id }) => id === from);
    if (!mark) return this.start === undefined ? undefined : this.start + day - FIRST_DAY;
    const base = this.#dates.get(from) ?? this.dateOf(mark.day, mark.from);
    return base === undefined ? undefined : base + day - mark.day;
  }
}
