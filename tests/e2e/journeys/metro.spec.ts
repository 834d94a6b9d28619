// The metro: the network goes in the middle of a form, the app is closed and opened again below
// ground; above ground again, everything is with the mentor.
import { expectAxeClean } from "../fixtures/axe";
import { expectKept } from "../fixtures/builds";
import { addObjective, addStep, button, field, heading, link, openFrom, say, stepTitle, tab } from "../fixtures/plan";
import { DESK, expect, part, PHONE, test, text } from "../fixtures/test";

const AWAY = { timeout: 15_000 };
const BACK = { timeout: 45_000 };

for (const [size, screen] of [["a phone", PHONE], ["a desk", DESK]] as const) {
  test(`metro, on ${size}: begun above, closed below, sent above`, async ({ enter }) => {
    test.slow();
    const asmae = await enter("asmae", screen);
    asmae.trouble.allowNetwork();
    await addObjective(asmae.page, { title: "Ligne 5" });
    await asmae.saved();
    await expectKept(asmae.page);

    // The form is open when the tunnel begins.
    await tab(asmae.page, "applications").click();
    await link(asmae.page, "application.add").first().click();
    await field(asmae.page, "application.job").fill("Caissière");
    await asmae.context.setOffline(true);
    await field(asmae.page, "application.employer").fill("Épicerie du Nord");
    await button(asmae.page, "application.add").click();
    await expect(heading(asmae.page)).toHaveText("Caissière");
    await openFrom(asmae.page, "plan", "Ligne 5");
    await addStep(asmae.page, "Écrite sous terre");
    await expect(asmae.state()).toContainText(/\d/, AWAY);
    await asmae.page.close();

    // Below ground, from nothing but what the phone keeps.
    const page = await asmae.context.newPage();
    await page.goto("/plan");
    await expect(heading(page)).toHaveText(text("plan.title"), AWAY);
    await openFrom(page, "plan", "Ligne 5");
    await expect(stepTitle(page, "Écrite sous terre")).toHaveCount(1);
    await expectAxeClean(page);
    await say(page, "Cécile", "Je suis dans le métro.");
    await openFrom(page, "applications", "Caissière");
    await expect(page.locator("[data-connection-state]").first()).toContainText(/\d/, AWAY);
    await expectAxeClean(page);

    await asmae.context.setOffline(false);
    await expect(page.locator("[data-connection-state]").first()).toContainText(text("state.saved"), BACK);
    const cecile = await enter("cecile");
    await openFrom(cecile.page, "plan", "Ligne 5");
    await expect(stepTitle(cecile.page, "Écrite sous terre")).toHaveCount(1, BACK);
    await expect(cecile.page.getByText("Je suis dans le métro.", { exact: true })).toHaveCount(1);
    await openFrom(cecile.page, "applications", "Caissière");
  });
}

test("every page opens below ground, and says in words what it cannot do there", async ({ enter }) => {
  test.slow();
  const asmae = await enter("asmae");
  const { page } = asmae;
  asmae.trouble.allowNetwork();
  await expectKept(page);
  for (const seen of ["/services", "/codes", "/history"]) await asmae.open(seen);
  await asmae.context.setOffline(true);
  const pages = [
    "/week", "/plan", "/applications", "/meetings", "/cvs", "/referrals", "/contacts", "/dates", "/project",
    "/agreement", "/story", "/services", "/codes", "/history", "/more", "/not-sent", "/removed", "/who-sees", "/notes",
  ];
  for (const address of pages) {
    await page.goto(address);
    await expect(heading(page), address).toBeVisible(AWAY);
    await expect(page.locator("#app"), address).not.toContainText(text("failure.title"));
  }
  // Nobody has opened it on this phone: its names were fetched ahead.
  await page.goto("/project");
  await expect(page.locator("#aim-title")).toContainText("Puériculteur", AWAY);
  for (const address of ["/services", "/history"]) {
    await page.goto(address);
    await expect(page.locator(".notice").getByText(/copie du/)).toBeVisible(AWAY);
    await expectAxeClean(page);
  }
  await page.goto("/devices");
  await expect(page.locator("#app")).toContainText(text("api.offline"), AWAY);
  await asmae.context.setOffline(false);
  // Nobody presses anything.
  await expect(page.locator("#app")).toContainText(text("devices.this_one"), BACK);
});
