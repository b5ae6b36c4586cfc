/** The questions whose answers decide what applies: asked where they matter, answered once for the whole site. */

import { element } from "../element.ts";
import { announce } from "../events.ts";
import { memory } from "../memory/memory.ts";
import { say } from "../words.ts";
import { guide } from "./here.ts";
import { alternativesIn } from "./progress.ts";

let made = 0;

/** A question with its answers to choose from; nothing where the guide does not have it. */
export function ask(condition: string): HTMLElement | undefined {
  const [question, options] = guide?.questions[condition] ?? [];
  if (!question) return undefined;
  const key = `answers/${condition}`;
  // Translators: An answer to the question whether something applies to the reader.
  const yes = say("answers", "Yes");
  // Translators: An answer to the question whether something applies to the reader.
  const no = say("answers", "No");
  const plain: Record<string, string> = { yes, no };
  const answers = Object.entries(options ?? plain).map(([id, text]) => [id, text || plain[id]]);
  // Translators: An answer to the question whether something applies to the reader.
  answers.push(["", say("answers", "I do not know yet")]);
  const name = `page_answer-${++made}`;
  const boxes = answers.map(([value = ""]) => {
    const box = element("input", "fw-choice__box");
    Object.assign(box, { type: "radio", name, value, autocomplete: "off" });
    box.addEventListener("change", () => {
      memory.set(key, value);
      announce("answer", { condition, answer: value });
    });
    return box;
  });
  const show = (): void => {
    for (const box of boxes) box.checked = box.value === (memory.get(key) ?? "");
  };
  memory.subscribe(show);
  show();
  const choices = boxes.map((box, at) => element("label", "fw-choice", box, element("span", "", answers[at]?.[1] ?? "")));
  return element("fieldset", "fw-question", element("legend", "fw-label", question), element("div", "fw-question__answers", ...choices));
}

/** The conditions in rules. */
export function conditionsIn(rules: readonly string[]): string[] {
  return [...new Set(rules.flatMap(alternativesIn).map((rule) => rule.replace(/^not /, "").replace(/:.*/, "")))];
}
