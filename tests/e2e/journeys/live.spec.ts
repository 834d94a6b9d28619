// Two people on one board: what one does, the other sees, and nothing that they are doing moves.
import {
  addApplication,
  addObjective,
  addStep,
  button,
  field,
  heading,
  message,
  messageTo,
  moveTo,
  openFrom,
  say,
  step,
  stepTitle,
  tab,
} from "../fixtures/plan";
import { heard, place, record } from "../fixtures/live";
import { expect, part, test, text, whole } from "../fixtures/test";

/** A change of one is on the other's screen within this time (milliseconds). */
const LIVE = { timeout: 3_000 };

test("the mentor sees the mentee's work appear", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  await cecile.open("/plan");
  await addObjective(asmae.page, { title: "Passer le permis", horizon: "long" });
  await expect(cecile.page.getByRole("link", { name: "Passer le permis" })).toBeVisible(LIVE);
  await openFrom(cecile.page, "plan", "Passer le permis");
  await addStep(asmae.page, "Demander le prix");
  await expect(stepTitle(cecile.page, "Demander le prix")).toBeVisible(LIVE);
  await step(asmae.page, "Demander le prix").check();
  await expect(cecile.page.locator(".step--done")).toContainText("Demander le prix", LIVE);

  await cecile.open("/applications");
  await addApplication(asmae.page, "Cuisinière", "Resto du Coin");
  await expect(cecile.page.getByRole("link", { name: "Cuisinière" })).toBeVisible(LIVE);
  await openFrom(cecile.page, "applications", "Cuisinière");
  await moveTo(asmae.page, "sent");
  await expect(cecile.page.locator("[aria-current=step]")).toContainText(text("stage.sent"), LIVE);
});

test("a comment goes from one to the other and is seen", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  await addApplication(asmae.page, "Vendeuse", "Boulangerie Simon");
  await openFrom(cecile.page, "applications", "Vendeuse");
  await say(cecile.page, "Asmae", "Votre lettre est claire.\nBravo !");
  // Without a reload, on the page that Asmae has open.
  const arrived = message(asmae.page, "Votre lettre est claire.\nBravo !");
  await expect(arrived).toBeVisible(LIVE);
  // "Seen" is said once it really was on her screen, not when it arrived.
  await arrived.scrollIntoViewIfNeeded();
  await expect(cecile.page.locator("#app").getByText(part("comment.seen_by", { name: "Asmae" }))).toBeVisible();

  // Half a comment survives a look at another page.
  const answer = messageTo(asmae.page, "Cécile");
  await answer.fill("Merci, je vais");
  await tab(asmae.page, "week").click();
  await openFrom(asmae.page, "applications", "Vendeuse");
  await expect(answer).toHaveValue("Merci, je vais");
});

test("twenty changes from elsewhere move neither focus, caret, scroll nor half-typed words", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  await addObjective(asmae.page, { title: "Préparer l’été" });
  await openFrom(cecile.page, "plan", "Préparer l’été");
  const write = messageTo(cecile.page, "Asmae");
  await write.click();
  await write.pressSequentially("Une idée pour vous");
  for (let back = 0; back < 5; back++) await cecile.page.keyboard.press("ArrowLeft");
  const before = await place(cecile.page);
  expect(before.caret).toEqual([13, 13]);
  await record(cecile.page);

  for (let change = 1; change <= 10; change++) {
    await addStep(asmae.page, `Petite étape ${change}`);
    await say(asmae.page, "Cécile", `Message ${change}`);
  }
  await expect(stepTitle(cecile.page, "Petite étape 10")).toBeAttached(LIVE);
  const waiting = cecile.page.getByRole("button", { name: whole("comment.held", { n: 10 }) });
  await expect(waiting).toBeVisible(LIVE);
  expect(await place(cecile.page)).toEqual(before);

  // Many changes are a few sentences: one in ten seconds at most.
  await expect.poll(async () => (await heard(cecile.page)).length).toBeGreaterThan(0);
  const said = await heard(cecile.page);
  for (const [index, { at }] of said.entries()) {
    if (index > 0) expect(at - said[index - 1].at).toBeGreaterThan(9_500);
  }
  // She goes on where she was.
  await cecile.page.keyboard.type("juste ");
  await expect(write).toHaveValue("Une idée pourjuste  vous");
  // What came meanwhile is one press away, and the half-typed words stay.
  await waiting.click();
  await expect(message(cecile.page, "Message 10")).toBeVisible();
  await expect(write).toHaveValue("Une idée pourjuste  vous");
});

test("a change of the text I am in is told and not put in", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  await addObjective(asmae.page, { title: "Apprendre le néerlandais" });
  await openFrom(cecile.page, "plan", "Apprendre le néerlandais");
  const hers = field(cecile.page, "objective.add_short");
  await hers.click();
  await hers.press("End");
  const before = await place(cecile.page);
  const own = field(asmae.page, "objective.title_label");
  await own.fill("Parler néerlandais au travail");
  await own.blur();
  await expect(cecile.page.locator("#app").getByText(part("remote.wrote", { name: "Asmae" }))).toBeVisible(LIVE);
  expect(await place(cecile.page)).toEqual(before);
  await expect(heading(cecile.page)).toHaveText("Parler néerlandais au travail");
  await button(cecile.page, "remote.use_theirs").click();
  await expect(hers).toHaveValue("Parler néerlandais au travail");
  await expect(hers).toBeFocused();
});
