// Keeps “26 h 5 min left” current: <strong data-app-until="ISO moment" data-app-left="{h} h {m} min left" data-app-late="…">.
// Without this script the words stand as they were when the page was made. Nothing is announced: it changes every minute.
const shown = document.querySelectorAll("[data-app-until]");

function tick() {
  for (const one of shown) {
    const gap = Date.parse(one.dataset.appUntil) - Date.now();
    const minutes = Math.floor(Math.abs(gap) / 60000);
    const words = gap > 0 ? one.dataset.appLeft : one.dataset.appLate;
    const now = words.replace("{h}", Math.floor(minutes / 60)).replace("{m}", minutes % 60);
    if (one.textContent !== now) one.textContent = now;
  }
}

if (shown.length) {
  tick();
  setInterval(tick, 20_000);
}
