import assert from "node:assert/strict";
import { test } from "node:test";

import { csv, guard, sorted } from "../../../talentgraph/ui/components/network/rows.js";

const rows = [
  { id: "b", cells: ["Zoë", 10] }, { id: "a", cells: ["Äsa", 9] }, { id: "c", cells: ["Bo", 100] }, { id: "d", cells: ["Bo", 9] },
];
const ids = (found) => found.map((row) => row.id).join("");

test("texts sort as people read them, numbers as numbers, equal ones the same way each time", () => {
  assert.equal(ids(sorted(rows, 0, 1)), "acdb");
  assert.equal(ids(sorted(rows, 1, 1)), "adbc");
  assert.equal(ids(sorted(rows, 1, -1)), "cbad");
  assert.equal(ids(rows), "bacd");
});

test("a file quotes what needs it and lets no text be a formula", () => {
  const file = csv(["Name", "Links"], [{ cells: ['=1+1,"x"', 3] }, { cells: ["plain", -1] }]);
  assert.equal(file, '\ufeffName,Links\r\n"\'=1+1,""x""",3\r\nplain,-1\r\n');
  assert.equal(guard("x;=1"), "x;'=1");
  assert.equal(guard("a = b"), "a = b");
});
