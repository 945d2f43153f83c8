import assert from "node:assert/strict";
import { test } from "node:test";

import { corners, shareAt } from "../../../talentgraph/ui/components/sheet/curve.js";

const steps = [{ day: 10, share: 0.8, low: 0.6, high: 1 }, { day: 30, share: 0.4, low: 0.1, high: 0.7 }];

test("before the first departure all are there, from a step on its share", () => {
  assert.deepEqual([0, 9, 10, 29, 30, 99].map((day) => shareAt(steps, day)), [1, 1, 0.8, 0.8, 0.4, 0.4]);
});

test("a curve falls in steps and ends where it is known no further", () => {
  assert.deepEqual(corners(steps, 50), [[0, 1], [10, 1], [10, 0.8], [30, 0.8], [30, 0.4], [50, 0.4]]);
  assert.deepEqual(corners(steps, 20), [[0, 1], [10, 1], [10, 0.8], [20, 0.8]]);
});

test("the band has steps on the same days", () => {
  assert.deepEqual(corners(steps, 30, "low").map(([day]) => day), corners(steps, 30).map(([day]) => day));
});
