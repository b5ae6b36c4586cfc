/* Listens for news of the preview. A new version of the site reloads the page; problems are shown over
 * it, while the last good version stays readable underneath, and go when they are mended.
 *
 * Sent by `firstwin serve` with each page, and never part of a built site. Everything that comes from
 * files is set as text. The panel lives in a shadow root, so that page and panel keep their styles. */
(() => {
  "use strict";

  const script = document.currentScript;
  const version = script.dataset.version;

  const style = `
    :host { all: initial; position: fixed; inset: auto 0 0 0; z-index: 2147483647; }
    section {
      box-sizing: border-box; max-height: 70vh; overflow: auto; padding: 16px 20px 20px;
      font: 16px/1.5 -apple-system, "Segoe UI", Roboto, Arial, sans-serif;
      color: #1c1b19; background: #fff; border-top: 4px solid #a8400c;
      box-shadow: 0 -4px 24px rgb(0 0 0 / 25%);
    }
    header { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: start; justify-content: space-between; }
    h2 { margin: 0; font-size: 20px; line-height: 1.3; }
    p { margin: 0; }
    button {
      min-height: 44px; padding: 8px 16px; font: inherit; font-weight: 700; color: inherit; cursor: pointer;
      background: none; border: 2px solid currentcolor; border-radius: 8px;
    }
    button:focus-visible, section:focus-visible { outline: 3px solid currentcolor; outline-offset: -6px; }
    ol { padding: 0; margin: 16px 0 0; list-style: none; }
    li { padding: 12px 0; border-top: 1px solid #e3dccf; }
    .place { font: 14px/1.5 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
    .message { font-weight: 700; overflow-wrap: anywhere; }
    pre {
      margin: 8px 0; padding: 8px 12px; overflow-x: auto; font: 14px/1.5 ui-monospace, Menlo, Consolas, monospace;
      background: #f2eee6; border-radius: 8px;
    }
    .hint { overflow-wrap: anywhere; white-space: pre-line; }
    @media (prefers-color-scheme: dark) {
      section { color: #edebe6; background: #1c1e21; border-color: #f2a472; }
      li { border-color: #33373d; }
      pre { background: #202327; }
    }
    @media print { section { display: none; } }
  `;

  let host = null;

  function element(tag, className, text) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function close() {
    host?.remove();
    host = null;
  }

  /* The panel is put into the page empty and filled then: what changes inside an alert is read out.
   * The focus stays where the reader left it. */
  function panel() {
    host = element("div");
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    const section = element("section");
    section.setAttribute("aria-label", "Problems");
    section.tabIndex = 0;
    const header = element("header");
    const alert = element("div");
    alert.setAttribute("role", "alert");
    alert.append(element("h2"));
    const button = element("button", "", "Hide");
    button.type = "button";
    button.addEventListener("click", close);
    section.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
    });
    header.append(alert, button);
    section.append(header, element("ol"));
    root.append(section);
    document.body.append(host);
  }

  function entry(problem) {
    const item = element("li");
    const kind = `${problem.severity}${problem.code ? ` ${problem.code}` : ""}`;
    item.append(element("p", "place", problem.place ? `${problem.place}  ${kind}` : kind));
    item.append(element("p", "message", problem.message));
    if (problem.source) item.append(element("pre", "", problem.source));
    if (problem.hint) item.append(element("p", "hint", problem.hint));
    return item;
  }

  function show(problems) {
    if (!host) panel();
    const root = host.shadowRoot;
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    const kept = version ? " You see the last version without problems." : "";
    root.querySelector("h2").textContent = `${count}.${kept}`;
    root.querySelector("ol").replaceChildren(...problems.map(entry));
  }

  new EventSource("/_firstwin/events").addEventListener("message", (event) => {
    const news = JSON.parse(event.data);
    if (news.version !== version) {
      location.reload();
    } else if (news.problems.length) {
      show(news.problems);
    } else {
      close();
    }
  });
})();
