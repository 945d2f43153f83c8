// Where one looks at the picture from: pan and zoom.

const MARGIN = 64, EDGE = 40, CLOSEST = 1.1, NARROW = 640, SLACK = 48;

export class Camera {
  constructor(cy) {
    this.cy = cy;
    this.moved = false;
  }

  byHand() {
    this.moved = true;
  }

  zoom(by) {
    this.moved = true;
    this.cy.zoom({ level: this.cy.zoom() * by, renderedPosition: { x: this.cy.width() / 2, y: this.cy.height() / 2 } });
  }

  get isNarrow() {
    return this.cy.width() < NARROW;
  }

  get main() {
    return this.cy.nodes(".chosen, .path");
  }

  // The whole; on a narrow canvas, where that is dust, what is chosen with its neighbours.
  open() {
    if (this.isNarrow && this.main.nonempty()) this.frame(this.main.closedNeighborhood().nodes(), MARGIN);
    else this.fit();
  }

  fit() {
    this.frame(this.cy.nodes().filter((node) => !node.hasClass("off")), EDGE);
  }

  // Look at what is chosen: not at all where it is seen already.
  focus() {
    const { main } = this;
    if (main.empty() || this.isNarrow) return this.open();
    if (main.every((node) => this.sees(node))) return;
    this.moved = true;
    if (main.length > 1) return this.frame(main, MARGIN);
    this.cy.center(main);
  }

  // Nodes that came in: until somebody pans or zooms the whole stays in view.
  welcome(nodes) {
    if (!this.moved && !nodes.every((node) => this.sees(node))) this.fit();
  }

  // Until somebody pans or zooms, the whole stays in view whatever the size of the window. A row more in the legend
  // is no reason to look from elsewhere.
  resize() {
    const { clientWidth, clientHeight } = this.cy.container();
    if (!clientWidth) return;
    this.cy.resize();
    const same = this.size && Math.abs(this.size[0] - clientWidth) < SLACK && Math.abs(this.size[1] - clientHeight) < SLACK;
    if (!this.moved && !same && this.cy.nodes().nonempty()) this.open();
  }

  sees(node) {
    const { x, y } = node.renderedPosition();
    return x > EDGE && x < this.cy.width() - EDGE && y > EDGE && y < this.cy.height() - EDGE;
  }

  frame(items, margin) {
    this.moved = false;
    this.size = [this.cy.width(), this.cy.height()];
    this.cy.fit(items.nonempty() ? items : undefined, margin);
    if (this.cy.zoom() <= CLOSEST) return;
    this.cy.zoom(CLOSEST);
    this.cy.center(items);
  }

  get state() {
    return { moved: this.moved, zoom: this.cy.zoom(), pan: { ...this.cy.pan() } };
  }

  restore({ zoom, pan }) {
    this.moved = true;
    this.cy.viewport({ zoom, pan });
  }
}
