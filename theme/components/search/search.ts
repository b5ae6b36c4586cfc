/**
 * Opens and closes search. What finds is loaded when it is opened for the first time, and not before.
 */

import { load } from "../../scripts/site.ts";

for (const search of document.querySelectorAll<HTMLElement>(".fw-search")) {
  const field = search.querySelector<HTMLInputElement>(".fw-search__input");
  const output = search.querySelector<HTMLElement>(".fw-search__output");
  if (field && output) mount(search, field, output);
}

function mount(search: HTMLElement, field: HTMLInputElement, output: HTMLElement): void {
  const open = (): void => {
    load("assets/search.js").catch(() => {}); // another try, when it is opened again
    search.dataset["fwOpen"] = "";
    output.hidden = false;
  };
  const close = (): void => {
    delete search.dataset["fwOpen"];
    output.hidden = true;
  };
  const clear = (): void => {
    field.value = "";
    field.dispatchEvent(new Event("input"));
    field.focus();
  };

  field.addEventListener("focus", open);
  field.addEventListener("input", open);
  field.addEventListener("click", open);
  search.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !search.contains(relatedTarget)) close();
  });
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Node && target.isConnected && !search.contains(target)) close();
  });
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || output.hidden) return;
    event.preventDefault();
    if (document.activeElement === field) close();
    else field.focus();
  });
  search.querySelector(".fw-search__reset")?.addEventListener("click", clear);
  search.querySelector(".fw-search__close")?.addEventListener("click", () => {
    field.blur();
    close();
  });
  if (document.activeElement === field) open(); // a reader may be quicker than the page
}
