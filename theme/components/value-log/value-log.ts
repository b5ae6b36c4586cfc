/** The value log. It stands at the end of its page, and what keeps it comes behind the page. */

import { announce } from "../../scripts/events.ts";
import { memory } from "../../scripts/memory/memory.ts";
import { load } from "../../scripts/site.ts";
import { say } from "../../scripts/words.ts";
import { notify } from "../notice/notice.ts";

/** What is here already: what is loaded later does not bring it along once more. */
const around = { announce, memory, say };
export type Around = typeof around;

declare global {
  interface Window {
    /** Keeps what is written into the value logs of a page; once it is loaded. */
    fwKeepLogs?: (around: Around) => void;
  }
}

if (document.querySelector("[data-fw-wins]")) {
  load("assets/value-log.js").then(
    () => window.fwKeepLogs?.(around),
    // Translators: A notice, where a file of the site could not be loaded: the reader is not connected, say.
    () => notify(say("carry", "This could not be loaded. Try again when you are connected.")),
  );
}
