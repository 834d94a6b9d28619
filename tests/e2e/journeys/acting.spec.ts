// A coordinator's Monday: talks noted, calls answered, a break, a changed plan, a good end.
import type { Locator, Page } from "@playwright/test";
import { close, expectFault, fillEnd, openDuo, section, state, unfold } from "../fixtures/acting";
import { begins, LIVE, whatever } from "../fixtures/answers";
import { expectAxeClean } from "../fixtures/axe";
import { inDays, line, typeDay } from "../fixtures/forms";
import { box, expectGoodInBothSizes, pressUntil, row } from "../fixtures/office";
import { button, heading } from "../fixtures/plan";
import { expect, part, test, text, whole } from "../fixtures/test";

/** The talks that are noted, newest first. */
function talks(page: Page): Locator {
  return section(page, "talk.title").getByRole("listitem");
}

test("a talk is noted, refused where it cannot be, corrected, taken away and put back", async ({ enter }) => {
  const nadia = await enter("nadia");
  const { page } = nadia;
  await openDuo(nadia, "Daniel", "Rose");
  await expectGoodInBothSizes(page, "duo");
  const contacts = section(page, "talk.title");
  const before = await talks(page).count();
  await unfold(contacts, "talk.add");
  const send = button(contacts, "action.save");
  // Nothing chosen, a day to come, and a promise for the day before.
  await typeDay(contacts, "talk.day", inDays(1));
  await typeDay(contacts, "talk.follow_up", inDays(-1));
  await line(contacts, "talk.note").fill("Rose cherche un lieu calme.");
  await pressUntil(send, page.locator(".summary"));
  await expectFault(contacts, "talk.with", "error.choose");
  await expectFault(contacts, "talk.day", "talk.day_fault");
  await expectGoodInBothSizes(page, "duo-talk-bad");
  await box(contacts, "talk.with", text("talk.both")).check();
  await typeDay(contacts, "talk.day", inDays(0));
  // One thing is left to change.
  await pressUntil(send, page.locator(".summary:not(:has(li + li))"));
  await expectFault(contacts, "talk.follow_up", "talk.again_early");
  await expect(line(contacts, "talk.note")).toHaveValue("Rose cherche un lieu calme.");
  await typeDay(contacts, "talk.follow_up", inDays(9));
  await expect(async () => {
    if (await send.isVisible()) await send.click({ timeout: 1_000 });
    await expect(talks(page)).toHaveCount(before + 1, { timeout: 1_500 });
  }).toPass({ intervals: [100] });
  await expect(page.locator("#contact")).toBeFocused();
  const newest = talks(page).first();
  await expect(newest).toContainText(inDays(0).said);
  await expect(newest).toContainText(text("talk.both"));
  await expect(newest).toContainText(part("talk.by", { name: "Nadia" }));
  await expect(newest.locator(".chip")).toContainText(inDays(9).said);

  await begins(newest, "action.edit").click();
  await expect(box(newest, "talk.with", text("talk.both"))).toBeChecked();
  await box(newest, "talk.with", "Rose").check();
  await line(newest, "talk.note").fill("Rose a trouvé : la bibliothèque.");
  await button(newest, "action.save").click();
  await expect(newest.getByText("Rose a trouvé : la bibliothèque.")).toBeVisible();
  await expect(newest.locator("strong")).toContainText("Rose");
  await expect(begins(newest, "action.edit")).toBeFocused();
  await expectAxeClean(page);

  await begins(newest, "action.remove").click();
  await expect(talks(page)).toHaveCount(before);
  await expect(page.locator(".undo")).toContainText(text("talk.removed"));
  await expectAxeClean(page);
  await button(page, "action.undo").click();
  await expect(talks(page)).toHaveCount(before + 1);
  await expect(newest).toContainText("Rose a trouvé : la bibliothèque.");
  await page.reload();
  await expect(talks(page)).toHaveCount(before + 1);
});

