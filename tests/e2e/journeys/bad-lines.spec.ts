// Lines and servers that lie: a Wi-Fi that wants a sign-in, a server put back from a backup, a clock
// that is wrong.
import { expectAxeClean } from "../fixtures/axe";
import { holdClock } from "../fixtures/clock";
import { trouble } from "../fixtures/device";
import { addObjective, addStep, openFrom, say, stepTitle } from "../fixtures/plan";
import { expect, part, test, text } from "../fixtures/test";

const AWAY = { timeout: 15_000 };
const BACK = { timeout: 45_000 };

for (const how of ["a page", "a redirect"] as const) {
  test(`the network answers with ${how}: it is said, and nothing is taken for an answer`, async ({ enter }) => {
    const asmae = await enter("asmae");
    const { page } = asmae;
    asmae.trouble.allowNetwork();
    asmae.trouble.allow(/Failed to load resource/, /redirect/i);
    await addObjective(page, { title: "Au café" });
    await asmae.saved();
    await page.route("**/api/**", (route) =>
      how === "a page"
        ? route.fulfill({ status: 200, contentType: "text/html", body: "<h1>Wifi gratuit</h1>" })
        : route.fulfill({ status: 302, headers: { location: "http://portail.test/bienvenue" } }),
    );
    await addStep(page, "Écrite au café");
    const notice = trouble(page, text("trouble.wifi"));
    await expect(notice).toContainText(text("trouble.wifi_todo"), AWAY);
    await expect(notice).toContainText(text("trouble.kept"));
    await expect(asmae.state()).toContainText(part("state.waiting", { n: 1 }), AWAY);
    await expectAxeClean(page);
    await page.unroute("**/api/**");
    await expect(asmae.state()).toContainText(text("state.saved"), BACK);
    await expect(notice).toHaveCount(0);
    const cecile = await enter("cecile");
    await openFrom(cecile.page, "plan", "Au café");
    await expect(stepTitle(cecile.page, "Écrite au café")).toHaveCount(1);
  });
}

test("a server put back from a backup gets again what it forgot, once", async ({ server, enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  for (const person of [asmae, cecile]) person.trouble.allowNetwork();
  asmae.trouble.allow(/status of 409/);
  await addObjective(asmae.page, { title: "Avant la sauvegarde" });
  await asmae.saved();
  await server.backup();
  await expect(asmae.state()).toContainText(text("state.saved"), BACK);
  await addStep(asmae.page, "Après la sauvegarde 1");
  await addStep(asmae.page, "Après la sauvegarde 2");
  await asmae.saved();
  await openFrom(cecile.page, "plan", "Avant la sauvegarde");
  await expect(stepTitle(cecile.page, "Après la sauvegarde 2")).toHaveCount(1, BACK);
  await server.goBack();
  await expect(trouble(asmae.page, text("trouble.restored"))).toBeVisible(BACK);
  await expectAxeClean(asmae.page);
  await expect(asmae.state()).toContainText(text("state.saved"), BACK);
  await cecile.page.reload();
  for (const title of ["Après la sauvegarde 1", "Après la sauvegarde 2"]) {
    await expect(stepTitle(asmae.page, title)).toHaveCount(1);
    await expect(stepTitle(cecile.page, title)).toHaveCount(1, BACK);
  }
});

test("a phone that was off meanwhile gives back at its next visit, without a change of its own", async ({ server, enter }) => {
  const asmae = await enter("asmae");
  const { page } = asmae;
  asmae.trouble.allowNetwork();
  await addObjective(page, { title: "Avant la sauvegarde" });
  await asmae.saved();
  await server.backup();
  await expect(asmae.state()).toContainText(text("state.saved"), BACK);
  await addStep(page, "Après la sauvegarde");
  await asmae.saved();
  const address = page.url();
  await page.goto("about:blank");
  await server.goBack();
  await page.goto(address);
  await expect(trouble(page, text("trouble.restored"))).toContainText(part("trouble.restored_again", { n: 1 }), BACK);
  await asmae.saved();
  const cecile = await enter("cecile");
  await openFrom(cecile.page, "plan", "Avant la sauvegarde");
  await expect(stepTitle(cecile.page, "Après la sauvegarde")).toHaveCount(1, BACK);
});

test("a phone that believes it is last year: the right time counts, and it is said", async ({ enter }) => {
  const asmae = await enter("asmae");
  const { page } = asmae;
  await holdClock(page, Date.now() - 365 * 24 * 60 * 60 * 1_000);
  await asmae.open("/week");
  const notice = trouble(page, text("trouble.clock"));
  await expect(notice).toContainText(text("trouble.clock_todo"), AWAY);
  await expectAxeClean(page);
  await addObjective(page, { title: "À l’heure" });
  await say(page, "Cécile", "Quelle heure est-il ?");
  // Today's messages bear the time alone; last year's would bear a date.
  await expect(page.locator(".comment").first()).not.toContainText(`${new Date().getFullYear() - 1}`);
  await notice.getByRole("button").click();
  await expect(notice).toHaveCount(0);
});
