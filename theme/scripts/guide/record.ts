/**
 * A guide as a text to keep or to send: what is done, what is not, and what was written down.
 *
 * In: the guide, what each line and value is called, what is kept, and the dates of its plan. Out: Markdown in which
 * whatever was typed stands for itself. What does not apply is named as that, and nothing is said of what is in it; lines of
 * which that is so are left out, and so is what nobody has written.
 */

import { wordOf, wordsOf } from "../../components/status/status.ts";
import type { Dates } from "../dates/plan.ts";
import { readableDate } from "../dates/readable.ts";
import { full } from "../dates/format.ts";
import { escaped, several } from "../markdown.ts";
import { winsIn } from "../measuring/wins.ts";
import { say } from "../words.ts";
import { countOf } from "./count.ts";
import type { Guide } from "./guide.ts";
import type { PhaseProgress, StepProgress } from "./progress.ts";
import { applies, progressOf } from "./progress.ts";

/** 1 for what is ticked; 2 for a value log, below whose key its rows are kept; for what is written down, the names of what may be chosen, if it is not called as it is kept. */
type Kind = 1 | 2 | Readonly<Record<string, string>>;
/** A text, or the key of a value that stands there once it is written, with what stands there until then. */
type Piece = string | readonly [key: string, until: string];
/** A line or a value, the rules under which it is there, and what it is called. */
type Row = readonly [key: string, kind: Kind, only: readonly string[], ...label: readonly Piece[]];

/** What of the reader's state is looked at. */
interface Kept {
  get(key: string): string | undefined;
  entries(prefix: string): [string, string][];
}

/** What `firstwin.pages.record` writes of a guide. */
export interface Labels {
  /** By the keys of the phases, steps and sheets that they are of. */
  readonly rows: Readonly<Record<string, readonly Row[]>>;
  /** What stands behind the phases, each with its title. */
  readonly sheets: readonly (readonly [of: string, title: string])[];
}

declare global {
  interface Window {
    /** The labels of the guide that was saved last. */
    fwRecord?: Labels;
  }
}

/** `dates` are those of the plan, where it has any. */
export function recordOf(guide: Guide, { rows, sheets }: Labels, kept: Kept, dates?: Dates): string {
  const get = (key: string): string | undefined => kept.get(key);
  const progress = progressOf(guide, get);
  const linesOf = (of: string): string[] => (rows[of] ?? []).flatMap((row) => lineOf(row, kept));
  const stepLines = (each: StepProgress): string[] => {
    const { step, state } = each;
    const done = state === "done";
    const date = dates?.course.dateOf(step.day!, step.from); // NaN where no day is known
    // Translators: A notice, when the step of a milestone is done; {title} is the milestone.
    const name = done && step.milestone ? say("progress", "Milestone reached: {title}", { title: step.title }) : step.title;
    const facts = [step.note, date && full(dates!.working.next(date)), progressInWords(each)].filter(Boolean).join(" · ");
    const line = `- ${state && state !== "away" ? box(done) : ""}${inLine(name)} (${inLine(facts)})`;
    return [line, ...(state === "away" ? [] : linesOf(step.key).map((line) => `  ${line}`))];
  };
  const phaseLines = (phase: PhaseProgress): string[] => {
    if (phase.state === "away") return [wordOf("away")];
    const far = phase.all ? [`${wordOf(phase.state)} · ${countOf(phase)}`, ""] : [];
    return [...far, ...phase.steps.flatMap(stepLines), ...linesOf(phase.phase.key)];
  };
  const part = (title: string, lines: readonly string[]): string[] => (lines.length ? ["", `## ${inLine(title)}`, "", ...lines] : []);
  const reader = [`_reader/${guide.persona}`, "_customer"].flatMap((key) => get(`${guide.tier}/${key}`) ?? []).join(", ");
  const start = dates?.course.start;
  // Translators: Below the field for the start date, when it is known.
  const day1 = start && say("dates", "Day 1 is {date}.", { date: full(start) });
  return `${[
    `# ${inLine(`${guide.plan}: ${guide.title}`)}`,
    ...[reader, day1, countOf(progress)].flatMap((text) => (text ? ["", inLine(text)] : [])),
    ...progress.phases.flatMap((each) => (each.steps.length ? part(each.phase.title, phaseLines(each)) : [])),
    ...sheets.flatMap(([of, title]) => part(title, linesOf(of))),
  ].join("\n")}\n`;
}

/** A line with its box, or a value that was written down; none where it does not apply, or nothing was written. */
function lineOf([key, kind, only, ...label]: Row, kept: Kept): string[] {
  const get = (key: string): string | undefined => kept.get(key);
  if (!applies(only, get)) return [];
  if (kind === 2) return winsIn(kept.entries(`${key}/`)).map(([, [date, ...rest]]) => `- ${inLine([readableDate(date), ...rest].filter(Boolean).join(" · "))}`);
  const value = get(key) ?? "";
  const name = inLine(label.map((piece) => (typeof piece === "string" ? piece : (get(piece[0]) ?? piece[1]))).join(""));
  if (kind === 1) return [`- ${box(value !== "")}${name}`];
  const written = several(Object.hasOwn(kind, value) ? kind[value]! : value).replace(/\n/g, "\n    ");
  return written ? [`- **${name}${name.endsWith("?") ? "" : ":"}** ${written}`] : [];
}

const inLine = (text: string): string => escaped(text.replace(/\s+/g, " "));
const box = (ticked: boolean): string => (ticked ? "[x] " : "[ ] ");

/** How far a step is. Where it waits for nobody whom its reader has named, what has to be done before is. */
function progressInWords(step: StepProgress): string {
  const words = wordsOf(step);
  const before = step.state === "waiting" && words === wordOf("waiting") ? step.blocked.map(({ title }) => title).join(", ") : "";
  return before ? `${words}: ${before}` : words;
}
