// The quick entry: looking people up as the name is typed, their language, and Ctrl+Enter. The form works without this.
// <form data-app-look-up="/address"> with #id_who, #look-up (the list) and #look-up-said (what is spoken) inside.
const form = document.querySelector("form[data-app-look-up]");
const box = form?.querySelector("#id_who");
const list = form?.querySelector("#look-up");
const said = form?.querySelector("#look-up-said");
let asked = 0;
let waiting;

const known = () => form.querySelector('input[name="known"]:checked')?.value ?? "";

async function look() {
  const mine = ++asked;
  const body = new FormData();
  for (const name of ["csrfmiddlewaretoken", "who"]) body.set(name, form.elements[name].value.slice(0, 200));
  body.set("known", known());
  const answer = await fetch(form.dataset.appLookUp, { method: "POST", body, redirect: "manual" }).catch(() => null);
  if (!answer?.ok || mine !== asked) return; // signed out, no network, or a newer question is on its way
  const words = await answer.text();
  if (mine !== asked || list.contains(document.activeElement)) return; // nobody's list changes while they choose from it
  const chosen = known();
  list.innerHTML = words;
  const again = [...list.querySelectorAll("input")].find((one) => one.value === chosen);
  if (again) again.checked = true;
  said.textContent = list.querySelector("[data-app-said]")?.dataset.appSaid ?? "";
}

// A person's own language is offered until the handler has chosen one.
function speak(language) {
  const preset = form.elements.preset;
  const now = form.querySelector('input[name="language"]:checked');
  const theirs = form.querySelector(`input[name="language"][value="${language}"]`);
  if (!language || !theirs || (now && now.value !== preset.value)) return;
  theirs.checked = true;
  preset.value = language;
}

function send() {
  const settles = form.elements.answer.value.trim() !== "";
  form.requestSubmit(form.querySelector(`button[value="${settles ? "settle" : "keep"}"]`));
}

if (box && list && said) {
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 150);
  });
  list.addEventListener("change", (event) => speak(event.target.dataset.appLanguage));
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      send();
    } else if (event.target === box) {
      event.preventDefault(); // Enter after a name looks it up; it never sends a half-written contact
      look();
    }
  });
  if (!document.querySelector(".govuk-error-summary") && !box.value) box.focus();
}
