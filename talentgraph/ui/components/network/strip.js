// The time strip: claims per month as bars, and one handle for the day on which links must be true.

import { button, draw, make } from "../shared/dom.js";
import { dayText } from "./time.js";

const STEP_MILLISECONDS = 320, STEPS = 60, REST_MILLISECONDS = 250;

export class Strip {
  // `show` is called with every day that the handle passes, `send` with the one on which it is released.
  constructor({ show, send }) {
    Object.assign(this, { show, send });
    this.bars = draw("svg", { class: "bars", preserveAspectRatio: "none", "aria-hidden": "true" });
    this.years = make("div", "years");
    this.handle = make("input", "handle");
    Object.assign(this.handle, { type: "range", min: 0, step: 1 });
    this.handle.setAttribute("aria-label", "True on");
    this.handle.oninput = () => this.slide();
    this.handle.onchange = () => this.release();
    this.handle.onkeydown = (event) => this.leap(event);
    this.play = button("", () => this.toggle(), "play");
    this.any = button("Any day", () => this.leave(), "any");
    this.word = make("strong", "");
    const field = make("div", "field", this.bars, this.years, this.handle);
    this.watch = new ResizeObserver(() => this.drawYears());
    this.watch.observe(this.years);
    this.element = make("div", "strip", this.play, field, make("div", "day", make("span", "", "True on"), this.word, this.any));
    this.stop();
  }

  update(months) {
    if (this.months === months || JSON.stringify(this.months) === JSON.stringify(months)) return;
    this.months = months;
    this.element.hidden = !months.length;
    if (!months.length) return;
    this.handle.max = months.length - 1;
    this.drawBars();
  }

  // Where the handle stands for a day that was set elsewhere.
  set(day) {
    this.day = day;
    if (!this.months?.length) return;
    const last = this.months.length - 1, at = this.months.findIndex((month) => month.number >= day);
    this.handle.value = day === null || at < 0 ? last : at;
    this.tell();
  }

  drawBars() {
    const { months } = this, most = Math.max(1, ...months.map((month) => month.claims));
    this.bars.setAttribute("viewBox", `0 0 ${months.length} 30`);
    this.bars.replaceChildren(...months.map((month, at) => {
      const height = month.claims ? 4 + (26 * month.claims) / most : 0;
      return draw("rect", { x: at + 0.1, y: 30 - height, width: 0.8, height });
    }));
    this.drawYears();
  }

  drawYears() {
    const { months } = this;
    if (!months?.length) return;
    const januaries = months.map((month, at) => [month, at]).filter(([month]) => month.label.startsWith("Jan"));
    const width = this.years.clientWidth || 400, room = Math.max(1, Math.floor(width / 44));
    const step = Math.max(1, Math.ceil(januaries.length / room));
    const whole = ([, at]) => (width * at) / months.length < width - 30;
    this.years.replaceChildren(...januaries.filter((each, at) => at % step === 0 && whole(each)).map(([month, at]) => {
      const label = make("span", "", month.label.slice(-4));
      label.style.left = `${(100 * at) / months.length}%`;
      return label;
    }));
  }

  tell() {
    const text = this.day === null ? "any day" : dayText(this.day);
    const at = Number(this.handle.value);
    this.word.textContent = text;
    this.handle.setAttribute("aria-valuetext", text);
    this.any.hidden = this.day === null;
    this.element.classList.toggle("any-day", this.day === null);
    [...this.bars.children].forEach((bar, index) => bar.classList.toggle("later", this.day !== null && index > at));
  }

  slide() {
    this.day = this.months[Number(this.handle.value)].number;
    this.tell();
    this.show(this.day);
  }

  // Keys held down make many changes: the last one is sent.
  release() {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.send(this.day), REST_MILLISECONDS);
  }

  leave() {
    this.stop();
    this.day = null;
    this.tell();
    this.show(null);
    this.send(null);
  }

  leap(event) {
    const step = { PageUp: 12, PageDown: -12 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.handle.value = Number(this.handle.value) + step;
    this.slide();
    this.release();
  }

  toggle() {
    if (this.timer) {
      this.stop();
      return this.send(this.day);
    }
    if (this.day === null || Number(this.handle.value) >= Number(this.handle.max)) this.handle.value = 0;
    this.sign("❚❚", "Pause");
    this.timer = setInterval(() => this.step(), STEP_MILLISECONDS);
    this.slide();
  }

  step() {
    this.handle.value = Number(this.handle.value) + Math.max(1, Math.round(this.months.length / STEPS));
    this.slide();
    if (Number(this.handle.value) < Number(this.handle.max)) return;
    this.stop();
    this.send(this.day);
  }

  stop() {
    clearInterval(this.timer);
    this.timer = null;
    this.sign("▶", "Play through time");
  }

  destroy() {
    this.stop();
    this.watch.disconnect();
  }

  sign(text, label) {
    this.play.textContent = text;
    this.play.setAttribute("aria-label", label);
  }
}
