// What a person agrees to, who of the association looked at them, and how long names stay.
import type { Locator, Page } from "@playwright/test";
import { begins, whatever } from "../fixtures/answers";
import { expectAxeClean } from "../fixtures/axe";
import { inDays } from "../fixtures/forms";
import { expectGoodInBothSizes, expectNotForMe, pressUntil } from "../fixtures/office";
import { button, heading, link } from "../fixtures/plan";
import { expect, part, type Person, test, text, whole } from "../fixtures/test";

/** Goes to a page from the list of all pages, as somebody who looks for it does. */
async function fromMore({ page }: Person, title: string): Promise<void> {
  await page.goto("/more");
  await page.getByRole("link", { name: text(title), exact: true }).click();
  await expect(heading(page)).toHaveText(text(title));
}

/** Opens the page of Asmae's duo; gives its address. */
async function openDuo({ page }: Person): Promise<string> {
  await page.goto("/duos");
  await page.getByRole("rowheader", { name: /Asmae/ }).getByRole("link").first().click();
  await expect(heading(page)).toContainText("Asmae");
  return new URL(page.url()).pathname;
}

/** What the page of the duo says of a purpose. */
function standing(page: Page, purpose: string, state: string): Locator {
  const here = page.getByRole("region", { name: text("duo_consent.title"), exact: true });
  const values = { purpose: text(`duo_consent.${purpose}`), state: text(`duo_consent.${state}`) };
  return here.getByText(whole("duo_consent.line", values)).first();
}

/** The card of a purpose on the page of whose it is. */
function purpose(page: Page, which: string): Locator {
  const title = page.getByRole("heading", { name: text(`consent.${which}`), exact: true });
  return page.locator("#app .card").filter({ has: title });
}

test("who looked: a name, what, and the day, for the mentee and for the mentor", async ({ enter }) => {
  const [asmae, cecile, nadia] = [await enter("asmae"), await enter("cecile"), await enter("nadia")];
  const today = (page: Page) =>
    page.locator("#app section.card").filter({ has: page.getByRole("heading", { name: inDays(0).said }) });
  const said = (what: string) => whole("looks.line", { name: "Nadia", what: text(`looks.what_${what}`) });
  await asmae.open("/my-data");
  await link(asmae.page, "looks.title").click();
  await expect(heading(asmae.page)).toHaveText(text("looks.title"));
  await expect(today(asmae.page).getByText(said("duo_page"))).toHaveCount(0);
  await openDuo(nadia);
  await expect(nadia.page.getByRole("region", { name: text("duo_consent.title") })).toBeVisible();
  await nadia.page.reload();
  await nadia.ready();

  for (const person of [asmae, cecile]) {
    await fromMore(person, "looks.title");
    // Once a day, however often it is opened.
    await expect(today(person.page).getByText(said("duo_page"))).toHaveCount(1);
    // The answers for reports are folded away, and nobody opened them.
    await expect(today(person.page).getByText(said("demographics"))).toHaveCount(0);
    await expect(person.page.locator("#app").getByText(text("looks.never"))).toBeVisible();
    await expectGoodInBothSizes(person.page, `who-looked-${person.name}`);
  }
  await button(nadia.page, "demographics.open").click();
  await expect(button(nadia.page, "demographics.save_staff")).toBeVisible();
  await asmae.open("/who-looked");
  await expect(today(asmae.page).getByText(said("demographics"))).toHaveCount(1);
  // They are about the mentee alone.
  await cecile.open("/who-looked");
  await expect(today(cecile.page).getByText(said("duo_page"))).toHaveCount(1);
  await expect(today(cecile.page).getByText(said("demographics"))).toHaveCount(0);
});

test("yes, and no again in two taps: the page of the duo says so at once", async ({ enter }) => {
  const [asmae, cecile, nadia] = [await enter("asmae"), await enter("cecile"), await enter("nadia")];
  const { page } = asmae;
  const duo = await openDuo(nadia);
  await expect(standing(nadia.page, "follow_up", "yes")).toBeVisible();
  await expect(standing(nadia.page, "story", "not_asked")).toBeVisible();

  await fromMore(asmae, "consent.title");
  const story = purpose(page, "story");
  await expect(story).toContainText(text("consent.not_asked"));
  await expectGoodInBothSizes(page, "consents");
  await begins(story, "consent.yes").click();
  await expect(story).toContainText(whatever("consent.given_on", "date"));
  await expect(story).toContainText(inDays(0).said);
  await expect(begins(story, "consent.yes")).toHaveCount(0);
  await expectAxeClean(page);
  await nadia.open(duo);
  await expect(standing(nadia.page, "story", "yes")).toBeVisible();

  // The first tap asks, the safe answer has the focus, the second withdraws.
  const news = purpose(page, "follow_up");
  await begins(news, "consent.withdraw").click();
  const sure = page.getByRole("dialog", { name: text("consent.withdraw_ask") });
  await expect(sure).toContainText(text("consent.withdraw_text"));
  await expect(button(sure, "action.cancel")).toBeFocused();
  await expectGoodInBothSizes(page, "consents-sure");
  await button(sure, "action.cancel").click();
  await expect(begins(news, "consent.withdraw")).toBeVisible();
  await begins(news, "consent.withdraw").click();
  await button(sure, "consent.withdraw").click();
  await expect(news).toContainText(whatever("consent.refused_on", "date"));
  await expect(begins(news, "consent.withdraw")).toHaveCount(0);
  await expectGoodInBothSizes(page, "consents-withdrawn");
  await nadia.open(duo);
  await expect(standing(nadia.page, "follow_up", "no")).toBeVisible();
  await expectGoodInBothSizes(nadia.page, "duo");

  // A mentor is asked about a story and a letter, and about nothing else.
  await fromMore(cecile, "consent.title");
  await expect(purpose(cecile.page, "story")).toBeVisible();
  for (const which of ["follow_up", "demographics"]) await expect(purpose(cecile.page, which)).toHaveCount(0);
  await begins(purpose(cecile.page, "story"), "consent.no").click();
  await expect(purpose(cecile.page, "story")).toContainText(inDays(0).said);
  await expectGoodInBothSizes(cecile.page, "consents-mentor");
  await nadia.open(duo);
  await expect(standing(nadia.page, "story", "no")).toBeVisible();
});