test("a call that was asked for: answered, noted with the person chosen, and told", async ({ enter }) => {
  const asmae = await enter("asmae");
  await asmae.open("/call");
  await button(asmae.page, "call.me").click();
  await expect(asmae.page.locator("#app").getByText(text("call.open"))).toBeVisible();

  const nadia = await enter("nadia");
  const { page } = nadia;
  await nadia.open("/duos");
  const calls = section(page, "calls.title");
  const hers = calls.getByRole("listitem").filter({ hasText: "Asmae" });
  await expect(hers).toContainText(text("calls.topic_call"));
  await expect(state(page)).toHaveCount(0);
  await begins(hers, "calls.done").click();
  await expect(hers).toHaveCount(0);
  const note = page.getByRole("link", { name: whole("calls.note_yes", { name: "Asmae" }) });
  await expect(note).toBeFocused();
  await expectGoodInBothSizes(page, "duos-answered");
  await note.click();
  await expect(heading(page)).toHaveText(whole("duo.title", { mentee: "Asmae", mentor: "Cécile" }));
  const contacts = section(page, "talk.title");
  await expect(box(contacts, "talk.with", "Asmae")).toBeChecked();
  const before = await talks(page).count();
  await button(contacts, "action.save").click();
  await expect(talks(page)).toHaveCount(before + 1);
  await expect(talks(page).first().locator("strong")).toContainText("Asmae");
  await asmae.page.reload();
  await expect(asmae.page.locator("#app").getByText(whatever("call.answered", "date"))).toBeVisible();
  await expect(button(asmae.page, "call.me")).toBeVisible();
  await expectAxeClean(asmae.page);
});

test("whom to call: three lists, the answer to a request along with the talk, mine, on paper", async ({ enter }) => {
  const [nadia, helene] = [await enter("nadia"), await enter("helene")];
  const { page } = nadia;
  await nadia.open("/duos");
  await expect(section(page, "calls.title").getByRole("listitem").filter({ hasText: "Marc" })).toBeVisible();
  await page.getByRole("link", { name: text("call_list.nav"), exact: true }).click();
  await expect(heading(page)).toHaveText(text("call_list.title"));
  const lists = ["overdue", "week", "later"].map((when) => section(page, `call_list.${when}`));
  for (const list of lists) await expect(list).toBeVisible();
  await expectGoodInBothSizes(page, "contacts");
  const lines = (name: string) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: new RegExp(`^\u2068?${name}\\b`) }) });
  const marc = lines("Marc").filter({ hasText: text("call_list.help") });
  // Whoever asked comes first; a list of nobody has no number.
  await expect(lists[0].getByRole("rowheader").first()).toContainText("Marc");
  await expect(lists[0]).toContainText(whatever("call_list.count", "n"));
  await expect(marc).toHaveCount(1);
  await expect(marc).toContainText("Yusuf");
  await expect(marc).toContainText(text("calls.topic_call"));
  const all = await page.getByRole("rowheader").count();
  // A form that is open stays while the list is read anew.
  const lina = lines("Lina");
  await unfold(lina, "call_list.note");
  await line(lina, "talk.note").fill("Demande un autre lieu.");
  await unfold(marc, "call_list.note");
  await expect(marc.getByRole("checkbox", { name: text("call_list.and_answer") })).toBeChecked();
  await expect(box(marc, "talk.with", "Marc")).toBeChecked();
  await expectGoodInBothSizes(page, "contacts-open");
  await button(marc, "action.save").click();
  await expect(marc).toHaveCount(0);
  await expect(page.getByRole("rowheader")).toHaveCount(all - 1);
  await expect(page.locator("h2:focus")).toHaveText(text("call_list.overdue"));
  await expect(line(lina, "talk.note")).toHaveValue("Demande un autre lieu.");
  await nadia.open("/duos");
  await expect(row(page, "duos.table", "Yusuf")).toBeVisible();
  await expect(section(page, "calls.title").getByText("Marc")).toHaveCount(0);

  // The plan on paper has no buttons.
  await nadia.open("/contacts");
  await expect(lists[0]).toBeVisible();
  await page.emulateMedia({ media: "print" });
  for (const button of await page.getByRole("button").all()) await expect(button).toBeHidden();
  await expect(page.locator("nav.nav")).toBeHidden();
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  await page.emulateMedia({ media: "screen" });

  // She has duos; the administrator sees all branches and has none.
  await page.getByRole("checkbox", { name: text("call_list.mine") }).check();
  await expect(page.getByRole("rowheader")).toHaveCount(all - 1);
  await helene.open("/contacts");
  await expect(helene.page.getByRole("rowheader").nth(all)).toBeVisible();
  await helene.page.getByRole("checkbox", { name: text("call_list.mine") }).check();
  await expect(helene.page.locator("#app").getByText(text("call_list.none"))).toBeVisible();
  await expectAxeClean(helene.page);
});

