/** Where the site lies, and how more of it is loaded. A page may lie at any depth, and on a disk. */

const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : document.baseURI;

/** The address of the site's root: scripts lie in the folder `assets` below it. */
export const root = new URL("..", own).href;

/** Where an address leads: into which plan and which guide, and to what below it; each empty where there is none. */
export interface Place {
  readonly tier: string;
  readonly persona: string;
  readonly below: string;
}

/** The place of an address, this page's or another's. From a disk the page of a folder has a name, which says no more. */
export function placeOf(href = location.href): Place {
  const path = href.startsWith(root) ? href.slice(root.length).split(/[?#]/)[0] : "";
  const [tier = "", persona = "", below = ""] = (path ?? "").split("/").map((part) => (part === "index.html" ? "" : part));
  return { tier, persona, below };
}

/** The address of a page below the root. From a disk no server adds the name of a folder's page. */
export function address(path: string): string {
  return root + (location.protocol === "file:" ? path.replace(/(^|\/)(?=#|$)/, "$1index.html") : path);
}

const loads = new Map<string, Promise<void>>();

/** Load a script of the site; settled when it has run, or cannot. Each runs once; what could not be loaded is tried again. */
export function load(path: string): Promise<void> {
  const known = loads.get(path);
  if (known) return known;
  const script = document.createElement("script");
  script.src = root + path;
  const loading = new Promise<void>((done, failed) => {
    script.onload = () => done();
    script.onerror = () => {
      loads.delete(path);
      failed(new Error(path));
    };
    document.head.append(script);
  });
  loads.set(path, loading);
  return loading;
}
