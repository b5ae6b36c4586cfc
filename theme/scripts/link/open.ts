/**
 * Reads what stands behind the `#` of a link, and lets the page have it, or takes it back. Loaded when one is opened, with what
 * keeps copies.
 */

import { readableDate } from "../dates/readable.ts";
import { announce } from "../events.ts";
import { memory } from "../memory/memory.ts";
import { FragmentError, unpack } from "./fragment.ts";
import { readCopy } from "./copy.ts";
import { take, undo, use } from "./own.ts";
import { readPersonal } from "./personal.ts";
import { say } from "../words.ts";
import { notify } from "../../components/notice/notice.ts";
import { showCopy } from "./show.ts";

window.fwOpenLink = async (fragment) => {
  try {
    const payload = await unpack(fragment);
    if (Object.hasOwn(payload, "progress")) showCopy(readCopy(payload, Date.now()));
    else openPersonal(payload);
  } catch (error) {
    if (!(error instanceof FragmentError)) throw error;
    notify(
      error.reason === "cut"
        ? // Translators: A notice: a mail program has cut off the end of a link.
          say("personal", "The end of your link is missing. Copy it as a whole, and open it once more.")
        : // Translators: A notice: what stands behind the # of a link is nothing that can be read.
          say("personal", "Your link cannot be read. Ask whoever sent it for a new one."),
    );
  }
};

window.fwUndoLink = (tier) => {
  undo(tier, memory);
  document.getElementById("page_title")?.scrollIntoView({ block: "nearest" });
  // Translators: A notice: what a personal link has added is gone.
  notify(say("personal", "This guide is everybody’s again. What you have ticked stays."));
};

function openPersonal(payload: Record<string, unknown>): void {
  const said = readPersonal(payload);
  const { tier, persona } = said;
  if (!memory.scopes.includes(tier)) throw new FragmentError("shape"); // a plan that this site does not have
  const conflicts = take(said, memory);
  announce("link-opened", { tier, persona });
  const start = conflicts.find(({ key }) => key === `${tier}/_start`);
  if (conflicts.length === 0) return;
  notify(
    start
      ? // Translators: A notice: a personal link and the reader say different things.
        say("personal", "Your link says that day 1 is {date}. You had set {own}.", { date: readableDate(start.linked), own: readableDate(start.own) })
      : // Translators: The same, where it is not about the start date.
        say("personal", "Your link says other things about your plan than you did."),
    // Translators: A button: what the link says is to count, and not what the reader had said.
    say("personal", "Take what the link says"),
    () => use(tier, conflicts, memory),
  );
}