test("questions for reports: hers to give and to delete, seen when opened, never by the mentor", async ({ enter }) => {
  const [asmae, cecile, nadia] = [await enter("asmae"), await enter("cecile"), await enter("nadia")];
  const { page } = asmae;
  const education = (within: Page) => within.getByRole("combobox", { name: part("demographics.education") });
  const chosen = (within: Page) => education(within).locator("option:checked");
  await expectNotForMe(cecile, "/report-questions");
  await cecile.open("/more");
  await expect(cecile.page.locator('#app a[href="/report-questions"]')).toHaveCount(0);
  await asmae.open("/consents");
  await link(page, "demographics.open").click();
  await expect(heading(page)).toHaveText(text("demographics.title"));
  for (const key of ["purpose", "mentor_never", "staff_sees"]) {
    await expect(page.locator("#app").getByText(text(`demographics.${key}`))).toBeVisible();
  }
  await education(page).selectOption({ label: text("demographics.education_master") });
  await expectGoodInBothSizes(page, "report-questions");
  await pressUntil(button(page, "demographics.save"), page.locator("#announce").getByText(text("demographics.saved")));
  await page.reload();
  await expect(chosen(page)).toHaveText(text("demographics.education_master"));

  await openDuo(nadia);
  // Not one answer is on the page before somebody opens them.
  await expect(button(nadia.page, "demographics.open")).toBeVisible();
  await expect(education(nadia.page)).toHaveCount(0);
  await button(nadia.page, "demographics.open").click();
  await expect(chosen(nadia.page)).toHaveText(text("demographics.education_master"));
  await expectGoodInBothSizes(nadia.page, "duo-answers");

  await button(page, "demographics.delete").click();
  const sure = page.getByRole("dialog", { name: text("demographics.delete_ask") });
  await expectGoodInBothSizes(page, "report-questions-delete");
  await button(sure, "demographics.delete").click();
  await expect(chosen(page)).toHaveText(text("demographics.not_answered"));
  await expect(button(page, "demographics.delete")).toHaveCount(0);
  await asmae.open("/consents");
  await expect(purpose(page, "demographics")).toContainText(inDays(0).said);
  await expect(begins(purpose(page, "demographics"), "consent.yes")).toBeVisible();

  // What the coordinator has open is old by now: nothing is kept after a no, and the form is gone.
  nadia.trouble.allow(/status of 409/);
  await education(nadia.page).selectOption({ label: text("demographics.education_cess") });
  await button(nadia.page, "demographics.save_staff").click();
  await expect(nadia.page.locator("#app").getByText(text("demographics.refused"))).toBeVisible();
  await expect(education(nadia.page)).toHaveCount(0);
  await expectGoodInBothSizes(nadia.page, "duo-answers-refused");
  await asmae.open("/report-questions");
  await expect(chosen(page)).toHaveText(text("demographics.not_answered"));
  // Only her own yes opens it again.
  await asmae.open("/consents");
  await begins(purpose(page, "demographics"), "consent.yes").click();
  await expect(begins(purpose(page, "demographics"), "consent.withdraw")).toBeVisible();
  await nadia.page.reload();
  await button(nadia.page, "demographics.open").click();
  await education(nadia.page).selectOption({ label: text("demographics.education_cess") });
  await pressUntil(
    button(nadia.page, "demographics.save_staff"),
    nadia.page.locator("#announce").getByText(text("demographics.saved")),
  );
  await asmae.open("/report-questions");
  await expect(chosen(page)).toHaveText(text("demographics.education_cess"));
});

test("how long names and words stay is said where one's own data are", async ({ enter }) => {
  const [asmae, helene] = [await enter("asmae"), await enter("helene")];
  const { page } = asmae;
  await asmae.open("/my-data");
  const title = page.getByRole("heading", { name: text("retention.title"), exact: true });
  const rule = page.locator("#app section.card").filter({ has: title });
  await expect(rule).toContainText(part("retention.rule", { n: 6 }));
  await expect(rule).toContainText(text("retention.counts"));
  // No day while the duo runs.
  await expect(button(rule, "retention.keep")).toHaveCount(0);
  await expectGoodInBothSizes(page, "my-data");
  // The association's number is the one that is said.
  await helene.open("/settings");
  await helene.page.getByRole("textbox", { name: part("settings.retention") }).fill("12");
  await pressUntil(button(helene.page, "settings.save"), helene.page.locator("#page-title:focus"));
  await page.reload();
  await expect(rule).toContainText(part("retention.rule", { n: 12 }));
});
