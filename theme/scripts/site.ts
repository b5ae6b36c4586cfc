/** Where the site lies, and how more of it is loaded. A page may lie at any depth, and on a disk. */

const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : document.baseURI;

/** The address of the site's root: scripts lie in the folder `assets` below it. */
export const root = new URL("..", own).href;

/** The address of a page below the root. From a disk no server adds the name of a folder's page. */
export function address(path: string): string {
  return root + (location.protocol === "file:" ? path.replace(/(^|\/)(?=#|$)/, "$1index.html") : path);
}

/** Load a script of the site; settled when it has run, or cannot. Each is loaded once. */
export function load(path: string): Promise<void> {
  const script = document.createElement("script");
  script.src = root + path;
  return new Promise((done, failed) => {
    script.addEventListener("load", () => done());
    script.addEventListener("error", () => failed(new Error(`${path} is not there`)));
    document.head.append(script);
  });
}
