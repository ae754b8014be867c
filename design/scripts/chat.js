// A chat as it happens, for both sides. The pages work without this: it sends without loading the page, and shows what is new.
// <div data-app-chat="visitor|handler" data-app-stream="/address"> around one or more chats, each with [data-app-log] and a
// form [data-app-say]. A message has a key made here, so that sending it again after no answer is still one message.
const root = document.querySelector("[data-app-chat]");
const isVisitor = root?.dataset.appChat === "visitor";
const panels = () => (isVisitor ? [root] : [...root.querySelectorAll("[data-app-one]")]);
const panelOf = (key) => (isVisitor ? root : root.querySelector(`[data-app-one="${key}"]`));
const logOf = (panel) => panel.querySelector("[data-app-log]"); // the list; what scrolls, and is spoken, is around it
const scrollerOf = (panel) => logOf(panel).parentElement;
const newKey = () => crypto.randomUUID?.() ?? "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (d) => (d ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (d / 4)))).toString(16)); // without HTTPS there is no randomUUID
const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// --- Showing lines: each once, in order; the reader's place is kept unless they are at the end.
function put(panel, line) {
  const log = logOf(panel);
  if ([...log.children].some((one) => Number(one.dataset.appSeq) >= line.seq)) return;
  const scroller = scrollerOf(panel);
  const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 60;
  if (line.key) panel.querySelector(`[data-app-unsent="${line.key}"]`)?.remove();
  log.insertAdjacentHTML("beforeend", line.html);
  if (atEnd || line.mine) scroller.scrollTop = scroller.scrollHeight;
}

const lastOf = (panel) => Math.max(0, ...[...logOf(panel).children].map((one) => Number(one.dataset.appSeq)));
const linesOf = (panel) => [...logOf(panel).children].map((one) => ({ seq: Number(one.dataset.appSeq), key: one.dataset.appKey, html: one.outerHTML }));

function writes(panel, now) {
  panel.querySelector("[data-app-writing]").textContent = now ? root.dataset.appWrites : "\u00a0";
}

// --- Sending: one after another, again and again until there is an answer, and nothing typed is lost.
function unsent(panel, words, key) {
  let list = panel.querySelector(".app-chat__unsent");
  if (!list) {
    list = document.createElement("ul");
    list.className = "app-chat__unsent";
    scrollerOf(panel).after(list);
  }
  const one = document.createElement("li");
  one.className = "app-chat__line app-chat__line--mine app-chat__line--unsent";
  one.dataset.appUnsent = key;
  const [how, said] = [document.createElement("p"), document.createElement("p")];
  how.className = "app-chat__who";
  how.textContent = root.dataset.appSending;
  said.className = "app-their-words app-chat__words";
  said.textContent = words;
  one.append(how, said);
  list.append(one);
  return how;
}

async function post(form, body) {
  try {
    return await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual" });
  } catch {
    return null; // no network, or the server is starting anew
  }
}

async function deliver(panel, form, words, key, how) {
  for (let tries = 0; ; tries++) {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    for (const [name, value] of Object.entries({ words, key, do: "say" })) body.set(name, value);
    const answer = await post(form, body);
    if (answer?.ok) return;
    if (answer?.status === 422) {
      const box = form.elements.words;
      box.value = box.value ? `${words}\n${box.value}` : words;
      panel.querySelector(`[data-app-unsent="${key}"]`)?.remove();
      tell((await answer.json()).wrong);
      return;
    }
    how.textContent = root.dataset.appUnsent;
    await wait(Math.min(1000 * 2 ** tries, 15000));
  }
}

const queues = new WeakMap();
function send(panel, form) {
  const box = form.elements.words;
  const words = box.value.trim();
  if (!words) return;
  const key = newKey();
  box.value = "";
  keepDraft(panel, "");
  const how = unsent(panel, words, key);
  queues.set(panel, (queues.get(panel) ?? Promise.resolve()).then(() => deliver(panel, form, words, key, how)));
}

function tell(words) {
  const status = root.querySelector("[data-app-status]");
  if (status && words && status.textContent !== words) status.textContent = words;
}

// --- A handler leaves the page to end another chat: half-written words are here again when they come back.
const draftName = (panel) => `chat:${panel.dataset.appOne}`;
function keepDraft(panel, words) {
  if (isVisitor) return; // the visitor's device may be anybody's
  if (words) sessionStorage.setItem(draftName(panel), words);
  else sessionStorage.removeItem(draftName(panel));
}

let typedAt = 0;
function typing(panel, form) {
  keepDraft(panel, form.elements.words.value);
  if (Date.now() - typedAt < 3500) return;
  typedAt = Date.now();
  const body = new FormData();
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  fetch(panel.dataset.appTyping, { method: "POST", body }).catch(() => null);
}

