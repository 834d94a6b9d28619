// What is a person's own: the past and the way back, the proof, private notes, hours, all data,
// and the end of an account.
import { expectAxeClean } from "../fixtures/axe";
import { rowsOf, taken } from "../fixtures/files";
import { about, answer } from "../fixtures/forms";
import { addApplication, addObjective, button, field, heading, link, moveTo, openFrom } from "../fixtures/plan";
import { Tap } from "../fixtures/tap";
import { expect, part, test, text } from "../fixtures/test";

/** A change of one is on the other's screen within this time (milliseconds). */
const LIVE = { timeout: 3_000 };
const CANARY = "Zygomatique7391";

test("the past says who changed what, and a text goes back to what it was", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  await addApplication(asmae.page, "Fleuriste", "Au Coquelicot");
  const place = field(asmae.page, "application.place");
  await place.fill("Rue Haute 1");
  await place.blur();
  await asmae.saved();
  await openFrom(cecile.page, "applications", "Fleuriste");
  const hers = field(cecile.page, "application.place");
  await expect(hers).toHaveValue("Rue Haute 1");
  await hers.fill("Rue Basse 2");
  await hers.blur();
  await expect(place).toHaveValue("Rue Basse 2", LIVE);

  await button(asmae.page, "history.title").click();
  const lineOf = asmae.page.locator("#app .card").filter({ hasText: "Rue Basse 2" }).filter({ hasText: text("history.before") });
  await expect(lineOf).toHaveCount(1);
  await expect(lineOf).toContainText("Cécile");
  await expect(lineOf).toContainText("Rue Haute 1");
  await expectAxeClean(asmae.page);
  await lineOf.getByRole("button", { name: part("history.put_back") }).click();
  await expect(place).toHaveValue("Rue Haute 1");
  await expect(hers).toHaveValue("Rue Haute 1", LIVE);

  // The whole board: only what the reader may read.
  await addObjective(asmae.page, { title: `Secret ${CANARY}`, onlyMe: true });
  await asmae.saved();
  await asmae.open("/history");
  await expect(asmae.page.locator("#app")).toContainText(CANARY);
  await expectAxeClean(asmae.page);
  const tap = await Tap.on(cecile);
  await cecile.open("/history");
  await expect(cecile.page.getByRole("link", { name: "Fleuriste" }).first()).toBeVisible();
  await tap.settle();
  expect(tap.holds("Fleuriste").length, "the tap hears the past").toBeGreaterThan(0);
  expect(tap.holds(CANARY), "the past of others tells what is private").toEqual([]);
  await expectAxeClean(cecile.page);
});

test("a proof of search: chosen line by line, as it is looked at, without formulas", async ({ enter }) => {
  const asmae = await enter("asmae");
  const { page } = asmae;
  await addApplication(page, "=1+1", "Bureau; et \"fils\"");
  await moveTo(page, "sent");
  await asmae.saved();
  await asmae.open("/proof");
  await answer(page, "proof.three_months").check();
  const rows = page.locator("table tbody tr");
  await expect(rows.filter({ hasText: "=1+1" })).toHaveCount(1);
  const summer = page.getByRole("checkbox", { name: /Animatrice d’été/ });
  await expect(summer).toBeChecked();
  await expect(rows.filter({ hasText: "Animatrice d’été" })).toHaveCount(1);
  await summer.uncheck();
  await expect(rows.filter({ hasText: "Animatrice d’été" })).toHaveCount(0);
  // What is private is not proposed.
  await expect(rows.filter({ hasText: "Faire des photos d’identité" })).toHaveCount(0);
  await expectAxeClean(page);

  const sheet = await taken(page, button(page, "proof.csv"));
  expect(sheet.name).toMatch(/^\d{4}-\d\d-\d\d.\d{4}-\d\d-\d\d\.csv$/);
  expect([...sheet.bytes.subarray(0, 3)], "so that Excel reads accents").toEqual([0xef, 0xbb, 0xbf]);
  const cells = rowsOf(sheet);
  expect(cells).toHaveLength(await rows.count());
  const words = cells.flat();
  expect(words).toContain("'=1+1");
  expect(words).not.toContain("=1+1");
  expect(words).toContain("Bureau; et \"fils\"");
  expect(words.join("\n")).not.toContain("Animatrice d’été");
  expect(words.join("\n"), "no comment").not.toContain("J’ai téléphoné");

  const asked = page.waitForRequest((request) => request.url().includes("proof.pdf"));
  const pdf = await taken(page, button(page, "proof.pdf"));
  expect(pdf.name).toMatch(/\.pdf$/);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdf.bytes.length).toBeGreaterThan(5_000);
  const { items } = (await asked).postDataJSON() as { items: string[] };
  expect(items, "exactly the lines of the preview").toHaveLength(cells.length);

  while ((await page.getByRole("checkbox", { checked: true }).count()) > 0) {
    await page.getByRole("checkbox", { checked: true }).first().uncheck();
  }
  await expect(page.locator("#app").getByText(text("proof.none_chosen"))).toBeVisible();
  await expectAxeClean(page);
});

