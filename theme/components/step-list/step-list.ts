// The button that opens all steps of a page, and closes them again: only a script can, so only a script shows it.

for (const list of document.querySelectorAll<HTMLElement>(".fw-steps")) {
  const button = list.querySelector<HTMLButtonElement>(".fw-steps__all");
  const steps = [...list.querySelectorAll<HTMLDetailsElement>(".fw-step")];
  const [show, close] = button?.children ?? [];
  if (!button || !show || !close) continue;

  const areOpen = () => steps.every((step) => step.open);
  const say = () => {
    const open = areOpen();
    show.toggleAttribute("hidden", open);
    close.toggleAttribute("hidden", !open);
  };
  button.addEventListener("click", () => {
    const open = !areOpen();
    for (const step of steps) step.open = open;
  });
  list.addEventListener("toggle", say, true);
  say();
  button.hidden = steps.length < 2;
}
