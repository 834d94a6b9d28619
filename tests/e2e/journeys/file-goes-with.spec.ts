// A CV whose file is still on the phone, chosen for an application: the choice waits with the file and
// follows it; another choice made meanwhile stays.
import type { Page } from "@playwright/test";
import { expectAxeClean } from "../fixtures/axe";
import { attach, pdf, startCv } from "../fixtures/cvs";
import { addApplication, button, heading, openFrom } from "../fixtures/plan";
import { expect, part, type Person, test, text } from "../fixtures/test";

const JOB = "Aide à la crèche";
const BACK = { timeout: 45_000 };

/** What stands in the card about the CV of the open application. */
const card = (page: Page) =>
  page.locator("#app .card").filter({ has: page.getByRole("heading", { name: text("cv.with_title") }) });

/** Adds a version without a network, from a file; its id. */
async function waiting(page: Page, title: string): Promise<string> {
  await startCv(page, { title, way: "file" });
  await page.context().setOffline(true);
  await page.getByLabel(text("cv.file_label")).setInputFiles(pdf("Mon CV.pdf"));
  await expect(page.locator("#app p[role=status]")).toContainText("Ko");
  await button(page, "cv.add").click();
  await expect(heading(page)).toHaveText(text("waiting_file.title"));
  return new URL(page.url()).pathname.split("/")[2];
}

/** An application is open, and a version's file waits; the version's id. */
async function applying(person: Person): Promise<string> {
  person.trouble.allowNetwork();
  await addApplication(person.page, JOB, "Les Lutins");
  await person.saved();
  const id = await waiting(person.page, "CV sur papier");
  await openFrom(person.page, "applications", JOB);
  return id;
}

test("the choice follows the file, and the mentor sees both", async ({ enter }) => {
  test.slow();
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  const { page } = asmae;
  const id = await applying(asmae);
  await button(page, "cv.with_pick_cv").click();
  await expect(page.getByLabel(text("cv.with_which_cv"))).toContainText("CV sur papier");
  await expectAxeClean(page);
  await button(page, "cv.with_pick_cv").click();
  await attach(page, id);
  await expect(card(page)).toContainText(text("waiting_file.goes_with"));
  await expect(card(page)).toContainText(text("waiting_file.chip"));
  await expectAxeClean(page);
  await page.screenshot({ path: test.info().outputPath("goes-with.png"), fullPage: true });
  // The phone is switched off and on.
  await page.reload();
  await expect(card(page)).toContainText(text("waiting_file.goes_with"), BACK);
  await page.context().setOffline(false);
  await expect(card(page)).toContainText(text("cv.with_chosen"), BACK);
  await expect(card(page)).not.toContainText(text("waiting_file.goes_with"));
  await expect(card(page).getByRole("link", { name: part("cv.cv_number", { number: 3 }) })).toBeVisible();
  await asmae.saved();
  await openFrom(cecile.page, "applications", JOB);
  await expect(card(cecile.page).getByRole("link", { name: /CV sur papier/ })).toBeVisible(BACK);
});

test("what was chosen after all stays when the file arrives", async ({ enter }) => {
  test.slow();
  const asmae = await enter("asmae");
  const { page } = asmae;
  const id = await applying(asmae);
  await attach(page, id);
  await expect(card(page)).toContainText(text("waiting_file.goes_with"));
  await button(page, "cv.with_pick_cv").click();
  const select = page.getByLabel(text("cv.with_which_cv"));
  await expect(select).toHaveValue(id);
  const other = await select.locator("option").nth(2).getAttribute("value");
  await button(page, "cv.with_pick_cv").click();
  await attach(page, other ?? "");
  await expect(card(page)).not.toContainText(text("waiting_file.goes_with"));
  const chosen = await card(page).getByRole("link").first().textContent();
  await page.context().setOffline(false);
  await asmae.open("/cvs");
  await expect(page.getByRole("link", { name: /CV sur papier/ })).toContainText(part("cv.cv_number", { number: 3 }), BACK);
  await asmae.saved();
  await openFrom(page, "applications", JOB);
  await expect(card(page).getByRole("link").first()).toHaveText(chosen ?? "");
  await expect(card(page)).not.toContainText(/CV sur papier/);
});
