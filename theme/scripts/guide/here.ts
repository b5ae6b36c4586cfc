/**
 * The guide that a page belongs to, and how far its reader is: computed anew whenever something that is kept has changed.
 *
 * It says what the reader reaches here as events, and reads out, once a tick, how much is done. What a page merely follows (another
 * tab, a copy, a link, an undo) is shown, and nothing is said of it.
 */

import { notify, tell } from "../../components/notice/notice.ts";
import { announce } from "../events.ts";
import { memory } from "../memory/memory.ts";
import { say } from "../words.ts";
import { countOf } from "./count.ts";
import { progressOf } from "./progress.ts";
import type { Count, Progress, StepProgress } from "./progress.ts";

export const guide = window.fwGuide;

let now: Progress | undefined = guide && progressOf(guide, (key) => memory.get(key));
const listeners: ((progress: Progress) => void)[] = [];

/** Have progress shown: now, and whenever it changes. On a page of no guide nothing is. */
export function follow(listener: (progress: Progress) => void): void {
  listeners.push(listener);
  if (now) listener(now);
}

memory.subscribe((_, why) => {
  if (!guide || !now) return;
  const before = now;
  now = progressOf(guide, (key) => memory.get(key));
  for (const listener of listeners) listener(now);
  if (why === "followed") return;
  for (const step of changedSteps(before, now)) tellOf(step, now);
  if (isDone(now) && !isDone(before)) announce("guide-done", { tier: guide.tier, persona: guide.persona });
  for (const [at, phase] of now.phases.entries()) {
    const earlier = before.phases[at];
    if (phase.state === "done" && earlier?.state !== "done") announce("phase-done", { key: phase.phase.key });
  }
});

function isDone({ done, all }: Count): boolean {
  return all > 0 && done === all;
}

function changedSteps(before: Progress, after: Progress): StepProgress[] {
  const earlier = before.phases.flatMap(({ steps }) => steps);
  const steps = after.phases.flatMap(({ steps }) => steps);
  for (const [at, { step, state }] of steps.entries()) {
    if (!state || state === earlier[at]?.state) continue;
    announce("step-status", { key: step.key, status: state === "away" ? "not-for-us" : state });
    if (state !== "done") continue;
    announce("step-done", { key: step.key });
    if (!step.milestone) continue;
    announce("milestone-reached", { key: step.key });
    // Translators: A notice, when the step of a milestone is done; {title} is the milestone.
    notify(say("progress", "Milestone reached: {title}", { title: step.title }));
  }
  return steps.filter(({ ticked }, at) => ticked !== earlier[at]?.ticked);
}

function tellOf({ step, ticked, of }: StepProgress, progress: Progress): void {
  // Translators: Read out after a tick: how much of its step is done, and of the guide; {count} is "3 of 12 steps done".
  tell(say("progress", "{title}: {ticked} of {of}. {count}.", { title: step.title, ticked, of, count: countOf(progress) }));
}
