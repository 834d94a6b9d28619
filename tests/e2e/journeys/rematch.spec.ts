// Another mentor: the plan stays the mentee's, and the new mentor sees what the mentee chooses. And
// the way in, when a phone is lost or a stranger came.
import type { Page } from "@playwright/test";
import { close, openDuo, section, unfold } from "../fixtures/acting";
import { LIVE } from "../fixtures/answers";
import { expectAxeClean } from "../fixtures/axe";
import { handed } from "../fixtures/duo";
import { line } from "../fixtures/forms";
import { box, expectGoodInBothSizes, pressUntil } from "../fixtures/office";
import { addObjective, button, heading, message, openFrom, say } from "../fixtures/plan";
import { Tap } from "../fixtures/tap";
import { DESK, expect, part, type Person, PHONE, test, text, whole } from "../fixtures/test";

const SAID = "Entre nous, Asmae : courage.";

interface After {
  asmae: Person;
  nadia: Person;
  bernadette: Person;
}

type Enter = (name: string) => Promise<Person>;
type Arrive = (name: string, screen?: typeof DESK) => Promise<Person>;

/** Asmae and Cécile wrote to each other, their duo was closed, and Bernadette comes in. */
async function another(enter: Enter, arrive: Arrive): Promise<After> {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  await addObjective(asmae.page, { title: "Passer le permis" });
  await addObjective(asmae.page, { title: "Trouver un stage" });
  await openFrom(cecile.page, "plan", "Passer le permis");
  await say(cecile.page, "Asmae", SAID);
  await expect(message(cecile.page, SAID)).toBeVisible();
  await cecile.saved();

  // The plan is closed to her: an error to the browser's console.
  cecile.trouble.allow(/status of 404/);
  const nadia = await enter("nadia");
  const { page } = nadia;
  await openDuo(nadia, "Asmae", "Cécile");
  await close(page, { kind: "closing.mentor_stops" });
  const next = section(page, "rematch.title");
  await unfold(next, "rematch.open");
  await pressUntil(button(next, "rematch.go"), page.locator(".summary"));
  const who = next.getByRole("combobox", { name: part("rematch.who") });
  await expect(who).toHaveAccessibleDescription(part("error.choose", { field: text("rematch.who") }));
  await who.selectOption({ label: text("rematch.somebody") });
  await line(next, "duo_form.mentor_name").fill("Bernadette");
  await box(next, "duo_form.language_mentor", "Français").check();
  await expectGoodInBothSizes(page, "duo-rematch");
  const made = page.getByRole("heading", { name: whole("duo.code_for", { name: "Bernadette" }) });
  await pressUntil(button(next, "rematch.go"), made);
  await expect(heading(page)).toHaveText(whole("duo.title", { mentee: "Asmae", mentor: "Bernadette" }));
  // Asmae is in already: one code, of the one who comes. Her open app tells her that a choice waits.
  const menu = asmae.page.getByRole("navigation", { name: text("nav.label") });
  await menu.getByRole("link", { name: text("nav.week"), exact: true }).click();
  await expect(asmae.page.getByRole("link", { name: text("view_choice.go"), exact: true })).toBeVisible(LIVE);
  await expect(page.locator(".code-link")).toHaveCount(1);
  await expectGoodInBothSizes(page, "duo-rematched");
  const bernadette = await arrive("bernadette", DESK);
  await bernadette.comeIn((await handed(nadia, "Bernadette")).link);
  return { asmae, nadia, bernadette };
}

/** The way to the choice, over the week of the mentee. */
async function toChoice({ page, ...asmae }: Person): Promise<void> {
  await page.goto("/week");
  await page.getByRole("link", { name: text("view_choice.go"), exact: true }).click();
  await expect(heading(page), asmae.name).toHaveText(text("view_choice.title_plain"));
}

async function expectNothingLeft({ page, ...asmae }: Person): Promise<void> {
  await page.goto("/week");
  await expect(heading(page), asmae.name).toBeVisible();
  await expect(page.getByRole("link", { name: text("view_choice.go"), exact: true })).toHaveCount(0);
}

function objective(page: Page, title: string) {
  return page.getByRole("link", { name: title, exact: true });
}

