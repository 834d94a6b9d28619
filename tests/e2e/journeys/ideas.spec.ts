// The mentor suggests, the mentee decides; and steps that others found useful.
import type { Page } from "@playwright/test";
import { begins } from "../fixtures/answers";
import { expectAxeClean } from "../fixtures/axe";
import { answer, idea, proposeApplication, proposeObjective, proposeStep } from "../fixtures/ideas";
import { addObjective, button, field, heading, openFrom, pressUntilSent, say, step, stepTitle, tab } from "../fixtures/plan";
import { expect, part, test, text, whole } from "../fixtures/test";

const LIVE = { timeout: 3_000 };

/** What stands on the plan: the cards of objectives, not of ideas. */
function planned(page: Page, title: string) {
  return page.locator('[id^="objective-"]').getByText(title, { exact: true });
}

/** What would be on the paper of the plan. */
async function printed(page: Page): Promise<string> {
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator(".printed")).toBeAttached();
  const words = await page.locator(".printed").textContent();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  return words ?? "";
}

test("an objective is proposed: no part of the plan until it is taken, live on both sides", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  await tab(asmae.page, "plan").click();
  await expect(planned(asmae.page, "Nager pour le plaisir")).toHaveCount(0);
  await proposeObjective(cecile.page, "Nager pour le plaisir");
  const there = cecile.page.locator("#app");
  await expect(there.getByText(whole("suggestion.was_waiting", { name: "Asmae" }))).toBeVisible();
  await expectAxeClean(cecile.page);

  const offered = idea(asmae.page, "Nager pour le plaisir");
  await expect(offered).toBeVisible(LIVE);
  const list = asmae.page.getByRole("heading", { name: whole("suggestion.list", { name: "Cécile" }) });
  await expect(list).toBeVisible();
  await expectAxeClean(asmae.page);
  // Asked, not done: it is among no horizon, on no paper and in no list of the mentor's either.
  await expect(planned(asmae.page, "Nager pour le plaisir")).toHaveCount(0);
  expect(await printed(asmae.page)).not.toContain("Nager");
  await tab(cecile.page, "plan").click();
  await expect(idea(cecile.page, "Nager pour le plaisir")).toBeVisible();
  await expect(planned(cecile.page, "Nager pour le plaisir")).toHaveCount(0);
  // The mentor cannot say yes for her.
  await expect(answer(cecile.page, "suggestion.accept", "Nager pour le plaisir")).toHaveCount(0);
  // A low screen shows the first line that waits only: a taller phone. The demo has an idea too.
  await asmae.page.setViewportSize({ width: 360, height: 900 });
  await asmae.open("/week");
  await expect(asmae.page.getByRole("link", { name: whole("week.ideas", { n: 2, name: "Cécile" }) })).toBeVisible();
  await expect(asmae.page.locator("#app")).not.toContainText("Nager");
  await asmae.page.setViewportSize({ width: 360, height: 640 });

  await tab(asmae.page, "plan").click();
  await answer(offered, "suggestion.accept", "Nager pour le plaisir").click();
  await expect(planned(asmae.page, "Nager pour le plaisir")).toBeVisible();
  await expect(planned(asmae.page, "Nager pour le plaisir")).toBeFocused();
  await expect(planned(cecile.page, "Nager pour le plaisir")).toBeVisible(LIVE);
  await expect(idea(cecile.page, "Nager pour le plaisir")).toHaveCount(0);
  expect(await printed(asmae.page)).toContain("Nager");
  await expectAxeClean(asmae.page);
  // A yes can be taken back as any other press.
  await button(asmae.page, "action.undo").click();
  await expect(planned(asmae.page, "Nager pour le plaisir")).toHaveCount(0);
  await expect(idea(cecile.page, "Nager pour le plaisir")).toBeVisible(LIVE);
});

test("a step is changed, then taken: hers in her words, and counted from then on", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  await addObjective(asmae.page, { title: "Garder des enfants" });
  await openFrom(cecile.page, "plan", "Garder des enfants");
  await proposeStep(cecile.page, "Suivre la formation BACV");
  const offered = idea(asmae.page, "Suivre la formation BACV");
  await expect(offered).toBeVisible(LIVE);
  await expect(asmae.page.locator(".steps")).toHaveCount(0);
  await expect(step(asmae.page, "Suivre la formation BACV")).toHaveCount(0);
  await tab(asmae.page, "plan").click();
  const card = asmae.page.locator(".card--link").filter({ has: planned(asmae.page, "Garder des enfants") });
  await expect(card).toContainText(text("plan.steps_none"));

  await openFrom(asmae.page, "plan", "Garder des enfants");
  // The two talk about it before she answers.
  await begins(offered, "comment.talk").click();
  await say(offered, "Cécile", "Combien de jours dure-t-elle ?");
  await expect(begins(idea(cecile.page, "Suivre la formation BACV"), "comment.count", { n: 1 })).toBeVisible(LIVE);
  await expectAxeClean(asmae.page);
  await answer(offered, "suggestion.change", "Suivre la formation BACV").click();
  const own = offered.getByRole("textbox", { name: text("step.label"), exact: true });
  await own.fill("Demander le prix de la formation");
  const changed = idea(asmae.page, "Demander le prix de la formation");
  await expect(changed).toBeVisible();
  await expectAxeClean(asmae.page);
  // Changing is not yet a yes, and the mentor follows.
  await expect(idea(cecile.page, "Demander le prix de la formation")).toBeVisible(LIVE);
  await expect(asmae.page.locator(".steps")).toHaveCount(0);
  await answer(changed.locator(".unfold"), "suggestion.accept", "Demander le prix de la formation").click();
  await expect(step(asmae.page, "Demander le prix de la formation")).toBeFocused();
  // What was said stays with the step.
  const taken = asmae.page.locator(".steps .step").filter({ hasText: "Demander le prix de la formation" });
  await expect(begins(taken, "comment.count", { n: 1 })).toBeVisible();
  await expect(stepTitle(cecile.page, "Demander le prix de la formation")).toBeVisible(LIVE);
  await expect(cecile.page.locator("#app")).not.toContainText("BACV");
  await step(asmae.page, "Demander le prix de la formation").check();
  await expect(cecile.page.locator(".step--done")).toContainText("Demander le prix", LIVE);
  await tab(asmae.page, "plan").click();
  await expect(card).toContainText(text("plan.all_done"));
});

