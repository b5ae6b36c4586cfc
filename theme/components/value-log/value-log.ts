/** The value log. It stands at the end of its page, and what keeps it comes behind the page. */

import { load } from "../../scripts/site.ts";
import { notifyUnloaded } from "../notice/notice.ts";

if (document.querySelector("[data-fw-wins]")) load("assets/value-log.js").catch(notifyUnloaded);
