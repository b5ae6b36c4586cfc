/**
 * What a reader does, said to whoever listens: every meaningful act is an event of the document.
 *
 * In: a name and what belongs to it. Out: a `CustomEvent` named `firstwin:<name>`, once, in the tab where it was done. Nothing
 * is sent anywhere, and what a reader wrote is in none of them. The table below is the whole list; `docs/events.md` shows it.
 */

export interface Events {
  /** A box was ticked, or its tick was taken back. */
  "tick": { key: string; ticked: boolean };
  /** Something was written down, or taken back. */
  "field": { key: string; filled: boolean };
  /** A condition was answered; where `answer` is empty, the answer was taken back. */
  "answer": { condition: string; answer: string };
  /** A question of a quiz was answered. */
  "quiz-answered": { key: string; option: string; right: boolean };
  /** A step has another status. */
  "step-status": { key: string; status: "open" | "current" | "done" | "waiting" | "not-for-us" };
  /** Everything that a step requires is done. */
  "step-done": { key: string };
  /** Everything that a phase requires is done. */
  "phase-done": { key: string };
  /** A step that marks an outcome is done. */
  "milestone-reached": { key: string };
  /** Everything that a guide requires is done. */
  "guide-done": { tier: string; persona: string };
  /** A guide was begun anew: what was kept of its steps was taken back. */
  "progress-reset": { tier: string; persona: string };
  /** Day 1 was chosen, or moved; where `date` is empty, it was taken back. */
  "start-date": { tier: string; date: string };
  /** A calendar was saved. */
  "calendar-saved": { tier: string; entries: number };
  /** A personal link was opened. */
  "link-opened": { tier: string; persona: string };
  /** A copy of what is kept was made. */
  "copy-saved": { by: "file" | "link" | "document" };
  /** A copy was merged into what is kept. */
  "copy-merged": { changes: number };
  /** A document was taken along with what was filled in. */
  "document-taken": { document: string; by: "copy" | "download" | "print" };
  /** A worksheet came to a result. */
  "worksheet-done": { key: string };
  /** A win was written into the value log. */
  "win-logged": { key: string };
  /** A reader said whether a step helped. */
  "feedback": { key: string; helped: boolean };
}

/** Say that something was done. */
export function announce<Name extends keyof Events>(name: Name, detail: Events[Name]): void {
  document.dispatchEvent(new CustomEvent(`firstwin:${name}`, { bubbles: true, detail }));
}
