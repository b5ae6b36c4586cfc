/**
 * Answers of a quiz are told at once whether they are right, and why; they are kept, and may be taken back.
 *
 * All that is said stands in the page already: behind "Show the answer", and hidden.
 */

import { announce } from "../../scripts/events.ts";
import { memory } from "../../scripts/memory/memory.ts";
import { say } from "../../scripts/words.ts";

class Question {
  readonly key: string;
  readonly #place: HTMLElement;
  readonly #boxes: readonly HTMLInputElement[];
  /** What the page shows; null before it was asked, because a browser may restore boxes by itself. */
  #shown: string | undefined | null = null;

  constructor(place: HTMLElement) {
    this.#place = place;
    this.key = place.dataset["fwQuestion"] ?? "";
    this.#boxes = [...place.querySelectorAll<HTMLInputElement>(".fw-choice__box")];
    place.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      memory.set(this.key, target.value);
      announce("quiz-answered", { key: this.key, option: target.value, right: "fwRight" in target.dataset });
    });
    place.querySelector(".fw-quiz__again")?.addEventListener("click", () => {
      memory.forget(this.key);
      this.focus();
    });
  }

  /** Whether what was answered is right; undefined where nothing was. */
  get isRight(): boolean | undefined {
    const chosen = this.#boxes.find((box) => box.checked);
    return chosen && "fwRight" in chosen.dataset;
  }

  /** Show what is kept. What is shown already stays untouched: it would be read out again. */
  show(): void {
    const value = memory.get(this.key);
    if (value === this.#shown) return;
    this.#shown = value;
    for (const box of this.#boxes) box.checked = box.value === value;
    this.#toggle("said--right", this.isRight === true);
    this.#toggle("said--wrong", this.isRight === false);
    this.#toggle("again", this.isRight === false);
    const chosen = this.#boxes.find((box) => box.checked);
    const reason = chosen && this.#place.querySelector(`[data-fw-because="${chosen.id}"]`);
    this.#part("because")?.replaceChildren(...(reason?.cloneNode(true).childNodes ?? []));
  }

  focus(): void {
    this.#boxes[0]?.focus();
  }

  #part(name: string): HTMLElement | null {
    return this.#place.querySelector<HTMLElement>(`.fw-quiz__${name}`);
  }

  #toggle(name: string, shown: boolean): void {
    this.#part(name)?.toggleAttribute("hidden", !shown);
  }
}

function mount(quiz: HTMLElement): void {
  const questions = [...quiz.querySelectorAll<HTMLElement>("[data-fw-question]")].map((place) => new Question(place));
  const sum = quiz.querySelector<HTMLElement>(".fw-quiz__sum");
  const count = quiz.querySelector<HTMLElement>(".fw-quiz__count");

  const show = (): void => {
    for (const question of questions) question.show();
    const right = questions.filter(({ isRight }) => isRight).length;
    // Translators: How many questions of a quiz were answered rightly: "3 of 4 right".
    if (count) count.textContent = say("quiz", "{right} of {of} right", { right, of: questions.length });
    sum?.toggleAttribute("hidden", questions.every(({ isRight }) => isRight === undefined));
  };
  sum?.querySelector("button")?.addEventListener("click", () => {
    for (const { key } of questions) memory.forget(key);
    questions[0]?.focus();
  });
  memory.subscribe((keys) => {
    if (questions.some(({ key }) => keys.has(key))) show();
  });
  show();
}

for (const quiz of document.querySelectorAll<HTMLElement>(".fw-quiz")) mount(quiz);
