"use strict";
// What makes the page quicker to use; everything on it can be read without.

// j and k go through the findings in the story, unless somebody who speaks to the computer turns them off.
const notes = [...document.querySelectorAll(".note")];
let keys = null;
if (notes.length) {
  const label = document.createElement("label");
  keys = document.createElement("input");
  keys.type = "checkbox";
  keys.id = "keys";
  keys.checked = true;
  label.className = "keys";
  label.append(keys, " Keys: j the next finding in the story, k the one before.");
  document.querySelector("#story-title").after(label);
}
document.addEventListener("keydown", (event) => {
  const step = { j: 1, k: -1 }[event.key];
  if (!step || !keys?.checked || event.ctrlKey || event.metaKey || event.altKey) return;
  const here = notes.indexOf(document.activeElement);
  const next = here < 0 ? (step > 0 ? 0 : notes.length - 1) : (here + step + notes.length) % notes.length;
  notes[next].focus();
  notes[next].scrollIntoView({ block: "center" });
});

// A source and its sentences light up together.
const together = (id, on) => {
  if (!id) return;
  for (const each of document.querySelectorAll(`[data-source="${CSS.escape(id)}"]`)) each.classList.toggle("same", on);
};
for (const each of document.querySelectorAll("[data-source]")) {
  for (const kind of ["mouseenter", "focusin"]) each.addEventListener(kind, () => together(each.dataset.source, true));
  for (const kind of ["mouseleave", "focusout"]) each.addEventListener(kind, () => together(each.dataset.source, false));
}

// Columns of the index sort by a press on their heading.
for (const head of document.querySelectorAll("th[data-sort]")) {
  const button = document.createElement("button");
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const body = head.closest("table").tBodies[0];
    const rising = head.getAttribute("aria-sort") !== "ascending";
    const value = (row) => row.cells[head.cellIndex].dataset.value;
    const compare = head.dataset.sort === "number" ? (a, b) => a - b : (a, b) => a.localeCompare(b);
    const rows = [...body.rows].sort((a, b) => (rising ? 1 : -1) * compare(value(a), value(b)));
    for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", rising ? "ascending" : "descending");
    body.append(...rows);
  });
}