test("a break silences, ends when it is ended, and shows in the caseload", async ({ enter }) => {
  const nadia = await enter("nadia");
  const { page } = nadia;
  nadia.trouble.allow(/status of 422/);
  await openDuo(nadia, "Tarek", "Monique");
  await expect(state(page)).not.toHaveText(text("case.state_paused"));
  const before = (await state(page).textContent()) ?? "";
  const plan = section(page, "duo_plan.title");
  await unfold(plan, "duo_plan.add_break");
  await typeDay(plan, "duo_plan.until", inDays(-1));
  await pressUntil(button(plan, "action.save"), page.locator(".summary"));
  await expectFault(plan, "duo_plan.until", "duo_plan.early");
  await typeDay(plan, "duo_plan.until", inDays(500));
  await pressUntil(button(plan, "action.save"), plan.getByText(part("duo_plan.far", { field: text("duo_plan.until") })).first());
  await typeDay(plan, "duo_plan.until", inDays(14));
  await expectGoodInBothSizes(page, "duo-break");
  await pressUntil(button(plan, "action.save"), begins(plan, "duo_plan.resume"));
  await expect(state(page)).toHaveText(text("case.state_paused"));
  await expect(plan.getByRole("listitem").filter({ hasText: inDays(14).said })).toContainText(text("duo_plan.break_now"));
  await expectAxeClean(page);
  await nadia.open("/duos");
  await expect(row(page, "duos.table", "Tarek").locator(".chip")).toHaveText(text("case.state_paused"));
  await openDuo(nadia, "Tarek", "Monique");
  await begins(plan, "duo_plan.resume").click();
  await expect(state(page)).toHaveText(before);
  await expect(begins(plan, "duo_plan.resume")).toHaveCount(0);
  await nadia.open("/duos");
  await expect(row(page, "duos.table", "Tarek").locator(".chip")).toHaveText(before);
});

test("two change one plan: the second is told, and loses nothing", async ({ enter }) => {
  const [nadia, helene] = [await enter("nadia"), await enter("helene")];
  for (const person of [nadia, helene]) {
    await openDuo(person, "Lina", "Paul");
    await unfold(section(person.page, "duo_plan.title"), "duo_plan.change");
  }
  const [first, second] = [nadia, helene].map(({ page }) => section(page, "duo_plan.title"));
  helene.trouble.allow(/status of 412/);
  await line(first, "duo_plan.cadence").fill("10");
  await pressUntil(button(first, "action.save"), first.getByText(whole("duo.cadence_days", { n: 10 })));
  await expect(button(first, "duo_plan.change")).toBeFocused();
  await line(second, "duo_plan.cadence").fill("0");
  await typeDay(second, "duo_plan.end", inDays(90));
  const save = button(second, "action.save");
  await pressUntil(save, helene.page.locator(".summary"));
  await expect(line(second, "duo_plan.cadence")).toHaveAccessibleDescription(part("duo_plan.number", { field: text("duo_plan.cadence") }));
  await line(second, "duo_plan.cadence").fill("21");
  await pressUntil(save, second.getByText(text("duo_plan.by_chance")));
  // What holds now is said above the form; what was typed is still in it.
  await expect(second.getByText(whole("duo.cadence_days", { n: 10 }))).toBeVisible();
  await expect(line(second, "duo_plan.cadence")).toHaveValue("21");
  await expect(second.getByRole("group", { name: text("duo_plan.end") }).getByRole("textbox").first()).toHaveValue(inDays(90).day);
  await expectGoodInBothSizes(helene.page, "duo-plan-late");
  await pressUntil(save, second.getByText(whole("duo.cadence_days", { n: 21 })));
  await expect(second).toContainText(inDays(90).said);
  await nadia.page.reload();
  await expect(first.getByText(whole("duo.cadence_days", { n: 21 }))).toBeVisible();
});

