import assert from "node:assert/strict";
import { test } from "node:test";

import { cornersOf, inside, isArrow, nextInDirection, nudge, touch } from "../../../talentgraph/ui/components/network/geometry.js";

const here = { x: 0, y: 0 };

test("an arrow leads to the nearest in its direction, down the screen being down", () => {
  const others = [{ id: "right", x: 100, y: 5 }, { id: "left", x: -90, y: 0 }, { id: "above", x: 3, y: -80 }, { id: "below", x: 0, y: 70 }];
  assert.deepEqual(["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"].map((key) => nextInDirection(here, others, key)),
    ["right", "left", "above", "below"]);
});

test("somebody linked is preferred to somebody nearer, straight ahead to aslant", () => {
  const near = { id: "near", x: 20, y: 0, linked: false }, far = { id: "far", x: 200, y: 0, linked: true };
  assert.equal(nextInDirection(here, [near, far], "ArrowRight"), "far");
  const aslant = { id: "aslant", x: 60, y: 60, linked: true }, ahead = { id: "ahead", x: 100, y: 0, linked: true };
  assert.equal(nextInDirection(here, [aslant, ahead], "ArrowRight"), "ahead");
});

test("nobody that way is nobody, and one does not walk to where one stands", () => {
  assert.equal(nextInDirection(here, [{ id: "left", x: -10, y: 0 }, { id: "same", x: 0, y: 0 }], "ArrowRight"), null);
  assert.ok(isArrow("ArrowUp") && !isArrow("Enter"));
});

test("boxes that share an edge do not touch", () => {
  const one = { left: 0, right: 10, top: 0, bottom: 10 };
  assert.ok(touch(one, { left: 9, right: 12, top: 9, bottom: 12 }));
  assert.ok(!touch(one, { left: 10, right: 12, top: 0, bottom: 10 }));
  assert.ok(inside(one, 20, 20, -1) && !inside(one, 20, 20, 2));
});

test("the view moves no further than it must", () => {
  assert.deepEqual(nudge({ x: 50, y: 50 }, 100, 100, 20), [0, 0]);
  assert.deepEqual(nudge({ x: 5, y: 95 }, 100, 100, 20), [15, -15]);
});

test("corners lie within the box of the shape", () => {
  for (const [shape, count] of [["lab", 6], ["deal", 4], ["model", 3], ["school", 5], ["person", 0]]) {
    const corners = cornersOf(shape, 100, 50, 20, 10);
    assert.equal(corners.length, count);
    for (const [x, y] of corners) assert.ok(x >= 90 && x <= 110 && y >= 45 && y <= 55);
  }
});
