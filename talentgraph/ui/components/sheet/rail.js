// A path as a rail: a stop for each name, a hop between two with relation and dates; down where there is no room.

import { button, draw, LINES, make, shape } from "../shared/dom.js";
import { fitted } from "./fit.js";

// How wide a sheet must be for a path of so many hops to run across; longer paths always run down.
const LEAST = [0, 400, 480, 560, 560, 700, 780];

export function rail(block, act) {
  const choose = () => act("act", block.action);
  const title = button(block.title, choose, "title");
  title.setAttribute("aria-pressed", String(Boolean(block.chosen)));
  const stops = make("ol", "", ...block.stops.flatMap((stop, index) => [
    make("li", "stop", shape(stop.shape), make("span", "", stop.name)),
    ...(block.hops[index] ? [hopOf(block.hops[index], block.chosen)] : []),
  ]));
  const node = make("article", block.chosen ? "rail chosen" : "rail",
    make("header", "", title, make("span", "count", block.note)), stops);
  node.onclick = (event) => {
    if (!event.target.closest("button")) choose();
  };
  const least = LEAST[block.hops.length] ?? Infinity;
  return fitted(node, (width) => node.classList.toggle("across", width >= least));
}

// The arrow follows the claim, which may point backwards along the path.
function hopOf(hop, chosen) {
  const forward = hop.forward;
  const track = make("span", `track ${forward ? "forward" : "backward"}`, make("span", "tip"), strokes(hop.status, chosen));
  const said = make("span", "said", make("span", "relation", hop.relation), make("span", "dates", hop.dates),
    hop.more ? make("span", "more", hop.more) : null);
  return make("li", "hop", said, track);
}

function strokes(status, chosen) {
  const style = LINES[status] ?? LINES.reported;
  const width = chosen ? Math.max(style.width, 1.6) : style.width;
  const paint = { "stroke-width": width, "stroke-dasharray": style.dash ?? "none", "stroke-linecap": style.cap ?? "butt" };
  return draw("svg", { "aria-hidden": "true" },
    draw("line", { x1: 0, x2: "100%", y1: 4, y2: 4, class: "level", ...paint }),
    draw("line", { x1: 4, x2: 4, y1: 0, y2: "100%", class: "upright", ...paint }));
}