test("a good end: asked first, told to the mentor, completed, taken back; a second coordinator hears who was faster", async ({ enter }) => {
  const [nadia, helene, cecile] = [await enter("nadia"), await enter("helene"), await enter("cecile")];
  const { page } = nadia;
  for (const person of [nadia, helene]) await openDuo(person, "Asmae", "Cécile");
  const [closing, hers] = [page, helene.page].map((page) => section(page, "closing.title"));
  await unfold(closing, "closing.open");
  await typeDay(closing, "closing.on", inDays(1));
  await pressUntil(button(closing, "closing.go"), page.locator(".summary"));
  await expectFault(closing, "closing.kind", "error.choose");
  await expectFault(closing, "closing.on", "closing.day_fault");
  await expectGoodInBothSizes(page, "duo-end-bad");
  await typeDay(closing, "closing.on", inDays(-71));
  await pressUntil(button(closing, "closing.go"), page.locator(".summary").getByText(part("closing.day_early", { field: text("closing.on") })));

  await fillEnd(page, { kind: "closing.planned_end", on: inDays(0), done: [part("closing.notice"), part("closing.talk_mentee", { name: "Asmae" })] });
  await fillEnd(helene.page, { kind: "closing.no_match" });
  const sure = page.getByRole("dialog");
  await pressUntil(button(closing, "closing.go"), sure);
  await expect(sure.getByRole("heading")).toHaveText(whatever("closing.confirm_title", "name"));
  await expect(button(sure, "action.cancel")).toBeFocused();
  await expectAxeClean(page);
  await button(sure, "action.cancel").click();
  await expect(sure).toBeHidden();
  for (const watching of [cecile, helene]) watching.trouble.allow(/status of 404/);
  await close(page, { kind: "closing.planned_end" });
  await expect(state(page)).toHaveText(text("case.state_closed"));
  await expect(closing).toContainText(part("closing.missing", { n: 3 }));
  await expect(closing).toContainText(whatever("closing.undo_until", "date"));
  await expectGoodInBothSizes(page, "duo-ended");
  // The mentor's page is open, and says so by itself.
  await expect(heading(cecile.page)).toHaveText(text("closed.title"), LIVE);
  await expectAxeClean(cecile.page);

  helene.trouble.allow(/status of 409/);
  const second = helene.page.getByRole("dialog");
  await pressUntil(button(hers, "closing.go"), second);
  await button(second, "closing.go").click();
  await expect(hers).toContainText(part("closing.closed_first", { name: "Nadia" }));
  await expect(hers).toContainText(text("closing.planned_end"));
  await expectGoodInBothSizes(helene.page, "duo-ended-first");

  await unfold(closing, "closing.change");
  for (const rest of ["closing.next_step", "closing.contact_rule"]) await closing.getByRole("checkbox", { name: text(rest) }).check();
  await closing.getByRole("checkbox", { name: part("closing.talk_mentee", { name: "Cécile" }) }).check();
  await box(closing, "closing.kind", text("closing.positive_outcome")).check();
  await pressUntil(button(closing, "action.save"), closing.getByText(text("closing.complete")));
  await expect(closing).toContainText(text("closing.positive_outcome"));
  await button(closing, "closing.undo").click();
  await expect(sure.getByText(text("closing.undo_text"))).toBeVisible();
  await expectAxeClean(page);
  await button(sure, "closing.undo").click();
  await expect(button(closing, "closing.open")).toBeVisible();
  await expect(state(page)).not.toHaveText(text("case.state_closed"));
  await cecile.open("/week");
  await expect(cecile.page.locator("#app")).not.toContainText(text("closed.title"));
});
