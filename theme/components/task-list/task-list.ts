// How far each phase of a guide is, and each of its steps; the phase that is under way is open.

import { element } from "../../scripts/element.ts";
import { countOf } from "../../scripts/guide/count.ts";
import { follow } from "../../scripts/guide/here.ts";
import { mark, statusOf, statusOfStep } from "../status/status.ts";

const tasks = [...document.querySelectorAll<HTMLElement>(".fw-page--guide .fw-task")];
let first = true;

follow(({ phases, next }) => {
  for (const [at, task] of tasks.entries()) {
    const phase = phases[at];
    if (!phase || phase.all === 0) continue;
    const now = next?.phase === phase.phase;
    mark(task, phase.state);
    task.ariaCurrent = now ? "step" : null;
    put(task.querySelector(".fw-task__head"), "fw-task__status", statusOf(phase.state), ".fw-task__meta");
    put(task.querySelector(".fw-task__head"), "fw-task__meta fw-task__count", countOf(phase), "");
    const fold = task.querySelector<HTMLDetailsElement>("details");
    if (first && fold && now) fold.open = true;
    for (const line of task.querySelectorAll<HTMLElement>(".fw-task__steps > li")) {
      const step = phase.steps.find(({ step }) => line.querySelector("a")?.hash === `#${step.anchor}`);
      const status = step && statusOfStep(step);
      if (!step || !status) continue;
      mark(line, step.state);
      line.querySelector(".fw-task__day")?.toggleAttribute("hidden", step.state === "done" || !step.step.milestone);
      if (step.state === "done" || !step.step.milestone) put(line, "fw-task__state", status, "");
      else line.querySelector(".fw-task__state")?.remove();
    }
  }
  first = false;
});

/** Put a paragraph into a part, behind the first that `behind` finds or at the end; in the place of the one before. */
function put(part: Element | null, kind: string, content: HTMLElement | string, behind: string): void {
  const made = element("p", kind, content);
  const before = part?.querySelector(`.${kind.split(" ").at(-1)}`);
  const after = behind ? part?.querySelector(behind) : undefined;
  if (before) before.replaceWith(made);
  else if (after) after.after(made);
  else part?.append(made);
}
