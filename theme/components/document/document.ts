/** What copies, saves and prints a document comes behind its page. */

import { load } from "../../scripts/site.ts";

if (document.querySelector(".fw-document")) void load("assets/document.js");
