// What coordinators look after for all duos: the directory of services, the cards of the library,
// and their own letter of the week.
import type { Locator, Page } from "@playwright/test";
import { begins } from "../fixtures/answers";
import { expectAxeClean } from "../fixtures/axe";
import { card, choose, inDays, line } from "../fixtures/forms";
import { box, expectGoodInBothSizes, pressUntil } from "../fixtures/office";
import { button, field, heading } from "../fixtures/plan";
import { expect, part, type Person, test, text } from "../fixtures/test";

const CPAS = "CPAS de votre commune";
const DEAF = "Point sourd, Liège";

/** Looks for a service as a duo does. */
async function find(page: Page, words: string): Promise<void> {
  await page.goto("/services");
  await line(page, "service.search").fill(words);
  await button(page, "service.find").click();
}

/** Looks for an entry as a coordinator does. */
async function lookUp({ page }: Person, words: string): Promise<Locator> {
  await page.goto("/directory");
  await line(page, "directory.search").fill(words);
  await button(page, "service.find").click();
  const entry = card(page, words);
  await expect(entry).toBeVisible();
  return entry;
}

/** Picks a language in the menu at the top. */
async function speak(page: Page, language: string): Promise<void> {
  const menu = page.locator(".language-menu");
  await menu.locator("summary").click();
  await menu.getByRole("button", { name: language, exact: true }).click();
  await expect(menu.locator("summary")).toContainText(language);
}

/** The fault beside an input. */
function beside(page: Page, input: Locator): Locator {
  return page.locator(".field").filter({ has: input }).locator(".field__error");
}

test("the directory: what is to be verified, an entry changed and translated, taken out and put back", async ({ enter }) => {
  test.slow();
  const [asmae, nadia] = [await enter("asmae"), await enter("nadia")];
  const { page } = nadia;
  await nadia.open("/more");
  await page.getByRole("link", { name: text("directory.title"), exact: true }).click();
  await expect(heading(page)).toHaveText(text("directory.title"));
  const found = page.locator("#directory-found");
  await expect(found).toHaveText(/^\d+/);
  await expectGoodInBothSizes(page, "directory");

  // One that nobody verified: a press, and it leaves the list.
  await choose(page, "directory.show", "directory.show_unverified");
  const entries = page.locator("#app .card").filter({ has: page.getByRole("heading", { level: 3 }) });
  const due = await entries.count();
  expect(due).toBeGreaterThan(1);
  const name = (await entries.first().getByRole("heading", { level: 3 }).textContent()) ?? "";
  await expect(entries.first()).toContainText(text("service.unverified"));
  await begins(entries.first(), "directory.verify").click();
  await expect(card(page, name)).toHaveCount(0);
  await expect(found).toHaveText(text("directory.count", { n: due - 1 }));
  await expect(found).toBeFocused();
  await expectGoodInBothSizes(page, "directory-unverified");
  const checked = await lookUp(nadia, name);
  await expect(checked).toContainText(inDays(0).said);

  // Changed: the duo reads the new words with its next look.
  const cpas = await lookUp(nadia, CPAS);
  await cpas.getByRole("link", { name: part("directory.edit") }).click();
  await expect(heading(page)).toHaveText(text("directory.title_one"));
  const note = line(page, "directory.note");
  await expect(line(page, "directory.name")).toHaveValue(CPAS);
  await note.fill("Prenez un ticket à l’accueil.");
  await expectGoodInBothSizes(page, "directory-edit");
  await pressUntil(button(page, "directory.save"), found);
  await find(asmae.page, CPAS);
  await begins(card(asmae.page, CPAS), "service.more").click();
  await expect(card(asmae.page, CPAS)).toContainText("Prenez un ticket à l’accueil.");

  // The other language is a text of its own; the first one keeps what it said.
  await (await lookUp(nadia, CPAS)).getByRole("link", { name: part("directory.edit") }).click();
  await expect(line(page, "directory.name")).toHaveValue(CPAS);
  await page.getByRole("radio", { name: "Nederlands" }).check();
  await expect(line(page, "directory.name")).not.toHaveValue(CPAS);
  await line(page, "directory.name").fill("OCMW van je gemeente, zo heet het");
  await pressUntil(button(page, "directory.save"), found);
  await find(asmae.page, CPAS);
  await expect(card(asmae.page, CPAS)).toBeVisible();
  await speak(asmae.page, "Nederlands");
  await asmae.page.goto("/services");
  await expect(asmae.page.getByRole("heading", { name: "OCMW van je gemeente, zo heet het" })).toBeVisible();
  await speak(asmae.page, "Français");

  // Out, after a question; nobody is sent there any more, and it can come back.
  await begins(await lookUp(nadia, CPAS), "directory.retire").click();
  const sure = page.getByRole("dialog", { name: text("directory.retire_ask") });
  await expect(button(sure, "action.cancel")).toBeFocused();
  await expectGoodInBothSizes(page, "directory-retire");
  await button(sure, "directory.retire").click();
  await expect(card(page, CPAS)).toHaveCount(0);
  await find(asmae.page, "CPAS");
  await expect(card(asmae.page, CPAS)).toHaveCount(0);
  await nadia.open("/directory");
  await choose(page, "directory.show", "directory.show_out");
  await expect(card(page, CPAS)).toContainText(text("directory.out"));
  // The choice stands in the address: the page can be opened again as it is.
  await expect(page).toHaveURL(/[?&]show=out/);
  await page.reload();
  await expect(card(page, CPAS)).toContainText(text("directory.out"));
  await expectGoodInBothSizes(page, "directory-out");
  await begins(card(page, CPAS), "directory.back_in").click();
  await expect(card(page, CPAS)).toHaveCount(0);
  await expect(page.getByText(text("directory.none"))).toBeVisible();
  await find(asmae.page, CPAS);
  await expect(card(asmae.page, CPAS)).toBeVisible();
});

