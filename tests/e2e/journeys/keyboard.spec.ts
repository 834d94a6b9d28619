// The whole journey without a mouse or a finger: no press in this file but the keyboard's.
import type { Locator, Page } from "@playwright/test";
import { button, field, heading, link, messageTo, step, tab } from "../fixtures/plan";
import { expect, type Person, PHONE, test, text, whole } from "../fixtures/test";

test.use({ content: "empty" });

/** Goes on with Tab until this has the focus. */
async function tabTo(page: Page, target: Locator, limit = 60): Promise<void> {
  await expect(target).toBeVisible();
  const wanted = await target.elementHandle();
  for (let stop = 0; stop < limit; stop++) {
    if (await page.evaluate((element) => document.activeElement === element, wanted)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`not reached with Tab: ${target}`);
}

async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

async function type(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(words);
}

/** A new page begins at its heading (53). */
async function expectArrived(page: Page, words: string | RegExp): Promise<void> {
  await expect(heading(page)).toHaveText(words);
  await expect(heading(page)).toBeFocused();
}

function languageOf(page: Page, whose: string): Locator {
  return page.getByRole("group", { name: text(whose) }).getByRole("radio", { name: "Français" });
}

/** Two codes, made with the keyboard too. */
async function createDuo({ page }: Person): Promise<string[]> {
  await press(page, link(page, "duos.new").first());
  await expectArrived(page, text("duo_form.title"));
  await type(page, field(page, "duo_form.mentee_name"), "Asmae");
  await press(page, languageOf(page, "duo_form.language_mentee"), "Space");
  await type(page, field(page, "duo_form.mentor_name"), "Cécile");
  await press(page, languageOf(page, "duo_form.language_mentor"), "Space");
  await page.keyboard.press("Enter");
  await expectArrived(page, whole("duo.title", { mentee: "Asmae", mentor: "Cécile" }));
  await expect(page.locator(".code:visible")).toHaveCount(2);
  return await page.locator(".code:visible").allTextContents();
}

async function comeIn({ page }: Person, code: string): Promise<void> {
  await page.goto("/j");
  await type(page, field(page, "join.code_label"), code);
  await page.keyboard.press("Enter");
  await press(page, button(page, "join.yes_me"));
  await press(page, button(page, "join.own_yes"));
}

test("enter a code, plan, apply, talk, leave", async ({ server, enter, arrive }) => {
  const coordinator = await enter(server.staff());
  const [asmaeCode, cecileCode] = await createDuo(coordinator);
  const asmae = await arrive("asmae", PHONE);
  const { page } = asmae;
  await comeIn(asmae, asmaeCode);
  await expect(heading(page)).toHaveText(whole("week.greeting", { name: "Asmae" }));

  // The skip link passes the bar and the menu.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("Tab");
  await expect(page.locator(".skip")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();

  await press(page, link(page, "plan.choose_objective"));
  await expectArrived(page, text("objective.new_title"));
  await type(page, field(page, "objective.title_label"), "Devenir puéricultrice");
  const short = page.getByRole("radio").first();
  await tabTo(page, short);
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio").nth(1)).toBeChecked();
  await press(page, button(page, "objective.add"));
  await expectArrived(page, "Devenir puéricultrice");

  const newStep = field(page, "step.title_label");
  await type(page, newStep, "Visiter une crèche");
  await page.keyboard.press("Enter");
  await expect(newStep).toBeFocused();
  await press(page, step(page, "Visiter une crèche"), "Space");
  await expect(step(page, "Visiter une crèche")).toBeChecked();

  await press(page, tab(page, "applications"));
  await expectArrived(page, text("applications.title"));
  await press(page, link(page, "application.add").first());
  await expectArrived(page, text("application.new_title"));
  await type(page, field(page, "application.job"), "Aide");
  await type(page, field(page, "application.employer"), "Crèche du Parc");
  await page.keyboard.press("Enter");
  await expectArrived(page, "Aide");
  const next = whole("application.move_next", { stage: text("stage.sent") });
  await press(page, page.getByRole("button", { name: next }));
  await expect(page.locator("[aria-current=step]")).toContainText(text("stage.sent"));
  // The button that was pressed is gone: the focus is on what came instead.
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
  await type(page, messageTo(page, "Cécile"), "Je l’ai envoyée.");
  await press(page, button(page, "comment.send"));
  await expect(page.getByText("Je l’ai envoyée.", { exact: true }).first()).toBeVisible();

  // What was removed by mistake comes back.
  await press(page, button(page, "application.remove"));
  await expectArrived(page, text("applications.title"));
  await press(page, button(page, "action.undo"));
  await expect(page.getByRole("link", { name: "Aide", exact: true })).toBeVisible();

  const cecile = await arrive("cecile");
  await comeIn(cecile, cecileCode);
  await press(cecile.page, cecile.page.locator('nav.nav a[href="/applications"]'));
  await expectArrived(cecile.page, whole("applications.title_mentor", { name: "Asmae" }));
  await press(cecile.page, cecile.page.getByRole("link", { name: "Aide" }));
  await expectArrived(cecile.page, "Aide");
  await type(cecile.page, messageTo(cecile.page, "Asmae"), "Bravo !");
  await press(cecile.page, button(cecile.page, "comment.send"));

  // Back and forth by the browser's own keys: the heading again.
  await cecile.page.goBack();
  await expectArrived(cecile.page, whole("applications.title_mentor", { name: "Asmae" }));

  const leave = button(page.getByRole("banner"), "leave.short");
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await press(page, leave);
  // A dialog holds the focus, Esc closes it, and the focus goes back to where it was.
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true);
  await page.keyboard.press("Escape");
  await expect(leave).toBeFocused();
  await page.keyboard.press("Enter");
  await press(page, button(page.getByRole("dialog"), "leave.go"));
  await expect(page).toHaveURL(/\/left$/);
});
