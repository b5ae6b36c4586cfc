// Paper has every step and every fold open. Style sheets say so where they can (`print.css`); in browsers that do not know
// what they say (Firefox before 143, Safari before 18.4) a script opens what is closed, and closes it behind the printer.

if (!CSS.supports("selector(::details-content)")) {
  let opened: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details")].filter((fold) => !fold.open);
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
}
