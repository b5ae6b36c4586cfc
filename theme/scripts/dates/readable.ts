/** A date that somebody else wrote, as the language of the page writes it; what is none stays as it is. */

import { dayOf } from "./civil.ts";
import { full } from "./format.ts";

export function readableDate(text: string): string {
  const day = dayOf(text);
  return day === undefined ? text : full(day);
}
