/* Listens for news of the preview. Where a new version of the site has another page here, it is loaded anew and put
 * back to where its reader was; where it has the same, nothing happens. Problems are shown over the page, while the last
 * good version stays readable underneath, and go when they are mended.
 *
 * The page is loaded anew as a whole: its scripts copy and count at the start what they read on it, so that one of which
 * only a part was replaced may show what no reader ever sees. That takes its time, and who has written a word wants to see
 * it: so what can be replaced on the page is replaced before, and stands there until the whole is loaded.
 *
 * Sent by `firstwin serve` with each page, and never part of a built site. Everything that comes from
 * files is set as text. The panel lives in a shadow root, so that page and panel keep their styles. */
(() => {
  "use strict";

  const script = document.currentScript;
  const { page, look } = script.dataset;
  const wasShown = Boolean(script.dataset.version);
  let version = script.dataset.version;

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
    const kept = wasShown ? " You see the last version without problems." : "";
    root.querySelector("h2").textContent = `${count}.${kept}`;
    root.querySelector("ol").replaceChildren(...problems.map(entry));
  }

  /* The place of the reader */

  const PLACE = "firstwin-place";
  const FIELDS = "input, textarea, select";

  /* The way to an element, from the nearest one with a name. */
  function wayTo(element) {
    if (element.id) return `#${CSS.escape(element.id)}`;
    if (!element.parentElement) return element.localName;
    const alike = [...element.parentElement.children].filter((one) => one.localName === element.localName);
    return `${wayTo(element.parentElement)} > ${element.localName}:nth-of-type(${alike.indexOf(element) + 1})`;
  }

  /* The last element with a name that begins above a height: what changes further up moves the reader with it. */
  function lastAbove(height) {
    const named = [...document.querySelectorAll("body [id]")];
    return named.findLast((one) => one.checkVisibility() && one.getBoundingClientRect().top <= height);
  }

  function isTyped(field) {
    if (field.type === "file" || field.type === "password") return false;
    if (field.localName === "select") return [...field.options].some((one) => one.selected !== one.defaultSelected);
    return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
  }

  /* A place is a convenience: where the browser keeps nothing, or the page is another, a reader begins at its top. */
  function quietly(act) {
    try {
      act();
    } catch {}
  }

  function keepPlace() {
    const focus = document.activeElement;
    const top = lastAbove(innerHeight / 4);
    const place = {
      address: location.pathname,
      scroll: [scrollX, scrollY],
      top: top && [wayTo(top), top.getBoundingClientRect().top],
      focus: focus && focus !== document.body && [wayTo(focus), focus.selectionStart, focus.selectionEnd],
      folds: [...document.querySelectorAll("details")].map((one) => [wayTo(one), one.open]),
      typed: [...document.querySelectorAll(FIELDS)]
        .filter(isTyped)
        .map((one) => [wayTo(one), one.value, one.checked]),
    };
    sessionStorage.setItem(PLACE, JSON.stringify(place));
  }

  function restorePlace() {
    const place = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
    sessionStorage.removeItem(PLACE);
    if (place?.address !== location.pathname) return;
    for (const [way, value, checked] of place.typed) {
      const field = document.querySelector(way);
      if (!field?.matches(FIELDS)) continue;
      if (field.value !== value) field.value = value;
      if (checked !== undefined) field.checked = checked;
    }
    for (const [way, open] of place.folds) {
      const fold = document.querySelector(way);
      if (fold && fold.open !== open) fold.open = open;
    }
    if (place.focus) {
      const [way, start, end] = place.focus;
      const focus = document.querySelector(way);
      focus?.focus({ preventScroll: true });
      if (start !== undefined && start !== null) focus?.setSelectionRange?.(start, end);
    }
    history.scrollRestoration = "manual";
    const top = place.top && document.querySelector(place.top[0]);
    const behavior = "instant";
    if (top) scrollBy({ top: top.getBoundingClientRect().top - place.top[1], behavior });
    else scrollTo({ left: place.scroll[0], top: place.scroll[1], behavior });
  }

  /* New words */

  let asSent = "";

  async function send() {
    const answer = await fetch(location.href);
    return { name: answer.headers.get("X-Firstwin-Page"), html: await answer.text() };
  }

  /* Keep the page as it was before its scripts changed anything, unless it is another by now. */
  async function keepAsSent() {
    const sent = await send();
    if (sent.name === page) asSent = sent.html;
  }

  function bodyOf(html) {
    return new DOMParser().parseFromString(html, "text/html").body;
  }

  function* pairs(one, other) {
    for (const [at, child] of one.childNodes.entries()) yield [child, other.childNodes[at]];
  }

  function areAlikeButForWords(one, other) {
    return one.nodeName === other.nodeName && one.childNodes.length === other.childNodes.length;
  }

  /* Texts of one tree that are others in the other, as far as the elements around them are the same. */
  function* otherTexts(one, other) {
    if (one.isEqualNode(other) || !areAlikeButForWords(one, other)) return;
    if (one.nodeType === Node.TEXT_NODE) yield [one, other.data];
    else for (const [child, its] of pairs(one, other)) yield* otherTexts(child, its);
  }

  /* Only what no script has touched: it stands where it was sent, as it was sent. */
  function showWords(html) {
    for (const [text, words] of otherTexts(bodyOf(asSent), bodyOf(html))) {
      const here = document.querySelector(wayTo(text.parentElement));
      const shown = [...(here?.childNodes ?? [])].find((one) => one.nodeType === Node.TEXT_NODE && one.data === text.data);
      if (shown) shown.data = words;
    }
  }

  function onScreen() {
    return new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
      setTimeout(resolve, 50); // a page that nobody looks at has no frames
    });
  }

  async function load(sent) {
    if (sent && asSent) {
      quietly(() => showWords(sent.html));
      await onScreen();
    }
    quietly(keepPlace);
    location.reload();
  }

  async function follow(news) {
    if (news.version !== version) {
      const sent = news.look === look ? await send().catch(() => null) : null;
      if (sent?.name !== page) return load(sent);
      version = news.version;
    }
    if (news.problems.length) show(news.problems);
    else close();
  }

  quietly(restorePlace);
  addEventListener("load", () => keepAsSent().catch(() => {}));
  /* One after the other, in their order. */
  let followed = Promise.resolve();
  new EventSource("/_firstwin/events").addEventListener("message", (event) => {
    const news = JSON.parse(event.data);
    followed = followed.then(() => follow(news));
  });
})();
