import assert from "node:assert/strict";
import { test } from "node:test";

import { touch } from "../../../talentgraph/ui/components/network/geometry.js";
import { RANKS, placeLabels, shorten } from "../../../talentgraph/ui/components/network/labels.js";

const measure = (item) => item.text.length * 6;
const item = (id, x, y, rest = {}) => ({ id, text: `name ${id}`, x, y, across: 6, up: 6, rank: RANKS.other, links: 1, big: false, ...rest });
const nodeBox = ({ x, y, across, up }) => ({ left: x - across, right: x + across, top: y - up, bottom: y + up });

// A repeatable crowd, so dense that not all labels find room.
function crowd(count) {
  let seed = 7;
  const next = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  return Array.from({ length: count }, (_, at) => item(String(at), 20 + next() * 560, 20 + next() * 360, { rank: at % 7, links: at % 5 }));
}

test("no label covers another, nor the controls, nor leaves the frame", () => {
  const controls = { left: 0, right: 200, top: 0, bottom: 40 };
  const placed = placeLabels(crowd(120), [controls], 600, 400, measure);
  assert.ok(placed.length > 20 && placed.length < 120);
  placed.forEach((one, at) => {
    assert.ok(!touch(one.box, controls));
    assert.ok(one.box.left > 0 && one.box.right < 600 && one.box.top > 0 && one.box.bottom < 400);
    for (const other of placed.slice(at + 1)) assert.ok(!touch(one.box, other.box));
  });
});

test("only what matters most may cover a node", () => {
  const items = crowd(120);
  for (const label of placeLabels(items, [], 600, 400, measure)) {
    const covers = items.some((other) => touch(label.box, nodeBox(other)));
    if (covers) assert.ok(label.rank <= RANKS.organisation);
  }
});

test("where one label has room, it is the chosen one's, then the better connected one's", () => {
  const place = (...items) => placeLabels(items, [], 90, 40, measure).map((each) => each.id);
  const here = { x: 20, y: 20 };
  assert.deepEqual(place(item("a", here.x, here.y, { links: 9 }), item("b", here.x, here.y, { rank: RANKS.chosen })), ["b"]);
  assert.deepEqual(place(item("a", here.x, here.y), item("b", here.x, here.y, { links: 2 })), ["b"]);
});

test("organisations are named below, people beside", () => {
  const [org] = placeLabels([item("a", 300, 200, { below: true })], [], 600, 400, measure);
  const [person] = placeLabels([item("a", 300, 200)], [], 600, 400, measure);
  assert.ok(org.box.top > 200 && person.box.left > 300);
});

test("long names are cut at whole letters", () => {
  assert.equal(shorten("short"), "short");
  assert.equal([...shorten("👩🏽‍🔬".repeat(40), 10)].length, 10);
  assert.ok(shorten("x".repeat(190)).endsWith("…"));
});

test("names that begin alike are told apart by their ends", () => {
  const cut = ["Microsoft licenses from and hires out of Inflection AI (2024)", "Microsoft licenses from and hires out of Cove (2025)"].map((name) => shorten(name));
  assert.deepEqual(cut, ["Microsoft lic… of Inflection AI (2024)", "Microsoft licenses… out of Cove (2025)"]);
});

test("a label that must cover something covers no organisation where it can help it", () => {
  const lab = item("lab", 100, 100, { rank: RANKS.organisation, big: true, below: true });
  const small = item("small", 100, 122, { across: 20 });
  const large = [[150, 100], [100, 78]].map(([x, y], at) => item(`large${at}`, x, y, { big: true, across: 30, text: "" }));
  const placed = placeLabels([lab, small, ...large], [], 400, 300, measure).find((each) => each.id === "lab");
  assert.ok(large.every((each) => !touch(placed.box, nodeBox(each))));
});
