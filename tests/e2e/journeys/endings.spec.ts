// Applications side by side, those that hear nothing, those that end, and numbers that stay out.
import type { Locator, Page } from "@playwright/test";
import { expectAxeClean } from "../fixtures/axe";
import { holdClock, trustClock } from "../fixtures/clock";
import {
  addApplication,
  button,
  field,
  heading,
  link,
  message,
  messageTo,
  moveTo,
  openFrom,
  pressUntilSent,
} from "../fixtures/plan";
import { DESK, expect, part, test, text, whole } from "../fixtures/test";

const LIVE = { timeout: 3_000 };
const DAY = 24 * 60 * 60 * 1_000;
/** A number that could be a person's: the check digits are right. */
const NATIONAL = "85.07.30-033.28";

/** The column of a stage with its cards. */
function column(page: Page, stage: string): Locator {
  const title = page.locator("h2").getByText(text(`stage.${stage}`), { exact: true });
  return page.locator(".stages__stage").filter({ has: title });
}

/** Tab, until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < 150; stop++) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`no way with Tab to ${target}`);
}

test("the board of applications: columns at a desk, moved and taken back with the keyboard alone", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae", DESK), await enter("cecile")];
  const { page } = asmae;
  await addApplication(page, "Fleuriste", "Fleurs du Midi");
  await cecile.open("/applications");
  await asmae.open("/applications");
  const [todo, sent] = [column(page, "to_apply"), column(page, "sent")];
  await expect(todo).toContainText("Fleuriste");
  // Side by side, in the order of the path.
  const [left, right] = [await todo.boundingBox(), await sent.boundingBox()];
  expect(Math.abs((left?.y ?? 0) - (right?.y ?? 999))).toBeLessThan(2);
  expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
  await expectAxeClean(page);

  const menu = page.getByRole("button", { name: `${text("application.move_to")} Fleuriste`, exact: true });
  const to = (stage: string) =>
    page.getByRole("button", { name: `${text(`stage.${stage}`)} Fleuriste`, exact: true });
  const card = page.getByRole("link", { name: "Fleuriste", exact: true });
  await tabTo(page, menu);
  await page.keyboard.press("Enter");
  await expect(menu).toHaveAttribute("aria-expanded", "true");
  await expectAxeClean(page);
  await tabTo(page, to("sent"));
  await page.keyboard.press("Enter");
  await expect(sent).toContainText("Fleuriste");
  await expect(card).toBeFocused();
  await expect(column(cecile.page, "sent")).toContainText("Fleuriste", LIVE);
  const told = part("application.moved", { title: "Fleuriste", stage: text("stage.sent") });
  await expect(page.locator(".undo")).toContainText(told);
  await tabTo(page, button(page, "action.undo"));
  await page.keyboard.press("Space");
  await expect(todo).toContainText("Fleuriste");
  await expect(card).toBeFocused();
  await expect(column(cecile.page, "to_apply")).toContainText("Fleuriste", LIVE);
  // The mentor looks on: the plan is the mentee's.
  await expect(cecile.page.getByRole("button", { name: part("application.move_to") })).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("Fleuriste");
});

test("refused: no fault of hers, a reason and what she learnt for whoever wants to say", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  const { page } = asmae;
  await addApplication(page, "Libraire", "Livre aux Trésors");
  await moveTo(page, "sent");
  // A follow-up was put down with the sending.
  const next = page.getByRole("heading", { name: text("application.next_action"), exact: true });
  const planned = field(page, "application.next_what");
  await expect(planned).toHaveValue(text("application.followup_suggestion"));
  await openFrom(cecile.page, "applications", "Libraire");
  await page.locator('nav.nav a[href="/applications"]').click();
  await page.getByRole("button", { name: `${text("application.move_to")} Libraire`, exact: true }).click();
  await page.getByRole("button", { name: `${text("stage.refused")} Libraire`, exact: true }).click();
  const closed = page.getByRole("heading", { name: text("application.list_closed"), exact: true });
  const over = page.locator("section").filter({ has: closed });
  await expect(over.getByRole("link", { name: "Libraire", exact: true })).toBeVisible();
  // An end is no failure: no count beside the heading, nothing in red.
  await expect(over.locator("h2")).toHaveText(text("application.list_closed"));
  await expect(over.locator(".chip--stop")).toHaveCount(0);
  // Nothing comes next for what is over, here or among what is to do.
  await expect(over.getByText(part("application.followup_suggestion"))).toHaveCount(0);
  await expectAxeClean(page);
  await link(page, "application.ending_note").click();
  await expect(page.getByRole("heading", { name: text("application.ending_title") })).toBeVisible();
  const reason = page.getByLabel(part("application.reason"));
  await expect(reason).toHaveValue("");
  await expect(next).toHaveCount(0);
  await expect(planned).toHaveCount(0);
  await reason.selectOption({ label: text("end_reason.experience") });
  await field(page, "application.learnt").fill("Lire d’abord leurs coups de cœur.");
  await field(page, "application.learnt").blur();
  await expectAxeClean(page);
  const there = cecile.page.locator("#app");
  await expect(cecile.page.locator("[aria-current=step]")).toContainText(text("stage.refused"));
  const kept = cecile.page.getByRole("heading", { name: text("application.ending_title_mentor") });
  const ending = there.locator("section.card").filter({ has: kept });
  await expect(ending).toContainText(text("end_reason.experience"), LIVE);
  const learnt = ending.getByRole("textbox", { name: whole("application.learnt_mentor", { name: "Asmae" }) });
  await expect(learnt).toHaveValue("Lire d’abord leurs coups de cœur.", LIVE);
  await expect(there.getByLabel(part("application.reason"))).toHaveCount(0);
  await expectAxeClean(cecile.page);
  // Said by choice, and taken back by choice.
  await reason.selectOption({ label: text("application.reason_none") });
  await expect(ending).not.toContainText(text("end_reason.experience"), LIVE);
  await page.reload();
  await expect(field(page, "application.learnt")).toHaveValue("Lire d’abord leurs coups de cœur.");
});

test("no answer: a hint after one, two and three weeks, and nothing changes by itself", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  const { page } = asmae;
  await addApplication(page, "Opticienne", "Vue Claire");
  await moveTo(page, "sent");
  await asmae.saved();
  const here = page.locator("[aria-current=step]");
  const news = page.getByRole("heading", { name: text("application.hint_title") });
  const hint = page.locator(".notice").filter({ has: news });
  await expect(hint).toHaveCount(0);
  const offer = hint.getByRole("button", { name: text("stage.no_answer"), exact: true });
  const start = Date.now();
  await holdClock(page, start);
  await trustClock(page);
  const days = (n: number) => text("days.count", { n });
  const weeks: [number, RegExp | undefined][] = [
    [6, undefined],
    [7, part("application.hint_follow", { days: days(7) })],
    [14, part("application.hint_gentle")],
    [21, part("application.hint_offer", { days: days(21) })],
  ];
  for (const [n, words] of weeks) {
    await page.clock.setSystemTime(start + n * DAY + 60_000);
    await page.reload();
    await expect(here).toContainText(text("stage.sent"));
    if (words) await expect(hint).toContainText(words);
    else await expect(hint).toHaveCount(0);
    await expect(offer).toHaveCount(n >= 21 ? 1 : 0);
  }
  await expectAxeClean(page);
  // The mentor is told nothing that she could press.
  await openFrom(cecile.page, "applications", "Opticienne");
  await expect(cecile.page.locator("[aria-current=step]")).toContainText(text("stage.sent"));
  await offer.click();
  await expect(here).toContainText(text("stage.no_answer"));
  await expect(hint).toHaveCount(0);
  await expect(cecile.page.locator("[aria-current=step]")).toContainText(text("stage.no_answer"), LIVE);
  await button(page, "action.undo").click();
  await expect(here).toContainText(text("stage.sent"));
});

test("a national number is refused beside the field, and what was typed stays", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  const { page } = asmae;
  const beside = (input: Locator) => page.locator(".field").filter({ has: input }).locator(".field__error");
  const refused = (label: string) => part("error.national_number", { field: label });
  await page.goto("/applications/new");
  const employer = field(page, "application.employer");
  await field(page, "application.job").fill("Réceptionniste");
  await employer.fill(`Hôtel du Lac, ${NATIONAL}`);
  await button(page, "application.add").click();
  await expect(page.locator(".summary")).toBeFocused();
  await expect(beside(employer)).toHaveText(refused(text("application.employer")));
  await expect(employer).toHaveValue(`Hôtel du Lac, ${NATIONAL}`);
  await expect(employer).toHaveAccessibleDescription(refused(text("application.employer")));
  await expectAxeClean(page);
  await employer.fill("Hôtel du Lac");
  await expect(async () => {
    await button(page, "application.add").click({ timeout: 1_000 });
    await expect(heading(page)).toHaveText("Réceptionniste", { timeout: 1_000 });
  }).toPass();

  // In a text that saves by itself, and in a message: not a digit of it leaves.
  await openFrom(cecile.page, "applications", "Réceptionniste");
  const notes = field(page, "application.notes_label");
  await notes.fill(`Mon numéro : ${NATIONAL}`);
  await notes.blur();
  await expect(beside(notes)).toHaveText(refused(text("application.notes_label")));
  await expect(notes).toHaveValue(`Mon numéro : ${NATIONAL}`);
  const line = messageTo(page, "Cécile");
  await line.fill(`Voici ${NATIONAL}`);
  await button(page, "comment.send").click();
  await expect(beside(line)).toHaveText(refused(text("comment.label")));
  await expect(line).toHaveValue(`Voici ${NATIONAL}`);
  await expectAxeClean(page);
  await line.fill("Voici mon nom.");
  await pressUntilSent(line, button(page, "comment.send"));
  await expect(message(cecile.page, "Voici mon nom.")).toBeVisible(LIVE);
  await expect(field(cecile.page, "application.notes_label")).toHaveValue("");
  await expect(cecile.page.locator("#app")).not.toContainText("033.28");
  // It stays in the field after a look elsewhere, with the reason.
  await page.locator('nav.nav a[href="/plan"]').click();
  await openFrom(page, "applications", "Réceptionniste");
  await expect(notes).toHaveValue(`Mon numéro : ${NATIONAL}`);
  await expect(beside(notes)).toHaveText(refused(text("application.notes_label")));
});
