// One network in the page: keeps Cytoscape in step with the data; what stands never moves.

import cytoscape from "cytoscape";
import { button, draw, line, make, shape } from "../shared/dom.js";
import { drawLabels } from "./labels.js";
import { Strip } from "./strip.js";
import { styleOf } from "./style.js";

const MARGIN = 64, CLOSEST = 1.1;
// Pan, zoom and positions by view: they outlive reruns, remounts and page switches.
const views = new Map();

export class Picture {
  constructor(root, tell) {
    this.root = root;
    this.tell = tell;
    this.strip = new Strip(tell);
    this.stage = make("div", "stage");
    this.stage.setAttribute("role", "application");
    this.stage.setAttribute("aria-label", "Network. Click a name for its dossier, double click to expand.");
    this.stage.tabIndex = 0;
    this.canvas = make("canvas", "labels");
    this.count = make("p", "count");
    this.hint = make("p", "hint");
    this.legend = make("div", "legend");
    this.toolbox = this.tools();
    const frame = make("div", "frame", this.stage, this.canvas, this.count, this.hint, this.toolbox);
    root.replaceChildren(frame, this.legend, this.strip.element);
    this.cy = cytoscape({ container: this.stage, minZoom: 0.15, maxZoom: 4, boxSelectionEnabled: false });
    this.listen();
    this.watch = new ResizeObserver(() => this.resize());
    this.watch.observe(this.stage);
  }

  tools() {
    const zoom = (by) => () => {
      this.moved = true;
      const middle = { x: this.cy.width() / 2, y: this.cy.height() / 2 };
      this.cy.zoom({ level: this.cy.zoom() * by, renderedPosition: middle });
    };
    const tool = (path, label, press) => {
      const made = button("", press);
      made.append(draw("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" }, draw("path", { d: path })));
      made.title = label;
      made.setAttribute("aria-label", label);
      return made;
    };
    return make("div", "tools", tool("M10 4v12M4 10h12", "Zoom in", zoom(1.3)),
      tool("M4 10h12", "Zoom out", zoom(1 / 1.3)),
      tool("M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4", "Fit", () => this.fit()));
  }

  listen() {
    const { cy } = this;
    cy.on("tap", "node", (event) => this.choose(event.target));
    cy.on("tap", "edge", (event) => this.choose(event.target));
    cy.on("dbltap", "node", (event) => this.tell("expand", event.target.id()));
    cy.on("mouseover", "node, edge", (event) => this.hover(event.target, true));
    cy.on("mouseout", "node, edge", (event) => this.hover(event.target, false));
    cy.on("render", () => drawLabels(this.canvas, cy, this.theme, this.covered()));
    cy.on("dragpan scrollzoom pinchzoom dragfree", () => { this.moved = true; });
  }

  covered() {
    return [this.count, this.toolbox].map((item) => ({
      left: item.offsetLeft - 4, right: item.offsetLeft + item.offsetWidth + 4,
      top: item.offsetTop - 4, bottom: item.offsetTop + item.offsetHeight + 4,
    }));
  }

  hover(item, on) {
    item.toggleClass("hover", on);
    this.hint.textContent = on ? item.data("text") ?? "" : "";
    this.stage.style.cursor = on ? "pointer" : "";
  }

  choose(item) {
    if (item.hasClass("chosen")) return;
    this.ring(item);
    this.tell("select", item.id());
  }

  // Drawn at once, before Python answers.
  ring(item) {
    const { cy } = this;
    cy.batch(() => {
      cy.elements().removeClass("chosen near dim");
      if (item.empty()) return;
      const near = item.isNode() ? item.closedNeighborhood() : item.union(item.connectedNodes());
      cy.elements().difference(near).addClass("dim");
      near.addClass("near");
      item.addClass("chosen");
    });
  }

  update(data, theme) {
    const { cy } = this, fresh = this.view !== data.view;
    this.theme = theme;
    if (fresh) {
      this.view = data.view;
      cy.elements().remove();
    }
    const kept = views.get(data.view) ?? { positions: {} };
    this.root.classList.toggle("dark", !theme.light);
    cy.batch(() => this.merge(data, kept.positions));
    cy.style(styleOf(theme));
    this.count.textContent = data.count;
    this.drawLegend(data);
    this.strip.update(data.strip);
    this.ring(data.selected ? cy.getElementById(data.selected) : cy.collection());
    if (fresh && kept.moved) {
      this.moved = true;
      cy.viewport({ zoom: kept.zoom, pan: kept.pan });
    }
    else if (fresh || this.asked !== data.asked) this.fit();
    this.asked = data.asked;
  }

  merge(data, positions) {
    const { cy } = this;
    const wanted = new Set([...data.nodes, ...data.edges].map((item) => item.id));
    cy.elements().filter((item) => !wanted.has(item.id())).remove();
    for (const node of data.nodes) {
      const standing = cy.getElementById(node.id);
      const classes = `${node.shape}${node.apart ? " apart" : ""}`;
      if (standing.nonempty()) standing.data(node).classes(classes);
      else cy.add({ group: "nodes", data: node, classes, position: { ...(positions[node.id] ?? { x: node.x, y: node.y }) } });
    }
    for (const edge of data.edges) {
      const standing = cy.getElementById(edge.id);
      if (standing.nonempty()) standing.data(edge).classes(edge.classes);
      else cy.add({ group: "edges", data: edge, classes: edge.classes });
    }
  }

  // Until somebody pans or zooms, the whole stays in view whatever the size of the window.
  resize() {
    this.cy.resize();
    if (!this.moved && this.cy.nodes().nonempty()) this.fit();
  }

  fit() {
    this.moved = false;
    const chosen = this.cy.nodes(".chosen");
    const small = this.cy.width() < 640 && chosen.nonempty();
    this.cy.fit(small ? chosen.closedNeighborhood() : undefined, small ? MARGIN : MARGIN / 2 + 12);
    if (this.cy.zoom() > CLOSEST) {
      this.cy.zoom(CLOSEST);
      this.cy.center();
    }
  }

  remember() {
    const positions = Object.fromEntries(this.cy.nodes().map((node) => [node.id(), { ...node.position() }]));
    views.set(this.view, { moved: this.moved, zoom: this.cy.zoom(), pan: { ...this.cy.pan() }, positions });
  }

  drawLegend(data) {
    const kinds = data.legend.kinds.map((kind) => make("span", "", shape(kind.shape), kind.label));
    const statuses = data.legend.statuses.map((status) => make("span", "", line(status), status[0].toUpperCase() + status.slice(1)));
    this.legend.replaceChildren(make("div", "", ...kinds), make("div", "", ...statuses));
  }

  destroy() {
    this.remember();
    this.strip.pause();
    this.watch.disconnect();
    this.cy.destroy();
  }
}
