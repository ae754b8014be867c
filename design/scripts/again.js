// A part of a page that keeps itself current: <div data-app-again="/address"> holding one [data-app-mark], with #calls-said
// for what is spoken. It asks every three seconds; the answer is empty (204) while nothing has changed. It stops when nobody
// has touched the page for twenty minutes, so that it never keeps somebody signed in who has left.
const part = document.querySelector("[data-app-again]");
const said = document.getElementById("calls-said");
const EVERY = 3000;
const LEFT = 20 * 60 * 1000;
let touched = Date.now();

async function look() {
  const mark = part.querySelector("[data-app-mark]")?.dataset.appMark ?? "";
  const answer = await fetch(`${part.dataset.appAgain}?mark=${mark}`, { redirect: "manual" }).catch(() => null);
  if (answer?.status !== 200) return; // the same, signed out, or no network
  const words = await answer.text();
  const at = document.activeElement;
  const where = part.contains(at) ? at.getAttribute("href") : null;
  part.innerHTML = words;
  if (where) [...part.querySelectorAll("a")].find((link) => link.getAttribute("href") === where)?.focus();
  said.textContent = part.querySelector("[data-app-said]")?.dataset.appSaid ?? "";
}

if (part && said) {
  for (const sign of ["keydown", "pointerdown", "pointermove"]) addEventListener(sign, () => (touched = Date.now()), { passive: true });
  setInterval(() => {
    if (!document.hidden && Date.now() - touched < LEFT) look();
  }, EVERY);
}
