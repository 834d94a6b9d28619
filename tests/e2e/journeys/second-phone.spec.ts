// One mentee, two phones, one of them without a network: both end with the same plan.
import { openDuo } from "../fixtures/acting";
import { expectAxeClean } from "../fixtures/axe";
import { newLink } from "../fixtures/caseload";
import { addObjective, addStep, heading, message, openFrom, say, step, stepTitle } from "../fixtures/plan";
import { DESK, expect, PHONE, test, text, whole } from "../fixtures/test";

const AWAY = { timeout: 15_000 };
const BACK = { timeout: 45_000 };

test("two phones of one person: what each did alone is on both", async ({ server, enter, arrive }) => {
  test.slow();
  const first = await enter("asmae");
  const coordinator = await enter(server.staff(), DESK);
  const second = await arrive("asmae on her second phone", PHONE);
  await openDuo(coordinator, "Asmae", "Cécile");
  await second.comeIn(await newLink(coordinator.page, "Asmae"));
  await expect(heading(second.page)).toHaveText(whole("week.greeting", { name: "Asmae" }));
  first.trouble.allowNetwork();
  await addObjective(first.page, { title: "Deux téléphones" });
  await addStep(first.page, "Commune");
  await first.saved();
  await openFrom(second.page, "plan", "Deux téléphones");
  await expect(stepTitle(second.page, "Commune")).toHaveCount(1, BACK);

  await first.context.setOffline(true);
  await addStep(first.page, "Du premier");
  await step(first.page, "Commune").check();
  await say(first.page, "Cécile", "Écrit sur le premier.");
  await addStep(second.page, "Du second");
  await say(second.page, "Cécile", "Écrit sur le second.");
  await second.saved();
  await expect(first.state()).toContainText(/\d/, AWAY);
  await expectAxeClean(first.page);

  await first.context.setOffline(false);
  await expect(first.state()).toContainText(text("state.saved"), BACK);
  for (const phone of [first, second]) {
    for (const title of ["Commune", "Du premier", "Du second"]) {
      await expect(stepTitle(phone.page, title), phone.name).toHaveCount(1, BACK);
    }
    for (const words of ["Écrit sur le premier.", "Écrit sur le second."]) {
      await expect(message(phone.page, words), phone.name).toHaveCount(1, BACK);
    }
    await expect(step(phone.page, "Commune")).toBeChecked();
  }
  await expectAxeClean(second.page);
  const cecile = await enter("cecile");
  await openFrom(cecile.page, "plan", "Deux téléphones");
  await expect(cecile.page.locator(".step__title")).toHaveCount(3, BACK);
});