test("a new service: what is missing stands beside each question, then the duo finds it", async ({ enter }) => {
  const [asmae, nadia] = [await enter("asmae"), await enter("nadia")];
  const { page } = nadia;
  await nadia.open("/directory");
  await page.getByRole("link", { name: text("directory.add"), exact: true }).click();
  await expect(heading(page)).toHaveText(text("directory.title_new"));
  await expectGoodInBothSizes(page, "directory-new");
  await button(page, "directory.save").click();
  await expect(page.locator(".summary")).toBeFocused();
  await expect(page.locator("#app").getByText(text("directory.choose_kind")).last()).toBeVisible();
  await expect(page.locator("#app").getByText(text("directory.choose_region")).last()).toBeVisible();
  const needed = ["directory.name", "directory.does", "directory.who", "service.contact", "directory.web"];
  for (const key of needed) await expect(beside(page, line(page, key)), key).not.toBeEmpty();
  await expect(page.locator(".field__error")).toHaveCount(needed.length + 2);
  await expectGoodInBothSizes(page, "directory-new-faults");

  await line(page, "directory.name").fill(DEAF);
  await choose(page, "directory.kind", "service_kind.health_fund");
  await box(page, "directory.regions", text("region.wallonia")).check();
  await line(page, "directory.does").fill("Aide les personnes sourdes à parler à un employeur.");
  await line(page, "directory.who").fill("Tout le monde.");
  await line(page, "service.contact").fill("Écrivez un message.");
  await line(page, "directory.web").fill("pas un site");
  await line(page, "directory.phone").fill("85.07.30-033.28");
  const telephone = beside(page, line(page, "directory.phone"));
  nadia.trouble.allow(/status of 422/);
  await pressUntil(button(page, "directory.save"), beside(page, line(page, "directory.web")));
  await expect(line(page, "directory.name")).toHaveValue(DEAF);
  await line(page, "directory.web").fill("www.exemple.be");
  await pressUntil(button(page, "directory.save"), telephone);
  await expect(telephone).toHaveText(part("directory_error.private", { field: text("directory.phone") }));
  await line(page, "directory.phone").fill("04 000 00 09");
  await pressUntil(button(page, "directory.save"), page.locator("#directory-found"));
  await find(asmae.page, "sourd");
  const there = card(asmae.page, DEAF);
  await expect(there).toContainText("Aide les personnes sourdes");
  await begins(there, "service.more").click();
  await expect(there.getByRole("link", { name: part("reach.call") })).toHaveAttribute("href", "tel:040000009");
  await expectAxeClean(asmae.page);
});

