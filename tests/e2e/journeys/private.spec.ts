// "Only me" is a promise: not a byte of it reaches another person's browser until it is shared.
import { addObjective, addStep, button, field, openFrom, pressUntilSent, stepTitle } from "../fixtures/plan";
import { Tap } from "../fixtures/tap";
import { expect, part, test, text } from "../fixtures/test";

const CANARY = "Zygomatique7391";

test("private, shared, private again: the mentor's screen follows and knows no more", async ({ server, enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  const staff = await enter(server.staff());
  const taps = [await Tap.on(cecile), await Tap.on(staff)];

  await addObjective(asmae.page, { title: `Secret ${CANARY}`, onlyMe: true });
  await addStep(asmae.page, `Étape ${CANARY}`);
  await field(asmae.page, "objective.why_label").fill(`Parce que ${CANARY}`);
  const note = field(asmae.page, "comment.label_note");
  await note.fill(`Note ${CANARY}`);
  await pressUntilSent(note, button(asmae.page, "comment.keep_note"));
  await asmae.saved();

  // Everything that the two can ask for.
  for (const path of ["/week", "/plan", "/applications", "/removed", "/more"]) await cecile.open(path);
  for (const path of ["/duos", "/more"]) await staff.open(path);
  await staff.open("/duos");
  await staff.page.getByRole("link", { name: /Asmae/ }).first().click();
  await expect(staff.page.locator("#app h1")).toContainText("Asmae");
  // The stream carried something else after it: so it would have carried this.
  await cecile.open("/plan");
  await addObjective(asmae.page, { title: "Témoin du flux", onlyMe: false });
  await expect(cecile.page.getByRole("link", { name: "Témoin du flux" })).toBeVisible();
  for (const tap of taps) {
    await tap.settle();
    expect(tap.bytes).toBeGreaterThan(0);
    expect(tap.holds(CANARY), `${tap.name} received what is private`).toEqual([]);
  }
  expect(taps[0].holds("Témoin du flux").length, "the tap hears the stream").toBeGreaterThan(0);

  await openFrom(asmae.page, "plan", `Secret ${CANARY}`);
  await asmae.page.getByRole("button", { name: part("privacy.share", { name: "Cécile" }) }).first().click();
  await expect(cecile.page.getByRole("link", { name: `Secret ${CANARY}` })).toBeVisible({ timeout: 3_000 });
  await openFrom(cecile.page, "plan", `Secret ${CANARY}`);
  await expect(stepTitle(cecile.page, `Étape ${CANARY}`)).toBeVisible();
  await expect(cecile.page.locator("#app").getByText(`Note ${CANARY}`)).toBeVisible();

  await button(asmae.page, "privacy.unshare").first().click();
  await expect(cecile.page.locator("#app h1")).toHaveText(text("objective.gone"), { timeout: 3_000 });
  await expect(cecile.page.locator("#app")).not.toContainText(CANARY);
  await cecile.open("/plan");
  await expect(cecile.page.locator("#app")).not.toContainText(CANARY);
  expect(taps[1].holds(CANARY), "the coordinator received words of a board").toEqual([]);
});
