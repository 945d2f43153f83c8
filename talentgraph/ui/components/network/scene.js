// What is seen in the picture, as plain values: for labels, for files and for the tables.

import { LINES } from "../shared/dom.js";
import { RANKS, fontOf, inkOf, shorten } from "./labels.js";
import { dayText, employerOn } from "./time.js";

const BIG = new Set(["company", "lab"]), LABELLED_LINKS = 1.7;

export function isDrawn(item) {
  return !item.hasClass("off") && !item.hasClass("absent") && !item.hasClass("undated");
}

// Items for labels.js: names, and what links say where they are looked at closely.
export function labelItems(cy) {
  const nodes = cy.nodes().filter(isDrawn).map((node) => {
    const at = node.renderedPosition(), shape = node.data("shape"), must = node.hasClass("chosen") || node.hasClass("hover");
    return {
      id: node.id(), text: must ? node.data("label") : shorten(node.data("label")), x: at.x, y: at.y,
      across: node.renderedWidth() / 2, up: node.renderedHeight() / 2, rank: rankOf(node), links: node.data("links"),
      big: BIG.has(shape) || node.hasClass("chosen") || node.hasClass("path"), below: BIG.has(shape), slanted: shape === "deal",
      opacity: node.hasClass("chosen") || node.hasClass("path") ? 1 : node.hasClass("apart") ? 0.45 : node.hasClass("dim") ? 0.65 : 1,
    };
  });
  const near = cy.zoom() >= LABELLED_LINKS;
  const links = cy.edges().filter((edge) => isDrawn(edge) && (near || edge.hasClass("hover") || edge.hasClass("path"))).map((edge) => {
    const at = edge.renderedMidpoint();
    return { id: edge.id(), text: edge.data("what"), x: at.x, y: at.y, across: 0, up: 0, rank: edge.hasClass("path") ? RANKS.path : RANKS.edge,
      links: 0, centred: true, red: edge.hasClass("path"), opacity: edge.hasClass("dim") ? 0.5 : 1 };
  });
  return [...nodes, ...links];
}

function rankOf(node) {
  for (const name of ["chosen", "hover", "path", "near"]) if (node.hasClass(name)) return RANKS[name];
  return { company: RANKS.organisation, lab: RANKS.organisation, deal: RANKS.deal }[node.data("shape")] ?? RANKS.other;
}

// Rows of the tables.
export function nameRows(cy, data, day) {
  return cy.nodes().filter(isDrawn).map((node) => {
    const rank = employerOn(node.data("jobs"), day), links = node.connectedEdges().filter(isDrawn).length;
    const employer = node.data("shape") !== "person" || rank === null ? "" : data.employers[rank];
    return { id: node.id(), sign: node.data("shape"), cells: [node.data("label"), node.data("kind"), links, employer] };
  });
}

export function linkRows(cy) {
  return cy.edges().filter(isDrawn).map((edge) => {
    const { what, when, status, claims } = edge.data();
    const state = ["certain", "likely", "possible", "ended"].find((each) => edge.hasClass(each)) ?? "";
    const ends = [edge.source().data("label"), edge.target().data("label")];
    return { id: edge.id(), status, cells: [ends[0], what, ends[1], when, status, state, claims] };
  });
}

// For svg.js. `labels` are those that found a place, `measure` gives their widths, `lines` stand below the picture.
export function sceneOf(cy, { labels, measure, lines, data, look, theme }) {
  const zoom = cy.zoom(), width = cy.width(), height = cy.height();
  const edges = cy.edges().filter(isDrawn).map((edge) => edgeLook(edge, zoom, cy.pan()));
  const nodes = cy.nodes().filter(isDrawn).flatMap((node) => nodeLook(node, zoom, theme));
  const texts = labels.map((item) => ({
    x: item.box.left + 2, y: (item.box.top + item.box.bottom) / 2, text: item.text, width: measure(item), fill: inkOf(item, theme),
    size: item.big ? 12.5 : item.centred ? 11 : 11.5, weight: item.big ? 600 : null, slanted: item.slanted, opacity: item.opacity,
    halo: theme.canvas, canvasFont: fontOf(item, theme),
  }));
  const { paper, canvas, hair, ink, muted, font } = theme;
  return { width, height, paper, canvas, hair, ink, muted, font, title: lines[0], nodes, edges, texts, signs: signs(data, look, theme), lines };
}

// A straight link has no control points.
function edgeLook(edge, zoom, pan) {
  const bends = (edge.controlPoints() ?? []).slice(0, 1).map(({ x, y }) => ({ x: x * zoom + pan.x, y: y * zoom + pan.y }));
  const ends = [edge.renderedSourceEndpoint(), ...bends, edge.renderedTargetEndpoint()];
  const dashed = edge.style("line-style") === "dashed";
  const dashes = dashed ? String(edge.style("line-dash-pattern")).match(/[\d.]+/g).map((length) => length * zoom).join(" ") : null;
  return { points: ends, colour: edge.style("line-color"), width: edge.renderedStyle("width").replace("px", "") * 1, dashes,
    round: edge.style("line-cap") === "round", arrow: edge.style("target-arrow-shape") === "triangle", opacity: edge.effectiveOpacity() };
}

function nodeLook(node, zoom, theme) {
  const at = node.renderedPosition(), border = node.numericStyle("border-width") * zoom;
  const look = { shape: node.data("shape"), ...at, width: node.renderedWidth(), height: node.renderedHeight(), fill: node.style("background-color"),
    opacity: node.effectiveOpacity(), hollow: node.data("shape") === "group", stroke: border ? node.style("border-color") : null,
    strokeWidth: border, dashes: node.style("border-style") === "dashed" ? `${4 * zoom} ${3 * zoom}` : null };
  if (!node.hasClass("chosen")) return [look];
  const size = Math.max(look.width, look.height) + 14 * zoom;
  return [{ shape: "person", ...at, width: size, fill: theme.accent, opacity: 0.35 }, look];
}

function signs(data, look, theme) {
  const byKind = look.colouring === "kind";
  const kinds = data.kinds.filter((kind) => !look.off.includes(kind.shape)).map(({ shape, label }) =>
    ({ label, node: { shape, fill: byKind ? theme.kinds[shape] : theme.other, hollow: shape === "group", stroke: shape === "group" ? theme.muted : null, strokeWidth: 1, dashes: "3 2" } }));
  const named = data.employers.slice(0, theme.employers.length);
  const employers = byKind ? [] : [...named, "other or none"].map((label, rank) =>
    ({ label, node: { shape: "person", fill: rank < named.length ? theme.employers[rank] : theme.other } }));
  const statuses = data.statuses.map((status) => {
    const { width, dash, cap, red } = LINES[status];
    return { label: status[0].toUpperCase() + status.slice(1), line: { colour: red ? theme.red : theme.muted, width, dashes: dash, round: cap === "round" } };
  });
  return [...employers, ...kinds, ...statuses];
}

// "62 links true on Oct 2025", what is merely possible, and what the day hides.
export function countWords(counts, day) {
  const links = `${counts.links} ${counts.links === 1 ? "link" : "links"}${day === null ? "" : ` true on ${dayText(day)}`}`;
  const possible = counts.possible ? `${counts.possible} possible` : "";
  const undated = counts.undated ? `${counts.undated} without a date left out` : "";
  return [links, possible, undated].filter(Boolean).join(", ");
}
