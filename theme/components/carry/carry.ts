/** Where a reader's progress is kept, at the end of their guide; what keeps a copy of it is loaded when it is asked for. */

import { installable } from "../../scripts/app/install.ts";
import { element } from "../../scripts/element.ts";
import { announce } from "../../scripts/events.ts";
import { countOf } from "../../scripts/guide/count.ts";
import { guide } from "../../scripts/guide/here.ts";
import { progressOf } from "../../scripts/guide/progress.ts";
import { memory } from "../../scripts/memory/memory.ts";
import { load } from "../../scripts/site.ts";
import { say } from "../../scripts/words.ts";
import { notify } from "../notice/notice.ts";
import { wordOf } from "../status/status.ts";

/** What is here already: what is loaded later does not bring it along once more. */
export const desk = { memory, guide, notify, announce, countOf, progressOf, wordOf };
export type Desk = typeof desk;
export type Act = "save" | "link" | "open" | "document";

declare global {
  interface Window {
    fwCarry?: (act: Act, desk: Desk) => Promise<void>;
  }
}

const page = document.querySelector(".fw-page--guide");
if (guide && page) {
  // Translators: Over where a reader's progress is kept, at the end of a guide.
  const title = element("h2", "fw-side-title", say("carry", "Where your progress is kept"));
  title.id = "page_carry";
  // Translators: Under it.
  const text = say("carry", "In this browser alone. Some browsers forget it after seven days without a visit, and private windows as soon as they are closed. A copy lasts.");
  // Translators: Where the site may be installed as an app, after "... A copy lasts."
  const app = say("carry", "Installed as an app, from the menu of your browser, the site works without a connection, and what you did is not forgotten after seven days. An app may begin empty: open a copy there.");
  const section = element(
    "section",
    "fw-carry",
    title,
    element("p", "", text),
    ...(installable ? [element("p", "", app)] : []),
    element(
      "p",
      "fw-carry__acts",
      // Translators: A button: saves a file with what the reader has done.
      button(say("carry", "Save a copy"), "save"),
      // Translators: A button: copies a link that holds what the reader has done.
      button(say("carry", "Copy a link to it"), "link"),
      // Translators: A button: opens a file that was saved.
      button(say("carry", "Open a copy"), "open"),
      // Translators: A button: saves the guide as a text with what is done.
      button(say("carry", "Save as a document"), "document"),
    ),
  );
  section.setAttribute("aria-labelledby", title.id);
  page.append(section);
}

function button(label: string, act: Act): HTMLButtonElement {
  const made = element("button", "fw-text-button", label);
  made.type = "button";
  made.addEventListener("click", async () => {
    try {
      await load("assets/carry.js");
    } catch {
      // Translators: A notice, where a file of the site could not be loaded: the reader is not connected, say.
      return notify(say("carry", "This could not be loaded. Try again when you are connected."));
    }
    await window.fwCarry?.(act, desk);
  });
  return made;
}
