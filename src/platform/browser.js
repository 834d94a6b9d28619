// IndexedDB, Intl and speech in a few lines each: their callbacks and option objects cost ten times
// as many bytes when they are driven from Rust (a database crate adds 20 KB, this file 1 KB).

const ZONE = "Europe/Brussels";
const LOCALES = { fr: "fr-BE", nl: "nl-BE", en: "en-GB" };
const locale = (lang) => `${LOCALES[lang] ?? lang}-u-ca-gregory-nu-latn`;
const format = (lang, options, ms) =>
  new Intl.DateTimeFormat(locale(lang), { timeZone: ZONE, ...options }).format(ms);
const year = (ms) => format("en", { year: "numeric" }, ms);

// "jeudi 26 mars"; short: "26 mars". Months are never cut: "10 nov." puts a full stop into the middle
// of a sentence. The year is said when it is not the current one.
export function intlDate(lang, ms, short) {
  const options = { day: "numeric", month: "long" };
  if (!short) options.weekday = "long";
  if (year(ms) !== year(Date.now())) options.year = "numeric";
  const date = format(lang, options, ms);
  // The browser leaves out what French says of the first day.
  return lang === "fr" ? date.replace(/\b1 /, "1er ") : date;
}

// "mars"; the year is said when it is not the current one.
export const intlMonth = (lang, ms) =>
  format(lang, year(ms) === year(Date.now()) ? { month: "long" } : { month: "long", year: "numeric" }, ms);

// "14 h" and "7 h 25" as people say it in French, with spaces that do not break; "07:25" otherwise.
export function intlTime(lang, ms) {
  const time = format("en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, ms);
  const [hour, minute] = time.split(":");
  if (lang !== "fr") return time;
  return `${+hour}\u00a0h${minute === "00" ? "" : `\u00a0${minute}`}`;
}

// Swedish writes dates as 2026-03-26.
export const intlDay = (ms) => new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE }).format(ms);

export const intlRelative = (lang, amount, unit) =>
  new Intl.RelativeTimeFormat(locale(lang), { numeric: "auto" }).format(amount, unit);

export const intlNumber = (lang, number) => new Intl.NumberFormat(locale(lang)).format(number);

export const intlList = (lang, parts) => new Intl.ListFormat(locale(lang)).format(parts);

export const intlPlural = (lang, number) => new Intl.PluralRules(lang).select(number);

// The clipboard exists on secure pages only; false lets the caller say so.
export const copyText = (text) =>
  navigator.clipboard
    ? navigator.clipboard.writeText(text).then(() => true, () => false)
    : Promise.resolve(false);

const asked = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error);
  });

const STORES = ["kv", "outbox"];
const hasAll = (db) => STORES.every((store) => db.objectStoreNames.contains(store));

function dbAsk(name, version) {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    const db = request.result;
    for (const store of STORES) db.objectStoreNames.contains(store) || db.createObjectStore(store);
  };
  return asked(request);
}

// Whatever version it has: a store that is missing is made, and the other one keeps what it holds.
export async function dbOpen(name) {
  let db = await dbAsk(name);
  if (!hasAll(db)) {
    const next = db.version + 1;
    db.close();
    db = await dbAsk(name, next);
  }
  // Another tab leaves this device: do not stand in the way of the deletion.
  db.onversionchange = () => db.close();
  return db;
}

export const dbGet = async (db, store, key) =>
  asked(db.transaction(store).objectStore(store).get(key));

// Keys and values in turn, in key order.
export async function dbAll(db, store) {
  const held = db.transaction(store).objectStore(store);
  const [keys, values] = await Promise.all([asked(held.getAllKeys()), asked(held.getAll())]);
  return keys.flatMap((key, index) => [key, values[index]]);
}

// `writes` holds store, key and value in turn; an undefined value deletes. All or nothing, and
// resolved when the browser says that the transaction is complete, not when it was asked.
export function dbWrite(db, writes) {
  return new Promise((resolve, reject) => {
    const work = db.transaction(["kv", "outbox"], "readwrite", { durability: "strict" });
    work.oncomplete = () => resolve();
    work.onerror = work.onabort = () => reject(work.error);
    for (let at = 0; at < writes.length; at += 3) {
      const store = work.objectStore(writes[at]);
      if (writes[at + 2] === undefined) store.delete(writes[at + 1]);
      else store.put(writes[at + 2], writes[at + 1]);
    }
  });
}

export const dbClose = (db) => db.close();

export const dbDelete = async (name) => asked(indexedDB.deleteDatabase(name));

// The event's name and data go to `tell`; an error closes for good, the caller opens anew.
export function streamOpen(url, tell) {
  const source = new EventSource(url);
  source.onopen = () => {
    dataCount(REQUEST + EVENT);
    tell("open", "");
  };
  for (const name of ["message", "changed", "beat", "reset"]) {
    source.addEventListener(name, (event) => {
      dataCount(event.data.length + EVENT);
      tell(name, event.data);
    });
  }
  source.onerror = () => {
    source.close();
    tell("closed", "");
  };
  return source;
}

