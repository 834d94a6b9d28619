// Work that waits while the door closes: the duo ends, or the device is signed out, without a network.
import { close, openDuo } from "../fixtures/acting";
import { expectAxeClean } from "../fixtures/axe";
import { newLink } from "../fixtures/caseload";
import { addObjective, addStep, button, heading, openFrom, say, stepTitle } from "../fixtures/plan";
import { DESK, expect, part, test, text } from "../fixtures/test";

const AWAY = { timeout: 15_000 };
const BACK = { timeout: 45_000 };

test("the duo ends while the mentor is away: the words stay and can be copied", async ({ server, enter }) => {
  test.slow();
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  const coordinator = await enter(server.staff(), DESK);
  cecile.trouble.allowNetwork();
  cecile.trouble.allow(/status of 404/);
  await addObjective(asmae.page, { title: "Jusqu’au bout" });
  await asmae.saved();
  await openFrom(cecile.page, "plan", "Jusqu’au bout");
  await cecile.context.setOffline(true);
  await say(cecile.page, "Asmae", "Écrit dans le train, sans réseau.");
  await expect(cecile.state()).toContainText(part("state.waiting", { n: 1 }), AWAY);
  await openDuo(coordinator, "Asmae", "Cécile");
  await close(coordinator.page, { kind: "closing.planned_end" });
  await cecile.context.setOffline(false);
  await expect(heading(cecile.page)).toHaveText(text("closed.title"), BACK);
  const left = cecile.page.getByRole("region", { name: text("left.title") });
  await expect(left).toContainText(text("left.closed"));
  await expect(left.locator(".version")).toHaveText("Écrit dans le train, sans réseau.");
  await expect(button(left, "not_sent.copy")).toBeVisible();
  await expectAxeClean(cecile.page);
  // And the next time.
  await cecile.page.reload();
  await expect(left.locator(".version")).toHaveText("Écrit dans le train, sans réseau.", BACK);
});

test("signed out with unsent work: nothing is deleted, and the same person sends it", async ({ server, enter }) => {
  test.slow();
  const phone = await enter("asmae");
  const { page } = phone;
  phone.trouble.allowNetwork();
  phone.trouble.allow(/status of 401/);
  await addObjective(page, { title: "Toujours là" });
  await phone.saved();
  await phone.context.setOffline(true);
  await addStep(page, "Elle attend");
  await expect(phone.state()).toContainText(part("state.waiting", { n: 1 }), AWAY);
  await page.goto("about:blank");
  await phone.context.setOffline(false);
  await phone.context.clearCookies();
  await page.goto("/week");
  await expect(heading(page)).toHaveText(text("ended.title"), BACK);
  await expect(page.locator("#app")).toContainText(part("left.waiting", { n: 1 }));
  await expect(page.locator(".version")).toHaveText("Elle attend");
  await expectAxeClean(page);
  const coordinator = await enter(server.staff(), DESK);
  await openDuo(coordinator, "Asmae", "Cécile");
  await phone.comeIn(await newLink(coordinator.page, "Asmae"));
  await openFrom(page, "plan", "Toujours là");
  await expect(stepTitle(page, "Elle attend")).toHaveCount(1);
  await phone.saved();
});
