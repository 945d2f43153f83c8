import assert from "node:assert/strict";
import { test } from "node:test";

import { styleOf } from "../../../talentgraph/ui/components/network/style.js";

const KINDS = ["person", "company", "lab", "deal", "model", "school", "group"];
const theme = {
  kinds: Object.fromEntries(KINDS.map((kind) => [kind, `#${kind}`])),
  canvas: "#FFFFFF", line: "#8A9098", accent: "#1D4F91", red: "#B3261E",
};
const rule = (selector) => Object.assign({}, ...styleOf(theme).filter((each) => each.selector === selector).map((each) => each.style));

test("each kind has a shape of its own, but a group is a company with a dashed outline", () => {
  const forms = KINDS.filter((kind) => kind !== "group").map((kind) => rule(`node.${kind}`).shape);
  assert.equal(new Set(forms).size, forms.length);
  assert.equal(rule("node.group")["border-style"], "dashed");
});

test("red is a dispute or the path, never a kind", () => {
  const red = styleOf(theme).filter((each) => Object.values(each.style).includes(theme.red)).map((each) => each.selector);
  for (const selector of red) assert.match(selector, /disputed|path/);
});
