// IndexedDB and Intl in a few lines each: their callbacks and option objects cost ten times
// as many bytes when they are driven from Rust (a database crate adds 20 KB, this file 1 KB).

const ZONE = "Europe/Brussels";
const LOCALES = { fr: "fr-BE", nl: "nl-BE", en: "en-GB" };
const locale = (lang) => `${LOCALES[lang] ?? lang}-u-ca-gregory-nu-latn`;
const format = (lang, options, ms) =>
  new Intl.DateTimeFormat(locale(lang), { timeZone: ZONE, ...options }).format(ms);
const year = (ms) => format("en", { year: "numeric" }, ms);

// "jeudi 26 mars"; the year is said when it is not the current one.
export function intlDate(lang, ms, short) {
  const options = short
    ? { day: "numeric", month: "short" }
    : { weekday: "long", day: "numeric", month: "long" };
  if (year(ms) !== year(Date.now())) options.year = "numeric";
  return format(lang, options, ms);
}

// "14 h" as people say it in French on the hour; "14:30" otherwise.
export function intlTime(lang, ms) {
  return lang === "fr" && format("en", { minute: "numeric" }, ms) === "0"
    ? format("fr", { hour: "numeric" }, ms)
    : format(lang, { hour: "2-digit", minute: "2-digit" }, ms);
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
  for (const name of ["message", "beat", "reset"]) {
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
