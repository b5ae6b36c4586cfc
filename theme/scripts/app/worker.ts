/**
 * Keeps a site that is an app for when there is no connection. It is no part of a page: `worker.js` at the site's root has the
 * list of this build, and loads this.
 *
 * Kept are files of the list whose bytes have the digest that stands there, under their plain addresses: nothing of another
 * build, and nothing of a reader. What does not depend on a page is kept at once, a guide when somebody reads in it. A page that
 * is kept is shown as it was kept, and with it whatever it loads, for as long as it is open: it is pinned to its build. A newer
 * build is fetched meanwhile, and is shown from the next page on.
 */

interface Fetched extends Event {
  readonly request: Request;
  readonly clientId: string;
  readonly resultingClientId: string;
  respondWith(answer: Promise<Response>): void;
  waitUntil(work: Promise<unknown>): void;
}

interface Client {
  readonly id: string;
  readonly url: string;
}

/** As much of a worker's surroundings as is used: they are not those of a page. */
interface Surroundings {
  readonly fwSite: { readonly version: string; readonly files: Readonly<Record<string, string>> };
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { matchAll(options: object): Promise<readonly Client[]> };
  skipWaiting(): Promise<void>;
  addEventListener(name: string, listener: (event: Fetched) => void): void;
}

const worker = self as unknown as Surroundings;
const { version, files } = worker.fwSite;
const root = worker.registration.scope;
const BUILDS = `firstwin ${root} build `;
const PINS = `firstwin ${root} pages`;

/** An address below the root, as the list has it; as it is where its signs are none, which no list has. */
function pathOf(url: string): string {
  const path = url.slice(root.length).replace(/[?#].*/s, "").replace(/(^|\/)index\.html$/, "$1");
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function addressOf(path: string): string {
  return root + path.split("/").map(encodeURIComponent).join("/");
}

/** Where it stands to which build a page is pinned. */
const pinOf = (client: string): string => `${root}?${encodeURIComponent(client)}`;
const isPage = (path: string): boolean => /(^|\/|\.html)$/.test(path);
const builds = async (): Promise<string[]> => (await caches.keys()).filter((name) => name.startsWith(BUILDS));
const pages = (): Promise<readonly Client[]> => worker.clients.matchAll({ type: "window", includeUncontrolled: true });

/** Whether it is what the list has: the beginning of its digest stands there. */
async function hasDigest(response: Response, digest: string): Promise<boolean> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("").startsWith(digest);
}

/** Keep what of this build is wanted, all of it or an error: from an earlier build where it is the same, else from the server. */
async function keep(isWanted: (path: string) => boolean): Promise<void> {
  const cache = await caches.open(BUILDS + version);
  for (const [path, digest] of Object.entries(files)) {
    const address = addressOf(path);
    if (!isWanted(path) || (await cache.match(address))) continue;
    let found = await caches.match(address);
    if (!found || !(await hasDigest(found, digest))) found = await fetch(address, { cache: "reload" });
    if (!found.ok || found.redirected || !(await hasDigest(found, digest))) throw new Error(`${path} is of another build`);
    await cache.put(address, found);
  }
}

/** Keep a page, with the guide that it is of. */
function keepFrom(path: string): Promise<void> {
  const [guide = ""] = /^[^/]+\/[^/]+\//.exec(path) ?? [];
  return keep((each) => each === path || (guide in files && guide !== "" && each.startsWith(guide)));
}

async function install(): Promise<void> {
  const earlier = await Promise.all((await builds()).map(async (name) => (await caches.open(name)).keys()));
  const kept = new Set(earlier.flat().map(({ url }) => pathOf(url)));
  await keep((path) => !isPage(path) || path === "" || kept.has(path));
  await worker.skipWaiting();
}

/** Keep what is open, and forget builds that no page shows any more; not the one before this: a page may just be loading from it. */
async function tidy(): Promise<void> {
  for (const { url } of await pages()) await keepFrom(pathOf(url)).catch(() => {});
  const open = new Set((await pages()).map(({ id }) => id));
  const pins = await caches.open(PINS);
  const old = new Set((await builds()).filter((name) => name !== BUILDS + version).slice(0, -1));
  for (const request of await pins.keys()) {
    const name = BUILDS + (await (await pins.match(request))?.text());
    if (!old.has(name)) continue;
    if (open.has(decodeURIComponent(new URL(request.url).search.slice(1)))) old.delete(name);
    else await pins.delete(request);
  }
  for (const name of old) await caches.delete(name);
}

/**
 * Where the site is an app no more, nothing of it stays. Its first page says so: for a `worker.js` that is not there a host may
 * answer anything. What is no page of ours, such as that of somebody who has to sign in first, says nothing.
 */
async function leaveIfGone(): Promise<void> {
  const answer = await fetch(root, { cache: "no-cache" }).catch(() => undefined);
  const page = (await answer?.text()) ?? "";
  const isGone = answer?.status === 404 || answer?.status === 410;
  if (!isGone && (!page.includes("assets/firstwin.js") || page.includes('rel="manifest"'))) return;
  await worker.registration.unregister();
  for (const name of [PINS, ...(await builds())]) await caches.delete(name);
}

async function answer({ request, clientId, resultingClientId }: Fetched): Promise<Response> {
  const address = addressOf(pathOf(request.url));
  const isOpened = request.mode === "navigate";
  const build = isOpened ? version : await (await caches.match(pinOf(clientId), { cacheName: PINS }))?.text();
  const kept = build && (await caches.match(address, { cacheName: BUILDS + build }));
  if (!kept) return fetch(request);
  if (isOpened) await (await caches.open(PINS)).put(pinOf(resultingClientId), new Response(version));
  return kept;
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(tidy()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(root)) return;
  const answered = answer(event);
  event.respondWith(answered);
  if (request.mode !== "navigate") return;
  // After the answer: it notes a pin, and would do so again in what was left.
  event.waitUntil(answered.then(() => keepFrom(pathOf(request.url))).catch(() => {}).then(leaveIfGone));
});
