/** How far something is, as the template `status` writes it: a shape, a word and a colour. */

import { element } from "../../scripts/element.ts";
import type { State, StepProgress } from "../../scripts/guide/progress.ts";
import { NOT_FOR_US, WAITING } from "../../scripts/guide/progress.ts";
import { icon } from "../../scripts/icon.ts";
import { say } from "../../scripts/words.ts";

const SHAPES = { done: "done", current: "half", open: "ring", waiting: "dashes", away: "dashes" } as const;
export const STATES = Object.keys(SHAPES).map((state) => `fw-is-${state}`);

/** A state in words. */
export function wordOf(state: State): string {
  if (state === "done") return say("state", "Done");
  if (state === "current") return say("state", "In progress");
  if (state === "open") return say("state", "Not started");
  // Translators: How far a step is: it is none of the reader's.
  if (state === "away") return say("state", "Does not apply");
  return say("state", "Cannot start yet");
}

export function statusOf(state: State, word = wordOf(state)): HTMLElement {
  const said = word === wordOf(state) ? "" : " fw-is-said"; // by the reader: paper has it as well
  return element("span", `fw-status fw-is-${state}${said}`, icon(SHAPES[state]), element("span", "", word));
}

/** The state of a step in words: whoever it waits for is named, and why it does not apply. Empty where there is nothing to tick. */
export function wordsOf({ state, said }: StepProgress): string {
  const who = state === "waiting" && said.startsWith(WAITING) ? said.slice(WAITING.length) : "";
  const why = state === "away" && said.startsWith(NOT_FOR_US) ? said.slice(NOT_FOR_US.length) : "";
  // Translators: How far a step is: its reader waits for somebody; {who} is what they wrote.
  if (who) return say("state", "Waiting for {who}", { who });
  // Translators: How far a step is: it is none of the reader's; {why} is the reason that they wrote.
  if (why) return say("state", "Does not apply: {why}", { why });
  return state ? wordOf(state) : "";
}

/** The status of a step. */
export function statusOfStep(step: StepProgress): HTMLElement | undefined {
  return step.state && statusOf(step.state, wordsOf(step));
}

/** The icon of a state. */
export function shapeOf(state: State): SVGElement {
  return icon(SHAPES[state]);
}

/** Mark how far something is. */
export function mark(part: Element, state: State | undefined): void {
  part.classList.remove(...STATES);
  if (state) part.classList.add(`fw-is-${state}`);
}
