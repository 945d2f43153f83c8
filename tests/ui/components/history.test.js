import assert from "node:assert/strict";
import { test } from "node:test";

import { joinEntries } from "../../../talentgraph/ui/components/shared/history.js";

// A window whose history notes what is done to it.
function opened() {
  const view = new EventTarget(), entries = ["/people"];
  view.history = {
    pushState: (state, title, path) => entries.push(path),
    replaceState: (state, title, path) => entries.splice(-1, 1, path),
  };
  joinEntries(view);
  const show = (path) => view.history.pushState({}, "", path);
  return { entries, show, act: (name) => view.dispatchEvent(new Event(name)) };
}

test("the steps that follow one act are one entry, the last", () => {
  const { entries, show, act } = opened();
  act("click");
  for (const path of ["/people?at=a", "/?at=a", "/?at=a&made=1"]) show(path);
  assert.deepEqual(entries, ["/people", "/?at=a&made=1"]);
});

test("each act makes an entry of its own, by mouse or by keyboard", () => {
  for (const name of ["pointerup", "click", "keydown", "input"]) {
    const { entries, show, act } = opened();
    for (const path of ["/flows", "/deals"]) {
      act(name);
      show(path);
    }
    assert.deepEqual(entries, ["/people", "/flows", "/deals"]);
  }
});

test("what the page says of itself before anybody acts is no entry", () => {
  const { entries, show } = opened();
  show("/people?known=2025-06-01");
  assert.deepEqual(entries, ["/people?known=2025-06-01"]);
});
