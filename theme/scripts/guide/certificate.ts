/** Prints a certificate: the only thing on its paper. Loaded when somebody asks for it, with what keeps copies. */

import { element } from "../element.ts";
import type { Own } from "../link/own.ts";
import { say } from "../words.ts";

/** Who has finished what, and on which day; by name where a personal link says it. */
export interface Certificate {
  readonly title: string;
  readonly plan: string;
  readonly date: string;
  readonly of: Own | undefined;
}

window.fwCertify = ({ title, plan, date, of }) => {
  const root = document.documentElement.classList;
  const certificate = element(
    "div",
    "fw-certificate",
    // Translators: The title of what is printed for whoever has done all of their guide.
    element("p", "fw-certificate__title", say("certificate", "Certificate")),
    // Where no name is known, there is a line to write it on.
    element("p", "fw-certificate__name", of ? of.reader : "\u00a0"),
    // Translators: On a certificate, under a name; {role} is whose guide it is, as in "Admin".
    element("p", "", say("certificate", "has completed the guide {role} of {plan}.", { role: title, plan })),
    element("p", "fw-certificate__foot", of ? `${of.customer} · ${date}` : date),
  );
  document.body.append(certificate);
  root.add("fw-prints-certificate");
  addEventListener(
    "afterprint",
    () => {
      root.remove("fw-prints-certificate");
      certificate.remove();
    },
    { once: true },
  );
  print();
};
