// Keeps Cytoscape in step with the data: what is new comes in at its place, what is gone goes, what stands stays.

import { employerOn, isTrue, stateOn } from "./time.js";
import { fillOf } from "./theme.js";

const STATES = "certain likely possible ended absent undated";

// `held` are the ids that a hand holds or has just put down: Python does not know their place yet. Gives the new nodes.
export function merge(cy, data, held) {
  const wanted = new Set([...data.nodes, ...data.edges].map((item) => item.id));
  const path = new Set(data.path), before = cy.nodes();
  cy.batch(() => {
    cy.elements().filter((item) => !wanted.has(item.id())).remove();
    for (const node of data.nodes) {
      const classes = [node.shape, node.pinned && "pinned", path.has(node.id) && "path"].filter(Boolean).join(" ");
      place(cy, { group: "nodes", data: { ...node, fill: "#888888" }, classes }, { x: node.x, y: node.y }, held);
    }
    for (const edge of data.edges) {
      const onPath = data.path.some((id, at) => joins(edge, id, data.path[at + 1]));
      place(cy, { group: "edges", data: edge, classes: [edge.status, edge.look, onPath && "path"].filter(Boolean).join(" ") });
    }
  });
  return cy.nodes().difference(before);
}

// Whoever is at a lab is at its company, too: `company` is there where it is another than the target.
function joins(edge, one, other) {
  const [person, place] = edge.source === one ? [one, other] : [other, one];
  return edge.source === person && (edge.target === place || edge.company === place);
}

function place(cy, item, position, held) {
  const standing = cy.getElementById(item.data.id);
  if (standing.empty()) return cy.add(position ? { ...item, position } : item);
  standing.data(item.data).classes(item.classes);
  if (position && !held.has(item.data.id)) standing.position(position);
  return standing;
}

// What the day makes of every link and name. Gives the counts of what is drawn.
export function dress(cy, look, theme) {
  const counts = { links: 0, possible: 0, undated: 0, hidden: 0, statuses: new Set() };
  const hidden = new Set(look.off);
  cy.batch(() => {
    for (const node of cy.nodes()) node.toggleClass("off", hidden.has(node.data("shape")));
    for (const edge of cy.edges()) {
      const state = stateOn(edge.data(), look.day, look.weakest);
      edge.removeClass(STATES);
      if (state) edge.addClass(state);
      edge.toggleClass("off", edge.connectedNodes().some((node) => node.hasClass("off")));
      if (edge.hasClass("off")) continue;
      if (!["absent", "undated"].includes(state)) counts.statuses.add(edge.data("status"));
      counts.links += isTrue(state);
      counts.possible += state === "possible";
      counts.undated += state === "undated";
    }
    for (const node of cy.nodes()) {
      const started = node.connectedEdges().some((edge) => !edge.hasClass("absent") && !edge.hasClass("undated") && !edge.hasClass("off"));
      node.toggleClass("apart", look.day !== null && !started);
      node.data("fill", fillOf(node.data(), look.colouring, employerOn(node.data("jobs"), look.day ?? look.now), theme));
      counts.hidden += node.hasClass("off");
    }
  });
  return counts;
}

// Rings around what is chosen; their links and neighbours stay, the rest is dimmed. A path stands alone.
export function ring(cy, ids) {
  cy.batch(() => {
    cy.elements().removeClass("chosen near dim");
    const path = cy.elements(".path");
    const chosen = cy.collection(ids.map((id) => cy.getElementById(id)).filter((item) => item.nonempty()));
    if (path.nonempty()) cy.elements().difference(path).difference(chosen).addClass("dim");
    else if (chosen.nonempty()) {
      const near = chosen.union(chosen.nodes().closedNeighborhood()).union(chosen.edges().connectedNodes());
      near.addClass("near");
      cy.elements().difference(near).addClass("dim");
    }
    chosen.addClass("chosen");
  });
}
