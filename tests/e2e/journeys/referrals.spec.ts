// Services and what becomes of a referral; people and days one keeps to oneself; the career aim.
import type { Page } from "@playwright/test";
import { expectAxeClean } from "../fixtures/axe";
import { about, answer, card, choose, inDays, line, typeDay } from "../fixtures/forms";
import { button, field, heading, link } from "../fixtures/plan";
import { Tap } from "../fixtures/tap";
import { expect, part, type Person, test, text, whole } from "../fixtures/test";

/** A change of one is on the other's screen within this time (milliseconds). */
const LIVE = { timeout: 3_000 };
const CANARY = "Zygomatique7391";

/** Opens the referral from the list; both see the same name. */
async function openReferral({ page }: Person, name: string): Promise<void> {
  await page.getByRole("link", { name, exact: true }).click();
  await expect(heading(page)).toHaveText(name);
}

test("from the directory to a referral: live, not dared, both go, outcome, next step", async ({ enter }) => {
  test.slow();
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  await asmae.open("/referrals");
  await expect(asmae.page.getByRole("link", { name: "Actiris", exact: true })).toHaveCount(0);

  // The directory begins with the duo's region; a typo is understood, and a region leaves out what
  // is elsewhere.
  await cecile.open("/services");
  const found = cecile.page.getByRole("heading", { level: 3, name: "Actiris", exact: true });
  await line(cecile.page, "service.search").fill("actirs");
  const region = cecile.page.getByRole("combobox", { name: part("region.question") });
  await expect(region.locator("option:checked")).toHaveText(text("region.wallonia"));
  await button(cecile.page, "service.find").click();
  await expect(cecile.page.getByRole("heading", { name: text("service.none"), exact: true })).toBeVisible();
  await choose(cecile.page, "region.question", "region.all");
  await expect(found).toBeVisible();
  await cecile.page.reload();
  await expect(region.locator("option:checked"), "all of them is a choice too").toHaveText(text("region.all"));
  await line(cecile.page, "service.search").fill("actirs");
  await button(cecile.page, "service.find").click();
  await choose(cecile.page, "region.question", "region.wallonia");
  await expect(found).toBeHidden();
  await choose(cecile.page, "region.question", "region.brussels");
  await expect(found).toBeVisible();
  const actiris = card(cecile.page, "Actiris");
  await expectAxeClean(cecile.page);
  await about(actiris, "service.more", "Actiris").click();
  await expect(actiris.getByText("Votre CV, même ancien")).toBeVisible();
  await expect(actiris.getByRole("link", { name: /0800\s?35\s?123|080035123/ })).toHaveAttribute("href", "tel:080035123");
  await expectAxeClean(cecile.page);
  await link(actiris, "service.refer").click();
  await expect(heading(cecile.page)).toHaveText(text("referral.new_title"));
  await expect(field(cecile.page, "referral.name")).toHaveValue("Actiris");
  await answer(cecile.page, "referral.mode_called").check();
  await expectAxeClean(cecile.page);
  await button(cecile.page, "referral.add").click();
  await expect(heading(cecile.page)).toHaveText("Actiris");

  // On the mentee's phone without a reload: what to bring, and a number to press.
  await openReferral(asmae, "Actiris");
  await expect(asmae.page.getByRole("link", { name: /^Appeler/ })).toHaveAttribute("href", "tel:080035123");
  const bring = line(asmae.page, "referral.bring_label");
  await expect(bring).toHaveValue(/Votre CV, même ancien/);
  await expect(asmae.page.locator("#app")).toContainText(text("referral.mode_called"));
  await expectAxeClean(asmae.page);

  // "I did not dare" is answered kindly, and leads to a step for both.
  const main = cecile.page.locator("#app");
  await expect(main).toContainText(part("referral.not_said", { name: "Asmae" }));
  await button(asmae.page, "referral.did_not_dare").click();
  await expect(asmae.page.locator("#app").getByText(text("referral.kind_did_not_dare"))).toBeVisible();
  await expect(main).toContainText(
    part("referral.they_said", { name: "Asmae", words: text("referral.did_not_dare") }),
    LIVE,
  );
  await expectAxeClean(asmae.page);
  await asmae.page.getByRole("combobox", { name: part("step_offer.question") }).selectOption("new");
  await button(asmae.page, "step_offer.add").click();
  await link(asmae.page, "step_offer.see").click();
  const together = (page: Page) =>
    page.getByRole("checkbox", { name: part("referral.together", { service: "Actiris" }) });
  await expect(heading(asmae.page)).toHaveText("Actiris");
  await expect(together(asmae.page)).toBeVisible();
  await cecile.open("/plan");
  await cecile.page.locator("#app").getByRole("link", { name: "Actiris", exact: true }).click();
  await together(cecile.page).check();
  await expect(together(asmae.page)).toBeChecked(LIVE);

  // What came of it, and what is next: the mentor reads it as it is noted.
  for (const person of [asmae, cecile]) {
    await person.open("/referrals");
    await openReferral(person, "Actiris");
  }
  await button(asmae.page, "referral.outcome_note").click();
  await answer(asmae.page, "referral.outcome_registered").check();
  await expectAxeClean(asmae.page);
  await button(asmae.page, "action.save").click();
  const outcome = cecile.page.getByRole("heading", { name: text("referral.outcome_title"), exact: true }).locator("..");
  await expect(outcome).toContainText(text("referral.outcome_registered"), LIVE);
  const next = line(asmae.page, "referral.next");
  await next.fill("Rappeler le lundi matin");
  await next.blur();
  await expect(line(cecile.page, "referral.next").or(outcome.getByText("Rappeler le lundi matin")).first()).toBeVisible();
  await expect(async () => {
    const typed = line(cecile.page, "referral.next");
    const words = (await typed.count()) > 0 ? await typed.inputValue() : await outcome.innerText();
    expect(words).toContain("Rappeler le lundi matin");
  }).toPass({ timeout: 3_000, intervals: [100] });
  const offer = asmae.page.getByRole("heading", { name: text("referral.outcome_title"), exact: true }).locator("..");
  await button(offer, "step_offer.add").click();
  await expect(offer.getByText(text("step_offer.done"))).toBeVisible();
  await expectAxeClean(asmae.page);
  await asmae.open("/referrals");
  await expectAxeClean(asmae.page);
});

