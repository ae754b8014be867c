// Hints (and an example) beside words while they are typed; the form works without this, with a button.
// <form data-app-look="/address"> with [data-app-looked] (what comes back) and [data-app-said] (what is spoken) inside.
// It waits until nobody has typed for a second; an older answer never overtakes a newer one.
const form = document.querySelector("form[data-app-look]");
const box = form?.querySelector("[data-app-looked]");
const said = form?.querySelector("[data-app-said]");
const QUIET = 1000;
let times = 0;
let waiting;

async function look() {
  const mine = ++times;
  const body = new FormData(form);
  const answer = await fetch(form.dataset.appLook, { method: "POST", body, redirect: "manual" }).catch(() => null);
  if (!answer?.ok || mine !== times) return; // signed out, no network, or somebody typed on
  const words = await answer.text();
  if (mine !== times || box.contains(document.activeElement) || words === box.dataset.appWords) return;
  box.innerHTML = words;
  box.dataset.appWords = words;
  said.textContent = "";
  setTimeout(() => (said.textContent = said.dataset.appSaid), 100); // said again although the words are the same
}

if (box && said)
  form.addEventListener("input", (event) => {
    if (!event.target.matches("textarea, input[type=text]")) return;
    clearTimeout(waiting);
    waiting = setTimeout(look, QUIET);
  });
