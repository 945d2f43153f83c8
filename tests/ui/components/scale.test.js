import assert from "node:assert/strict";
import { test } from "node:test";

import { fitting, parts, scale, stacked } from "../../../talentgraph/ui/components/sheet/scale.js";

test("a scale is true between its ends and holds what lies outside", () => {
  const at = scale(14, 15, 100, 200);
  assert.equal(at(14), 100);
  assert.equal(Math.round(at(14.3)), 130);
  assert.equal(at(15), 200);
  assert.equal(at(2), 100);
  assert.equal(at(99), 200);
  assert.equal(scale(5, 5, 0, 10)(5), 0);
});

test("labels never touch each other or leave the line", () => {
  const kept = fitting([[10, 40], [20, 40], [80, 40], [99, 40]], 0, 100);
  assert.deepEqual(kept.map(([index]) => index), [0, 2]);
  assert.deepEqual(kept.map(([, start]) => start), [0, 60]);
});

test("equal amounts are stacked, apart ones stand on the line", () => {
  assert.deepEqual(stacked([10, 10, 13, 40], 9), [0, 1, 2, 0]);
});

const at = (day) => day;
const bar = { start_lo: 0, start_hi: 10, end_lo: 50, end_hi: 60, until: 90, bounded: false };

test("an end that is known is hatched between its earliest and latest day", () => {
  assert.deepEqual(parts({ ...bar, ends: "known" }, at), [["maybe", 0, 10], ["sure", 10, 50], ["maybe", 50, 60]]);
});

test("an end that is not known fades, an open one is sure until it points on", () => {
  assert.deepEqual(parts({ ...bar, ends: "unknown" }, at).at(-1), ["fading", 50, 90]);
  assert.deepEqual(parts({ ...bar, ends: "open" }, at), [["maybe", 0, 10], ["sure", 10, 90]]);
});

test("what is only possible is never drawn as sure", () => {
  assert.deepEqual(parts({ ...bar, ends: "over" }, at), [["maybe", 0, 10]]);
});

test("a bar of one day can still be seen", () => {
  const [day] = parts({ start_lo: 10, start_hi: 10, end_lo: 10, end_hi: 10, until: 10, ends: "known" }, at);
  assert.deepEqual(day, ["sure", 10, 13]);
});