test("show everything: the plan comes, what was said to the former mentor does not", async ({ enter, arrive }) => {
  const { asmae, bernadette } = await another(enter, arrive);
  await bernadette.open("/plan");
  await expect(heading(bernadette.page)).toBeVisible();
  for (const title of ["Passer le permis", "Trouver un stage"]) await expect(objective(bernadette.page, title)).toHaveCount(0);
  await expectGoodInBothSizes(bernadette.page, "new-mentor-plan");
  const tap = await Tap.on(bernadette);

  await toChoice(asmae);
  await expectGoodInBothSizes(asmae.page, "new-mentor");
  await asmae.page.setViewportSize(PHONE);
  await button(asmae.page, "view_choice.all").click();
  const sure = asmae.page.getByRole("dialog", { name: text("view_choice.confirm") });
  await expect(button(sure, "action.cancel")).toBeFocused();
  await expectAxeClean(asmae.page);
  await button(sure, "view_choice.all").click();
  const done = asmae.page.locator("#app").getByText(whole("view_choice.done", { name: "Bernadette" }));
  await expect(done).toBeFocused();
  await expectAxeClean(asmae.page);
  for (const title of ["Passer le permis", "Trouver un stage"]) await expect(objective(bernadette.page, title)).toBeVisible(LIVE);
  await openFrom(bernadette.page, "plan", "Passer le permis");
  await expect(bernadette.page.locator(".comment")).toHaveCount(0);
  await tap.settle();
  expect(tap.holds("Passer le permis")).not.toEqual([]);
  expect(tap.holds(SAID)).toEqual([]);
  // The mentee has every word still.
  await openFrom(asmae.page, "plan", "Passer le permis");
  await expect(message(asmae.page, SAID)).toBeVisible();
  await say(bernadette.page, "Asmae", "Bonjour, je suis Bernadette.");
  await expect(message(asmae.page, "Bonjour, je suis Bernadette.")).toBeVisible(LIVE);
  await expectNothingLeft(asmae);
});

test("one by one: what is ticked comes, the rest stays the mentee's", async ({ enter, arrive }) => {
  const { asmae, bernadette } = await another(enter, arrive);
  await bernadette.open("/plan");
  const tap = await Tap.on(bernadette);
  await toChoice(asmae);
  await button(asmae.page, "view_choice.some").click();
  await asmae.page.getByRole("checkbox", { name: /^Trouver un stage/ }).check();
  await expectGoodInBothSizes(asmae.page, "new-mentor-some");
  await button(asmae.page, "view_choice.show").click();
  await expect(asmae.page.locator("#app").getByText(whole("view_choice.done", { name: "Bernadette" }))).toBeFocused();
  await expect(objective(bernadette.page, "Trouver un stage")).toBeVisible(LIVE);
  await expect(objective(bernadette.page, "Passer le permis")).toHaveCount(0);
  await tap.settle();
  for (const words of ["Passer le permis", SAID]) expect(tap.holds(words)).toEqual([]);
  await expectNothingLeft(asmae);
});

test("an empty page: nothing comes, and the choice does not come back", async ({ enter, arrive }) => {
  const { asmae, bernadette } = await another(enter, arrive);
  await bernadette.open("/plan");
  const tap = await Tap.on(bernadette);
  await toChoice(asmae);
  await button(asmae.page, "view_choice.nothing").click();
  await expect(asmae.page.locator("#app").getByText(whole("view_choice.done_nothing", { name: "Bernadette" }))).toBeFocused();
  await addObjective(asmae.page, { title: "Un début à deux" });
  await expect(objective(bernadette.page, "Un début à deux")).toBeVisible(LIVE);
  await expect(objective(bernadette.page, "Passer le permis")).toHaveCount(0);
  await tap.settle();
  for (const words of ["Passer le permis", "Trouver un stage", SAID]) expect(tap.holds(words)).toEqual([]);
  await expectNothingLeft(asmae);
  // There is nothing to choose any more: an error to the browser's console.
  asmae.trouble.allow(/status of 404/);
  await asmae.open("/new-mentor");
  await expect(asmae.page.locator("#app").getByText(text("view_choice.nothing_left"))).toBeVisible();
  await expectAxeClean(asmae.page);
});
