// The picture as a file: shapes and texts from the same positions, with legend, date and sources below. No DOM here.

import { cornersOf } from "./geometry.js";

const PAD = 16, ROW = 20, LETTER = 5.6;
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escaped(text) {
  return String(text).replace(/[&<>"]/g, (sign) => ESCAPES[sign]);
}

export function tag(name, attributes, content = "") {
  const written = Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([key, value]) => ` ${key}="${escaped(typeof value === "number" ? Math.round(value * 100) / 100 : value)}"`);
  return `<${name}${written.join("")}${content === "" ? "/>" : `>${content}</${name}>`}`;
}

export function nodeShape(node) {
  const look = { fill: node.hollow ? "none" : node.fill, opacity: node.opacity };
  if (node.stroke) Object.assign(look, { stroke: node.stroke, "stroke-width": node.strokeWidth, "stroke-dasharray": node.dashes });
  const corners = cornersOf(node.shape, node.x, node.y, node.width, node.height);
  if (corners.length) return tag("polygon", { points: corners.map((point) => point.map((n) => n.toFixed(1)).join(",")).join(" "), ...look });
  if (node.shape === "person") return tag("circle", { cx: node.x, cy: node.y, r: node.width / 2, ...look });
  const box = { x: node.x - node.width / 2, y: node.y - node.height / 2, width: node.width, height: node.height };
  return tag("rect", { ...box, rx: Math.min(node.width, node.height) / 4, ...look });
}

// `points` are the start, the control points of a curve if there are any, and the end.
export function edgeShape(edge) {
  const [start, ...rest] = edge.points, end = rest.at(-1), bend = rest.length > 1 ? rest[0] : null;
  const way = bend ? `Q${at(bend)} ${at(end)}` : `L${at(end)}`;
  const line = tag("path", { d: `M${at(start)} ${way}`, fill: "none", stroke: edge.colour, "stroke-width": edge.width,
    "stroke-dasharray": edge.dashes, "stroke-linecap": edge.round ? "round" : null, opacity: edge.opacity });
  return edge.arrow ? line + arrow(bend ?? start, end, edge) : line;
}

function at(point) {
  return `${point.x.toFixed(1)},${point.y.toFixed(1)}`;
}

function arrow(from, to, edge) {
  const angle = Math.atan2(to.y - from.y, to.x - from.x), size = 6 + edge.width;
  const corner = (turn) => at({ x: to.x - size * Math.cos(angle + turn), y: to.y - size * Math.sin(angle + turn) });
  return tag("polygon", { points: `${at(to)} ${corner(0.42)} ${corner(-0.42)}`, fill: edge.colour, opacity: edge.opacity });
}

// Breaks a text into lines of at most so many letters, between words where there is one.
export function wrapped(text, letters) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (longer.length <= letters || !lines.at(-1)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

// Legend rows and lines of text below a picture of this width: their shapes, texts and height.
function foot(scene) {
  const shapes = [], texts = [];
  let x = PAD, y = scene.height + PAD + 4;
  for (const sign of scene.signs) {
    const width = 24 + sign.label.length * (LETTER + 0.6) + 18;
    if (x + width > scene.width - PAD && x > PAD) [x, y] = [PAD, y + ROW];
    shapes.push(sign.line ? edgeShape({ ...sign.line, points: [{ x, y }, { x: x + 22, y }] })
      : nodeShape({ ...sign.node, x: x + 6, y, width: 11, height: sign.node.shape === "company" ? 8 : 11 }));
    texts.push({ x: x + (sign.line ? 28 : 17), y, text: sign.label, size: 12, fill: scene.ink });
    x += width + (sign.line ? 10 : 0);
  }
  y += 8;
  for (const line of scene.lines.flatMap((text) => wrapped(text, Math.floor((scene.width - 2 * PAD) / LETTER)))) {
    y += 16;
    texts.push({ x: PAD, y, text: line, size: 11, fill: scene.muted });
  }
  return { shapes, texts, height: y + PAD };
}

// `scene`: { width, height, paper, canvas, hair, ink, muted, font, title, nodes, edges, texts, signs, lines }.
// Gives the whole as `shapes` (markup), `texts`, `width` and `height`.
export function compose(scene) {
  const below = foot(scene), inner = tag("clipPath", { id: "frame" }, tag("rect", { width: scene.width, height: scene.height }));
  const drawn = [...scene.edges.map(edgeShape), ...scene.nodes.map(nodeShape)].join("");
  const shapes = [
    tag("rect", { width: scene.width, height: below.height, fill: scene.paper }),
    tag("rect", { width: scene.width, height: scene.height, fill: scene.canvas }),
    tag("defs", {}, inner), tag("g", { "clip-path": "url(#frame)" }, drawn),
    tag("path", { d: `M0,${scene.height}H${scene.width}`, stroke: scene.hair }), ...below.shapes,
  ].join("");
  return { shapes, texts: [...scene.texts, ...below.texts], width: scene.width, height: below.height, title: scene.title, font: scene.font };
}

// A text keeps its measured width in whatever font the reader has.
function textTag(text, font, paper) {
  const look = { "font-size": text.size, "font-weight": text.weight, "font-style": text.slanted ? "italic" : null, fill: text.fill,
    opacity: text.opacity, textLength: text.width, lengthAdjust: text.width ? "spacingAndGlyphs" : null };
  const halo = text.halo ? { stroke: text.halo, "stroke-width": 3.5, "stroke-linejoin": "round", "paint-order": "stroke" } : {};
  return tag("text", { x: text.x, y: text.y, "dominant-baseline": "central", "font-family": font, ...look, ...halo }, escaped(text.text));
}

export function svgOf(whole, withTexts = true) {
  const texts = withTexts ? whole.texts.map((text) => textTag(text, whole.font)).join("") : "";
  const size = { width: whole.width, height: whole.height, viewBox: `0 0 ${whole.width} ${whole.height}` };
  return tag("svg", { xmlns: "http://www.w3.org/2000/svg", ...size, role: "img" }, tag("title", {}, escaped(whole.title)) + whole.shapes + texts);
}
