// The pointer: click and tap, several with shift, double click, hover, drag. And two fingers on a phone.

const PHONE = "(max-width: 640px) and (pointer: coarse)";

export function useHands(cy, picture) {
  let held = "", before = "", last = "";
  cy.on("tap", "node, edge", (event) => {
    [before, last] = [last, event.target.id()];
    if (last !== held) tap(event, picture);
    held = "";
  });
  cy.on("tap", (event) => { if (event.target === cy) picture.choose([]); });
  // Cytoscape takes two quick taps on different names for a double one.
  cy.on("dbltap", "node", (event) => {
    if (before === last && !event.originalEvent?.shiftKey) picture.ask(event.target.id());
  });
  cy.on("cxttap", "node", (event) => picture.ask(event.target.id()));
  cy.on("taphold", "node", (event) => {
    if (!event.originalEvent?.touches) return;
    held = event.target.id();
    picture.toggle(held);
  });
  cy.on("mouseover", "node, edge", (event) => picture.hover(event.target, true));
  cy.on("mouseout", "node, edge", (event) => picture.hover(event.target, false));
  useBox(cy, picture);
  cy.on("dragfree", "node", (event) => picture.pin(event.target.union(cy.nodes(":grabbed"))));
  cy.on("dragpan scrollzoom pinchzoom", () => {
    picture.camera.byHand();
    picture.closeMenus();
  });
}

function tap(event, picture) {
  const item = event.target, { shiftKey, ctrlKey, metaKey } = event.originalEvent ?? {};
  if (item.isNode() && (shiftKey || ctrlKey || metaKey)) picture.toggle(item.id());
  else if (!picture.isChosenAlone(item.id())) picture.choose([item.id()]);
}

// Cytoscape keeps a selection of its own, and drags all of it at once. Only a box is read from it, just after its end.
function useBox(cy, picture) {
  let open = false;
  cy.on("select", "node, edge", (event) => { if (!open) event.target.unselect(); });
  cy.on("boxstart", () => { open = true; });
  cy.on("boxend", () => queueMicrotask(() => {
    const taken = cy.nodes(":selected");
    open = false;
    cy.elements().unselect();
    if (taken.nonempty()) picture.choose([...new Set([...picture.chosenNames(), ...taken.map((node) => node.id())])]);
  }));
}

// On a phone one finger scrolls the page over the network, two fingers move and zoom it. Gives a function that ends this.
export function useFingers(cy, stage) {
  const phone = window.matchMedia(PHONE);
  let begunHere = false;
  const adapt = () => {
    cy.userPanningEnabled(!phone.matches);
    cy.autoungrabify(phone.matches);
    for (const canvas of stage.querySelectorAll("canvas")) canvas.style.touchAction = phone.matches ? "pan-y" : "none";
  };
  const start = (event) => {
    begunHere = event.composedPath().includes(stage);
    if (begunHere && phone.matches) cy.userPanningEnabled(event.touches.length > 1);
  };
  const move = (event) => {
    if (begunHere && phone.matches && event.touches.length === 1) event.stopImmediatePropagation();
  };
  const end = (event) => { if (phone.matches && event.touches.length < 2) cy.userPanningEnabled(false); };
  const passive = { capture: true, passive: true };
  const all = [["touchstart", start], ["touchmove", move], ["touchend", end], ["touchcancel", end]];
  adapt();
  phone.addEventListener("change", adapt);
  for (const [name, listener] of all) window.addEventListener(name, listener, passive);
  return () => {
    phone.removeEventListener("change", adapt);
    for (const [name, listener] of all) window.removeEventListener(name, listener, passive);
  };
}
