// The service worker: the app opens without a network, and a new version waits until the person
// takes it. `xtask/src/offline.rs` stamps it with what the build is made of. What is personal never
// comes here: `/api` and the server's own pages are left to the network.
const STAMP = {};
const { build, first, rest, packs, opened, words, pages } = STAMP;
const CACHE = `passerelle-${build}`;
const SHELL = "/";
// Stands in the cache for "everything of a board is to be here".
const ALL = "/worker/all";
const SAME = { ignoreVary: true };

// What the worker fetched is counted by the page, which cannot see it (`src/platform/browser.js`).
const REQUEST = 400;
let used = 0;

new PerformanceObserver((list) => {
  for (const { transferSize: size } of list.getEntries()) used += size && size + REQUEST;
}).observe({ type: "resource", buffered: true });

async function tellUsed() {
  // The pages of the way in do not count.
  const isApp = ({ url }) => pages.includes(new URL(url).pathname.split("/")[1]);
  const page = (await clients.matchAll({ includeUncontrolled: true })).find(isApp);
  page?.postMessage({ used });
  if (page) used = 0;
}

const isHashed = (path) => /[-.][0-9a-f]{15,16}[._]/.test(path);
// "fr.board" for "/words/fr.board.0123456789abcdef.txt".
const plain = (path) => path.replace(/\.[0-9a-f]{16}\.txt$/, "");
const own = () => caches.open(CACHE);

// The page of a wifi that wants to be signed in to looks like an answer.
const isFile = (answer) =>
  answer.ok && !answer.redirected && !answer.headers.get("content-type")?.startsWith("text/html");

// A name with a hash is the same file in every build: it is copied rather than fetched.
async function bring(cache, path) {
  if (await cache.match(path, SAME)) return;
  const known = isHashed(path) && (await caches.match(path, SAME));
  const answer = known || (await fetch(path));
  if (!isFile(answer)) throw new Error(path);
  await cache.put(path, answer);
}

async function bringAll(cache, paths) {
  // One after the other: the page may be using the line.
  for (const path of paths) await bring(cache, path);
}

// The one page of the app. It is in the language of one moment, which is told: the words that it asks
// for at once are taken out, the app finds its own in the cache.
async function bringShell(cache) {
  for (const path of [SHELL, "/week"]) {
    const answer = await fetch(path, { cache: "no-cache" });
    const page = await answer.text();
    // A page with somebody's plan in it is not to be kept: the server gives a worker the bare one.
    const theirs = answer.headers.get("cache-control") === "no-store";
    if (!answer.ok || theirs || !page.includes(first[0])) continue;
    const headers = new Headers(answer.headers);
    headers.delete("content-encoding");
    headers.delete("content-length");
    const text = page.replace(/<link rel="preload"[^>]*\/words\/[^>]*>/g, "");
    await cache.put(SHELL, new Response(text, { headers }));
    const [, lang] = /<html lang="(\w+)"/.exec(page);
    return lang;
  }
  throw new Error("the server has another build");
}

// What the builds before had is what this device uses. On the way in there was none, and the app is
// fetched while a question is read (`crates/server/src/pages/join.js`): all at once.
async function install() {
  const before = new Set();
  for (const name of await caches.keys()) {
    if (name === CACHE) continue;
    for (const { url } of await (await caches.open(name)).keys()) before.add(new URL(url).pathname);
  }
  const spoken = new Set([...before].map(plain));
  const cache = await own();
  const lang = await bringShell(cache);
  const speaks = (path) => spoken.has(plain(path)) || plain(path).endsWith(`/${lang}`);
  const needed = [...first, ...words.filter(speaks)];
  if (before.size) await bringAll(cache, needed);
  else await Promise.all(needed.map((path) => bring(cache, path)));
  await unpack(cache, packs[0]);
  if (before.has(ALL)) {
    await everything(cache);
    if ([...before].some((path) => path.startsWith("/split_account-"))) await bringAll(cache, opened);
  }
  await tellUsed();
}

