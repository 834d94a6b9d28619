// The story of Asmae and Cécile, as the annual report tells it, from the first meeting to the
// training: no diploma, never worked, "too long, too complicated", one step forward and two back,
// and in the end the training that fits. All of it through the interface, on both sides.
import { readFileSync } from "node:fs";
import { answerUnder, begins, LIVE, whatever, write } from "../fixtures/answers";
import { expectAxeClean } from "../fixtures/axe";
import { agree, type Chapter, lookAround, meet, readCodes } from "../fixtures/beginning";
import { bringTogether } from "../fixtures/duo";
import { about, answer, card, choose, line } from "../fixtures/forms";
import {
  addApplication,
  addStep,
  button,
  field,
  heading,
  link,
  message,
  moveTo,
  openFrom,
  say,
  step,
  tab,
} from "../fixtures/plan";
import { DESK, expect, part, type Person, test, text, whole } from "../fixtures/test";

test.use({ content: "empty" });

const SERVICE = "Bruxelles Formation";
const JOB = "Auxiliaire de l’enfance";
const CRECHE = "Crèche Les Coccinelles";
const TRAINING = "Suivre la formation d’auxiliaire de l’enfance";
const TESTS = "Passer les tests d’entrée";

test("Asmae and Cécile, from the first meeting to the training", async ({ server, enter, arrive }) => {
  test.setTimeout(420_000);
  const coordinator = await enter(server.staff(), DESK);
  const { asmae, cecile } = await bringTogether(coordinator, arrive);
  const chapters: [string, Chapter][] = [
    ["they sign what they promise each other", agree],
    ["no project yet: three small steps", lookAround],
    ["what nobody writes down: a card read, marked, asked about", readCodes],
    ["the first meeting: proposed, accepted, noted", meet],
    ["a CV, written here and read by both", writeCv],
    ["an application leaves with it, and the CV is sealed", apply],
    ["one step back, kindly", stepBack],
    ["a training body: not dared, gone together, registered", refer],
    ["the training that fits: an idea, taken, reached", reach],
    ["what she did for it, on paper", prove],
    ["their story", tell],
  ];
  for (const [name, chapter] of chapters) await test.step(name, () => chapter(asmae, cecile));
  for (const person of [asmae, cecile]) await person.saved();
});

const writeCv: Chapter = async (asmae, cecile) => {
  const { page } = asmae;
  await asmae.open("/cvs");
  await link(page, "cv.new").first().click();
  await expectAxeClean(page);
  for (const title of ["cv.new_way_title", "cv.new_details_title"]) {
    await button(page, "action.next").click();
    await expect(heading(page)).toHaveText(text(title));
    await expectAxeClean(page);
  }
  await field(page, "cv.title_label").fill("Crèche");
  await button(page, "cv.add").click();
  await expect(heading(page)).toHaveText(whole("cv.cv_number", { number: 1 }));
  await write(field(page, "cv.field_name"), "Asmae");
  await write(field(page, "cv.field_profile"), "J’aime les enfants. Je parle arabe, espagnol et français.");
  await about(page, "cv.entry_add", text("cv.section_experience")).click();
  const experience = page.getByRole("region", { name: text("cv.section_experience") });
  await field(experience, "cv.field_job").fill("Bénévole à l’école de devoirs");
  await button(experience, "action.add").click();
  const entry = (person: Person) => person.page.locator(".cv-entry").filter({ hasText: "école de devoirs" });
  await expect(entry(asmae)).toBeVisible();
  await expectAxeClean(page);
  await begins(page, "cv.ask", { name: "Cécile" }).click();

  await cecile.open("/cvs");
  await cecile.page.getByRole("link", { name: /Crèche/ }).click();
  await expect(cecile.page.locator("#app").getByText(part("cv.review_asked_mentor", { name: "Asmae" }))).toBeVisible();
  await begins(entry(cecile), "comment.talk").click();
  await say(entry(cecile), "Asmae", "Dites aussi ce que vous y faisiez.");
  await button(cecile.page, "cv.commented").click();
  await expect(page.locator("#app").getByText(part("cv.review_commented", { name: "Cécile" }))).toBeVisible(LIVE);
  await begins(entry(asmae), "comment.count", { n: 1 }).click();
  await message(page, "Dites aussi ce que vous y faisiez.").scrollIntoViewIfNeeded();
  await expect(entry(cecile).getByText(part("comment.seen_by", { name: "Asmae" }))).toBeVisible();
  await expectAxeClean(page);
  await button(page, "cv.ready").click();
  await expect(cecile.page.locator(".chip").getByText(text("cv.state_ready"))).toBeVisible(LIVE);
};

