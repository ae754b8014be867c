// The quick entry: when a kind is chosen its few questions come beneath it. The form works without this, with a button.
// <form data-app-questions="/address"> with #id_topic (the list of kinds) and #asked (its questions) inside.
const form = document.querySelector("form[data-app-questions]");
const topic = form?.querySelector("#id_topic");
const asked = form?.querySelector("#asked");
let times = 0;

// What the kind counts as is chosen with it, until the handler has said otherwise.
function count(kind) {
  const counts = form.elements.counts;
  const now = form.querySelector('input[name="kind"]:checked');
  const its = form.querySelector(`input[name="kind"][value="${kind}"]`);
  if (!kind || !its || (now && now.value !== counts.value)) return;
  its.checked = true;
  counts.value = kind;
}

async function ask() {
  const mine = ++times;
  const body = new FormData();
  for (const name of ["csrfmiddlewaretoken", "topic"]) body.set(name, form.elements[name].value);
  const answer = await fetch(form.dataset.appQuestions, { method: "POST", body, redirect: "manual" }).catch(() => null);
  if (!answer?.ok || mine !== times) return; // signed out, no network, or another kind was chosen meanwhile
  const words = await answer.text();
  if (mine !== times) return;
  asked.innerHTML = words;
  count(asked.querySelector("[data-app-counts]")?.dataset.appCounts ?? "");
}

if (topic && asked) topic.addEventListener("change", ask);
