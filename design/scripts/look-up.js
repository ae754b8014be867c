// Looking up as you type, and sending with Ctrl+Enter. The form works without this: it has a button for each.
// <form data-app-look-up="/address" data-app-send="name of the button's value"> with #who and #look-up inside.
const form = document.querySelector("form[data-app-look-up]");
const box = form?.querySelector("#who");
const list = form?.querySelector("#look-up");
let asked = 0;
let waiting;

async function look() {
  const mine = ++asked;
  const answer = await fetch(`${form.dataset.appLookUp}?q=${encodeURIComponent(box.value)}`, { credentials: "same-origin" });
  if (answer.ok && mine === asked) list.innerHTML = await answer.text();
}

if (box && list) {
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 200);
  });
  box.focus();
}

form?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.ctrlKey) return;
  event.preventDefault();
  form.requestSubmit(form.querySelector(`button[value="${form.dataset.appSend}"]`));
});