const apply: Chapter = async (asmae, cecile) => {
  const { page } = asmae;
  await addApplication(page, JOB, CRECHE);
  await button(page, "cv.with_pick_cv").click();
  await page.getByLabel(text("cv.with_which_cv")).selectOption({ index: 1 });
  await expectAxeClean(page);
  await button(page, "action.save").click();
  await openFrom(cecile.page, "applications", JOB);
  await expect(cecile.page.getByRole("link", { name: /Crèche$/ })).toBeVisible(LIVE);
  await moveTo(page, "sent");
  await expect(cecile.page.locator("[aria-current=step]")).toContainText(text("stage.sent"), LIVE);
  await expectAxeClean(page);
  await page.getByRole("link", { name: /Crèche$/ }).click();
  await expect(page.locator("#app").getByText(text("cv.sealed"))).toBeVisible();
  await expect(page.getByRole("textbox", { name: text("cv.field_name") })).toHaveCount(0);
  await expect(button(page, "cv.copy_to_change")).toBeVisible();
  await expectAxeClean(page);
};

const stepBack: Chapter = async (asmae, cecile) => {
  const { page } = asmae;
  await openFrom(page, "applications", JOB);
  await answerUnder(page, "application.change_stage", "stage.refused");
  await expect(page.getByRole("heading", { name: text("application.ending_title") })).toBeVisible();
  await choose(page, "application.reason", "end_reason.diploma");
  await write(line(page, "application.learnt"), "Il me faut d’abord une formation.");
  await expectAxeClean(page);
  const learnt = cecile.page.getByRole("textbox", { name: whole("application.learnt_mentor", { name: "Asmae" }) });
  await expect(learnt).toHaveValue("Il me faut d’abord une formation.", LIVE);
  await expect(cecile.page.locator("#app").getByText(text("end_reason.diploma")).first()).toBeVisible();

  // A step that was done is to be done again: the box says so, and nothing scolds.
  for (const person of [asmae, cecile]) await openFrom(person.page, "plan", text("exploration.title"));
  const visit = text("exploration.visit");
  await step(page, visit).check();
  await expect(cecile.page.locator(".step--done")).toContainText(visit, LIVE);
  await step(page, visit).uncheck();
  await expect(cecile.page.locator(".step--done")).toHaveCount(0, LIVE);
  for (const person of [asmae, cecile]) await expect(person.page.locator("#app [role=alert]")).toHaveCount(0);
  await step(page, text("exploration.interests")).check();
  await expectAxeClean(page);
};

