// One network in the page: what is chosen, which day is shown, and the parts around the canvas.

import cytoscape from "cytoscape";
import { button, make } from "../shared/dom.js";
import { Camera } from "./camera.js";
import { savePicture } from "./files.js";
import { dress, merge, ring } from "./graph.js";
import { useFingers, useHands } from "./hands.js";
import { Keys, spoken } from "./keys.js";
import { fontOf, paintLabels, placeLabels } from "./labels.js";
import { choices } from "./menu.js";
import { partsOf } from "./parts.js";
import { countWords, labelItems, linkRows, nameRows } from "./scene.js";
import { styleOf } from "./style.js";
import { dayText } from "./time.js";

// Pan, zoom, what is chosen and how it is coloured, by view: they outlive reruns, remounts and page switches.
const views = new Map();
const NAMED = 4; // of several, when they are spoken

// The address says at once how names are coloured; Python hears of it with the next message.
function writeColouring(way) {
  const address = new URL(location.href);
  if (way === "kind") address.searchParams.delete("colour");
  else address.searchParams.set("colour", way);
  if (address.href !== location.href) history.replaceState(history.state, "", address);
}

export class Picture {
  constructor(root, tell) {
    this.root = root;
    this.send = tell;
    this.chosen = [];
    this.look = { off: [], colouring: "kind", day: null };
    this.held = new Set();
    this.widths = new Map();
    Object.assign(this, partsOf(this));
    root.replaceChildren(this.frame, this.twin.element, this.legend.element, this.strip.element);
    this.cy = cytoscape({ container: this.stage, minZoom: 0.15, maxZoom: 4, boxSelectionEnabled: true, selectionType: "additive" });
    this.camera = new Camera(this.cy);
    this.keys = new Keys(this.stage, this.cy, this);
    useHands(this.cy, this);
    this.letGo = useFingers(this.cy, this.stage);
    this.cy.on("render", () => this.write());
    this.watch = new ResizeObserver(() => this.camera.resize());
    this.watch.observe(this.stage);
  }

  tell(name, value) {
    this.send(name, JSON.stringify({ value, colour: this.look.colouring }));
  }

  update(data, theme) {
    const fresh = this.data?.view !== data.view, kept = views.get(data.view);
    if (fresh) this.cy.elements().remove();
    Object.assign(this, { data, theme });
    this.root.classList.toggle("dark", !theme.light);
    for (const id of this.held) this.settle(id);
    const added = merge(this.cy, data, this.held);
    Object.assign(this.look, { off: data.off, weakest: data.weakest, now: data.now });
    const anew = this.take(data.asked, fresh ? kept : this);
    this.restyle();
    this.tools.update(data.asked);
    this.strip.update(data.months);
    this.strip.set(this.look.day);
    this.redraw();
    this.turn(data.table);
    this.cy.resize(); // the legend may have grown
    this.view(fresh ? kept : null, data.asked.fit, added);
    if (this.look.colouring !== data.asked.colour) this.tell("act", { do: "colour" });
    if (anew && data.asked.choose) this.offer(data.asked.choose);
    if (anew && data.asked.save) savePicture(this, data.asked.save);
  }

  // A drag is over once Python gives the place at which it ended.
  settle(id) {
    const node = this.data.nodes.find((each) => each.id === id), standing = this.cy.getElementById(id);
    const back = !node || standing.empty() || Math.hypot(node.x - standing.position("x"), node.y - standing.position("y")) < 1;
    if (back && !standing.grabbed?.()) this.held.delete(id);
  }

  // What is chosen, the day, the colours: as Python asks if it asks anew, else as they are in hand. Gives whether it does.
  take(asked, kept) {
    const anew = !kept || kept.asked !== asked.n;
    this.chosen = anew ? asked.at : kept.chosen;
    this.look.day = anew ? asked.day : kept.look.day;
    this.look.colouring = anew ? asked.colour : kept.look.colouring;
    this.asked = asked.n;
    return anew;
  }

  // Pan and zoom: as they were left, and then as Python asks.
  view(kept, fit, added) {
    const before = kept ? kept.fit : this.fit;
    this.fit = fit;
    if (kept?.moved) this.camera.restore(kept);
    if (before === undefined || (kept && !kept.moved)) this.camera.open();
    else if (before !== fit) this.camera.focus();
    else if (!kept) this.camera.welcome(added);
  }

  remember() {
    if (!this.data) return;
    const { asked, chosen, fit, look } = this;
    views.set(this.data.view, { asked, chosen, fit, look: { ...look }, ...this.camera.state });
  }

  restyle() {
    const wanted = JSON.stringify([this.theme, this.look.colouring]);
    if (this.styled !== wanted) this.cy.style(styleOf(this.theme, this.look.colouring));
    this.styled = wanted;
  }

  redraw() {
    this.counts = dress(this.cy, this.look, this.theme);
    ring(this.cy, this.chosen);
    this.tellCount();
    const when = this.look.day === null ? "today" : `in ${dayText(this.look.day)}`;
    const statuses = this.data.statuses.filter((status) => this.counts.statuses.has(status));
    this.legend.update({ ...this.data, statuses }, this.look, this.theme, when);
    this.twin.update(nameRows(this.cy, this.data, this.look.day ?? this.look.now), linkRows(this.cy), this.chosen);
  }

