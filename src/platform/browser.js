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
  return format(lang, options, ms);
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

export async function dbOpen(name) {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    for (const store of ["kv", "outbox"]) request.result.createObjectStore(store);
  };
  const db = await asked(request);
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
  source.onopen = () => tell("open", "");
  for (const name of ["message", "changed", "beat", "reset"]) {
    source.addEventListener(name, (event) => tell(name, event.data));
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

// A picture is drawn anew, smaller: it travels in a second, and the place where it was taken, which
// phones write into a photo, stays behind.
async function shrink(file, side) {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  pen.fillStyle = "white";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.8));
}

const hex = (bytes) => [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, "0")).join("");

// The chosen file as [name, size, first bytes, SHA-256, content]; nothing when none is chosen. One
// that is too large is not read: its size says enough.
export async function filePrepare(id, side, most) {
  const file = document.getElementById(id)?.files?.[0];
  if (!file) return undefined;
  const small = file.type.startsWith("image/") ? await shrink(file, side).catch(() => null) : null;
  const name = small ? file.name.replace(/\.[^.]*$/, "") + ".jpg" : file.name;
  const content = small ?? file;
  if (content.size > most) return [name, content.size, "", "", content];
  const bytes = await content.arrayBuffer();
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  return [name, content.size, hex(bytes.slice(0, 8)), hex(hash), content];
}

// Only XMLHttpRequest tells how much of an upload has left. [0, ""] when no answer came.
export const filePut = (url, name, content, seconds, tell) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("PUT", `${url}?name=${encodeURIComponent(name)}`);
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("content-type", "application/octet-stream");
    request.timeout = seconds * 1000;
    request.upload.onprogress = (event) => tell((100 * event.loaded) / (event.total || 1));
    request.onload = () => resolve([request.status, request.responseText]);
    request.onerror = request.ontimeout = request.onabort = () => resolve([0, ""]);
    request.send(content);
  });

const give = (name, blob) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.rel = "external";
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the file only after the click is over.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};

export const fileSave = (name, kind, content) => give(name, new Blob([content], { type: kind }));

// [status, words]; the words are those of an answer that is no file. [0, ""] when no answer came.
export async function filePost(url, body, name, seconds) {
  try {
    const signal = AbortSignal.timeout?.(seconds * 1000);
    const headers = { accept: "application/pdf, application/json", "content-type": "application/json" };
    const answer = await fetch(url, { method: "POST", headers, body, signal });
    if (!answer.ok) return [answer.status, await answer.text()];
    give(name, await answer.blob());
    return [answer.status, ""];
  } catch {
    return [0, ""];
  }
}

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
