// The strip under the picture: what colour means, kinds as buttons that hide, lines of the statuses in view.

import { button, line, make, shape } from "../shared/dom.js";

const CLOSED_BELOW = "(max-width: 640px)";

export class Legend {
  // `hide` is called with the kinds that are hidden, `colour` with "kind" or "employer".
  constructor({ hide, colour }) {
    this.hide = hide;
    this.choice = make("select", "");
    this.choice.append(new Option("kind", "kind"), new Option("employer", "employer"));
    this.choice.onchange = () => colour(this.choice.value);
    this.first = make("div", "row");
    this.kinds = make("div", "kinds");
    this.kinds.setAttribute("role", "group");
    this.kinds.setAttribute("aria-label", "Kinds shown");
    this.statuses = make("div", "statuses");
    const rows = make("div", "rows", this.first, make("div", "row", this.kinds, this.statuses));
    this.element = make("details", "legend", make("summary", "", "Legend"), rows);
    this.element.open = !window.matchMedia(CLOSED_BELOW).matches;
  }

  update(data, look, theme, day) {
    const employers = look.colouring === "employer";
    const by = make("label", "by", "Colour by ", this.choice);
    this.choice.value = look.colouring;
    this.element.classList.toggle("plain", employers);
    this.first.hidden = !employers;
    if (employers) this.first.replaceChildren(by, ...this.employers(data, theme), make("span", "when", day));
    const focus = this.kinds.getRootNode().activeElement?.dataset.kind;
    this.kinds.replaceChildren(...(employers ? [] : [by]), ...data.kinds.map((kind) => this.kind(kind, look.off)));
    if (focus) this.kinds.querySelector(`[data-kind=${focus}]`)?.focus();
    this.statuses.replaceChildren(...data.statuses.map((status) => make("span", "", line(status), status[0].toUpperCase() + status.slice(1))));
  }

  employers(data, theme) {
    const named = data.employers.slice(0, theme.employers.length);
    return [...named, "other or none"].map((name, rank) => {
      const dot = shape("person");
      dot.style.fill = rank < named.length ? theme.employers[rank] : theme.other;
      return make("span", "", dot, name);
    });
  }

  kind(kind, off) {
    const shown = !off.includes(kind.shape);
    const made = button("", () => this.hide(shown ? [...off, kind.shape] : off.filter((each) => each !== kind.shape)));
    made.dataset.kind = kind.shape;
    made.append(shape(kind.shape), kind.label);
    made.setAttribute("aria-pressed", String(shown));
    made.title = shown ? `Hide: ${kind.label}` : `Show: ${kind.label}`;
    return made;
  }
}