function open(panel) {
  scrollerOf(panel).scrollTop = scrollerOf(panel).scrollHeight;
  const form = panel.querySelector("form[data-app-say]");
  if (!form) return;
  const box = form.elements.words;
  if (!isVisitor && !box.value) box.value = sessionStorage.getItem(draftName(panel)) ?? "";
  box.addEventListener("input", () => typing(panel, form));
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send(panel, form);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.submitter?.value === "phrase") {
      const chosen = form.querySelector("[data-app-phrase]").value;
      box.value = `${box.value.trimEnd()} ${chosen}`.trim();
      box.focus();
    } else send(panel, form);
  });
}

// --- The page again, laid over this one: for a chat that came or went, and where the server cannot stream.
async function refresh() {
  const answer = await fetch(root.dataset.appPage ?? location.pathname).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-app-chat]");
  if (!page) return;
  if (isVisitor) {
    for (const line of linesOf(page)) put(root, line);
    tell(page.querySelector("[data-app-status]").textContent);
    return;
  }
  for (const part of ["[data-app-waiting]", "[data-app-offers]"]) replace(root.querySelector(part), page.querySelector(part));
  const there = new Map([...page.querySelectorAll("[data-app-one]")].map((one) => [one.dataset.appOne, one]));
  for (const panel of panels()) {
    const now = there.get(panel.dataset.appOne);
    there.delete(panel.dataset.appOne);
    if (!now) panel.remove();
    else if (!now.querySelector("form[data-app-say]") && panel.querySelector("form[data-app-say]")) over(panel, now);
    else for (const line of linesOf(now)) put(panel, line);
  }
  const mine = root.querySelector("[data-app-mine]");
  if (there.size) mine.querySelector(":scope > p")?.remove();
  for (const panel of there.values()) {
    mine.append(document.adoptNode(panel));
    open(panel);
  }
}

function replace(old, now) {
  if (old && now && !old.contains(document.activeElement) && old.innerHTML !== now.innerHTML) old.innerHTML = now.innerHTML;
}

function over(panel, now) {
  const focused = panel.contains(document.activeElement);
  const fresh = document.adoptNode(now);
  panel.replaceWith(fresh);
  keepDraft(fresh, "");
  if (focused) scrollerOf(fresh).focus();
}

async function take(event) {
  event.preventDefault();
  const key = event.submitter?.value;
  const body = new FormData(event.target);
  body.set("key", key);
  const answer = await fetch(event.target.action, { method: "POST", body }).catch(() => null);
  if (!answer?.ok) tell(new DOMParser().parseFromString((await answer?.text()) ?? "", "text/html").querySelector(".govuk-notification-banner__content")?.textContent.trim());
  await refresh();
  panelOf(key)?.querySelector("textarea")?.focus(); // they asked for it: the next key is theirs to write
}

// --- What is new, as it happens.
let desk;
let waiting;
const said = {
  line: (told) => {
    const panel = panelOf(told.chat);
    if (panel) put(panel, told);
  },
  state: (told) => {
    if (isVisitor) {
      tell(told.status);
      writes(root, told.writes);
      if (told.over) root.querySelector("[data-app-ended]").hidden = false;
      return;
    }
    if (desk !== undefined && desk !== told.desk) refresh();
    desk = told.desk;
    for (const panel of panels()) {
      const now = told.chats[panel.dataset.appOne];
      writes(panel, now?.writes);
      const badge = panel.querySelector("[data-app-unanswered]");
      badge.hidden = !now?.unanswered;
      badge.querySelector("[data-app-number]").textContent = now?.unanswered ?? 0;
    }
    const unanswered = Object.values(told.chats).filter((one) => one.unanswered).length;
    document.title = document.title.replace(/^(\(\d+\) )?/, unanswered ? `(${unanswered}) ` : "");
  },
  waiting: (told) => {
    const list = root.querySelector("[data-app-waiting]");
    if (!list.contains(document.activeElement)) list.innerHTML = told.html; // nobody's list changes while they choose from it
    if (waiting !== undefined && told.number > waiting) tell(root.dataset.appNews);
    else if (!told.number) root.querySelector("[data-app-status]").textContent = "";
    waiting = told.number;
  },
};

function listen() {
  const after = isVisitor ? lastOf(root) : panels().map((one) => `${one.dataset.appPk}.${lastOf(one)}`).join("-");
  const source = new EventSource(`${root.dataset.appStream}?after=${after}`);
  for (const [name, act] of Object.entries(said)) source.addEventListener(name, (event) => act(JSON.parse(event.data)));
  source.addEventListener("error", () => {
    if (source.readyState !== EventSource.CLOSED) return; // the browser asks again by itself, and says what it had last
    setTimeout(() => refresh().then(listen), 2000 + Math.random() * 1000);
  });
}

if (root) {
  panels().forEach(open);
  document.getElementById("take")?.addEventListener("submit", take);
  listen();
}
