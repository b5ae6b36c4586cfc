/**
 * The guide that a page belongs to, and how far its reader is: computed anew whenever something that is kept has changed.
 *
 * It says what is reached as events, and reads out, once a tick, how much is done.
 */

import { notify, tell } from "../../components/notice/notice.ts";
import { announce } from "../events.ts";
import { memory } from "../memory/memory.ts";
import { say } from "../words.ts";
import { progressOf } from "./progress.ts";
import type { Progress, StepProgress } from "./progress.ts";

export const guide = window.fwGuide;

let now: Progress | undefined = guide && progressOf(guide, (key) => memory.get(key));
const listeners: ((progress: Progress) => void)[] = [];

/** Have progress shown: now, and whenever it changes. On a page of no guide nothing is. */
export function follow(listener: (progress: Progress) => void): void {
  listeners.push(listener);
  if (now) listener(now);
}

memory.subscribe(() => {
  if (!guide || !now) return;
  const before = now;
  now = progressOf(guide, (key) => memory.get(key));
  for (const listener of listeners) listener(now);
  for (const step of changedSteps(before, now)) tellOf(step, now);
  if (now.done === now.all && before.done < now.all) announce("guide-done", { tier: guide.tier, persona: guide.persona });
  for (const [at, phase] of now.phases.entries()) {
    const earlier = before.phases[at];
    if (phase.state === "done" && earlier?.state !== "done") announce("phase-done", { key: phase.phase.key });
  }
});

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

function tellOf({ step, ticked, of }: StepProgress, { done, all }: Progress): void {
  // Translators: Read out after a tick: how much of its step is done, and of the guide.
  tell(say("progress", "{title}: {ticked} of {of}. {done} of {all} steps are done.", { title: step.title, ticked, of, done, all }));
}
