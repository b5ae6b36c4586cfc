/**
 * What is said of what a reader does: read out once, politely; or shown at the foot of the window as well, until it is closed.
 *
 * It says by itself when a browser keeps nothing: at once where it never does, and when its storage turns out to be full.
 */

import { button, element } from "../../scripts/element.ts";
import { memory } from "../../scripts/memory/memory.ts";
import { say } from "../../scripts/words.ts";

const spoken = element("p", "fw-hidden");
spoken.role = "status";
document.body.append(spoken);

let shown: HTMLElement | undefined;
/** Where the reader was when something was shown, and is again when they have answered. */
let from: HTMLElement | undefined;

/** Have something read out. What is said in one go is one thing: the last. */
export function tell(text: string): void {
  spoken.textContent = text;
}

/** Show something, with a button where there is something to do about it. */
export function notify(text: string, action = "", act: () => void = () => {}): void {
  shown?.remove();
  from = document.activeElement as HTMLElement;
  const said = element("p", "fw-notice__text");
  said.role = "status";
  // Translators: A button that closes a notice at the foot of the window.
  const buttons = [answer(say("notice", "Close"))];
  if (action) buttons.unshift(answer(action, act));
  shown = element("div", "fw-notice", said, ...buttons);
  document.body.append(shown);
  said.textContent = text; // a status is read out when it changes
  if (action) buttons[0]?.focus(); // whoever has something to answer has just pressed something
}

/** Show that a file of the site could not be loaded. */
export function notifyUnloaded(): void {
  // Translators: A notice, where a file of the site could not be loaded: the reader is not connected, say.
  notify(say("carry", "This could not be loaded. Try again when you are connected."));
}

function answer(label: string, act = () => {}): HTMLButtonElement {
  return button(label, "fw-notice__action", () => {
    close();
    act();
  });
}

/** Close what is shown. Whoever was in it goes on where they were; whoever was not stays where they are. */
function close(): void {
  shown?.remove();
  if (document.activeElement === document.body) from?.focus({ preventScroll: true });
}

addEventListener("keydown", ({ key }) => {
  if (key === "Escape" && shown?.isConnected) close();
});

let warned = false;

function warn(): void {
  if (memory.kept || warned) return;
  warned = true;
  // Translators: A notice where a browser lets a site store nothing, or is full.
  notify(say("notice", "This browser keeps nothing that you do here: it is gone when you close the page."));
}

if (document.querySelector("[data-fw-item], [data-fw-field], [data-fw-question]")) warn();
memory.subscribe(warn);
