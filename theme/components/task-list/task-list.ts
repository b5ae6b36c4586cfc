// How far each phase of a guide is, and each of its steps; the phase that is under way is open.

import { element } from "../../scripts/element.ts";
import { countOf } from "../../scripts/guide/count.ts";
import { follow } from "../../scripts/guide/here.ts";
import type { PhaseProgress } from "../../scripts/guide/progress.ts";
import { daysSpent } from "../../scripts/guide/spent.ts";
import { memory } from "../../scripts/memory/memory.ts";
import { counted } from "../../scripts/words.ts";
import { mark, statusOf, statusOfStep } from "../status/status.ts";

const tasks = [...document.querySelectorAll<HTMLElement>(".fw-page--guide .fw-task")];
let first = true;

follow(({ phases, next }) => {
  for (const [at, task] of tasks.entries()) {
    const phase = phases[at];
    if (!phase) continue;
    const counts = phase.all > 0;
    const state = counts || phase.state === "away" ? phase.state : undefined;
    const now = next?.phase === phase.phase;
    const head = task.querySelector(".fw-task__head");
    mark(task, state);
    task.ariaCurrent = now ? "step" : null;
    put(head, "fw-task__status", state && statusOf(state), ".fw-task__meta");
    put(head, "fw-task__meta fw-task__count", counts ? countAndTime(phase) : undefined, "");
    const fold = task.querySelector<HTMLDetailsElement>("details");
    if (first && fold && now) fold.open = true;
    for (const line of task.querySelectorAll<HTMLElement>(".fw-task__steps > li")) {
      const step = phase.steps.find(({ step }) => line.querySelector("a")?.hash === `#${step.anchor}`);
      // The day of a milestone says more than that it is still to come.
      const status = step && (step.state === "done" || !step.step.milestone) ? statusOfStep(step) : undefined;
      mark(line, step?.state);
      line.querySelector(".fw-task__day")?.toggleAttribute("hidden", status !== undefined);
      put(line, "fw-task__state", status, "");
    }
  }
  first = false;
});

/** How much of a phase is done; and of one that is, how long it took. */
function countAndTime(phase: PhaseProgress): string {
  const count = countOf(phase);
  const days = phase.state === "done" ? daysSpent(phase.phase, (key) => (memory.get(key) ? memory.at(key) : undefined)) : 0;
  if (days === 0) return count;
  // Translators: How many steps of a phase are done, and how long that took; {count} is "4 of 4 steps done".
  return counted("progress", "{count}, in {number} day", "{count}, in {number} days", days, { count });
}

/** Put a paragraph into a part, behind the first that `behind` finds or at the end; in the place of the one before. */
function put(part: Element | null, kind: string, content: HTMLElement | string | undefined, behind: string): void {
  const before = part?.querySelector(`.${kind.split(" ").at(-1)}`);
  if (content === undefined) return before?.remove();
  const made = element("p", kind, content);
  const after = behind ? part?.querySelector(behind) : undefined;
  if (before) before.replaceWith(made);
  else if (after) after.after(made);
  else part?.append(made);
}
