// Write calendars as a browser does, in Node: orders on standard input, {calendar, dates, country, now, customer}; their files out.

import { stdin } from "node:process";
import { text } from "node:stream/consumers";
import { calendarFile } from "../../theme/scripts/calendar/file.ts";
import { dayOf } from "../../theme/scripts/dates/civil.ts";
import { Course } from "../../theme/scripts/dates/course.ts";
import { WorkingDays } from "../../theme/scripts/dates/working-days.ts";

const orders = JSON.parse(await text(stdin));
console.log(
  JSON.stringify(
    orders.map(({ calendar, dates, country, now, customer }) =>
      calendarFile(calendar, {
        course: new Course(new Map(Object.entries(dates).map(([id, date]) => [id, dayOf(date)])), calendar.marks),
        working: new WorkingDays(country),
        now: new Date(now),
        customer,
      }),
    ),
  ),
);
