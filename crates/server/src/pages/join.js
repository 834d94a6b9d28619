// A sign-in link carries its secret behind "#", which no server, log or preview ever sees. It is
// taken out of the address bar and posted only by this page.
const form = document.getElementById("with-link");
function enter() {
  const token = location.hash.slice(1);
  // A link to a place of this page, such as the one that skips the bar, is no secret.
  if (!token || document.getElementById(token)) return;
  history.replaceState(null, "", location.pathname + location.search);
  form.elements.token.value = token;
  form.submit();
}
if (form) {
  // Whoever comes in does not see the week of whoever used this device before.
  try {
    localStorage.removeItem("week");
  } catch {
    // Storage is refused: nothing is kept there.
  }
  addEventListener("hashchange", enter);
  enter();
}

// What a database of the app holds; one that is not there is not made.
const keys = (base, store) =>
  new Promise((resolve) => {
    const asked = indexedDB.open(base);
    asked.onupgradeneeded = () => asked.transaction.abort();
    asked.onerror = () => resolve([]);
    asked.onsuccess = () => {
      const db = asked.result;
      if (!db.objectStoreNames.contains(store)) return resolve([]);
      const found = db.transaction(store).objectStore(store).getAllKeys();
      found.onsuccess = () => resolve(found.result);
      found.onerror = () => resolve([]);
      db.close();
    };
  });

// Changes and files of whoever used this device last, which the app has not sent yet.
async function count(place) {
  const person = localStorage.person;
  if (!person) return;
  const ops = await keys(`passerelle-${person}`, "outbox");
  const files = await keys(`passerelle-files-${person}`, "kv");
  const waiting = ops.filter((key) => !`${key}`.startsWith("sent:")).length + files.length;
  if (!waiting) return;
  const words = place.querySelector("[data-one]");
  const { one, other } = words.dataset;
  words.textContent = waiting === 1 ? one : other.replace("{n}", waiting);
  place.hidden = false;
}
const place = document.getElementById("waiting");
// Where storage is refused nothing waits.
if (place) count(place).catch(() => {});

// The app is fetched while a question is read, by its worker, which goes on while pages change. Not
// where data is saved: the person may say "not me".
if (document.querySelector("[data-warm]") && !navigator.connection?.saveData) {
  navigator.serviceWorker?.register("/sw.js", { updateViaCache: "all" }).catch(() => {});
}