export function streamClose(source) {
  source.onerror = null;
  source.close();
}

// The promise given to the lock never settles: the lock is held until the tab goes.
export const lockOrNot = (name) =>
  new Promise((resolve) => {
    if (!navigator.locks) return resolve(false);
    navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      resolve(Boolean(lock));
      return lock ? new Promise(() => {}) : undefined;
    });
  });

// The device's own voices alone: a voice on the network would send the words to its maker.
const voiceFor = (lang) => {
  const own = speechSynthesis.getVoices().filter((voice) => voice.localService);
  const tag = (voice) => voice.lang.replace("_", "-").toLowerCase();
  return own.find((voice) => tag(voice) === `${lang}-be`) ?? own.find((voice) => tag(voice).split("-")[0] === lang);
};

// Some browsers bring their voices only after they were asked for.
export const speechHas = (lang) =>
  new Promise((resolve) => {
    if (!globalThis.speechSynthesis) return resolve(false);
    const look = () => resolve(Boolean(voiceFor(lang)));
    if (speechSynthesis.getVoices().length) return look();
    speechSynthesis.addEventListener?.("voiceschanged", look, { once: true });
    setTimeout(look, 3000);
  });

let saying;

// Whoever speaks is told that it is over.
export function speechStop() {
  const done = saying;
  saying = undefined;
  globalThis.speechSynthesis?.cancel();
  done?.();
}

// A little slower than people speak. `done` is called once: at the end, or when stopped.
export function speechSay(lang, words, done) {
  speechStop();
  const said = new SpeechSynthesisUtterance(words);
  said.voice = voiceFor(lang);
  said.lang = said.voice?.lang ?? lang;
  said.rate = 0.9;
  said.onend = said.onerror = () => {
    // The end of words that were stopped comes late, when others may speak.
    if (saying === done) speechStop();
  };
  saying = done;
  speechSynthesis.speak(said);
}

// A browser that is short of space clears what it may; this asks it to spare what is kept here.
export const storagePersist = () => void navigator.storage?.persist?.().catch(() => false);

// What index.html asked for while the app was on its way. Rejected where it did not ask, or nothing came.
export async function earlyAnswer(path) {
  const answer = early[path];
  delete early[path];
  return (await answer)();
}

// The service worker (sw/sw.js). The browser asks for it once a day; who knows of another build has
// it asked for at once, past the copy that the browser keeps.
const workers = navigator.serviceWorker;
const workerRenew = (held) =>
  fetch("/sw.js", { cache: "no-cache" })
    .then(() => held.update())
    .catch(() => {});

// `tell` is called when a new version waits for the person; `alone` says that no board is open, whose
// answers would tell of one.
let tellWaiting;

export async function workerStart(tell, alone) {
  const begun = tellWaiting;
  tellWaiting = tell;
  // An app built by hand has no worker.
  const held = await workers?.register("/sw.js", { updateViaCache: "all" }).catch(() => {});
  if (!held) return;
  // The very first one takes over without being asked for.
  const look = () => held.waiting && held.active && tellWaiting();
  look();
  if (begun) return;
  held.addEventListener("updatefound", () => held.installing?.addEventListener("statechange", look));
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (!alone || document.hidden || Date.now() - asked < 3600000) return;
    asked = Date.now();
    workerRenew(held);
  });
}

// The build that the server hands out now; the one of this page stands in it.
export async function workerHear(build) {
  if (!build || build === document.documentElement.dataset.build) return;
  const held = await workers?.getRegistration();
  if (held && !held.waiting && !held.installing) workerRenew(held);
}

// Whether the server has no part of this build any more: all bear one hash.
export const workerGone = () =>
  fetch(import.meta.url, { method: "HEAD", cache: "no-store" }).then(({ status }) => status === 404, () => false);

// What waits when the page goes is sent by the worker, where the browser can; not where data is saved:
// the app sends it again when it opens.
const workerSends = async () => {
  try {
    const { data, unsent } = localStorage;
    if (!unsent || (data ? data === "less" : navigator.connection?.saveData)) return;
    await (await workers?.getRegistration())?.sync?.register("send");
  } catch {} // No storage, or the person said no: it is sent when the app opens.
};
addEventListener("offline", workerSends);
addEventListener("visibilitychange", () => document.hidden && workerSends());

// Has the worker keep the words of a language, and with `all` every page of a board.
export const workerKeep = (lang, all) =>
  void workers?.ready.then((held) => held.active.postMessage({ lang, all }));

// Takes the new version. Nothing waits where another tab took it before: then this page is old.
export async function workerUse() {
  const held = await workers?.getRegistration();
  if (held && !held.waiting) await workerRenew(held);
  const next = held?.waiting ?? held?.installing;
  if (!next) return location.reload();
  workers.addEventListener("controllerchange", () => location.reload());
  const take = () => next.state === "installed" && next.postMessage({ use: true });
  next.addEventListener("statechange", take);
  take();
}