test("the days of a PIIS are seen by both; the reminder is the mentee's alone", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  const review = inDays(45);
  await cecile.open("/referrals");
  await asmae.open("/referrals/new");
  await answer(asmae.page, "referral.kind_piis").check();
  await field(asmae.page, "referral.name").fill("PIIS du CPAS de Liège");
  await choose(asmae.page, "referral.theme", "theme.job");
  await expectAxeClean(asmae.page);
  await button(asmae.page, "referral.add").click();
  await expect(heading(asmae.page)).toHaveText("PIIS du CPAS de Liège");
  await openReferral(cecile, "PIIS du CPAS de Liège");

  await button(asmae.page, "review.add").click();
  await typeDay(asmae.page, "review.day", review);
  await expectAxeClean(asmae.page);
  await button(asmae.page, "action.save").click();
  const days = asmae.page.getByRole("heading", { name: text("review.title"), exact: true }).locator("..");
  await expect(days.getByRole("listitem").filter({ hasText: review.said })).toBeVisible();
  const hers = cecile.page.getByRole("heading", { name: text("review.title"), exact: true }).locator("..");
  await expect(hers.getByRole("listitem").filter({ hasText: review.said })).toBeVisible(LIVE);

  await days.getByRole("button", { name: part("review.keep") }).click();
  await expect(days.getByText(text("review.is_kept"))).toBeVisible();
  await asmae.open("/dates");
  await expect(card(asmae.page, text("key_date.kind_piis"))).toContainText(review.said);
  await expectAxeClean(asmae.page);
  await asmae.saved();
  await cecile.open("/dates");
  await expect(cecile.page.locator("#app").getByText(text("key_date.empty_mentor"))).toBeVisible();
});

