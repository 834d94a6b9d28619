// A browser that takes the server's own certificate for a good one: with a doubtful one it keeps nothing
// in its cache, and would fetch everything twice.
import { createHash } from "node:crypto";
import { connect } from "node:tls";
import { type Browser, type LaunchOptions, chromium } from "@playwright/test";
import journeys from "../../playwright.config";

/** A browser for a server, which may have a certificate of its own. */
export async function browserFor(url: string): Promise<Browser> {
  const options: LaunchOptions = journeys.use?.launchOptions ?? {};
  const { protocol, port } = new URL(url);
  const trust = protocol === "https:" ? [`--ignore-certificate-errors-spki-list=${await key(Number(port))}`] : [];
  return chromium.launch({ ...options, args: [...(options.args ?? []), ...trust] });
}

/** Stands for the key that a server on this machine shows. */
function key(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "localhost", rejectUnauthorized: false }, () => {
      const shown = socket.getPeerX509Certificate()?.publicKey.export({ type: "spki", format: "der" });
      socket.end();
      if (shown) resolve(createHash("sha256").update(shown).digest("base64"));
      else reject(new Error("the server shows no certificate"));
    });
    socket.once("error", reject);
  });
}
