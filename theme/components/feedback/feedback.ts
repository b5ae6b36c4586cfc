// What a reader says of a step goes where its link leads; here it is only announced.

import { announce } from "../../scripts/events.ts";

document.addEventListener("click", ({ target }) => {
  const link = target instanceof Element && target.closest<HTMLElement>("[data-fw-helped]");
  const key = link && link.closest<HTMLElement>("[data-fw-step]")?.dataset["fwStep"];
  const answer = link && link.dataset["fwHelped"];
  if (key && answer && answer !== "question") announce("feedback", { key, helped: answer === "yes" });
});