test("who sees what, and notes that reach nobody else", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  const tap = await Tap.on(asmae);
  await asmae.open("/who-sees");
  const of = (kind: string) =>
    asmae.page.locator("#app .card").filter({ has: asmae.page.getByRole("heading", { name: text(`kind.${kind}`), exact: true }) });
  const sight = (kind: string, who: string | RegExp) =>
    of(kind).locator(".sight").filter({ has: asmae.page.getByRole("term").filter({ hasText: who }) }).getByRole("definition");
  await expect(sight("note", "Cécile")).toHaveText(text("who_sees.own"));
  await expect(sight("note", text("who_sees.coordinator"))).toHaveText(text("who_sees.nothing"));
  await expect(sight("comment", text("who_sees.coordinator"))).toContainText(text("who_sees.dates_comment"));
  await expect(sight("objective", "Cécile")).toHaveText(text("who_sees.shared"));
  await expectAxeClean(asmae.page);

  await cecile.open("/notes");
  await expect(cecile.page.locator("#app").getByText(text("notes.private"))).toBeVisible();
  await button(cecile.page, "notes.new").click();
  await field(cecile.page, "notes.label").fill(`Demander doucement ${CANARY}`);
  await cecile.page.getByRole("combobox", { name: part("notes.about") }).selectOption({ label: "Oser téléphoner en français" });
  await expectAxeClean(cecile.page);
  await button(cecile.page, "notes.add").click();
  const note = cecile.page.locator("#app .card").filter({ hasText: CANARY });
  await expect(note).toBeVisible();
  await expect(note.getByRole("link", { name: part("notes.on", { title: "Oser téléphoner en français" }) })).toBeVisible();
  await cecile.saved();
  await expectAxeClean(cecile.page);

  for (const path of ["/notes", "/history", "/removed", "/week", "/my-data", "/plan"]) {
    await asmae.open(path);
    await asmae.saved();
  }
  const data = await asmae.context.request.get("/api/v1/account/data");
  expect(await data.text()).not.toContain(CANARY);
  await openFrom(asmae.page, "plan", "Oser téléphoner en français");
  await expect(asmae.page.locator("#app")).not.toContainText(CANARY);
  await tap.settle();
  expect(tap.bytes).toBeGreaterThan(0);
  expect(tap.holds(CANARY), "the mentee received a note of the mentor").toEqual([]);
  expect(tap.holds("Ne pas presser"), "nor an older one").toEqual([]);

  // Hers to remove, and to bring back.
  await about(note, "action.edit", CANARY).click();
  await about(note, "notes.remove", CANARY).click();
  await expect(note).toHaveCount(0);
  await button(cecile.page, "action.undo").click();
  await expect(note).toBeVisible();
});

test("a mentor's hours are the sum of the meetings, and nobody else's business", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  await cecile.open("/hours");
  await expect(cecile.page.locator("#app").getByText(text("hours.private"))).toBeVisible();
  const totals = cecile.page.locator("tfoot td:first-of-type");
  await expect(totals.first()).toBeVisible();
  const count = (await totals.allInnerTexts()).map(Number).reduce((sum, n) => sum + n, 0);
  expect(count).toBe(7);
  await expectAxeClean(cecile.page);
  const sheet = await taken(cecile.page, button(cecile.page, "proof.csv"));
  expect(sheet.name).toBe(text("hours.file"));
  const minutes = rowsOf(sheet).map(([, minutes]) => Number(minutes));
  expect(minutes).toHaveLength(7);
  expect(minutes.reduce((sum, n) => sum + n, 0)).toBe(645);
  await asmae.open("/hours");
  await expect(heading(asmae.page)).toHaveText(text("not_allowed.title"));
});