test("contacts and key dates are the mentee's own until one is shared", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  const tap = await Tap.on(cecile);
  const permit = inDays(60);

  await asmae.open("/contacts");
  await button(asmae.page, "contact.add").first().click();
  await field(asmae.page, "contact.name").fill(`Tante ${CANARY}`);
  await line(asmae.page, "contact.help").fill("Elle connaît une crèche à Seraing.");
  await line(asmae.page, "contact.reach").fill("0470 12 34 56");
  await expect(answer(asmae.page, "privacy.me")).toBeChecked();
  await expectAxeClean(asmae.page);
  await asmae.page.locator("form").getByRole("button", { name: text("contact.add"), exact: true }).click();
  const row = card(asmae.page, `Tante ${CANARY}`);
  await expect(row).toContainText(text("privacy.me"));
  await about(row, "contact.today", CANARY).click();
  await expect(about(row, "contact.today", CANARY)).toBeHidden();
  await expect(row.getByRole("link", { name: /^Appeler/ })).toHaveAttribute("href", "tel:0470123456");
  await expectAxeClean(asmae.page);

  await asmae.open("/dates");
  await expect(asmae.page.locator("#app").getByText(text("key_date.no_numbers")).first()).toBeVisible();
  await button(asmae.page, "key_date.add").first().click();
  await line(asmae.page, "key_date.title").fill(`Carte ${CANARY}`);
  await typeDay(asmae.page, "key_date.day", permit);
  await expect(answer(asmae.page, "privacy.me")).toBeChecked();
  await expectAxeClean(asmae.page);
  await asmae.page.locator("form").getByRole("button", { name: text("key_date.add"), exact: true }).click();
  await expect(card(asmae.page, `Carte ${CANARY}`)).toContainText(permit.said);
  await expectAxeClean(asmae.page);
  await asmae.saved();

  // Everything that the mentor can ask for, and what the stream says meanwhile.
  for (const path of ["/dates", "/week", "/plan", "/history", "/removed", "/contacts"]) {
    await cecile.open(path);
    await cecile.saved();
    await expect(cecile.page.locator("#app")).not.toContainText(CANARY);
  }
  await tap.settle();
  expect(tap.bytes).toBeGreaterThan(0);
  expect(tap.holds(CANARY), "the mentor received what is private").toEqual([]);

  // Shared with one press, and there: the contact alone.
  await asmae.open("/contacts");
  await row.getByRole("button", { name: part("privacy.share", { name: "Cécile" }) }).click();
  const hers = card(cecile.page, `Tante ${CANARY}`);
  await expect(hers).toBeVisible(LIVE);
  await expect(hers).toContainText("Elle connaît une crèche à Seraing.");
  await expectAxeClean(cecile.page);
  await tap.settle();
  expect(tap.holds(`Tante ${CANARY}`).length, "the tap hears what is shared").toBeGreaterThan(0);
  expect(tap.holds(`Carte ${CANARY}`), "the date stays private").toEqual([]);
  await about(row, "privacy.unshare", CANARY).click();
  await expect(hers).toBeHidden(LIVE);
});

test("a career aim: not known yet is an answer, and a typo finds the occupation", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  await cecile.open("/project");
  await expect(cecile.page.locator("#aim-title")).toHaveText("Puériculteur, puéricultrice");
  await asmae.open("/project");
  await expectAxeClean(asmae.page);

  await button(asmae.page, "plan.choose_no_project").click();
  await expect(heading(asmae.page)).toHaveText(text("exploration.title"));
  await expect(asmae.page.locator(".step__title")).toHaveCount(3);
  await expectAxeClean(asmae.page);
  await expect(cecile.page.locator("#aim-title")).toHaveText(whole("aim.none"), LIVE);

  await asmae.open("/project");
  await button(asmae.page, "career.change").click();
  await line(asmae.page, "career.search").fill("infirmere");
  await button(asmae.page, "service.find").click();
  const nurse = asmae.page.getByRole("radio", { name: /^Infirmier, infirmière/ });
  await expect(nurse).toBeVisible();
  await nurse.check();
  await expectAxeClean(asmae.page);
  // Lists of shortages never stand without region and year.
  await expect(asmae.page.getByRole("group", { name: text("career.results") })).toContainText(
    part("career.shortage", { region: text("region.brussels"), year: 2024, source: "Actiris, fonctions critiques 2024" }),
  );
  await button(asmae.page, "career.save").click();
  await expect(asmae.page.locator("#aim-title")).toHaveText("Infirmier, infirmière");
  await expect(cecile.page.locator("#aim-title")).toHaveText("Infirmier, infirmière", LIVE);
  await expectAxeClean(asmae.page);
  await expectAxeClean(cecile.page);
});
