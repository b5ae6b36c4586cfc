/** Copies, saves and prints a document with what was filled in. Loaded by pages that are one. */

import { announce } from "../../scripts/events.ts";
import { saveFile } from "../../scripts/file.ts";
import { documentOf, escaped } from "../../scripts/markdown.ts";
import type { Part } from "../../scripts/markdown.ts";
import { say } from "../../scripts/words.ts";

type Blank = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const BLANK = "input, select, textarea";
const textOf = (element: Element | null | undefined): string => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
const every = (around: Element, what: string): Element[] => [...around.querySelectorAll(what)];

/** What was written into a cell, or what is printed in it; a heading is printed alone. */
function cellOf(cell: Element): string {
  const blank = cell.querySelector<Blank>(BLANK);
  return blank ? blank.value.trim() : textOf(cell.matches("td") ? cell.lastElementChild : cell);
}

function partOf(section: Element): Part {
  return {
    title: textOf(section.querySelector("h2")),
    text: every(section, ".fw-prose > *").map((block) => {
      const items = every(block, "li").map((item) => `- ${escaped(textOf(item))}`);
      return items.join("\n") || escaped(textOf(block));
    }),
    values: every(section, ".fw-field").map((field) => [
      (field.querySelector("label")?.firstChild?.textContent ?? "").trim(), // behind it stands that it is required
      field.querySelector<Blank>(BLANK)?.value ?? "",
    ]),
    tables: every(section, "table").map((table) => ({
      title: textOf(table.querySelector("caption")),
      rows: every(table, "tr").map((row) => [...row.children].map(cellOf)),
    })),
  };
}

async function copy(text: string, said: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    // Translators: Read out and shown when a document was copied.
    said.textContent = say("document", "It is copied.");
  } catch {
    // Translators: Read out and shown where a browser does not let a page copy a document.
    said.textContent = say("document", "Your browser does not let this page copy. Download it instead.");
  }
}

for (const acts of document.querySelectorAll<HTMLElement>("[data-fw-document]")) {
  const said = acts.querySelector<HTMLElement>("[role=status]");
  const { fwDocument: id = "", fwTitle: title = "" } = acts.dataset;
  acts.addEventListener("click", async ({ target }) => {
    if (!said || !(target instanceof HTMLButtonElement)) return;
    const by = target.value;
    if (by !== "copy" && by !== "download" && by !== "print") return;
    const text = documentOf(title, every(document.body, ".fw-document").map(partOf));
    if (by === "copy") await copy(text, said);
    else if (by === "download") saveFile(`${id}.md`, "text/markdown", text);
    else print();
    announce("document-taken", { document: id, by });
  });
}
