/** Where a reader's progress is kept, at the end of their guide; what keeps a copy of it is loaded when it is asked for. */

import { installable } from "../../scripts/app/install.ts";
import { button, element } from "../../scripts/element.ts";
import { guide } from "../../scripts/guide/here.ts";
import { load } from "../../scripts/site.ts";
import { say } from "../../scripts/words.ts";
import { notifyUnloaded } from "../notice/notice.ts";

export type Act = "save" | "link" | "open" | "document";

declare global {
  interface Window {
    /** Does what a button says; once it is loaded. */
    fwCarry?: (act: Act) => Promise<void>;
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
      acting(say("carry", "Save a copy"), "save"),
      // Translators: A button: copies a link that holds what the reader has done.
      acting(say("carry", "Copy a link to it"), "link"),
      // Translators: A button: opens a file that was saved.
      acting(say("carry", "Open a copy"), "open"),
      // Translators: A button: saves the guide as a text with what is done.
      acting(say("carry", "Save as a document"), "document"),
    ),
  );
  section.setAttribute("aria-labelledby", title.id);
  page.append(section);
}

function acting(label: string, act: Act): HTMLButtonElement {
  return button(label, "fw-text-button", () => {
    load("assets/carry.js").then(() => window.fwCarry?.(act), notifyUnloaded);
  });
}
