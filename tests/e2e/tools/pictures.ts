// The pictures of the README, from the demo: the mentee's phone and the mentor's desk.
import { execFileSync } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DESK, expect, Person, PHONE, test } from "../fixtures/test";

const FOLDER = fileURLToPath(new URL("../../../docs/pictures/", import.meta.url));
const MOST_BYTES = 150_000;

/** Writes one picture with few colours: a README is read on slow lines too. */
async function take({ page }: Person, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const path = `${FOLDER}${name}.png`;
  await page.screenshot({ path });
  execFileSync("convert", [path, "-strip", "+dither", "-colors", "255", "-define", "png:compression-level=9", `PNG8:${path}`]);
  expect(statSync(path).size).toBeLessThan(MOST_BYTES);
}

test("mentee", async ({ enter }) => {
  const asmae = await enter("asmae", { ...PHONE, scale: 2 });
  await asmae.open("/week");
  await asmae.saved();
  await take(asmae, "mentee");
});

test("mentor", async ({ enter }) => {
  const cecile = await enter("cecile", DESK);
  await cecile.open("/applications");
  await cecile.page.getByRole("link", { name: "Puéricultrice, mi-temps" }).click();
  await expect(cecile.page.locator("#app h1")).toBeFocused();
  await cecile.saved();
  await take(cecile, "mentor");
});
