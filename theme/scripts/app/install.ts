/** A site that may be installed as an app: what keeps it for when there is no connection is started, and what is kept is to stay. */

import { root } from "../site.ts";

/** Whether it may be. The switch is `app` in `site_config.yml`. */
export const installable = document.querySelector('link[rel="manifest"]') !== null;

if (installable && "serviceWorker" in navigator) {
  // Whoever previews a site has no worker, and no browser has to have one.
  navigator.serviceWorker.register(`${root}worker.js`, { updateViaCache: "none" }).catch(() => {});
  if (matchMedia("(display-mode: standalone)").matches) void navigator.storage.persist();
}
