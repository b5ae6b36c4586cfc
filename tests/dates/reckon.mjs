// Reckon dates as a browser does, in Node and in the time zone of this process.
//
// In: a list of orders on standard input, {dates, marks, days: [[day, from], ...], country}. Out: for each the start date,
// and for each day its date and the working day it is due on; and beside them what day it is here at some moments.

import { stdin } from "node:process";
import { text } from "node:stream/consumers";
import { dayOf, textOf, today } from "../../theme/scripts/dates/civil.ts";
import { Course } from "../../theme/scripts/dates/course.ts";
import { WorkingDays } from "../../theme/scripts/dates/working-days.ts";

const { orders, moments, texts } = JSON.parse(await text(stdin));
const written = (day) => (day === undefined ? null : textOf(day));
console.log(
  JSON.stringify({
    plans: orders.map(({ dates, marks, days, country }) => {
      const course = new Course(new Map(Object.entries(dates).map(([id, date]) => [id, dayOf(date)])), marks);
      const working = new WorkingDays(country);
      return {
        start: written(course.start),
        days: days.map(([day, from]) => {
          const date = course.dateOf(day, from);
          return [written(date), date === undefined ? null : textOf(working.next(date))];
        }),
      };
    }),
    todays: moments.map((moment) => textOf(today(new Date(moment)))),
    read: texts.map((text) => dayOf(text) !== undefined),
  }),
);
