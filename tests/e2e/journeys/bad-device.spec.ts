// Devices that are full, forget, or damage what they kept: it is said, and nothing is lost silently.
import { expectAxeClean } from "../fixtures/axe";
import { away, damageOutbox, fill, loseDatabase, mayFill, trouble } from "../fixtures/device";
import { addObjective, addStep, heading, openFrom, stepTitle } from "../fixtures/plan";
import { expect, part, test, text } from "../fixtures/test";

const AWAY = { timeout: 15_000 };
const BACK = { timeout: 45_000 };

test("a full phone: it says what is safe, goes on, and stores once there is room", async ({ enter }) => {
  const asmae = await enter("asmae");
  const { page } = asmae;
  asmae.trouble.allowNetwork();
  await mayFill(page);
  await asmae.open("/week");
  await addObjective(page, { title: "Sans place" });
  await asmae.saved();
  await asmae.context.setOffline(true);
  await fill(page, true);
  await addStep(page, "Sans place 1");
  const notice = trouble(page, text("trouble.full"));
  await expect(notice).toContainText(text("trouble.full_safe"));
  await expectAxeClean(page);
  await addStep(page, "Sans place 2");
  await fill(page, false);
  await expect(notice).toHaveCount(0, BACK);
  await asmae.context.setOffline(false);
  await expect(asmae.state()).toContainText(text("state.saved"), BACK);
  await page.reload();
  for (const title of ["Sans place 1", "Sans place 2"]) await expect(stepTitle(page, title)).toHaveCount(1);
});

test("a browser that keeps nothing says so", async ({ enter }) => {
  const asmae = await enter("asmae");
  await asmae.page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("not here", "InvalidStateError");
    };
  });
  await asmae.open("/week");
  const notice = trouble(asmae.page, text("trouble.nothing_kept"));
  await expect(notice).toContainText(text("trouble.nothing_kept_todo"));
  await expectAxeClean(asmae.page);
  await addObjective(asmae.page, { title: "Sans mémoire" });
  await asmae.saved();
});

test("damaged words are shown as they are, the rest goes on", async ({ enter }) => {
  const asmae = await enter("asmae");
  const { page } = asmae;
  asmae.trouble.allowNetwork();
  // The number of the damaged change never comes: the server says which one it expects.
  asmae.trouble.allow(/status of 409/);
  await addObjective(page, { title: "Mal gardé" });
  await asmae.saved();
  await asmae.context.setOffline(true);
  await addStep(page, "Abîmée en chemin");
  await expect(asmae.state()).toContainText(part("state.waiting", { n: 1 }), AWAY);
  expect(await damageOutbox(page)).toBe(1);
  await page.goto("about:blank");
  await asmae.context.setOffline(false);
  await asmae.open("/week");
  const notice = trouble(page, part("trouble.unreadable", { n: 1 }));
  await expect(notice).toContainText(text("trouble.unreadable_safe"));
  await notice.getByRole("link", { name: text("trouble.unreadable_see") }).click();
  await expect(heading(page)).toHaveText(text("not_sent.title"));
  await expect(page.locator(".version")).toContainText("Abîmée en chemin");
  await expectAxeClean(page);
  await openFrom(page, "plan", "Mal gardé");
  await addStep(page, "Écrite après");
  await asmae.saved();
});

test("a database that lost a part is mended, and what waited in it is sent", async ({ enter }) => {
  const asmae = await enter("asmae");
  const { page } = asmae;
  asmae.trouble.allowNetwork();
  // The device lost its name: under a new one its numbers begin anew.
  asmae.trouble.allow(/status of 409/);
  await addObjective(page, { title: "À moitié gardé" });
  await asmae.saved();
  await asmae.context.setOffline(true);
  await addStep(page, "Restée dans la boîte");
  await expect(asmae.state()).toContainText(part("state.waiting", { n: 1 }), AWAY);
  await page.goto("about:blank");
  await asmae.context.setOffline(false);
  await away(page);
  await loseDatabase(page, "kv");
  await asmae.open("/plan");
  await openFrom(page, "plan", "À moitié gardé");
  await expect(stepTitle(page, "Restée dans la boîte")).toHaveCount(1, BACK);
  await asmae.saved();
});

test("a copy that the browser cleared: it says what may be missing, and since when", async ({ enter }) => {
  const asmae = await enter("asmae");
  const { page } = asmae;
  asmae.trouble.allowNetwork();
  await addObjective(page, { title: "Tout effacé" });
  await asmae.saved();
  await asmae.context.setOffline(true);
  await addStep(page, "Perdue avec la copie");
  await expect(asmae.state()).toContainText(part("state.waiting", { n: 1 }), AWAY);
  await page.goto("about:blank");
  await asmae.context.setOffline(false);
  await away(page);
  await loseDatabase(page);
  await asmae.open("/week");
  const notice = trouble(page, text("trouble.vanished"));
  await expect(notice).toContainText(text("trouble.vanished_safe"));
  await expect(notice.locator("p")).toHaveCount(2);
  await expectAxeClean(page);
  await openFrom(page, "plan", "Tout effacé");
});
