/** Working days of a country: what `firstwin.dates` reckons in Python. Years of which nothing is known have no holidays. */

import { type Day, dayOf, weekdayOf } from "./civil.ts";

/** What a site knows of a country: its weekend (from Monday, 0), and the days that are unlike others of their kind. */
export interface Country {
  readonly id: string;
  readonly title: string;
  readonly weekend: readonly number[];
  readonly off: readonly string[];
  readonly on: readonly string[];
}

/** No country rests longer; who looks further has a calendar without working days. */
const MOST_DAYS_OFF = 60;

export class WorkingDays {
  readonly #weekend: ReadonlySet<number>;
  readonly #off: ReadonlySet<Day>;
  readonly #on: ReadonlySet<Day>;

  constructor(country: Pick<Country, "weekend" | "off" | "on">) {
    this.#weekend = new Set(country.weekend);
    this.#off = new Set(country.off.map((text) => dayOf(text)!));
    this.#on = new Set(country.on.map((text) => dayOf(text)!));
  }

  has(day: Day): boolean {
    return this.#on.has(day) || (!this.#off.has(day) && !this.#weekend.has(weekdayOf(day)));
  }

  /** The day itself where it is a working day, or else the next one. */
  next(day: Day): Day {
    for (let found = day; found < day + MOST_DAYS_OFF; found += 1) {
      if (this.has(found)) return found;
    }
    return day;
  }
}
