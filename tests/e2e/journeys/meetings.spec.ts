// What the two do about their time together: a day, a word before it, a note after it, a break,
// how it goes, a call. Both stand side by side, and each change is on the other's screen at once.
import type { Page } from "@playwright/test";
import { begins, LIVE, whatever, write } from "../fixtures/answers";
import { expectAxeClean } from "../fixtures/axe";
import { about, answer, type Day, inDays, line, typeDay } from "../fixtures/forms";
import { addApplication, button, heading, message, messageTo, openFrom, pressUntilSent, say } from "../fixtures/plan";
import { Tap } from "../fixtures/tap";
import { DESK, expect, part, type Person, test, text, whole } from "../fixtures/test";

/** Words on the page itself, not in what the page says aloud. */
function words(page: Page, key: string, values = {}) {
  return page.locator("#app main").getByText(part(key, values)).first();
}

/** Proposes a day; ends on the page of the meeting. */
async function propose(page: Page, day: Day): Promise<void> {
  await page.goto("/meetings/new");
  await typeDay(page, "meeting.day", day);
  await line(page, "meeting.time").fill("14 h 30");
  await line(page, "meeting.topics").fill("La lettre");
  await button(page, "meeting.propose").click();
  await expect(heading(page)).toContainText(day.said);
}

/** Opens the meeting of a day from the list. */
async function openDay(page: Page, day: Day): Promise<void> {
  await page.goto("/meetings");
  await page.getByRole("link", { name: day.said }).click();
  await expect(heading(page)).toContainText(day.said);
}

/** The three taps: when, how long, how. */
async function note(page: Page, ...taps: string[]): Promise<void> {
  for (const tap of taps) await page.getByRole("button", { name: tap, exact: true }).click();
}

test("a day: proposed, another one, yes, late, taken back, excused", async ({ enter }) => {
  test.slow();
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  const { page } = asmae;
  await propose(cecile.page, inDays(12));
  await openDay(page, inDays(12));
  await expectAxeClean(page);
  await begins(page, "meeting.other_day").click();
  // The other one knows at once that the day does not suit; which one does comes after.
  await expect(words(cecile.page, "meeting.they_declined", { name: "Asmae" })).toBeVisible(LIVE);
  await expectAxeClean(page);
  await typeDay(page, "meeting.day", inDays(0));
  await expect(line(page, "meeting.time")).toHaveValue(/14.*h.*30/);
  await button(page, "meeting.propose").click();
  await expect(words(page, "meeting.you_wait", { name: "Cécile" })).toBeVisible();
  await expect(words(cecile.page, "meeting.they_propose", { name: "Asmae" })).toBeVisible(LIVE);
  await expect(heading(cecile.page)).toContainText(inDays(0).said);
  await begins(cecile.page, "meeting.yes").click();
  await begins(page, "meeting.say_late").click({ timeout: 5_000 });
  await expectAxeClean(page);
  await expect(words(cecile.page, "meeting.said_late_by", { name: "Asmae" })).toBeVisible(LIVE);
  await begins(page, "meeting.say_take").click();
  await expect(words(cecile.page, "meeting.said_late_by", { name: "Asmae" })).toHaveCount(0, LIVE);
  await begins(page, "meeting.say_cannot").click();
  await expect(words(cecile.page, "meeting.said_cannot_by", { name: "Asmae" })).toBeVisible(LIVE);
  await begins(cecile.page, "meeting.not_held_told").click();
  await expect(page.locator(".chip").getByText(text("meeting.state_excused"))).toBeVisible(LIVE);
  await expectAxeClean(page);
});

test("wrong days are said in words, and what was typed stays", async ({ enter }) => {
  const { page } = await enter("asmae");
  await page.goto("/meetings/new");
  await typeDay(page, "meeting.day", inDays(-3));
  await line(page, "meeting.time").fill("quand tu veux");
  await line(page, "meeting.topics").fill("Le CV");
  await button(page, "meeting.propose").click();
  const summary = page.locator(".summary");
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveText([text("meeting.error_over"), text("meeting.error_time")]);
  await expect(line(page, "meeting.topics")).toHaveValue("Le CV");
  await expectAxeClean(page);
});

