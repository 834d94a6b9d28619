// Files: chosen, shrunk, sent piece by piece, kept until there is a network, given back. Fetched when
// the first of them is asked for (`xtask/src/split/glue.rs`).
import { dataCount, dbGet, dbOpen, dbWrite } from "./browser.js";

// A picture is drawn anew, smaller: it travels in seconds, and the place where it was taken, which
// phones write into a photo, stays behind. Words on paper stay readable down to half the quality.
async function shrink(file, side) {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  pen.fillStyle = "white";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  let small;
  for (const quality of [0.8, 0.65, 0.5]) {
    small = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
    if (small.size <= 300000) break;
  }
  return small;
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

// [0, ""] when no answer came.
export async function filePut(url, name, body, seconds) {
  try {
    const signal = AbortSignal.timeout?.(seconds * 1000);
    const headers = { accept: "application/json", "content-type": "application/octet-stream" };
    dataCount(body.size);
    const answer = await fetch(`${url}?name=${encodeURIComponent(name)}`, { method: "PUT", headers, body, signal });
    return [answer.status, await answer.text()];
  } catch {
    return [0, ""];
  }
}

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

// Sends a file by tus 1.0.0, from where it was cut: `place` is the address it got before, if any.
// `tell` gets that address and how much has arrived, from 0 to 100. [status, body] of the last
// answer; [0, ""] when none came. A piece that leaves quickly is followed by a larger one.
export async function fileSend(url, place, name, sha256, content, tell) {
  let at = -1;
  let size = 65536;
  const ask = (method, headers, body) =>
    fetch(method === "POST" ? url : place, {
      method,
      headers: { accept: "application/json", "tus-resumable": "1.0.0", ...headers },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout?.(body ? 60000 : 20000),
    });
  const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  try {
    let answer;
    if (place) {
      answer = await ask("HEAD", {});
      // Gone, by time or by the server's memory: from the beginning.
      if (answer.ok) at = +answer.headers.get("upload-offset");
      else if (answer.status !== 404 && answer.status !== 410) return [0, ""];
    }
    if (at < 0) {
      const told = `filename ${base64(name)},sha256 ${base64(sha256)}`;
      answer = await ask("POST", { "upload-length": content.size, "upload-metadata": told });
      if (answer.status !== 201) return [answer.status, await answer.text()];
      place = answer.headers.get("location");
      at = 0;
    }
    tell(place, (100 * at) / content.size);
    do {
      const begun = performance.now();
      const kind = { "content-type": "application/offset+octet-stream", "upload-offset": at };
      const piece = content.slice(at, at + size);
      dataCount(piece.size);
      answer = await ask("PATCH", kind, piece);
      if (answer.status !== 204) return [answer.status, await answer.text()];
      at = +answer.headers.get("upload-offset");
      tell(place, (100 * at) / content.size);
      if (performance.now() - begun < 2000) size = Math.min(2 * size, 1 << 20);
    } while (at < content.size);
    answer = await ask("GET", {});
    return [answer.status, await answer.text()];
  } catch {
    return [0, ""];
  }
}

// Files that wait for a network lie in a database of their own, so that the copy of the board does
// not suffer when they need all the room there is; what is known of one lies apart from its bytes.
const inFiles = async (name, work) => {
  const db = await dbOpen(name);
  try {
    return await work(db);
  } finally {
    db.close();
  }
};

export async function fileKeep(name, id, about, content) {
  const bytes = content && (await content.arrayBuffer());
  await inFiles(name, (db) => dbWrite(db, ["kv", id, about, ...(bytes ? ["outbox", id, bytes] : [])]));
}

export const fileForget = (name, id) =>
  inFiles(name, (db) => dbWrite(db, ["kv", id, undefined, "outbox", id, undefined]));

export async function fileHeld(name, id) {
  const bytes = await inFiles(name, (db) => dbGet(db, "outbox", id));
  return bytes && new Blob([bytes]);
}

export const fileGive = (name, content) => give(name, content);
