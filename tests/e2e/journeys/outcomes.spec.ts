// What came of a duo: outcomes, the question some months later, and the numbers that decide how
// both are counted.
import type { Locator, Page } from "@playwright/test";
import { begins, whatever } from "../fixtures/answers";
import { expectAxeClean } from "../fixtures/axe";
import { answer, type Day, inDays, line, typeDay } from "../fixtures/forms";
import { sideways, smallTargets } from "../fixtures/layout";
import { expectGoodInBothSizes, pressUntil, row } from "../fixtures/office";
import { button, heading, link } from "../fixtures/plan";
import { readQr } from "../fixtures/qr";
import { expect, part, PHONE, type Person, test, text, whole } from "../fixtures/test";

/** Opens the page of a duo from the list of the coordinator. */
async function openDuo({ page }: Person, mentee: string): Promise<void> {
  await page.goto("/duos");
  await page.getByRole("rowheader", { name: new RegExp(mentee) }).getByRole("link").first().click();
  await expect(heading(page)).toContainText(mentee);
}

function outcomes(page: Page): Locator {
  return page.getByRole("region", { name: text("outcome.title"), exact: true });
}

/** The card of one outcome. */
function card(page: Page, kind: string): Locator {
  const title = page.getByRole("heading", { name: text(kind), exact: true });
  return outcomes(page).getByRole("listitem").filter({ has: title });
}

/** The fault beside the question that has these words. */
function beside(within: Locator, question: string): Locator {
  return within.locator(".field").filter({ hasText: text(question) }).locator(".field__error");
}

/** Notes a job; how long it lasts in months, or without an end. */
async function noteJob(page: Page, start: Day, months?: number): Promise<void> {
  const here = outcomes(page);
  await pressUntil(begins(here, "outcome.add"), here.locator("form"));
  await answer(here, "outcome.kind_job").check();
  await typeDay(here, "outcome.start", start);
  const contract = here.getByRole("combobox", { name: part("outcome.contract") });
  await contract.selectOption(months ? "fixed_term" : "permanent");
  if (months) await line(here, "outcome.months").fill(`${months}`);
  await answer(here, "outcome.evidence_documented").check();
  await button(here, "outcome.save").click();
  await expect(card(page, "outcome.kind_job")).toBeVisible();
}