test("noted in three taps by both at once: one meeting, put right by the other", async ({ enter }) => {
  test.slow();
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  asmae.trouble.allowNetwork();
  const today = inDays(0);
  const onDay = (person: Person) => person.page.getByRole("link", { name: today.said });
  for (const person of [asmae, cecile]) await person.open("/meetings");
  await expectAxeClean(asmae.page);
  // Neither has seen the other's note when their own leaves.
  await asmae.context.setOffline(true);
  await note(asmae.page, text("log.today"), text("meeting.length_hours", { n: 1 }), text("meeting.how_in_person"));
  await onDay(asmae).click();
  await expect(words(asmae.page, "meeting.noted_you")).toBeVisible();
  const own = asmae.page.url();
  await note(cecile.page, text("log.today"), text("meeting.length_hours", { n: 1 }), text("meeting.how_in_person"));
  await onDay(cecile).click();
  await cecile.saved();
  await asmae.context.setOffline(false);
  for (const person of [asmae, cecile]) await expect(words(person.page, "meeting.noted_both")).toBeVisible();
  // Her page went along to the one that was kept.
  expect(asmae.page.url()).not.toBe(own);
  expect(new URL(asmae.page.url()).pathname).toBe(new URL(cecile.page.url()).pathname);
  await expectAxeClean(asmae.page);

  await button(cecile.page, "correct.open").click();
  await line(cecile.page, "correct.minutes").fill("beaucoup");
  await button(cecile.page, "action.save").click();
  await expect(words(cecile.page, "correct.error_minutes")).toBeVisible();
  await line(cecile.page, "correct.minutes").fill("45");
  await expect(async () => {
    await button(cecile.page, "action.save").click({ timeout: 1_000 });
    await expect(button(cecile.page, "action.save")).toHaveCount(0, { timeout: 500 });
  }).toPass({ intervals: [100] });
  await expect(words(asmae.page, "meeting.length_minutes", { n: 45 })).toBeVisible(LIVE);

  for (const person of [asmae, cecile]) {
    await person.open("/meetings");
    await expect(onDay(person)).toHaveCount(1);
  }
  // The same day again, known this time: no second one either.
  await note(asmae.page, text("log.today"), text("meeting.length_hours", { n: 2 }), text("meeting.how_in_person"));
  await expect(onDay(asmae)).toHaveCount(1);
  const card = asmae.page.locator(".card").filter({ has: onDay(asmae) });
  await expect(card).toContainText(part("meeting.length_hours", { n: 2 }));
});

test("the agreement changed by one: the signatures of both go, and come again", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  for (const person of [asmae, cecile]) {
    await person.open("/agreement");
    await expect(signatures(person)).toHaveCount(2);
  }
  await expectAxeClean(asmae.page);
  await cecile.page.getByRole("radio", { name: text("agreement.cadence_two_weeks") }).check();
  for (const person of [asmae, cecile]) {
    await expect(signatures(person)).toHaveCount(0, LIVE);
    await expect(words(person.page, "agreement.changed")).toBeVisible();
  }
  await expect(asmae.page.getByRole("radio", { name: text("agreement.cadence_two_weeks") })).toBeChecked();
  await expectAxeClean(asmae.page);
  await button(asmae.page, "agreement.sign").click();
  await expect(signatures(cecile)).toHaveText([/Asmae/], LIVE);
  await button(cecile.page, "agreement.sign").click();
  await expect(signatures(asmae)).toHaveCount(2, LIVE);
  // Words of their own count as well.
  await write(line(asmae.page, "agreement.words"), "Trouver une formation, à mon rythme.");
  for (const person of [asmae, cecile]) await expect(signatures(person)).toHaveCount(0, LIVE);
  await expect(line(cecile.page, "agreement.words")).toHaveValue("Trouver une formation, à mon rythme.");
});