test("an application is declined, thought over, declined: kindly, and it is no application", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  await tab(asmae.page, "applications").click();
  await proposeApplication(cecile.page, "Caissière de nuit", "Station Nord");
  const offered = idea(asmae.page, "Caissière de nuit");
  const card = asmae.page.locator('[id^="application-"]').getByText("Caissière de nuit");
  await expect(offered).toContainText("Station Nord", LIVE);
  await expect(card).toHaveCount(0);
  await asmae.open("/proof");
  await expect(asmae.page.locator("#app h1")).toHaveText(text("proof.title"));
  await expect(asmae.page.locator("#app")).not.toContainText("Caissière");

  await tab(asmae.page, "applications").click();
  await answer(offered, "suggestion.decline", "Caissière de nuit").click();
  await expect(offered).toHaveCount(0);
  const there = cecile.page.locator("#app");
  await expect(there.getByText(whole("suggestion.was_declined_mentor", { name: "Asmae" }))).toBeVisible(LIVE);
  await expectAxeClean(cecile.page);
  const told = part("suggestion.declined", { title: "Caissière de nuit" });
  await expect(asmae.page.locator(".undo")).toContainText(told);
  await expectAxeClean(asmae.page);
  await button(asmae.page, "action.undo").click();
  await expect(offered).toBeVisible();
  await expect(there.getByText(whole("suggestion.was_waiting", { name: "Asmae" }))).toBeVisible(LIVE);

  await answer(offered, "suggestion.decline", "Caissière de nuit").click();
  await expect(offered).toHaveCount(0);
  // Left aside, not lost: folded, without a count.
  const aside = asmae.page.locator("details").filter({ hasText: text("suggestion.declined_list") });
  await aside.locator("summary").click();
  await expectAxeClean(asmae.page);
  await answer(aside, "suggestion.again", "Caissière de nuit").click();
  await expect(offered).toBeVisible();
  await expect(offered.locator('[id^="idea-"]')).toBeFocused();
  await answer(offered, "suggestion.accept", "Caissière de nuit").click();
  await expect(card).toBeVisible();
  await tab(cecile.page, "applications").click();
  await expect(cecile.page.locator(".stages").getByText("Caissière de nuit", { exact: true })).toBeVisible(LIVE);
});

test("a step of the catalogue is picked and changed before it counts", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  const { page } = asmae;
  await addObjective(page, { title: "Faire reconnaître mon diplôme", theme: "diploma" });
  await openFrom(cecile.page, "plan", "Faire reconnaître mon diplôme");
  await button(page, "catalogue.open").click();
  const list = page.getByRole("region", { name: text("catalogue.title") });
  await expect(list.locator("h4")).toHaveText([text("theme.diploma")]);
  await expectAxeClean(page);
  await list.getByLabel(text("theme.question")).selectOption({ label: text("catalogue.theme_all") });
  const rows = list.locator("li");
  await expect(async () => expect(await rows.count()).toBeGreaterThanOrEqual(60)).toPass();
  await expect(list.getByRole("status")).toHaveText(text("catalogue.count", { n: await rows.count() }));
  // Accents and capitals do not matter; what fits nothing is said.
  await list.getByLabel(text("catalogue.search")).fill("zzzz");
  await expect(list.getByRole("status")).toHaveText(text("catalogue.empty"));
  await list.getByLabel(text("catalogue.search")).fill("EQUIVALENCE");
  await expect(rows.first()).toContainText(/équivalence/i);
  const title = await rows.first().locator(".step__title").innerText();
  await list.getByRole("button", { name: `${text("catalogue.pick")} ${title}`, exact: true }).click();
  const line = field(page, "step.title_label");
  await expect(line).toHaveValue(title);
  await expect(line).toBeFocused();
  // Picked is not added.
  await expect(stepTitle(cecile.page, title)).toHaveCount(0);
  await expect(page.locator(".steps")).toHaveCount(0);
  await line.press("End");
  await line.pressSequentially(" avec Cécile");
  await pressUntilSent(line, button(page, "step.add"));
  await expect(step(page, `${title} avec Cécile`)).toBeVisible();
  await expect(stepTitle(cecile.page, `${title} avec Cécile`)).toBeVisible(LIVE);
  await expect(heading(cecile.page)).toHaveText("Faire reconnaître mon diplôme");
  // Its own words once more, this time as they are: the list knows it then.
  await list.getByRole("button", { name: `${text("catalogue.pick")} ${title}`, exact: true }).click();
  await pressUntilSent(line, button(page, "step.add"));
  await expect(rows.first()).toContainText(text("catalogue.already"));
  await expectAxeClean(page);
  await button(page, "catalogue.close").click();
  await expect(list).toHaveCount(0);
});