test("two coordinators on one entry: the second keeps her words and sees what is written now", async ({ enter }) => {
  const [nadia, helene] = [await enter("nadia"), await enter("helene")];
  helene.trouble.allow(/status of 412/);
  for (const person of [nadia, helene]) {
    await (await lookUp(person, CPAS)).getByRole("link", { name: part("directory.edit") }).click();
    await expect(line(person.page, "directory.name")).toHaveValue(CPAS);
  }
  await line(nadia.page, "directory.who").fill("Qui habite la commune.");
  await pressUntil(button(nadia.page, "directory.save"), nadia.page.locator("#directory-found"));
  const { page } = helene;
  await line(page, "directory.who").fill("Toute personne en séjour légal.");
  await button(page, "directory.save").click();
  await expect(page.locator("#app").getByText(text("directory.stale_form"))).toBeVisible();
  await expect(page.locator("details[open]").filter({ hasText: text("directory.stale_show") })).toContainText("Qui habite la commune.");
  await expect(line(page, "directory.who")).toHaveValue("Toute personne en séjour légal.");
  await expectGoodInBothSizes(page, "directory-stale");
  await pressUntil(button(page, "directory.save"), page.locator("#directory-found"));
  await (await lookUp(nadia, CPAS)).getByRole("link", { name: part("directory.edit") }).click();
  await expect(line(nadia.page, "directory.who")).toHaveValue("Toute personne en séjour légal.");
});

test("a card of the library is taken out, and published again", async ({ enter }) => {
  const [asmae, nadia] = [await enter("asmae"), await enter("nadia")];
  const { page } = nadia;
  await nadia.open("/codes/any-on-time");
  const situation = (await heading(page).textContent()) ?? "";
  await nadia.open("/codes/moderate");
  const out = page.getByRole("heading", { name: text("retired_codes.title"), exact: true });
  await expect(out).toHaveCount(0);
  await expectGoodInBothSizes(page, "codes-moderate");
  await nadia.open("/codes/moderate/any-on-time");
  await expect(heading(page)).toHaveText(text("moderation.title_one"));
  await expectGoodInBothSizes(page, "codes-decide");
  await button(page, "moderation.retire").click();
  const sure = page.getByRole("dialog", { name: text("moderation.retire_ask") });
  await expectAxeClean(page);
  await button(sure, "moderation.retire").click();
  await expect(heading(page)).toHaveText(text("moderation.title"));
  await expect(out).toBeVisible();
  await expectGoodInBothSizes(page, "codes-retired");
  const hers = asmae.page.getByRole("link", { name: situation, exact: true });
  await asmae.open("/codes/any-first-call");
  await asmae.open("/codes/in/any");
  await expect(asmae.page.getByRole("link").filter({ hasText: /./ }).first()).toBeVisible();
  await expect(hers).toHaveCount(0);
  await page.getByRole("link", { name: situation, exact: true }).click();
  await expect(heading(page)).toHaveText(text("moderation.title_one"));
  await button(page, "moderation.publish").click();
  await expect(heading(page)).toHaveText(text("moderation.title"));
  await expect(out).toHaveCount(0);
  await asmae.open("/codes/any-on-time");
  await expect(heading(asmae.page)).toHaveText(situation);
});

test("the coordinator's letter of the week: numbers without a name, for whoever wants it", async ({ enter }) => {
  const nadia = await enter("nadia");
  const { page } = nadia;
  await nadia.open("/more");
  await page.getByRole("link", { name: text("letter.title"), exact: true }).click();
  await expect(heading(page)).toHaveText(text("letter.title"));
  for (const key of ["says", "says_not"]) {
    await expect(page.locator("#app").getByText(text(`staff_letter.${key}`))).toBeVisible();
  }
  const address = field(page, "letter.address");
  await expectGoodInBothSizes(page, "letter");
  await page.getByRole("checkbox", { name: text("letter.on") }).check();
  await button(page, "letter.save").click();
  await expect(beside(page, address)).toHaveText(text("letter.error_empty"));
  await address.fill("nadia@");
  await pressUntil(button(page, "letter.save"), beside(page, address).filter({ hasText: text("letter.error_unusable") }));
  await expectAxeClean(page);
  await address.fill("nadia@exemple.be");
  const told = (key: string) => page.locator(".notice").filter({ hasText: text(`letter.${key}`) });
  await pressUntil(button(page, "letter.save"), told("saved_on"));
  await page.reload();
  await expect(address).toHaveValue("nadia@exemple.be");
  await expect(page.getByRole("checkbox", { name: text("letter.on") })).toBeChecked();
  await button(page, "letter.erase").click();
  await button(page.getByRole("dialog"), "letter.erase").click();
  await expect(told("erased")).toBeVisible();
  await expect(address).toHaveValue("");
});
