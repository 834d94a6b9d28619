// What was written below ground leaves with the first network, though the app was closed before.
import type { Page } from "@playwright/test";
import { expectAxeClean } from "../fixtures/axe";
import { expectKept } from "../fixtures/builds";
import { addObjective, addStep, heading, openFrom, stepTitle } from "../fixtures/plan";
import { DESK, PHONE, type Person, expect, test, text } from "../fixtures/test";
import { devtools } from "../fixtures/worker";

const SOON = { timeout: 15_000 };

/** What the browser is to tell the worker once there is a network. */
const asked = (page: Page) =>
  page.evaluate(async () => {
    const held = (await navigator.serviceWorker.ready) as ServiceWorkerRegistration & { sync: { getTags(): Promise<string[]> } };
    return held.sync.getTags();
  });

/** The network is there again: the browser tells the worker, as it does without any page. */
async function tell(person: Person, page: Page): Promise<void> {
  const { browser, registrationId } = await devtools(person, page);
  await browser.send("ServiceWorker.dispatchSyncEvent", {
    origin: person.server.url,
    registrationId,
    tag: "send",
    lastChance: false,
  });
  await browser.detach();
}

/** How often the server was given operations. */
function sent(person: Person): string[] {
  const urls: string[] = [];
  person.context.on("request", (request) => {
    if (request.method() === "POST" && /\/ops(\?|$)/.test(request.url())) urls.push(request.url());
  });
  return urls;
}

for (const [size, screen] of [["a phone", PHONE], ["a desk", DESK]] as const) {
  test(`written below ground, closed, sent by the browser, on ${size}`, async ({ enter }) => {
    test.slow();
    const [asmae, cecile] = [await enter("asmae", screen), await enter("cecile")];
    asmae.trouble.allowNetwork();
    await expectKept(asmae.page);
    await addObjective(asmae.page, { title: "Ligne 5" });
    await asmae.saved();
    await asmae.context.setOffline(true);
    await openFrom(asmae.page, "plan", "Ligne 5");
    for (const title of ["Première", "Deuxième", "Troisième"]) await addStep(asmae.page, title);
    await expect(asmae.state()).toContainText(/\d/, SOON);
    // The page says so before it goes, and once more when the network is known to be away.
    await asmae.page.evaluate(() => dispatchEvent(new Event("offline")));
    await expect.poll(() => asked(asmae.page), SOON).toEqual(["send"]);

    // Another page of this browser, where nothing of the app runs.
    await asmae.page.close();
    await asmae.context.setOffline(false);
    const elsewhere = await asmae.context.newPage();
    await elsewhere.goto("/left");
    await expect(elsewhere.getByRole("heading", { level: 1 })).toBeVisible();
    const urls = sent(asmae);
    await tell(asmae, elsewhere);
    await expect.poll(() => urls.length, SOON).toBe(1);
    expect(urls[0]).toContain("?by=");

    await openFrom(cecile.page, "plan", "Ligne 5");
    for (const title of ["Première", "Deuxième", "Troisième"]) {
      await expect(stepTitle(cecile.page, title)).toHaveCount(1, SOON);
    }

    // The app sends the same once more, and nothing is there twice or said to be unsent.
    await elsewhere.goto("/plan");
    await expect(heading(elsewhere)).toHaveText(text("plan.title"), SOON);
    await openFrom(elsewhere, "plan", "Ligne 5");
    await expect(elsewhere.locator("[data-connection-state]").first()).toContainText(text("state.saved"), SOON);
    await addStep(elsewhere, "Quatrième");
    for (const title of ["Première", "Deuxième", "Troisième", "Quatrième"]) {
      await expect(stepTitle(cecile.page, title)).toHaveCount(1, SOON);
      await expect(stepTitle(elsewhere, title)).toHaveCount(1);
    }
    await expectAxeClean(elsewhere);
    // With nothing left to send, nothing is sent.
    urls.length = 0;
    await elsewhere.goto("/left");
    await tell(asmae, elsewhere);
    await elsewhere.goto("/week");
    await expect(elsewhere.locator("#app h1")).toBeVisible();
    expect(urls).toEqual([]);
  });
}

test("an open page sends by itself, and where data is saved nothing is left to the browser", async ({ enter }) => {
  const asmae = await enter("asmae");
  const { page, context } = asmae;
  asmae.trouble.allowNetwork();
  await expectKept(page);
  await addObjective(page, { title: "Ligne 6" });
  await asmae.saved();
  await context.setOffline(true);
  await page.evaluate(() => localStorage.setItem("data", "less"));
  await addStep(page, "Avec peu de données");
  await expect(asmae.state()).toContainText("attend le réseau", SOON);
  await page.evaluate(() => dispatchEvent(new Event("offline")));
  expect(await asked(page)).toEqual([]);
  const urls = sent(asmae);
  await tell(asmae, page);
  await context.setOffline(false);
  await expect(asmae.state()).toContainText("À jour", SOON);
  expect(urls.filter((url) => url.includes("?by="))).toEqual([]);
  await expect(stepTitle(page, "Avec peu de données")).toHaveCount(1);
});