test("all my data, to keep and to read; then the account ends, and the mentor's view with it", async ({ enter }) => {
  test.slow();
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  await addObjective(asmae.page, { title: `Secret ${CANARY}`, onlyMe: true });
  await asmae.saved();
  await cecile.open("/plan");
  await expect(cecile.page.getByRole("link", { name: "Travailler dans une crèche à Liège" })).toBeVisible();
  await asmae.open("/my-data");
  await expectAxeClean(asmae.page);
  const file = await taken(asmae.page, link(asmae.page, "my_data.json"));
  expect(file.name).toBe("passerelle.json");
  const words = file.bytes.toString("utf8");
  expect(() => JSON.parse(words)).not.toThrow();
  expect(words).toContain(`Secret ${CANARY}`);
  expect(words).toContain("Travailler dans une crèche à Liège");
  expect(words, "a note of the mentor").not.toContain("Ne pas presser");

  // The page holds everything of a person: it runs no script, not even a check's own. The check
  // looks at the same page without that lock.
  const locked = await asmae.context.request.get("/api/v1/account/data.html");
  expect(locked.headers()["content-security-policy"]).toContain("sandbox");
  await asmae.context.route("**/account/data.html", async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    delete headers["content-security-policy"];
    await route.fulfill({ response, headers });
  });
  const [paper] = await Promise.all([asmae.context.waitForEvent("page"), link(asmae.page, "my_data.read").click()]);
  await expect(paper.locator("h1")).toHaveText(text("data_print.title"));
  await expect(paper.locator("body")).toContainText(`Secret ${CANARY}`);
  await expectAxeClean(paper);
  await paper.close();

  await button(asmae.page, "my_data.end_open").click();
  const name = asmae.page.getByRole("textbox", { name: part("my_data.end_name", { name: "Asmae" }) });
  const go = asmae.page.locator("form").getByRole("button", { name: text("my_data.end_go"), exact: true });
  await name.fill("Quelqu’un");
  await go.click();
  await expect(asmae.page.locator(".field__error")).toContainText(part("my_data.end_wrong", { name: "Asmae" }));
  await expect(name).toBeFocused();
  await expectAxeClean(asmae.page);
  await name.fill("asmae");
  const dialog = asmae.page.getByRole("dialog", { name: text("my_data.end_title") });
  await expect(async () => {
    if (!(await dialog.isVisible())) await go.click();
    await expect(dialog).toBeVisible({ timeout: 500 });
  }).toPass({ intervals: [100] });
  await expectAxeClean(asmae.page);
  // Nothing is done before the second yes.
  await dialog.getByRole("button").first().click();
  await expect(dialog).toBeHidden();
  await expect(cecile.page.getByRole("link", { name: "Travailler dans une crèche à Liège" })).toBeVisible();
  await expect(async () => {
    if (!(await dialog.isVisible())) await go.click();
    await expect(dialog).toBeVisible({ timeout: 500 });
  }).toPass({ intervals: [100] });
  // There is no board any more: the mentor's browser says so in its console.
  cecile.trouble.allow(/Failed to load resource: the server responded with a status of 40[134]/);
  await dialog.getByRole("button", { name: text("my_data.end_go"), exact: true }).click();
  await expect(asmae.page).toHaveURL(/\/left$/);
  await expectAxeClean(asmae.page);

  // The mentor, who had the plan open, sees it no more; nor after a reload; nor can it be asked for.
  await expect(heading(cecile.page)).toHaveText(text("closed.title"));
  await expect(cecile.page.locator("#app")).not.toContainText("Travailler dans une crèche à Liège");
  await expectAxeClean(cecile.page);
  const tap = await Tap.on(cecile);
  await tap.settle();
  await expect(cecile.page.locator("#app")).not.toContainText("Travailler dans une crèche à Liège");
  expect(tap.holds("Travailler dans une crèche à Liège")).toEqual([]);
  // The way in that she had leads nowhere.
  const again = await asmae.context.request.get("/api/v1/account/data");
  expect(again.status()).toBe(401);
});
