// Pages that read from the server, opened on a phone without a network: the copy of this device with
// its date, or why there is none.
import type { Page } from "@playwright/test";
import { expectAxeClean } from "../fixtures/axe";
import { button, field, heading } from "../fixtures/plan";
import { DESK, expect, type Person, PHONE, test, text } from "../fixtures/test";

const SOON = { timeout: 15_000 };

const copy = (page: Page) => page.locator("main .notice").filter({ hasText: text("copy.of", { date: "|" }).split("|")[0] ?? "" });
const why = (page: Page, key: string) => page.locator("main .notice").filter({ hasText: text(key) });
const missing = (page: Page) => page.locator("main .notice").filter({ hasText: text("api.offline") });

/** Opens pages with a network and then without. */
async function visit(person: Person, paths: string[]): Promise<void> {
  person.trouble.allowNetwork();
  for (const path of paths) {
    await person.open(path);
    await expect(heading(person.page)).not.toHaveText("");
    await expect(person.page.locator("main .loading")).toHaveCount(0);
  }
  await person.context.setOffline(true);
}

test("a mentor reads the copies: letter, devices, reminders, own cards", async ({ enter }) => {
  test.slow();
  const cecile = await enter("cecile", DESK);
  const { page } = cecile;
  const paths = ["/letter", "/devices", "/reminders", "/codes/mine", "/codes/write"];
  await cecile.open("/letter");
  await field(page, "letter.address").fill("cecile@example.be");
  await button(page, "letter.save").click();
  await expect(page.locator("main .notice--success")).toBeVisible();
  await visit(cecile, paths);
  for (const path of paths) {
    await cecile.open(path);
    await expect(copy(page), path).toBeVisible(SOON);
    await expect(missing(page), path).toHaveCount(0);
    await expectAxeClean(page);
  }
  await cecile.open("/letter");
  await expect(field(page, "letter.address")).toHaveValue("cecile@example.be");
  await expect(copy(page)).toContainText(text("copy.change"));
  // A card of one's own is changed in its newest version only.
  await cecile.open("/codes/write/any-first-call");
  await expect(why(page, "needs.newest")).toBeVisible(SOON);
  await expectAxeClean(page);
  // The truth takes the place of the copy by itself.
  await cecile.open("/letter");
  await expect(copy(page)).toBeVisible(SOON);
  await cecile.context.setOffline(false);
  await expect(copy(page)).toHaveCount(0, { timeout: 45_000 });
  await expect(field(page, "letter.address")).toHaveValue("cecile@example.be");
});

test("a mentee reads the copies; sensitive answers leave none, and that is said", async ({ enter }) => {
  test.slow();
  const asmae = await enter("asmae", PHONE);
  const { page } = asmae;
  await visit(asmae, ["/devices", "/reminders", "/report-questions"]);
  for (const path of ["/devices", "/reminders"]) {
    await asmae.open(path);
    await expect(copy(page), path).toContainText(text("copy.change"), SOON);
    await expectAxeClean(page);
    await page.screenshot({ path: test.info().outputPath(`${path.slice(1)}.png`), fullPage: true });
  }
  await asmae.open("/report-questions");
  await expect(why(page, "needs.answers")).toBeVisible(SOON);
  await expectAxeClean(page);
  await page.screenshot({ path: test.info().outputPath("questions.png"), fullPage: true });
  // Nothing of them is on the device.
  const kept = await page.evaluate(async () => {
    const name = (await indexedDB.databases()).find(({ name }) => /^passerelle-[0-9a-f-]{36}$/.test(name ?? ""))?.name;
    const asked = indexedDB.open(name ?? "");
    const db = await new Promise<IDBDatabase>((resolve) => (asked.onsuccess = () => resolve(asked.result)));
    const keys = db.transaction("kv").objectStore("kv").getAllKeys();
    await new Promise((resolve) => (keys.onsuccess = resolve));
    db.close();
    return keys.result.map(String).filter((key) => key.startsWith("copy:"));
  });
  expect(kept).toContain("copy:devices");
  expect(kept.filter((key) => /question|demograph|answers/.test(key))).toEqual([]);
  await asmae.open("/new-mentor");
  await expect(why(page, "needs.choice")).toBeVisible(SOON);
});
