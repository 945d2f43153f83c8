// Streamlit puts what a popover holds at the end of the page: with the keyboard one would walk past everything to
// reach it. Here Tab leads from its button into it, and from its last control to what follows the button.

const BUTTON = '[data-testid="stPopoverButton"][aria-expanded="true"]', BODY = '[data-testid="stPopoverBody"]';
const CONTROLS = "a[href], button, input, select, textarea, [tabindex]";

export function joinPopovers(page) {
  page.addEventListener("keydown", (event) => {
    if (event.key === "Tab") step(event, page.querySelector(BUTTON), page.querySelector(BODY), page.activeElement);
  }, true);
}

function step(event, opener, body, active) {
  const held = body ? [...body.querySelectorAll(CONTROLS)].filter(canHoldFocus) : [];
  if (!opener || !held.length) return;
  const inward = active === opener && !event.shiftKey, outward = active === held[0] && event.shiftKey;
  if (inward || outward) {
    (inward ? held[0] : opener).focus();
    event.preventDefault();
  } else if (active === held.at(-1) && !event.shiftKey) opener.focus(); // the browser goes on from there
}

function canHoldFocus(node) {
  return node.tabIndex >= 0 && !node.disabled && node.getClientRects().length > 0;
}
