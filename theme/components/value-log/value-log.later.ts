/** Keeps what is written into a value log, row by row. There is always one more row to write in. Loaded where there is one. */

import { announce } from "../../scripts/events.ts";
import { newName, textOf, winsIn } from "../../scripts/measuring/wins.ts";
import type { Win } from "../../scripts/measuring/wins.ts";
import { memory } from "../../scripts/memory/memory.ts";
import { say } from "../../scripts/words.ts";

type Input = HTMLInputElement | HTMLTextAreaElement;

function inputsOf(row: HTMLElement): Input[] {
  return [...row.querySelectorAll<Input>("input, textarea")];
}

function winIn(row: HTMLElement): Win {
  const [date = "", what = "", number = ""] = inputsOf(row).map(({ value }) => value.trim());
  return [date, what, number];
}

function fill(row: HTMLElement, key: string, win: Win): void {
  row.dataset["fwRow"] = key;
  for (const [index, input] of inputsOf(row).entries()) {
    input.value = win[index] ?? "";
    input.toggleAttribute("data-fw-filled", input.value !== "");
  }
}

function mount(log: HTMLElement): void {
  const prefix = `${log.dataset["fwWins"] ?? ""}/`;
  const list = log.querySelector("ol");
  if (!list) return;
  let writes = false;
  const rows = (): HTMLElement[] => [...list.querySelectorAll("li")];

  /** One more row, empty, after the last. */
  const add = (): void => {
    const last = rows().at(-1);
    const row = last?.cloneNode(true);
    if (!last || !(row instanceof HTMLElement)) return;
    const number = rows().length + 1;
    fill(row, "", ["", "", ""]);
    const legend = row.querySelector("legend");
    // Translators: A row of the value log, only read out.
    if (legend) legend.textContent = say("value log", "Win {number}", { number });
    for (const input of inputsOf(row)) {
      input.id = input.id.replace(/\d+$/, String(number));
      const label = input.parentElement?.querySelector("label");
      if (label) label.htmlFor = input.id;
    }
    list.append(row);
  };
  const show = (): void => {
    const wins = winsIn(memory.entries(prefix));
    while (rows().length <= wins.length) add();
    for (const [index, row] of rows().entries()) {
      const [key, win] = wins[index] ?? ["", ["", "", ""] as const];
      fill(row, key, win);
    }
  };
  list.addEventListener("change", ({ target }) => {
    const row = target instanceof HTMLElement && target.closest("li");
    if (!row) return;
    const known = row.dataset["fwRow"];
    const key = known || prefix + newName(Date.now(), Math.random());
    const win = winIn(row);
    fill(row, key, win);
    writes = true; // rows stay where they are while one writes in them
    memory.set(key, textOf(win));
    writes = false;
    if (row === rows().at(-1)) add();
    if (!known && textOf(win)) announce("win-logged", { key });
  });
  memory.subscribe((keys) => {
    const isOurs = [...keys].some((key) => key.startsWith(prefix));
    if (isOurs && !writes && !log.contains(document.activeElement)) show();
  });
  show();
}

for (const log of document.querySelectorAll<HTMLElement>("[data-fw-wins]")) mount(log);
