// What a device still holds when nobody is signed in on it: counted where people come in, where they
// leave, and where the app begins.
import type { Page } from "@playwright/test";
import { expectAxeClean } from "../fixtures/axe";
import { pdf, startCv } from "../fixtures/cvs";
import { addObjective, addStep, button, heading } from "../fixtures/plan";
import { expect, type Person, part, test, text } from "../fixtures/test";

const BACK = { timeout: 45_000 };
const counted = (page: Page, n: number) => page.getByRole("status").getByText(part("left.waiting", { n }));

/** How many files this device holds. */
const filesHere = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const open = indexedDB.open(`passerelle-files-${localStorage.getItem("person")}`);
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const count = open.result.transaction("kv").objectStore("kv").count();
      count.onsuccess = () => resolve(count.result);
      open.result.close();
    };
  });

/** A version whose file waits, on a phone without a network. */
async function waitingFile(person: Person): Promise<void> {
  const { page } = person;
  await startCv(page, { title: "CV sur papier", way: "file" });
  await person.context.setOffline(true);
  await page.getByLabel(text("cv.file_label")).setInputFiles(pdf("Mon CV.pdf"));
  await expect(page.locator("#app p[role=status]")).toContainText("Ko");
  await button(page, "cv.add").click();
  await expect(heading(page)).toHaveText(text("waiting_file.title"));
}

test("shut out with a change and a file: both are counted at every door", async ({ enter }) => {
  test.slow();
  const asmae = await enter("asmae");
  const { page } = asmae;
  asmae.trouble.allowNetwork();
  asmae.trouble.allow(/status of 401/);
  await addObjective(page, { title: "Toujours là" });
  await asmae.saved();
  await asmae.context.setOffline(true);
  await addStep(page, "Elle attend");
  await asmae.context.setOffline(false);
  await asmae.saved();
  await waitingFile(asmae);
  await addObjective(page, { title: "Sans réseau" });
  await expect(asmae.state()).toContainText(part("state.waiting", { n: 2 }), { timeout: 15_000 });
  // Leaving by the pages without the app.
  await page.goto("about:blank");
  await asmae.context.setOffline(false);
  const session = await asmae.context.cookies();
  await page.goto("/simple/leave");
  await expect(counted(page, 2)).toBeVisible();
  await expectAxeClean(page);
  // Shut out: where the app begins, and where one comes in.
  await asmae.context.clearCookies();
  await page.goto("/j");
  await expect(counted(page, 2)).toBeVisible();
  await expect(page.getByRole("status")).toContainText(text("join.waiting"));
  await expectAxeClean(page);
  await page.screenshot({ path: test.info().outputPath("join.png"), fullPage: true });
  await page.goto("/week");
  await expect(heading(page)).toHaveText(text("ended.title"), BACK);
  await expect(page.locator("#app")).toContainText(part("left.waiting", { n: 2 }));
  await expect(page.locator("#app")).toContainText("CV sur papier");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: part("waiting_file.save") }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("Mon CV.pdf");
  await expectAxeClean(page);
  await page.screenshot({ path: test.info().outputPath("start.png"), fullPage: true });
  // The same person is back: all of it leaves, and nothing is counted any more.
  await asmae.context.addCookies(session);
  await page.goto("/cvs");
  await expect(page.getByRole("link", { name: /CV sur papier/ })).toContainText(part("cv.cv_number", { number: 3 }), BACK);
  await asmae.saved();
  // The file goes from the device a moment after its version has arrived.
  await expect.poll(() => page.evaluate(filesHere)).toBe(0);
  await asmae.context.clearCookies();
  await page.goto("/j");
  await expect(page.getByLabel(text("join.code_label"))).toBeVisible();
  await expect(page.locator("#waiting")).toBeHidden();
});

test("a file alone is a reason to stay at the start page", async ({ enter }) => {
  test.slow();
  const asmae = await enter("asmae");
  const { page } = asmae;
  asmae.trouble.allowNetwork();
  asmae.trouble.allow(/status of 401/);
  await waitingFile(asmae);
  await page.goto("about:blank");
  await asmae.context.clearCookies();
  await asmae.context.setOffline(false);
  await page.goto("/week");
  await expect(heading(page)).toHaveText(text("ended.title"), BACK);
  await expect(page.locator("#app")).toContainText(part("left.waiting", { n: 1 }));
});

test("on a device that nobody used, the way in makes no database and counts nothing", async ({ arrive }) => {
  const nobody = await arrive("nobody");
  await nobody.page.goto("/j");
  await nobody.page.evaluate(() => localStorage.setItem("person", "0190f5a0-0000-7000-8000-000000000000"));
  await nobody.page.reload();
  await expect(nobody.page.getByLabel(text("join.code_label"))).toBeVisible();
  await expect(async () => expect(await nobody.page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)).toPass();
  await expect(nobody.page.locator("#waiting")).toBeHidden();
});
