// Fetches a set of pages: its own part, what it shares with other sets, and the style of all pages but
// the first. `xtask/src/split/parts.rs` writes the tables.
import { initSync } from "./passerelle.js";

const SETS = [];
// For each shared part the sets that need it, a bit each: that is its name too.
const SHARED = [];
// The sets whose parts come in one file, and those that need few of them.
const PACKED = [];
const STAFF = [];
const coming = {};
const unpacked = {};

// Begins once; what did not come is begun again when it is asked for again.
const once = (name, begin) =>
  (coming[name] ??= begin().catch((error) => {
    delete coming[name];
    throw error;
  }));

const file = (name, kind) => fetch(import.meta.url.replace(/parts(-\w+)\.js$/, `${name}$1.${kind}`));

// A line of names and sizes in turn, then what they name (`xtask/src/offline.rs`). Nothing at all
// says that the worker has each part.
const unpack = (set) =>
  once(`pack_${set}`, async () => {
    const answer = await file(`pack_${set}`, "pack");
    if (!answer.ok) throw new Error(answer.url);
    const bytes = await answer.arrayBuffer();
    let start = new Uint8Array(bytes).indexOf(10) + 1;
    const names = start ? JSON.parse(new TextDecoder().decode(bytes.slice(0, start))) : [];
    for (let at = 0; at < names.length; at += 2) {
      const end = start + names[at + 1];
      unpacked[names[at]] = bytes.slice(start, end);
      start = end;
    }
  });

// All are on their way together. The part of a set begins to work when what it needs is there.
const part = (name, needs = []) =>
  once(name, async () => {
    const imports = { __wasm_split: initSync() };
    const bytes = unpacked[name];
    const answer = bytes ?? file(name, "wasm");
    answer.catch?.(() => {});
    await Promise.all(needs);
    await (bytes ? WebAssembly.instantiate(bytes, imports) : WebAssembly.instantiateStreaming(answer, imports));
    delete unpacked[name];
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

// Whether a set needs something of a pack that no pack before has, and that is not here.
const isNeeded = (set, at, shared) => {
  const has = (sets) => PACKED.find((pack) => (sets >> SETS.indexOf(pack)) & 1) === set;
  return SETS[at] === set || shared.some((sets) => has(sets) && !coming[`chunk_${sets.toString(16)}`]);
};

const load = (at) => async (callback, data) => {
  let here = true;
  try {
    const shared = SHARED.filter((sets) => (sets >> at) & 1);
    const packs = STAFF.includes(SETS[at]) ? [] : PACKED.filter((set) => isNeeded(set, at, shared));
    await Promise.all([once("style", style), ...packs.map(unpack)]);
    await part(`split_${SETS[at]}`, [once("style", style), ...shared.map((sets) => part(`chunk_${sets.toString(16)}`))]);
  } catch (error) {
    console.error(error);
    here = false;
  }
  initSync().__indirect_function_table.get(callback)(data, here);
};