// Several parts in one file, which is smaller than they are: a line of their names and sizes in turn,
// then what they name. Once they are here, nothing stands in its place (`xtask/src/split/parts.js`).
async function unpack(cache, name) {
  const held = await (await cache.match(name, SAME))?.arrayBuffer();
  if (held?.byteLength === 0) return;
  const known = held ?? (await (await caches.match(name, SAME))?.arrayBuffer());
  if (known?.byteLength || !(await copy(cache, name))) {
    const bytes = known?.byteLength ? known : await fetchWhole(name);
    let start = new Uint8Array(bytes).indexOf(10) + 1;
    const parts = JSON.parse(new TextDecoder().decode(bytes.slice(0, start)));
    const headers = { "content-type": "application/wasm" };
    for (let at = 0; at < parts.length; at += 2) {
      const end = start + parts[at + 1];
      await cache.put(`/${parts[at]}${endOf(name)}`, new Response(bytes.slice(start, end), { headers }));
      start = end;
    }
  }
  await cache.put(name, new Response());
}

async function fetchWhole(name) {
  const answer = await fetch(name);
  if (!isFile(answer)) throw new Error(name);
  return answer.arrayBuffer();
}

// The parts of a build bear one hash, that of their pack.
const endOf = (pack) => pack.replace(/.*(-\w+\.)pack$/, "$1wasm");

// Where only words are new, the build before has them all.
async function copy(cache, name) {
  for (const before of await caches.keys()) {
    const old = await caches.open(before);
    const held = before !== CACHE && (await old.match(name, SAME));
    if (!held || (await held.arrayBuffer()).byteLength) continue;
    for (const request of await old.keys()) {
      if (request.url.endsWith(endOf(name))) await cache.put(request, await old.match(request, SAME));
    }
    return true;
  }
  return false;
}

async function everything(cache) {
  await bringAll(cache, rest);
  for (const name of packs) await unpack(cache, name);
  await cache.put(ALL, new Response());
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith("passerelle-") && name !== CACHE) await caches.delete(name);
  }
  await clients.claim();
}

// The page says which language it speaks, and whether this device keeps everything of a board.
async function keep(lang, all) {
  const cache = await own();
  if (!all) await cache.delete(ALL);
  const spoken = (path) => path.startsWith(`/words/${lang}.`) && (all || plain(path).endsWith(`/${lang}`));
  // Texts of another build than the server's are found by the page itself.
  for (const path of words.filter(spoken)) await bring(cache, path).catch(() => {});
  if (all) await everything(cache);
  await tellUsed();
}

async function shell(request) {
  return (await (await own()).match(SHELL, SAME)) ?? fetch(request);
}

async function file(event) {
  const cache = await own();
  const known = await cache.match(event.request, SAME);
  if (known) return known;
  const answer = await fetch(event.request);
  event.waitUntil(tellUsed());
  // A full device keeps nothing; the page has its file all the same.
  if (isFile(answer)) event.waitUntil(cache.put(event.request, answer.clone()).catch(() => {}));
  return answer;
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => {
  const { use, lang, all } = event.data;
  if (use) skipWaiting();
  // Without a network, the next start of the page asks again.
  if (lang) event.waitUntil(keep(lang, all).catch(() => {}));
});
addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin) return;
  if (mode === "navigate") {
    if (pages.includes(pathname.split("/")[1])) event.respondWith(shell(event.request));
  } else if (!pathname.startsWith("/api/") && (isHashed(pathname) || rest.includes(pathname))) {
    event.respondWith(file(event));
  }
});

// A reminder (`crates/server/src/reminders`). What it says comes with it, in the person's language;
// the browser asks for something to be shown whatever came.
async function remind(data) {
  let said = {};
  try {
    said = data.json();
  } catch {
    // What cannot be read still says whose it is.
  }
  const { title = "Passerelle", body = "", lang = "", dir = "auto", url = SHELL } = said;
  await registration.showNotification(title, { body, lang, dir, icon: "/icon-192.png", tag: body, data: url });
}