  tellCount() {
    const { drawn, everyone, away } = this.data.count, seen = drawn - this.counts.hidden;
    const names = make("strong", "", seen < everyone ? `${seen} of ${everyone}` : String(seen));
    const parts = [names, ` names shown · ${countWords(this.counts, this.look.day)}`];
    if (away) parts.push(` · ${away} put away `, button("Show", () => this.tell("act", { do: "show" }), "link"));
    this.count.replaceChildren(...parts);
  }

  write() {
    if (!this.theme) return;
    const width = this.cy.width(), height = this.cy.height();
    this.labels = placeLabels(labelItems(this.cy), this.covered(), width, height, (item) => this.measure(item));
    paintLabels(this.canvas, this.labels, this.theme, width, height);
  }

  // Widths are kept: labels are placed anew in every frame that moves.
  measure(item) {
    const font = fontOf(item, this.theme), key = `${font} ${item.text}`;
    if (!this.widths.has(key)) {
      const pen = this.canvas.getContext("2d");
      pen.font = font;
      this.widths.set(key, pen.measureText(item.text).width);
    }
    return this.widths.get(key);
  }

  covered() {
    return [this.count, this.tools.element].map((item) => ({
      left: item.offsetLeft - 4, right: item.offsetLeft + item.offsetWidth + 4,
      top: item.offsetTop - 4, bottom: item.offsetTop + item.offsetHeight + 4,
    }));
  }

  showDay(day) {
    this.look.day = day;
    this.redraw();
  }

  colour(way) {
    this.look.colouring = way;
    writeColouring(way);
    this.restyle();
    this.redraw();
  }

  hideKinds(off) {
    this.look.off = off;
    this.redraw();
    this.tell("act", { do: "off", ids: off });
  }

  // The picture or its table.
  turn(table) {
    this.frame.hidden = table;
    this.twin.element.hidden = !table;
    if (table) this.twin.draw();
  }

  isChosenAlone(id) {
    return this.chosen.length === 1 && this.chosen[0] === id;
  }

  chosenNames() {
    return this.chosen.filter((id) => this.cy.getElementById(id).isNode?.());
  }

  // The ring is drawn at once, before Python answers.
  choose(ids) {
    this.menu.close();
    if (!ids.length && !this.chosen.length) return;
    this.chosen = ids;
    ring(this.cy, ids);
    this.twin.mark(ids);
    this.say(this.spokenOf(ids));
    this.tell("select", ids);
  }

  spokenOf(ids) {
    const items = ids.map((id) => this.cy.getElementById(id)).filter((item) => item.nonempty());
    if (items.length === 1) return items[0].isNode() ? spoken(items[0]) : `Link: ${items[0].data("text")}`;
    if (!items.length) return "Nothing selected";
    const named = items.slice(0, NAMED).map((item) => item.data("label")).join(", ");
    return `${items.length} selected: ${named}${items.length > NAMED ? ` and ${items.length - NAMED} more` : ""}`;
  }

  toggle(id) {
    const names = this.chosenNames();
    this.choose(names.includes(id) ? names.filter((each) => each !== id) : [...names, id]);
  }

  hide(ids) {
    if (!ids.length) return;
    this.say(`Put away: ${ids.map((id) => this.cy.getElementById(id).data("label")).join(", ")}`);
    this.tell("act", { do: "hide", ids });
  }

  pin(nodes) {
    for (const node of nodes) this.held.add(node.id());
    const whole = (number) => Math.round(number);
    for (const node of nodes) node.position({ x: whole(node.position("x")), y: whole(node.position("y")) });
    this.tell("pin", Object.fromEntries(nodes.map((node) => [node.id(), [node.position("x"), node.position("y")]])));
  }

  hover(item, on) {
    item.toggleClass("hover", on);
    const text = item.data("text");
    this.hint.textContent = on && text !== item.data("label") ? text : "";
    this.stage.style.cursor = on ? "pointer" : "";
  }

  // A button elsewhere on the page asks how to expand a name: on a phone the picture is out of sight by then.
  offer(id) {
    this.root.scrollIntoView({ block: "nearest" });
    this.ask(id, true);
  }

  // `byKey`: the focus goes into the menu, and back to the picture.
  ask(id, byKey = false) {
    const node = this.cy.getElementById(id);
    if (node.empty() || this.frame.hidden) return;
    const at = node.renderedPosition(), right = node.renderedWidth() / 2 + 10;
    this.menu.open(choices(node, this.data, this), { x: at.x + right, y: at.y - 14 }, byKey ? this.stage : null);
  }

  offerPictures(from) {
    const save = (kind) => ({ label: `Picture (${kind.toUpperCase()})`, press: () => savePicture(this, kind) });
    const { offsetLeft, offsetTop } = from.offsetParent;
    const at = { x: offsetLeft + from.offsetLeft - 160, y: offsetTop + from.offsetTop };
    this.menu.open([save("svg"), save("png")], at, from);
  }

  closeMenus() {
    this.menu.close();
  }

  say(text) {
    this.spoken.textContent = text;
  }

  destroy() {
    this.remember();
    this.strip.destroy();
    this.watch.disconnect();
    this.letGo();
    this.cy.destroy();
  }
}
