// One picture with few colours: a guide is read on slow lines too.
import { execFileSync } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, type Person } from "../fixtures/test";

const FOLDER = fileURLToPath(new URL("../../../docs/pictures/", import.meta.url));
const MOST_BYTES = 150_000;

/** Writes what is on the screen to `docs/pictures/<name>.png`. */
export async function take({ page }: Person, name: string): Promise<void> {
  const path = `${FOLDER}${name}.png`;
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path });
  execFileSync("convert", [path, "-strip", "+dither", "-colors", "255", "-define", "png:compression-level=9", `PNG8:${path}`]);
  expect(statSync(path).size).toBeLessThan(MOST_BYTES);
}