function signatures({ page }: Person) {
  return page.getByRole("region", { name: text("agreement.signatures") }).getByRole("listitem");
}

test("a break: a date and no reason, seen by the other, ended early", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  await asmae.open("/break");
  await cecile.open("/week");
  await button(asmae.page, "break.begin").click();
  await expectAxeClean(asmae.page);
  await asmae.page.getByRole("radio", { name: part("break.weeks", { n: 2 }) }).check();
  await expect(async () => {
    await button(asmae.page, "break.begin").click({ timeout: 1_000 });
    await expect(asmae.page.getByRole("heading", { name: inDays(14).said })).toBeVisible({ timeout: 500 });
  }).toPass({ intervals: [100] });
  await expectAxeClean(asmae.page);
  const rests = cecile.page.getByRole("link", { name: part("week_line.rests", { date: "" }) });
  await expect(rests).toBeVisible(LIVE);
  await rests.click();
  await expect(words(cecile.page, "break.by", { name: "Asmae" })).toBeVisible();
  await button(asmae.page, "break.end").click();
  await expect(button(cecile.page, "break.begin")).toBeVisible(LIVE);
});

test("how it goes: nobody, the coordinator, the other one – as chosen", async ({ server, enter }) => {
  test.slow();
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  const staff = await enter(server.staff(), DESK);
  const taps = [await Tap.on(cecile), await Tap.on(staff)];
  const { page } = asmae;
  await asmae.open("/pulse");
  await cecile.open("/pulse");
  await expectAxeClean(page);
  const rows = (person: Person) => person.page.locator('button[id^="pulse-"]');
  const shared = cecile.page.getByRole("heading", { name: whole("pulse.shared", { name: "Asmae" }) });
  const before = await rows(asmae).count();
  const answer = async (face: string, seenBy: RegExp) => {
    await page.getByRole("radio", { name: text(face), exact: true }).check();
    await page.getByRole("radio", { name: seenBy }).check();
    await button(page, "pulse.send").click();
    await expect(rows(asmae)).toHaveCount(before + 1);
    await asmae.saved();
    return (await rows(asmae).first().getAttribute("id"))?.replace("pulse-", "") ?? "";
  };
  // Once a month: who takes an answer back is asked again.
  const takeBack = async () => {
    await rows(asmae).first().click();
    await expect(rows(asmae)).toHaveCount(before);
  };
  const kept = [["pulse.very_hard", "pulse.seen_nobody"], ["pulse.hard", "pulse.seen_coordinator"]] as const;
  for (const [face, seenBy] of kept) {
    const id = await answer(face, part(seenBy));
    await expectAxeClean(page);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    // Whatever they open while it stands there.
    for (const path of ["/week", "/pulse"]) await cecile.open(path);
    await staff.open("/duos");
    await takeBack();
    for (const tap of taps) {
      await tap.settle();
      expect(tap.bytes).toBeGreaterThan(0);
      expect(tap.holds(id), `${tap.name} received what is not theirs`).toEqual([]);
    }
  }
  const open = await answer("pulse.very_well", part("pulse.seen_name", { name: "Cécile" }));
  await expect(shared).toBeVisible(LIVE);
  const row = cecile.page.locator("section").filter({ has: shared });
  await expect(row).toContainText(text("pulse.very_well"), LIVE);
  for (const hidden of ["pulse.very_hard", "pulse.hard"]) {
    await expect(row.getByText(text(hidden), { exact: true })).toHaveCount(0);
  }
  expect(taps[0].holds(open).length, "the tap hears the stream").toBeGreaterThan(0);
});

