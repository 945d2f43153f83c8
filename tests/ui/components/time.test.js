import assert from "node:assert/strict";
import { test } from "node:test";

import { dayText, employerOn, isTrue, isoDay, stateOn, today, wholeDayText } from "../../../talentgraph/ui/components/network/time.js";

// Starts on a day of 10 to 20, ends on one of 50 to 60, thought to go on until 55.
const stint = { spans: [10, 20, 50, 60, 55] };

test("a link is certain, likely or possible as its bounds have it, and ended after them", () => {
  const states = [9, 10, 19, 20, 49, 50, 54, 55, 59, 60].map((day) => stateOn(stint, day, "possible"));
  assert.deepEqual(states, ["absent", "possible", "possible", "certain", "certain", "likely", "likely", "possible", "possible", "ended"]);
});

test("what is less sure than wanted is not yet there before, and ended after", () => {
  assert.deepEqual([15, 30, 50, 58].map((day) => stateOn(stint, day, "certain")), ["absent", "certain", "ended", "ended"]);
  assert.deepEqual([15, 30, 50, 58].map((day) => stateOn(stint, day, "likely")), ["absent", "certain", "likely", "ended"]);
});

test("a link that is never sure ends only after its last possible day", () => {
  const vague = { spans: [10, 60, 20, 70, 60] };
  assert.deepEqual([9, 30, 65, 70].map((day) => stateOn(vague, day, "certain")), ["absent", "absent", "absent", "ended"]);
});

test("links without days of their own hold always, or never on a day", () => {
  assert.equal(stateOn({ ...stint, dated: "always" }, 1, "certain"), "certain");
  assert.equal(stateOn({ ...stint, dated: "never" }, 30, "possible"), "undated");
  assert.equal(stateOn({ ...stint, dated: "never" }, null, "possible"), "");
});

test("what is merely possible never counts as true", () => {
  assert.deepEqual(["", "certain", "likely", "possible", "ended", "absent", "undated"].map(isTrue), [true, true, true, false, false, false, false]);
});

test("of several employers it is the one that began last", () => {
  const jobs = [[0, 10, 100], [1, 40, 60], [2, 80, 90]];
  assert.deepEqual([5, 10, 45, 60, 85, 100].map((day) => employerOn(jobs, day)), [null, 0, 1, 0, 2, null]);
  assert.equal(employerOn(undefined, 10), null);
});

test("the last day of a month reads as the month, another with its day", () => {
  assert.equal(dayText(739555), "31 Oct 2025".slice(3));
  assert.equal(dayText(739252), "1 Jan 2025");
  assert.equal(isoDay(739252), "2025-01-01");
  assert.equal(dayText(738945), "29 Feb 2024".slice(3));
});

test("a day is written in full where a month would say less, and today is one", () => {
  const last = 739_190; // 31 Oct 2024
  assert.deepEqual([dayText(last), wholeDayText(last)], ["Oct 2024", "31 Oct 2024"]);
  assert.equal(isoDay(today()), new Date().toISOString().slice(0, 10));
});