test("an outcome: refused beside the question, noted, changed, taken away and put back", async ({ enter }) => {
  const nadia = await enter("nadia");
  const { page } = nadia;
  await openDuo(nadia, "Asmae");
  const here = outcomes(page);
  await expect(here.getByText(text("outcome.none"))).toBeVisible();
  await begins(here, "outcome.add").click();
  await expectGoodInBothSizes(page, "outcome-form");

  // Nothing answered: each fault stands beside its question, and the summary has the focus.
  await button(here, "outcome.save").click();
  await expect(page.locator(".summary")).toBeFocused();
  await expect(beside(here, "outcome.kind")).toHaveText(text("outcome.error_kind"));
  await expect(beside(here, "outcome.start")).toHaveText(text("outcome.error_start"));
  await expect(beside(here, "outcome.evidence")).toHaveText(text("outcome.error_evidence"));
  await expectGoodInBothSizes(page, "outcome-faults");

  // Only work has hours and months.
  await expect(line(here, "outcome.hours")).toHaveCount(0);
  await answer(here, "outcome.kind_training").check();
  await expect(line(here, "outcome.hours")).toHaveCount(0);
  await answer(here, "outcome.kind_job").check();
  await line(here, "outcome.hours").fill("61");
  await line(here, "outcome.months").fill("deux");
  await answer(here, "outcome.evidence_documented").check();
  await typeDay(here, "outcome.start", inDays(-400));
  await pressUntil(button(here, "outcome.save"), beside(here, "outcome.hours"));
  await expect(beside(here, "outcome.hours")).toHaveText(text("outcome.error_hours"));
  await expect(beside(here, "outcome.months")).toHaveText(text("outcome.error_months"));
  // All at once, and the first day of the duo is said: 70 days ago in the demo.
  await expect(beside(here, "outcome.start")).toContainText(inDays(-70).said);
  await line(here, "outcome.hours").fill("38");
  await line(here, "outcome.months").fill("2");
  await typeDay(here, "outcome.start", inDays(-5));
  const job = card(page, "outcome.kind_job");
  await pressUntil(button(here, "outcome.save"), job);
  const durable = job.getByText(text("outcome.durable"), { exact: true });
  await expect(job).toContainText(inDays(-5).said);
  await expect(job).toContainText(text("outcome.for_months", { n: 2 }));
  await expect(job).toContainText(text("outcome.evidence_documented"));
  await expect(durable).toHaveCount(0);
  await expect(here.getByText(text("outcome.none"))).toHaveCount(0);
  await expect(page.locator("#outcomes")).toBeFocused();
  await expectGoodInBothSizes(page, "outcome-noted");

  // Without an end it counts as durable; a number of months beside that is refused.
  await begins(job, "outcome.change").click();
  const changing = here.locator("li.card");
  await expect(line(changing, "outcome.months")).toHaveValue("2");
  await changing.getByRole("combobox", { name: part("outcome.contract") }).selectOption("permanent");
  await pressUntil(button(changing, "outcome.save"), beside(changing, "outcome.months").or(beside(changing, "outcome.contract")));
  await expect(changing.getByText(text("outcome.error_open")).last()).toBeVisible();
  await line(changing, "outcome.months").fill("");
  await pressUntil(button(changing, "outcome.save"), durable);
  await expect(job).toContainText(text("outcome.contract_permanent"));
  await expectGoodInBothSizes(page, "outcome-durable");

  await begins(job, "outcome.remove").click();
  await expect(here.getByText(text("outcome.none"))).toBeVisible();
  const bar = page.locator(".undo");
  await expect(bar).toContainText(part("outcome.removed", { what: text("outcome.kind_job") }));
  await expectAxeClean(page);
  await button(bar, "action.undo").click();
  await expect(durable).toBeVisible();
  await expect(bar).toHaveCount(0);
  await page.reload();
  await expect(durable).toBeVisible();
});

test("two coordinators change the same outcome: the second sees what is written now", async ({ enter }) => {
  const [nadia, helene] = [await enter("nadia"), await enter("helene")];
  helene.trouble.allow(/status of 412/);
  await openDuo(nadia, "Asmae");
  await noteJob(nadia.page, inDays(-5), 2);
  await helene.open(new URL(nadia.page.url()).pathname);
  const [hers, theirs] = [card(nadia.page, "outcome.kind_job"), card(helene.page, "outcome.kind_job")];
  await expect(theirs).toContainText(text("outcome.for_months", { n: 2 }));
  await begins(theirs, "outcome.change").click();
  await begins(hers, "outcome.change").click();
  for (const [{ page }, months] of [[nadia, "4"], [helene, "1"]] as const) {
    const form = outcomes(page).locator("li.card");
    await line(form, "outcome.months").fill(months);
    await pressUntil(button(form, "outcome.save"), card(page, "outcome.kind_job"));
    await expect(card(page, "outcome.kind_job")).toContainText(text("outcome.for_months", { n: 4 }));
  }
});