// An open page is used as it is: somebody may be writing there.
async function open(url) {
  const [page] = await clients.matchAll({ type: "window" });
  await (page ? page.focus() : clients.openWindow(url));
}

// The browser changed the address at its push service: the server is told the new one.
async function listenAgain({ oldSubscription: before, newSubscription: now }) {
  const again = now ?? (before && (await registration.pushManager.subscribe(before.options)));
  if (!again) return;
  const { endpoint, keys } = again.toJSON();
  const body = JSON.stringify({ endpoint, p256dh: keys.p256dh, auth: keys.auth });
  const headers = { "content-type": "application/json" };
  await fetch("/api/v1/account/reminders/device", { method: "PUT", headers, body });
}

addEventListener("push", (event) => event.waitUntil(remind(event.data)));
addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data));
});
addEventListener("pushsubscriptionchange", (event) => event.waitUntil(listenAgain(event)));

// What was written here and not sent (Background Sync), where no page is open that sends it. The
// database stays as it is: the app sends the same under the same numbers when it opens, and the server
// answers what it has with the receipts. Nothing of an answer is kept.
const asked = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
// The server takes 256 KB and 100 changes at once; a letter is at most three bytes.
const LETTERS = 80000;
const CHANGES = 100;

async function sendAll() {
  const { held } = await navigator.locks.query();
  for (const { name } of await indexedDB.databases()) {
    const [, person] = /^passerelle-([0-9a-f-]{36})$/.exec(name) ?? [];
    if (!person) continue;
    const boards = await waiting(name);
    // Asked for once more later, should the page be asleep.
    if (boards.length && held.some((lock) => lock.name === name)) throw new Error("a page is open");
    for (const board of boards) await send(person, board);
  }
}

// Per board: [its id, the device, how far it is, the changes in their order].
async function waiting(name) {
  const db = await asked(indexedDB.open(name));
  try {
    const work = db.transaction(["kv", "outbox"]);
    const [kv, outbox] = ["kv", "outbox"].map((store) => work.objectStore(store));
    const keys = await asked(outbox.getAllKeys());
    const texts = await asked(outbox.getAll());
    const boards = {};
    for (const [at, key] of keys.entries()) {
      const [board] = key.split(":");
      if (board !== "sent") (boards[board] ??= []).push(texts[at]);
    }
    const device = await asked(kv.get("device"));
    const found = Object.entries(boards).map(async ([board, ops]) => [board, device, await asked(kv.get(`board:${board}`)), ops]);
    return await Promise.all(found);
  } finally {
    db.close();
  }
}

async function send(person, [board, device, known, texts]) {
  const { cursor = "" } = JSON.parse(known ?? "{}");
  // Where the server stands is to be asked first.
  if (!device || !cursor || cursor.startsWith("00000000.")) return;
  while (texts.length) {
    const ops = [];
    let length = 0;
    while (texts.length && ops.length < CHANGES && (!ops.length || length + texts[0].length < LETTERS)) {
      length += texts[0].length;
      const { seq, op } = JSON.parse(texts.shift());
      ops.push({ seq, op });
    }
    const body = JSON.stringify({ device: JSON.parse(device), cursor, ops });
    const headers = { accept: "application/json", "content-type": "application/json" };
    // Somebody else may be signed in by now.
    const answer = await fetch(`/api/v1/boards/${board}/ops?by=${person}`, { method: "POST", headers, body, redirect: "error" });
    used += body.length;
    const { status } = answer;
    // Not our server, or not now: the browser tries again.
    if (status === 429 || status >= 500 || !answer.headers.get("content-type")?.includes("json")) throw new Error(status);
    // The app knows what to do, and with whom to speak about it.
    if (!answer.ok) return;
  }
}

addEventListener("sync", (event) => event.waitUntil(sendAll()));
