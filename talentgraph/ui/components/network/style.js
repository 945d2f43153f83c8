// How Cytoscape draws nodes and edges: shape is kind, line style is status, opacity is certainty on the day.

const SHAPES = {
  person: "ellipse", company: "round-rectangle", lab: "hexagon", deal: "diamond",
  model: "triangle", school: "pentagon", group: "round-rectangle",
};

export function styleOf(theme) {
  const kinds = Object.entries(SHAPES).map(([kind, form]) => ({
    selector: `node.${kind}`,
    style: { shape: form, "background-color": theme.kinds[kind] },
  }));
  return [
    {
      selector: "node",
      style: { width: "data(size)", height: "data(size)", "border-width": 0, "overlay-opacity": 0 },
    },
    ...kinds,
    { selector: "node.company, node.group", style: { height: "data(height)" } },
    {
      selector: "node.group",
      style: { "background-opacity": 0, "border-width": 1.5, "border-style": "dashed", "border-color": theme.kinds.group },
    },
    { selector: "node.apart", style: { opacity: 0.32 } },
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
    { selector: "edge.rumoured", style: { "line-style": "dotted" } },
    {
      selector: "edge.disputed",
      style: { width: 1.7, "line-style": "dashed", "line-dash-pattern": [5, 3], "line-color": theme.red, "target-arrow-color": theme.red },
    },
    { selector: "edge.likely", style: { opacity: 0.6 } },
    { selector: "edge.possible", style: { opacity: 0.6, "line-style": "dotted" } },
    { selector: ".dim", style: { opacity: 0.5 } },
    { selector: "edge.dim", style: { opacity: 0.26 } },
    {
      selector: "node.chosen",
      style: { opacity: 1, "border-width": 3, "border-color": theme.canvas, "underlay-color": theme.accent, "underlay-opacity": 0.35, "underlay-padding": 7, "underlay-shape": "ellipse" },
    },
    { selector: "edge.chosen", style: { opacity: 1, width: 3.5, "line-color": theme.accent, "target-arrow-color": theme.accent } },
  ];
}
