// Parts of a page that are looked for after it is shown: <div data-app-part="/address">. Without this script there is a link.
// Nothing is spoken and no focus moves: the part takes its place below what is being read.
for (const place of document.querySelectorAll("[data-app-part]")) {
  const answer = await fetch(place.dataset.appPart, { redirect: "manual" }).catch(() => null);
  if (answer?.status === 200) place.closest("section").outerHTML = await answer.text();
}
