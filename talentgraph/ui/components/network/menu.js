// A small menu over the picture, with arrows, Escape and a place that never leaves the frame.

import { button, make } from "../shared/dom.js";

export class Menu {
  constructor(frame, label) {
    this.frame = frame;
    this.box = make("div", "menu");
    this.box.setAttribute("role", "menu");
    this.box.setAttribute("aria-label", label);
    this.box.hidden = true;
    this.box.tabIndex = -1;
    this.box.onkeydown = (event) => this.press(event);
    frame.append(this.box);
  }

  get isOpen() {
    return !this.box.hidden;
  }

  // `items`: { label, note, press }, or a string for a heading. `at` is a point of the frame. `back` is where the
  // focus came from by key; after the pointer no item is marked before a key is pressed.
  open(items, at, back) {
    this.back = back;
    this.box.replaceChildren(...items.map((item) => (typeof item === "string" ? make("p", "", item) : this.item(item))));
    this.box.hidden = false;
    const right = this.frame.clientWidth - this.box.offsetWidth - 8, bottom = this.frame.clientHeight - this.box.offsetHeight - 8;
    this.box.style.left = `${Math.max(8, Math.min(at.x, right))}px`;
    this.box.style.top = `${Math.max(8, Math.min(at.y, bottom))}px`;
    (back ? this.box.querySelector("button") ?? this.box : this.box).focus();
  }

  item({ label, note, press }) {
    const made = button(label, () => { this.close(); press(); });
    if (note) made.append(make("span", "number", note));
    made.setAttribute("role", "menuitem");
    return made;
  }

  close() {
    if (!this.isOpen) return;
    const inside = this.box.contains(this.box.getRootNode().activeElement);
    this.box.hidden = true;
    if (inside) this.back?.focus();
  }

  press(event) {
    const buttons = [...this.box.querySelectorAll("button")];
    const at = buttons.indexOf(this.box.getRootNode().activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === "Escape") this.close();
    else if (to !== undefined) buttons.at(to % buttons.length).focus();
    else if (event.key !== "Enter" && event.key !== " ") return;
    else return event.stopPropagation();
    event.preventDefault();
    event.stopPropagation();
  }
}

// What a name offers: expanding by relation with the number that is hidden, and putting it away.
export function choices(node, data, picture) {
  const id = node.id(), more = Object.entries(node.data("more") ?? {}).sort((one, other) => other[1] - one[1]);
  const total = more.reduce((sum, [, hidden]) => sum + hidden, 0);
  const expand = (relation) => () => picture.tell("expand", { id, relation });
  const items = [node.data("label")];
  if (more.length > 1) items.push({ label: "Expand all", note: `${total} hidden`, press: expand("") });
  for (const [relation, hidden] of more) {
    items.push({ label: data.relations[relation], note: `${hidden} hidden`, press: expand(relation) });
  }
  if (!more.length) items.push("Nothing of it is hidden");
  if (node.data("opened")) items.push({ label: "Fold", press: () => picture.tell("act", { do: "fold", ids: [id] }) });
  if (node.data("pinned")) items.push({ label: "Unpin", press: () => picture.tell("act", { do: "unpin", ids: [id] }) });
  items.push({ label: "Hide", press: () => picture.hide([id]) });
  return items;
}