test("the settings: what is durable follows them at once; only who leads the association changes them", async ({ enter }) => {
  const [nadia, helene] = [await enter("nadia"), await enter("helene")];
  await openDuo(nadia, "Asmae");
  await noteJob(nadia.page, inDays(-5), 4);
  const durable = card(nadia.page, "outcome.kind_job").getByText(text("outcome.durable"), { exact: true });
  await expect(durable).toBeVisible();
  await nadia.open("/settings");
  await expect(nadia.page.locator("#app").getByText(text("settings.read_only"))).toBeVisible();
  await expect(nadia.page.locator("#app form")).toHaveCount(0);
  await expectGoodInBothSizes(nadia.page, "settings-read");

  const { page } = helene;
  helene.trouble.allow(/status of 412/);
  await helene.open("/more");
  await page.getByRole("link", { name: text("settings.title"), exact: true }).click();
  await expect(heading(page)).toHaveText(text("settings.title"));
  const months = line(page, "settings.durable");
  await expect(months).toHaveValue("3");
  await expectGoodInBothSizes(page, "settings");
  // A second window of hers, opened before.
  const second = await helene.context.newPage();
  await second.goto("/settings");
  await expect(line(second, "settings.durable")).toHaveValue("3");
  await page.bringToFront();
  await months.fill("0");
  await line(page, "settings.retention").fill("beaucoup");
  await button(page, "settings.save").click();
  await expect(page.locator(".summary")).toBeFocused();
  await expect(page.locator(".field__error")).toHaveCount(2);
  await expect(months).toHaveValue("0");
  await expectGoodInBothSizes(page, "settings-faults");
  await months.fill("6");
  await line(page, "settings.retention").fill("12");
  await pressUntil(button(page, "settings.save"), page.locator("#page-title:focus"));
  await expect(months).toHaveValue("6");
  // The other window holds old numbers: they do not win, and are replaced by hers.
  await second.bringToFront();
  await line(second, "settings.durable").fill("1");
  await button(second, "settings.save").click();
  await expect(line(second, "settings.durable")).toHaveValue("6");
  await expect(second.locator("#announce")).toContainText(text("settings.stale"));

  await openDuo(nadia, "Asmae");
  await expect(card(nadia.page, "outcome.kind_job")).toBeVisible();
  await expect(durable).toHaveCount(0);
  await expect(outcomes(nadia.page).getByText(part("outcome.durable_rule", { n: 6 }))).toBeVisible();
});

test("news after some months: by phone, nobody there, and the way to the outcome", async ({ enter }) => {
  const nadia = await enter("nadia");
  const { page } = nadia;
  await nadia.open("/more");
  await page.getByRole("link", { name: text("follow_up.title"), exact: true }).click();
  await expect(heading(page)).toHaveText(text("follow_up.title"));
  const count = page.locator("#follow-ups-due");
  await expect(count).toHaveText(/^\d+/);
  await expectGoodInBothSizes(page, "follow-ups");
  const before = Number.parseInt((await count.textContent()) ?? "", 10);

  // Nobody there: still on the list, with a try more.
  const mariam = row(page, "follow_up.title", "Mariam");
  await begins(mariam, "follow_up.nobody").click();
  await expect(mariam).toContainText(text("follow_up.tries", { n: 1 }));
  await expect(count).toHaveText(text("follow_up.count", { n: before }));

  const sonia = row(page, "follow_up.title", "Sonia");
  await begins(sonia, "follow_up.note").click();
  await expectGoodInBothSizes(page, "follow-ups-answer");
  await button(sonia, "follow_up.save").click();
  await expect(sonia.locator(".field__error")).toHaveText(text("follow_up.choose"));
  await expect(sonia.getByRole("radio").first()).toBeFocused();
  await expectAxeClean(page);
  await answer(sonia, "follow_up.answer_in_job").check();
  await pressUntil(button(sonia, "follow_up.save"), page.locator("#follow-ups-due:focus"));
  await expect(sonia).toHaveCount(0);
  await expect(count).toHaveText(text("follow_up.count", { n: before - 1 }));
  const offer = page.locator(".notice").filter({ hasText: "Sonia" });
  await expect(offer).toContainText(text("follow_up.record_hint"));
  await expectGoodInBothSizes(page, "follow-ups-offer");
  await link(offer, "follow_up.record").click();
  await expect(heading(page)).toContainText("Sonia");
  await expect(page.locator("#outcomes")).toBeFocused();
  await expect(page.locator("#outcomes")).toBeInViewport();
  const news = page.getByRole("region", { name: text("follow_up.section"), exact: true });
  const asked = news.getByRole("listitem").filter({ hasText: text("follow_up.answer_in_job") });
  await expect(asked).toContainText(inDays(0).said);
  await noteJob(page, inDays(-3));

  // Noted: no good news waits for it any more. A slip of the pen is taken back.
  await button(asked, "follow_up.ask_again").click();
  await expect(begins(news, "follow_up.note")).toBeVisible();
  await nadia.open("/follow-ups");
  await expect(sonia).toBeVisible();

  const omar = row(page, "follow_up.title", "Omar");
  await begins(omar, "follow_up.note").click();
  await answer(omar, "follow_up.answer_unreachable").check();
  await pressUntil(button(omar, "follow_up.save"), page.getByRole("table", { name: text("follow_up.unreachable") }));
  await expect(omar).toHaveCount(0);
  await expect(row(page, "follow_up.unreachable", "Omar")).toBeVisible();
  await expectGoodInBothSizes(page, "follow-ups-unreachable");
});

