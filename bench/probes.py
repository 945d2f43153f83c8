"""What is asked of the page while it is measured. Marks are in milliseconds, as the page counts them."""

from __future__ import annotations

PROBE = """(() => {
  const marks = window.marks = { received: 0, said: 0 };
  addEventListener("pointerdown", event => {
    Object.assign(marks, { down: event.timeStamp, sent: 0, answered: 0, read: 0, received: 0, said: 0 });
  }, true);
  const Plain = WebSocket;
  window.WebSocket = class extends Plain {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", event => {
        if (marks.sent) marks.answered ||= performance.now();  // else it answers what was asked before
        marks.received += event.data.byteLength ?? event.data.size ?? event.data.length;
      });
    }
    send(data) {
      marks.sent ||= performance.now();
      marks.said += data.byteLength ?? data.size ?? data.length;
      super.send(data);
    }
  };
})()"""
"""Before the page: when a pointer went down, when the server was told and heard, and the bytes of both."""

WATCH = """panel => {
  let name = panel.querySelector("h1")?.textContent;
  new MutationObserver(() => {
    const now = panel.querySelector("h1")?.textContent;
    if (!now || now === name) return;
    name = now;
    requestAnimationFrame(() => { marks.read ||= performance.now(); });
  }).observe(panel, { childList: true, subtree: true });
}"""
"""Of the dossier: it is read once painted, in the frame after its name has changed."""

NODES = """stage => {
  const cy = stage._cyreg.cy, box = stage.getBoundingClientRect();
  const points = cy.nodes().map(node => ({ id: node.id(), ...node.renderedPosition() }));
  const far = (one, other) => Math.hypot(one.x - other.x, one.y - other.y) > 24;
  const apart = one => points.every(other => other === one || far(one, other));
  const inside = one => one.x > 70 && one.y > 70 && one.x < box.width - 70 && one.y < box.height - 70;
  return points.filter(one => apart(one) && inside(one)).map(one => [box.x + one.x, box.y + one.y]);
}"""
"""Of the picture: points of the window at which one name is hit and no other."""

PAN = """(stage, seconds) => new Promise(done => {
  const cy = stage._cyreg.cy, start = performance.now();
  let frames = 0;
  cy.on("render", () => { frames += 1; });
  const step = now => {
    if (now - start > 1000 * seconds) return done([frames / seconds, cy.nodes().length]);
    cy.panBy({ x: 4 * Math.cos((now - start) / 400), y: 3 * Math.sin((now - start) / 400) });
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})"""
"""Of the picture: moves it in every frame, so many seconds long; gives frames a second and names drawn."""