// Whether somebody types, has typed what is not sent, or has something to decide first.
export function pageBusy() {
  if (document.querySelector("dialog[open], .page .undo")) return true;
  // A live text is sent when it is left, and its draft is kept.
  const touched = (field) =>
    field === document.activeElement || (field.value !== field.defaultValue && !field.id.startsWith("live-"));
  return [...document.querySelectorAll("main :is(textarea, input:not([type=checkbox], [type=radio]))")].some(touched);
}

// This week in elements, classes and words alone; index.html draws it before the app runs.
const ELSEWHERE = ".shell__main > :not(.page), .page .undo, .week-waits, .visually-hidden";
const drawing = (node) => {
  if (node.nodeType === 3) return [node.data];
  if (node.nodeType !== 1 || node.matches(ELSEWHERE)) return [];
  const { localName: tag, className: name } = node;
  // The bar, pictures and boxes leave their place.
  if (name === "topbar") return [[tag, name, ["span", "topbar__back"]]];
  if (tag === "svg") return [["span", "icon"]];
  if (tag === "input") return [["span", node.checked ? "step__mark step__mark--done" : name]];
  const kind = tag === "a" ? `a${node.pathname}` : /^(button|section)$/.test(tag) ? "div" : tag;
  return [[kind, name, ...[...node.childNodes].flatMap(drawing)]];
};

export function sketchKeep() {
  const { lang } = document.documentElement;
  const [drawn] = drawing(document.querySelector(".shell"));
  localStorage.setItem("week", JSON.stringify([lang, new Date().toDateString(), drawn]));
}

export const sketchForget = () => localStorage.removeItem("week");

// The browser offers the home screen once, early: kept for the page "more".
let installOffer;
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  installOffer = event;
});

// "done", "ask", "apple" or "other".
export function installWay() {
  if (navigator.standalone || matchMedia("(display-mode: standalone)").matches) return "done";
  if (installOffer) return "ask";
  return "standalone" in navigator ? "apple" : "other";
}

// An offer can be taken up once.
export async function installAsk() {
  const offer = installOffer;
  installOffer = undefined;
  await offer?.prompt();
  return (await offer?.userChoice)?.outcome === "accepted";
}

// From Wi-Fi to mobile: what was open on the line before says nothing more. Not every browser tells.
const cable = navigator.connection;
let cableKind = cable?.type;
cable?.addEventListener("change", () => {
  if (cableKind === cable.type) return;
  cableKind = cable.type;
  dispatchEvent(new Event("line"));
});

// What the app used this month on this device (pages/data.rs), with the heads of requests, which the
// browser does not tell. Only on a person's own device, where the app remembers whose it is.
const REQUEST = 400;
// The frame of an event, and of the packets that carry and acknowledge it.
const EVENT = 120;
let uncounted = 0;

export function dataCount(bytes) {
  uncounted += bytes;
  try {
    if (!localStorage.person) return;
    const month = new Date().toISOString().slice(0, 7);
    const [known, sum] = (localStorage["data-used"] ?? "").split(" ");
    localStorage["data-used"] = `${month} ${(known === month ? +sum : 0) + uncounted}`;
    uncounted = 0;
  } catch {} // No storage: nothing is counted.
}

const passing = new PerformanceObserver((list) => {
  // What went through the worker is counted there: here it looks the same from its cache.
  const own = list.getEntries().filter((entry) => !entry.workerStart);
  const sizes = own.map((entry) => entry.transferSize).filter(Boolean);
  if (sizes.length) dataCount(sizes.reduce((sum, size) => sum + size + REQUEST, 0));
});
for (const type of ["navigation", "resource"]) passing.observe({ type, buffered: true });

workers?.addEventListener("message", ({ data }) => data.used && dataCount(data.used));

// Bytes that are kept here, or nothing where the browser does not say.
export const dataKept = async () => (await navigator.storage?.estimate?.())?.usage;

// Reminders while the app is closed: "none", "install", "denied", "off" or "on".
export async function pushState() {
  const held = await workers?.getRegistration();
  if (!held?.pushManager) return navigator.standalone === false ? "install" : "none";
  if (Notification.permission === "denied") return "denied";
  return (await held.pushManager.getSubscription()) ? "on" : "off";
}

// Asks the person, then the browser: its address and two keys; nothing when the person said no.
export async function pushStart(applicationServerKey) {
  if ((await Notification.requestPermission()) !== "granted") return undefined;
  const { pushManager } = await workers.ready;
  const wish = { userVisibleOnly: true, applicationServerKey };
  const listen = () => pushManager.subscribe(wish);
  // One for another key stands in the way.
  const held = await listen().catch(() => pushStop().then(listen));
  const { endpoint, keys } = held.toJSON();
  return [endpoint, keys.p256dh, keys.auth];
}

export async function pushStop() {
  const held = await workers?.getRegistration();
  await (await held?.pushManager?.getSubscription())?.unsubscribe();
}

// The page names the files of texts (the server writes it there), and for which keys they are.
export function wordsName(shape, place) {
  const [of, ...names] = document.querySelector("meta[name=words]")?.content.split(" ") ?? [];
  return of === shape ? names[place] : undefined;
}