test("the link to the one question: a phone without a session, an answer, another one", async ({ enter, arrive, browser }) => {
  const nadia = await enter("nadia");
  const { page } = nadia;
  await nadia.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await nadia.open("/follow-ups");
  const aicha = row(page, "follow_up.title", "Aïcha");
  await begins(aicha, "follow_up.make_link").click();
  const dialog = page.getByRole("dialog", { name: whole("follow_up.link_title", { name: "Aïcha" }) });
  const shown = dialog.locator(".code-link");
  await expect(shown).toContainText("/q#");
  const address = ((await shown.textContent()) ?? "").trim();
  await expectGoodInBothSizes(page, "follow-ups-link");
  const square = dialog.getByRole("img", { name: whole("follow_up.link_qr", { name: "Aïcha" }) });
  expect(await readQr(square)).toBe(address);
  await button(dialog, "action.copy").click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  await button(dialog, "action.close").click();

  const mentee = await arrive("aicha", PHONE);
  const there = mentee.page;
  await there.goto(address);
  const title = there.getByRole("heading", { level: 1 });
  await expect(title).toHaveText(text("ask.title"));
  // A link can land in other hands: no name, no secret in the address, nothing beside the screen.
  await expect(there.locator("body")).not.toContainText("Aïcha");
  expect(there.url()).not.toContain(address.split("#")[1]);
  expect(await smallTargets(there)).toEqual([]);
  expect(await sideways(there)).toEqual([]);
  await expectGoodInBothSizes(there, "ask");
  await there.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await button(there, "ask.searching").click();
  await expect(title).toHaveText(text("ask.thanks_title"));
  await expect(there.locator("body")).toContainText(text("ask.searching"));
  await expectGoodInBothSizes(there, "ask-thanks");
  await nadia.open("/follow-ups");
  await expect(row(page, "follow_up.title", "Mehwish")).toBeVisible();
  await expect(aicha).toHaveCount(0);

  await button(there, "ask.change").click();
  await expect(title).toHaveText(text("ask.title"));
  await button(there, "ask.in_training").click();
  await expect(title).toHaveText(text("ask.thanks_title"));
  // Good news, and nobody has noted the outcome yet.
  await nadia.open("/follow-ups");
  const news = page.getByRole("listitem").filter({ hasText: "Aïcha" });
  await expect(news).toContainText(text("follow_up.answer_in_training"));
  await expect(news).toContainText(whatever("follow_up.by_link", "date"));

  // Where no script runs the page says what to do; a wrong link says so and reveals nothing.
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 640 }, locale: "fr-BE" });
  const bare = await plain.newPage();
  await bare.goto(address);
  await expect(bare.getByRole("heading", { level: 1 })).toHaveText(text("ask.wait_title"));
  await expect(bare.getByText(text("ask.wait"))).toBeVisible();
  await plain.close();
  mentee.trouble.allow(/status of 404/);
  await there.goto("/left");
  await there.goto(`${address.slice(0, -3)}abc`);
  await expect(title).toHaveText(text("ask.over_title"));
  await expectGoodInBothSizes(there, "ask-over");
});
