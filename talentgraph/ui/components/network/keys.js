// The keyboard: arrows walk to the next neighbour in their direction, and what is reached is spoken.

import { isArrow, nextInDirection, nudge } from "./geometry.js";

const STEP = 1.3, MARGIN = 60;

export class Keys {
  constructor(stage, cy, picture) {
    Object.assign(this, { stage, cy, picture });
    stage.addEventListener("keydown", (event) => this.press(event));
    stage.addEventListener("blur", () => cy.nodes().removeClass("walked"));
  }

  press(event) {
    const undo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
    if (undo) this.turn(event.shiftKey ? "redo" : "undo");
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (isArrow(event.key)) this.walk(event.key);
    else if (event.key === "Enter") this.enter(event.shiftKey);
    else if (event.key === " ") this.mark();
    else if (event.key === "Delete") this.picture.hide(this.picture.chosenNames());
    else if (event.key === "Escape") this.picture.choose([]);
    else if (!this.zoom(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  turn(way) {
    this.picture.say(way === "redo" ? "Done again" : "Taken back");
    this.picture.tell("act", { do: way });
  }

  zoom(key) {
    if (key === "0") this.picture.camera.fit();
    else if (key === "+" || key === "=") this.picture.camera.zoom(STEP);
    else if (key === "-" || key === "−") this.picture.camera.zoom(1 / STEP);
    else return false;
    return true;
  }

  // Where the walk stands: where it came to, else what is chosen, else the best connected name.
  here() {
    const shown = this.cy.nodes().filter((node) => !node.hasClass("off"));
    const standing = [shown.filter(".walked"), shown.filter(".chosen")].find((found) => found.nonempty());
    return standing ? standing[0] : shown.max((node) => node.data("links")).ele;
  }

  walk(key) {
    const first = this.cy.nodes(".walked, .chosen").empty(), from = this.here();
    if (!from) return;
    const linked = from.openNeighborhood().nodes();
    const others = this.cy.nodes().difference(from).filter((node) => !node.hasClass("off"));
    const points = others.map((node) => ({ id: node.id(), ...node.position(), linked: linked.contains(node) }));
    const next = first ? from.id() : nextInDirection(from.position(), points, key);
    if (next) this.stand(this.cy.getElementById(next));
    else this.picture.say("No name that way");
  }

  stand(node) {
    this.cy.nodes().removeClass("walked");
    node.addClass("walked");
    const [right, down] = nudge(node.renderedPosition(), this.cy.width(), this.cy.height(), MARGIN);
    if (right || down) {
      this.picture.camera.byHand();
      this.cy.panBy({ x: right, y: down });
    }
    this.picture.say(spoken(node));
  }

  enter(expand) {
    const node = this.here();
    if (!node) return;
    if (expand) this.picture.ask(node.id(), true);
    else this.picture.choose([node.id()]);
  }

  mark() {
    const node = this.here();
    if (node) this.picture.toggle(node.id());
  }
}

export function spoken(node) {
  const links = node.connectedEdges().filter((edge) => !edge.hasClass("absent") && !edge.hasClass("undated") && !edge.hasClass("off")).length;
  return `${node.data("label")}, ${node.data("kind")}, ${links} ${links === 1 ? "link" : "links"}`;
}