test("call me: name and time to the coordinator, who says when it is done", async ({ server, enter }) => {
  const [asmae, staff] = [await enter("asmae"), await enter(server.staff(), DESK)];
  await asmae.open("/call");
  await expectAxeClean(asmae.page);
  await button(asmae.page, "call.me").click();
  await expect(words(asmae.page, "call.waits")).toBeVisible();
  await expect(words(asmae.page, "call.open")).toBeVisible();
  await expectAxeClean(asmae.page);
  await staff.open("/duos");
  const calls = staff.page.getByRole("region", { name: text("calls.title") });
  await expect(calls).toContainText("Asmae");
  await expectAxeClean(staff.page);
  await about(calls, "calls.done", "Asmae").first().click();
  await expect(calls.getByText("Asmae")).toHaveCount(0);
  await asmae.open("/call");
  await expect(asmae.page.locator("#app main").getByText(whatever("call.answered", "date"))).toBeVisible();
  await expect(button(asmae.page, "call.me")).toBeVisible();
});

test("call me back: a mentor says what it is about, and no word more", async ({ server, enter }) => {
  const [cecile, staff] = [await enter("cecile"), await enter(server.staff(), DESK)];
  const { page } = cecile;
  await cecile.open("/call");
  await expectAxeClean(page);
  // Nothing chosen: said beside the question.
  await button(page, "call.me_back").click();
  await expect(page.locator(".field__error")).toHaveText(part("error.choose", { field: text("call.topic") }));
  await expectAxeClean(page);
  await answer(page, "call.topic_how_to_help").check();
  await expect(page.locator(".field__error")).toHaveCount(0);
  await button(page, "call.me_back").click();
  const asked = page.getByRole("region", { name: text("call.list") }).getByRole("listitem");
  await expect(asked.first()).toContainText(text("call.topic_how_to_help"));
  await expect(asked.first()).toContainText(text("call.open"));
  await expectAxeClean(page);
  await staff.open("/duos");
  const calls = staff.page.getByRole("region", { name: text("calls.title") });
  await expect(calls).toContainText("Cécile");
  await about(calls, "calls.done", "Cécile").first().click();
  await cecile.open("/call");
  await expect(asked.first()).toContainText(whatever("call.answered", "date"));
});

test("a question waits on the preparation until it is answered, or settled", async ({ enter }) => {
  test.slow();
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  await addApplication(asmae.page, "Puéricultrice de nuit", "Crèche du Port");
  await openFrom(cecile.page, "applications", "Puéricultrice de nuit");
  const letter = "Faut-il une lettre ?";
  await ask(asmae.page, "Cécile", letter);
  await expect(waits(cecile)).toBeVisible(LIVE);
  const prepared = asmae.page.getByRole("region", { name: text("prepare.questions") });
  await asmae.open("/meetings/prepare");
  await expect(prepared).toContainText(letter);
  await expectAxeClean(asmae.page);
  // The answer takes it off the list, without a reload.
  await say(cecile.page, "Asmae", "Oui, une courte.");
  await expect(prepared).not.toContainText(letter, LIVE);
  await expect(waits(cecile)).toHaveCount(0);

  const night = "Avez-vous déjà travaillé la nuit ?";
  await ask(cecile.page, "Asmae", night);
  await expect(prepared).toContainText(night, LIVE);
  await expect(waits(cecile)).toBeVisible();
  await about(prepared, "talk_question.settle", night).click();
  await expect(prepared).not.toContainText(night);
  await expect(waits(cecile)).toHaveCount(0, LIVE);
  await expectAxeClean(asmae.page);
});

function waits({ page }: Person) {
  return page.locator(".comment").getByText(text("talk_question.waits"));
}

async function ask(page: Page, to: string, question: string): Promise<void> {
  await messageTo(page, to).fill(question);
  await page.getByRole("checkbox", { name: text("talk_question.asks") }).check();
  await pressUntilSent(messageTo(page, to), button(page, "comment.send"));
  await expect(message(page, question)).toBeVisible();
}
