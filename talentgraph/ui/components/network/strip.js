// The time strip: claims per month as bars, and one handle for the day on which links must be true.

import { button, draw, make } from "../shared/dom.js";

export class Strip {
  constructor(tell) {
    this.tell = tell;
    this.bars = draw("svg", { class: "bars", preserveAspectRatio: "none", "aria-hidden": "true" });
    this.years = make("div", "years");
    this.handle = make("input", "handle");
    Object.assign(this.handle, { type: "range", min: 0, step: 1 });
    this.handle.setAttribute("aria-label", "True on");
    this.handle.oninput = () => this.show();
    this.handle.onchange = () => this.send();
    this.handle.onkeydown = (event) => this.leap(event);
    this.play = button("", () => this.toggle(), "play");
    this.any = button("Any day", () => this.tell("day", "any"), "any");
    this.word = make("strong", "");
    const field = make("div", "field", this.bars, this.handle, this.years);
    this.element = make("div", "strip", this.play, field, make("div", "day", make("span", "", "True on"), this.word, this.any));
    this.pause();
  }

  update(data) {
    this.data = data;
    this.element.hidden = !data.months.length;
    if (this.element.hidden) return;
    this.handle.max = data.months.length - 1;
    this.handle.value = data.at ?? data.months.length - 1;
    this.any.hidden = data.at === null;
    this.drawBars();
    this.show(data.at === null);
  }

  drawBars() {
    const { months } = this.data, most = Math.max(1, ...months.map((month) => month.claims));
    this.bars.setAttribute("viewBox", `0 0 ${months.length} 30`);
    this.bars.replaceChildren(...months.map((month, at) => {
      const height = month.claims ? 4 + (26 * month.claims) / most : 0;
      return draw("rect", { x: at + 0.1, y: 30 - height, width: 0.8, height });
    }));
    const januaries = months.map((month, at) => [month, at]).filter(([month]) => month.label.startsWith("Jan"));
    const room = Math.max(1, Math.floor((this.years.clientWidth || 400) / 44));
    const step = Math.max(1, Math.ceil(januaries.length / room));
    this.years.replaceChildren(...januaries.filter((_, at) => at % step === 0).map(([month, at]) => {
      const label = make("span", "", month.label.slice(-4));
      label.style.left = `${(100 * at) / months.length}%`;
      return label;
    }));
  }

  show(any = false) {
    const at = Number(this.handle.value), month = this.data.months[at];
    this.word.textContent = any ? "any day" : month.label;
    this.handle.setAttribute("aria-valuetext", any ? "any day" : month.label);
    this.element.classList.toggle("any-day", any);
    [...this.bars.children].forEach((bar, index) => bar.classList.toggle("later", !any && index > at));
  }

  send() {
    this.tell("day", this.data.months[Number(this.handle.value)].day);
  }

  leap(event) {
    const step = { PageUp: 12, PageDown: -12 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.handle.value = Number(this.handle.value) + step;
    this.show();
    this.send();
  }

  toggle() {
    if (this.timer) return this.pause();
    const ends = this.data.at === null || Number(this.handle.value) >= Number(this.handle.max);
    if (ends) this.handle.value = 0;
    this.play.textContent = "❚❚";
    this.play.setAttribute("aria-label", "Pause");
    this.timer = setInterval(() => this.step(), 900);
    this.send();
  }

  step() {
    if (Number(this.handle.value) >= Number(this.handle.max)) return this.pause();
    this.handle.value = Number(this.handle.value) + Math.max(1, Math.round(this.data.months.length / 40));
    this.show();
    this.send();
  }

  pause() {
    clearInterval(this.timer);
    this.timer = null;
    this.play.textContent = "▶";
    this.play.setAttribute("aria-label", "Play through time");
  }
}
