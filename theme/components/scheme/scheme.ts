/**
 * The colours a reader chose, for all pages of the host: light, dark, or as their system is.
 *
 * The first to apply it is a script within the page (`partials/firstwin/early.html`), before anything is drawn.
 */

const KEPT = "fw-scheme";
const scheme = document.documentElement.dataset;
const papers = [...document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")].map(
  (meta) => [meta, meta.content] as const,
);

/** What a browser paints around the page: by the system's wish, or the reader's. */
function paint(): void {
  for (const [meta, own] of papers) {
    const chosen = papers.find(([{ media }]) => scheme["fwScheme"] && media.includes(scheme["fwScheme"]));
    meta.content = chosen ? chosen[1] : own;
  }
}

function choose(chosen: string): void {
  if (chosen === "system") delete scheme["fwScheme"];
  else scheme["fwScheme"] = chosen;
  paint();
  try {
    if (chosen === "system") localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, chosen);
  } catch {
    // Nothing is kept: it holds for this page.
  }
}

paint();
for (const button of document.querySelectorAll<HTMLElement>("[data-fw-scheme-to]")) {
  button.addEventListener("click", () => {
    choose(button.dataset["fwSchemeTo"] ?? "system");
    const others = button.parentElement?.querySelectorAll<HTMLElement>("[data-fw-scheme-to]") ?? [];
    [...others].find((other) => other.checkVisibility())?.focus();
  });
}