const refer: Chapter = async (asmae, cecile) => {
  const { page } = asmae;
  await cecile.open("/services");
  await line(cecile.page, "service.search").fill(SERVICE);
  await button(cecile.page, "service.find").click();
  await link(card(cecile.page, SERVICE), "service.refer").click();
  await expect(field(cecile.page, "referral.name")).toHaveValue(SERVICE);
  await cecile.page.getByRole("radio", { name: text("referral.mode_told") }).check();
  await button(cecile.page, "referral.add").click();
  await expect(heading(cecile.page)).toHaveText(SERVICE);

  await asmae.open("/referrals");
  await expectAxeClean(page);
  await page.getByRole("link", { name: SERVICE }).click();
  await expectAxeClean(page);
  await button(page, "referral.did_not_dare").click();
  await expect(page.locator("#app").getByText(text("referral.kind_did_not_dare"))).toBeVisible();
  await expectAxeClean(page);
  const said = (key: string) =>
    cecile.page.locator("#app").getByText(part("referral.they_said", { name: "Asmae", words: text(key) })).first();
  await expect(said("referral.did_not_dare")).toBeVisible(LIVE);
  await button(page, "step_offer.add").click();
  await expect(page.locator("#app").getByText(text("step_offer.done"))).toBeVisible();

  // They go together.
  await answerUnder(cecile.page, "referral.mode_note", "referral.mode_went");
  const together = part("referral.mode_is", { mode: text("referral.mode_went") });
  await expect(page.locator("#app").getByText(together).first()).toBeVisible(LIVE);
  await button(page, "referral.change_answer").click();
  await button(page, "referral.went").click();
  await expect(said("referral.went")).toBeVisible(LIVE);
  await answerUnder(page, "referral.outcome_note", "referral.outcome_registered");
  await expectAxeClean(page);
  await expect(cecile.page.getByText(text("referral.outcome_registered")).first()).toBeVisible(LIVE);
};

const reach: Chapter = async (asmae, cecile) => {
  const { page } = asmae;
  await tab(cecile.page, "plan").click();
  await link(cecile.page, "suggestion.add_objective").click();
  await field(cecile.page, "suggestion.objective_label").fill(TRAINING);
  await choose(cecile.page, "theme.question", "theme.training");
  await button(cecile.page, "suggestion.add_objective").click();
  await asmae.open("/week");
  await page.getByRole("link", { name: part("week.ideas", { n: 1, name: "Cécile" }) }).click();
  await expectAxeClean(page);
  await about(page, "suggestion.accept", TRAINING).click();
  await openFrom(page, "plan", TRAINING);
  await openFrom(cecile.page, "plan", TRAINING);
  await addStep(page, TESTS);
  await step(page, TESTS).check();
  await expect(cecile.page.locator(".step--done")).toContainText(TESTS, LIVE);
  await about(page, "action.change", text("objective.state_title")).click();
  await answer(page, "status.reached").check();
  await line(page, "objective.why_label").last().fill("Je commence en octobre.");
  await button(page, "action.save").click();
  await expect(page.locator("#app").getByText(text("objective.reached_note"))).toBeVisible();
  await expectAxeClean(page);
  await expect(cecile.page.locator(".chip").getByText(text("status.reached"))).toBeVisible(LIVE);
  await say(cecile.page, "Asmae", "Vous avez donné le meilleur de vous-même !");
  await expect(message(page, "Vous avez donné le meilleur de vous-même !")).toBeVisible(LIVE);
};

const prove: Chapter = async (asmae) => {
  const { page } = asmae;
  await asmae.open("/proof");
  const paper = page.locator(".paper");
  await expect(paper).toContainText(CRECHE);
  await expectAxeClean(page);
  const line = page.getByRole("checkbox", { name: new RegExp(TESTS) });
  await expect(line).toBeChecked();
  await line.uncheck();
  await expect(paper).not.toContainText(TESTS);
  const taken = async (key: string) => {
    const [file] = await Promise.all([page.waitForEvent("download"), button(page, key).click()]);
    return readFileSync(await file.path());
  };
  const sheet = (await taken("proof.csv")).toString("utf8");
  expect(sheet).toContain(CRECHE);
  for (const kept of [TESTS, SERVICE, "meilleur de vous-même", "d’abord une formation"]) {
    expect(sheet).not.toContain(kept);
  }
  expect((await taken("proof.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
};

const tell: Chapter = async (asmae, cecile) => {
  for (const person of [asmae, cecile]) {
    await person.open("/story");
    const app = person.page.locator("#app");
    await expect(app.getByText(whatever("story.met", "dates"))).toBeVisible();
    const told = (words: string) => app.getByRole("listitem").filter({ hasText: words });
    for (const done of [TESTS, text("exploration.interests")]) await expect(told(done)).toBeVisible();
    // What was put back to "to do" is no part of it, and nothing is counted.
    await expect(told(text("exploration.visit"))).toHaveCount(0);
    await expectAxeClean(person.page);
  }
};
