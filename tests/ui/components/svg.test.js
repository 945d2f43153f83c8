import assert from "node:assert/strict";
import { test } from "node:test";

import { compose, edgeShape, escaped, nodeShape, svgOf, wrapped } from "../../../talentgraph/ui/components/network/svg.js";

const scene = {
  width: 400, height: 300, paper: "#fff", canvas: "#fff", hair: "#ddd", ink: "#111", muted: "#555", font: "Inter", title: "2 names",
  nodes: [{ shape: "person", x: 10, y: 10, width: 12, height: 12, fill: "#123456" }],
  edges: [{ points: [{ x: 0, y: 0 }, { x: 50, y: 0 }], colour: "#888", width: 1 }],
  texts: [{ x: 20, y: 10, text: "</text><script>pwned(1)</script>", size: 12, fill: "#111", width: 80, halo: "#fff" }],
  signs: Array.from({ length: 12 }, (_, at) => ({ label: `kind ${at}`, node: { shape: "lab", fill: "#0a0" } })),
  lines: ["Sources: one, two, three & four."],
};

test("text from data stays text", () => {
  assert.equal(escaped(`<a href="x">&</a>`), "&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;");
  const file = svgOf(compose(scene));
  assert.ok(!file.includes("<script") && file.includes("&lt;script&gt;"));
});

test("the file holds shapes, names, legend and sources, and grows with them", () => {
  const whole = compose(scene), file = svgOf(whole);
  for (const part of ["<circle", "<path", "kind 11", "three &amp; four.", "<title>2 names</title>"]) assert.ok(file.includes(part), part);
  assert.ok(whole.height > scene.height + 60);
  const bare = compose({ ...scene, signs: [], lines: [] });
  assert.ok(bare.height < whole.height);
  assert.ok(!svgOf(whole, false).includes("<text"));
});

test("a curve bends over its control point, a straight line does not, an arrow has a head", () => {
  const line = { points: [{ x: 0, y: 0 }, { x: 9, y: 0 }], colour: "#888", width: 1, opacity: 0.5 };
  assert.match(edgeShape(line), /d="M0.0,0.0 L9.0,0.0"/);
  assert.match(edgeShape({ ...line, points: [{ x: 0, y: 0 }, { x: 4, y: 9 }, { x: 9, y: 0 }] }), /Q4.0,9.0 9.0,0.0/);
  assert.match(edgeShape({ ...line, arrow: true }), /<polygon points="9.0,0.0 /);
});

test("each kind has its shape", () => {
  const forms = { person: "circle", company: "rect", group: "rect", lab: "polygon", deal: "polygon", model: "polygon", school: "polygon" };
  for (const [shape, form] of Object.entries(forms)) assert.ok(nodeShape({ shape, x: 0, y: 0, width: 10, height: 8, fill: "#000" }).startsWith(`<${form} `));
});

test("long lines break between words", () => {
  assert.deepEqual(wrapped("one two three", 7), ["one two", "three"]);
  assert.deepEqual(wrapped("unbreakable", 4), ["unbreakable"]);
});
