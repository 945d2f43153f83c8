// Streamlit changes the page in two or three steps, each an entry in the browser's history: the query, then the path,
// then the query again. Who goes back would stop at halves. Here one act of the reader makes one entry at most.

const ACTS = ["pointerup", "click", "keydown", "input"];

export function joinEntries(view) {
  const history = view.history, push = history.pushState.bind(history);
  let acted = false;
  const note = () => { acted = true; };
  for (const act of ACTS) view.addEventListener(act, note, true);
  history.pushState = (...entry) => {
    if (acted) push(...entry);
    else history.replaceState(...entry);
    acted = false;
  };
}
