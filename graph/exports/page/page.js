"use strict";
// Data is shown through textContent and vis-network's canvas only, never as HTML.
const data = JSON.parse(document.getElementById("data").textContent);
const claims = new Map(data.claims.map((claim) => [claim.id, claim]));

function element(tag, text, className = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  return made;
}

const withTitle = (item) => ({ ...item, title: element("div", item.title) });
const nodes = new vis.DataSet(data.nodes.map(withTitle));
const edges = new vis.DataSet(data.edges.map(withTitle));
const options = {
  ...data.options,
  physics: false,
  layout: { improvedLayout: false },
  interaction: { hover: true, tooltipDelay: 120, keyboard: false },
  nodes: {
    font: { size: 12, face: "Inter, Segoe UI, system-ui, sans-serif", color: "#1C1E21", strokeWidth: 3.5, strokeColor: "#FFFFFF" },
    widthConstraint: { maximum: 150 },
    borderWidth: 1,
    borderWidthSelected: 3,
  },
  edges: { arrowStrikethrough: false, selectionWidth: 1.5, arrows: { to: { scaleFactor: 0.6 } } },
};
const network = new vis.Network(document.getElementById("network"), { nodes, edges }, options);

function show(head, found) {
  document.getElementById("chosen").textContent = head;
  document.getElementById("hint").textContent = found.length ? "" : "No claim to show.";
  document.getElementById("said").replaceChildren(...found.map(line));
}

function line(claim) {
  const item = element("li", "");
  const from = [claim.held, claim.status, claim.publisher, claim.date, claim.place].filter(Boolean).join(" · ");
  item.append(element("div", claim.said), element("div", from, "muted"));
  return item;
}

network.on("select", (picked) => {
  if (picked.nodes.length) {
    const id = picked.nodes[0];
    show(nodes.get(id).label, data.claims.filter((claim) => claim.of.includes(id)));
  } else if (picked.edges.length) {
    const edge = edges.get(picked.edges[0]);
    show(edge.title.textContent, edge.claims.map((id) => claims.get(id)).filter(Boolean));
  } else {
    show("Nothing selected", []);
    document.getElementById("hint").textContent = "Click a name or a line to read its claims.";
  }
});
network.once("afterDrawing", () => { document.documentElement.dataset.ready = "yes"; });
