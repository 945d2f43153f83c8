// How Cytoscape draws nodes and edges: shape is kind, line style is status, opacity is certainty on the day.

const SHAPES = {
  person: "ellipse", company: "round-rectangle", lab: "hexagon", deal: "diamond",
  model: "triangle", school: "pentagon", group: "round-rectangle",
};
const DASHES = [5, 3], DOTS = [1, 4];

export function styleOf(theme, colouring = "kind") {
  const shapes = Object.entries(SHAPES).map(([kind, shape]) => ({ selector: `node.${kind}`, style: { shape } }));
  return [
    {
      selector: "core",
      style: { "selection-box-color": theme.accent, "selection-box-opacity": 0.12, "selection-box-border-color": theme.accent,
        "selection-box-border-width": 1, "active-bg-opacity": 0 },
    },
    {
      selector: "node",
      style: { width: "data(size)", height: "data(height)", "background-color": "data(fill)", "border-width": 0, "overlay-opacity": 0 },
    },
    ...shapes,
    {
      selector: "node.group",
      style: { "background-opacity": 0, "border-width": 1.5, "border-style": "dashed", "border-color": "data(fill)" },
    },
    {
      selector: "edge",
      style: {
        width: 1.2, "line-color": theme.line, "target-arrow-color": theme.line, "curve-style": "bezier",
        "control-point-step-size": 22, "arrow-scale": 0.8, "overlay-opacity": 0,
      },
    },
    { selector: "edge.deal", style: { "line-color": theme.kinds.deal, "target-arrow-color": theme.kinds.deal } },
    { selector: "edge.arrow", style: { "target-arrow-shape": "triangle" } },
    { selector: "edge.confirmed", style: { width: 2.4 } },
    { selector: "edge.rumoured", style: { width: 1.6, "line-style": "dashed", "line-dash-pattern": DOTS, "line-cap": "round" } },
    {
      selector: "edge.disputed",
      style: { width: 1.7, "line-style": "dashed", "line-dash-pattern": DASHES, "line-color": theme.red, "target-arrow-color": theme.red },
    },
    { selector: "edge.likely", style: { opacity: 0.6 } },
    { selector: "edge.possible", style: { opacity: 0.6, "line-style": "dashed", "line-dash-pattern": DOTS, "line-cap": "round" } },
    { selector: "edge.ended", style: { opacity: 0.28, width: 1 } },
    { selector: "edge.absent, edge.undated, .off", style: { display: "none" } },
    { selector: "node.apart", style: { opacity: 0.32 } },
    { selector: "node.dim", style: { opacity: colouring === "employer" ? 0.8 : 0.5 } },
    { selector: "node.apart.dim", style: { opacity: 0.32 } },
    { selector: "edge.dim", style: { opacity: 0.26 } },
    { selector: "node.pinned", style: { "border-width": 1.5, "border-color": theme.ink, "border-style": "solid" } },
    {
      selector: "node.chosen",
      style: { opacity: 1, "border-width": 3, "border-color": theme.canvas, "border-style": "solid", ...halo(theme.accent, 0.35) },
    },
    { selector: "edge.chosen", style: { opacity: 1, width: 3.5, "line-color": theme.accent, "target-arrow-color": theme.accent } },
    { selector: "node.path", style: { opacity: 1, "border-width": 2.5, "border-color": theme.red, "border-style": "solid" } },
    { selector: "edge.path", style: { opacity: 1, width: 3.5, "line-color": theme.red, "target-arrow-color": theme.red } },
    { selector: "node.walked", style: halo(theme.accent, 0.55) },
    { selector: "node.walked.chosen", style: halo(theme.accent, 0.75) },
  ];
}

function halo(colour, opacity) {
  return { "underlay-color": colour, "underlay-opacity": opacity, "underlay-padding": 7, "underlay-shape": "ellipse" };
}
