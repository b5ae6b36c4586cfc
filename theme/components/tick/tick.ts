// Boxes that stay ticked: on every page that has one of the same key, in every tab.

import { announce } from "../../scripts/events.ts";
import { memory } from "../../scripts/memory/memory.ts";

const boxes = [...document.querySelectorAll<HTMLInputElement>("[data-fw-item]")];
const keyOf = (box: HTMLInputElement): string => box.dataset["fwItem"] ?? "";

function show(): void {
  for (const box of boxes) box.checked = memory.get(keyOf(box)) === "1";
}

for (const box of boxes) {
  box.autocomplete = "off"; // what a browser remembers of a form is older than what is kept
  box.addEventListener("change", () => {
    const [key, ticked] = [keyOf(box), box.checked];
    memory.set(key, ticked ? "1" : "");
    announce("tick", { key, ticked });
  });
}

memory.subscribe(show);
show();
