// Fetches a set of pages: its own part, what it shares with other sets, and the style of all pages but
// the first. `xtask/src/split/parts.rs` writes the tables.
import { initSync } from "./passerelle.js";

const SETS = [];
// For each shared part the sets that need it, a bit each: that is its name too.
const SHARED = [];
const coming = {};

// Begins once; what did not come is begun again when it is asked for again.
const once = (name, begin) =>
  (coming[name] ??= begin().catch((error) => {
    delete coming[name];
    throw error;
  }));

// All are on their way together. The part of a set begins to work when what it needs is there.
const part = (name, needs = []) =>
  once(name, async () => {
    const file = fetch(import.meta.url.replace(/parts(-\w+)\.js$/, `${name}$1.wasm`));
    file.catch(() => {});
    await Promise.all(needs);
    await WebAssembly.instantiateStreaming(file, { __wasm_split: initSync() });
  });

const style = () =>
  new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = document.querySelector("meta[name=later]").content;
    link.onload = resolve;
    link.onerror = () => {
      link.remove();
      reject(new Error(link.href));
    };
    document.head.append(link);
  });

const load = (at) => async (callback, data) => {
  let here = true;
  try {
    const shared = SHARED.filter((sets) => (sets >> at) & 1);
    await part(`split_${SETS[at]}`, [once("style", style), ...shared.map((sets) => part(`chunk_${sets.toString(16)}`))]);
  } catch (error) {
    console.error(error);
    here = false;
  }
  initSync().__indirect_function_table.get(callback)(data, here);
};
