/**
 * How far a reader is in a guide.
 *
 * In: the guide, and what is kept. Out: a status for each step and phase, how many steps are done of how many, and the step to
 * do next. A step is done when its required boxes are ticked. What is optional, has nothing to tick or does not apply counts
 * for nothing, and what comes after onboarding is counted by its phases alone. A step cannot start while a step or phase that it needs, and that its reader can tick, is not done.
 * An email that its reader only gets is nothing they do: it holds nothing up, and is next when all else is done.
 */

import type { Box, Enough, Guide, Phase, Step } from "./guide.ts";

/** `away`: it does not apply, by an answer or because the reader says so. */
export type State = "done" | "current" | "open" | "waiting" | "away";

export interface StepProgress {
  readonly step: Step;
  readonly phase: Phase;
  /** None where there is nothing to tick: others see to it. */
  readonly state: State | undefined;
  /** Whether it is one of the steps that are counted. */
  readonly counts: boolean;
  /** Whether others are enough, so that it is not needed. */
  readonly spare?: boolean;
  /** How many of its required boxes are ticked, of how many. */
  readonly ticked: number;
  readonly of: number;
  /** What has to be done before. */
  readonly blocked: readonly (Step | Phase)[];
  /** What the reader says: whom they wait for, or why it is not for them. */
  readonly said: string;
}

export interface Count {
  readonly done: number;
  readonly all: number;
}

export interface PhaseProgress extends Count {
  readonly phase: Phase;
  readonly state: State;
  readonly blocked: readonly (Step | Phase)[];
  readonly steps: readonly StepProgress[];
}

export interface Progress extends Count {
  readonly phases: readonly PhaseProgress[];
  readonly next: StepProgress | undefined;
}

type Get = (key: string) => string | undefined;

export const WAITING = "waiting: ";
export const NOT_FOR_US = "not-for-us: ";

export function progressOf(guide: Guide, get: Get): Progress {
  const undone = undoneIn(guide, get);
  const unmet = (needs: readonly string[] = []) => needs.flatMap((key) => undone.get(key) ?? []);
  const phases = guide.phases.map((phase): PhaseProgress => {
    const opens = unmet(phase.needs);
    const steps = stepsOf(phase, get, (step) => [...opens, ...unmet(step.needs)]);
    const away = !applies(phase.only, get);
    const counts = count(steps);
    const begun = steps.some(({ state, counts }) => counts && (state === "done" || state === "current"));
    const state =
      away ? "away"
      : counts.all > 0 && counts.done === counts.all ? "done"
      : begun ? "current"
      : opens.length > 0 ? "waiting"
      : "open";
    return { phase, state, blocked: opens, steps, ...counts };
  });
  const [now = [], later = []] = [false, true].map((after) =>
    phases.filter(({ phase }) => (phase.after ?? false) === after).flatMap(({ steps }) => steps),
  );
  return { phases, next: nextOf(now) ?? nextOf(later), ...count(now) };
}

/** The step to do next. */
function nextOf(steps: readonly StepProgress[]): StepProgress | undefined {
  const counted = steps.filter(({ counts }) => counts);
  const left = ["current", "open", "waiting"].flatMap((state) => counted.filter((step) => step.state === state));
  return left.find(({ step }) => !step.gets) ?? left[0];
}

/** Whether something applies, as far as is answered: of each rule, one of its alternatives. */
export function applies(rules: readonly string[] | undefined, get: Get): boolean {
  return (rules ?? []).every((rule) =>
    alternativesIn(rule).some((each) => {
      const [, not, condition = "", option] = /^(not )?([^:]+)(?:: (.+))?$/.exec(each) ?? [];
      const answer = get(`answers/${condition}`);
      return !answer || answer === (option ?? (not ? "no" : "yes"));
    }),
  );
}

/** What a rule consists of, of which one must hold. */
export function alternativesIn(rule: string): string[] {
  return rule.split(" or ");
}

/** The boxes of a step that its reader has to tick: where some are enough, those that are ticked, or the first. */
export function required(step: Step, get: Get): readonly Box[] {
  const needed = step.boxes.filter(([, optional, only]) => !optional && applies(only, get));
  const spare = sparedOf(needed, step.enough, ([key]) => key, ([key]) => (get(key) ? 0 : 1));
  return needed.filter((box) => !spare.includes(box));
}

/** What is not needed where some are enough: those that are least far. */
function sparedOf<T>(all: readonly T[], enough: readonly Enough[] = [], keyOf: (one: T) => string, rest: (one: T) => number): T[] {
  return enough.flatMap(([least, ...keys]) =>
    all
      .filter((one) => keys.includes(keyOf(one)))
      .sort((one, other) => rest(one) - rest(other))
      .slice(least),
  );
}

/** The steps of a phase. Those that are not needed, because others are enough, are not counted. */
function stepsOf(phase: Phase, get: Get, blockedBy: (step: Step) => (Step | Phase)[]): StepProgress[] {
  const steps = phase.steps.map((step) => stepOf(step, phase, blockedBy(step), get));
  const needed = steps.filter(({ counts }) => counts);
  const spare = sparedOf(needed, phase.enough, ({ step }) => step.key, ({ ticked, of }) => 1 - ticked / of);
  return steps.map((step) => (spare.includes(step) ? { ...step, counts: false, spare: true } : step));
}

function stepOf(step: Step, phase: Phase, blocked: (Step | Phase)[], get: Get): StepProgress {
  const needed = required(step, get);
  const ticked = needed.filter(([key]) => get(key)).length;
  const said = get(`${step.key}/_status`) ?? "";
  const away = !applies(phase.only, get) || !applies(step.only, get) || saysAway(step, said);
  const begun = step.boxes.some(([key]) => get(key));
  const state =
    away ? "away"
    : needed.length === 0 ? undefined
    : ticked === needed.length ? "done"
    : said.startsWith(WAITING) ? "waiting"
    : begun ? "current"
    : blocked.length > 0 ? "waiting"
    : "open";
  const counts = !away && !step.optional && needed.length > 0;
  return { step, phase, state, counts, ticked, of: needed.length, blocked, said };
}

/** Whether its reader says that a step is not for them. Only where they may: else it lies there from elsewhere. */
export function saysAway(step: Step, said: string): boolean {
  return step.away === true && said.startsWith(NOT_FOR_US);
}

function count(steps: readonly StepProgress[]): Count {
  const counted = steps.filter(({ counts }) => counts);
  return { done: counted.filter(({ state }) => state === "done").length, all: counted.length };
}

/** The steps and phases that are not done yet, by their keys: what others wait for. */
function undoneIn(guide: Guide, get: Get): Map<string, Step | Phase> {
  const undone = new Map<string, Step | Phase>();
  for (const phase of guide.phases) {
    const open = stepsOf(phase, get, () => [])
      .filter(({ step, state, spare }) => !step.gets && !spare && state !== undefined && state !== "done" && state !== "away")
      .map(({ step }) => step);
    for (const step of open) undone.set(step.key, step);
    if (open.some((step) => !step.optional)) undone.set(phase.key, phase);
  }
  return undone;
}
