// A week in airplane mode: changes of every kind, day after day; then all of it is sent, once and in
// order.
import { expectAxeClean } from "../fixtures/axe";
import { holdClock } from "../fixtures/clock";
import { addApplication, addObjective, addStep, message, openFrom, say, step, stepTitle } from "../fixtures/plan";
import { expect, part, test, text } from "../fixtures/test";

const AWAY = { timeout: 15_000 };
const BACK = { timeout: 60_000 };
const DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const DAY_MS = 24 * 60 * 60 * 1_000;

test("airplane mode for a week: everything leaves once, in order", async ({ enter }) => {
  test.setTimeout(300_000);
  const asmae = await enter("asmae");
  const { page } = asmae;
  asmae.trouble.allowNetwork();
  // The week ends today: the clock is right when the network is back.
  await addObjective(page, { title: "Une semaine loin" });
  await asmae.saved();
  await holdClock(page, Date.now() - 7 * DAY_MS);
  await openFrom(page, "plan", "Une semaine loin");
  await asmae.context.setOffline(true);
  const requests: { seq: number }[] = [];
  asmae.context.on("request", (request) => {
    if (!request.url().endsWith("/ops")) return;
    for (const op of request.postDataJSON()?.ops ?? []) requests.push(op);
  });
  for (const day of DAYS) {
    await addStep(page, `Étape de ${day}`);
    await say(page, "Cécile", `Note de ${day}`);
    await page.clock.fastForward(DAY_MS);
  }
  await step(page, "Étape de lundi").check();
  await addApplication(page, "Vendeuse de la semaine", "Chez Léa");
  await say(page, "Cécile", "Vue mardi sur la vitrine.");
  await expect(asmae.state()).toContainText(/\d/, AWAY);
  await openFrom(page, "plan", "Une semaine loin");
  await expectAxeClean(page);
  requests.length = 0;
  await asmae.context.setOffline(false);
  await expect(async () => {
    await page.clock.runFor(5_000);
    await expect(asmae.state()).toContainText(text("state.saved"), { timeout: 1_000 });
  }).toPass(BACK);
  // In order: a number never comes before a smaller one that was not sent yet.
  const first = [...new Set(requests.map(({ seq }) => seq))];
  expect(first).toEqual([...first].sort((a, b) => a - b));

  const cecile = await enter("cecile");
  await openFrom(cecile.page, "plan", "Une semaine loin");
  for (const day of DAYS) {
    await expect(stepTitle(cecile.page, `Étape de ${day}`)).toHaveCount(1);
    await expect(message(cecile.page, `Note de ${day}`)).toHaveCount(1);
  }
  const titles = await cecile.page.locator(".step__title").allTextContents();
  expect(titles).toEqual(DAYS.map((day) => `Étape de ${day}`));
  await openFrom(cecile.page, "applications", "Vendeuse de la semaine");
  await expect(message(cecile.page, "Vue mardi sur la vitrine.")).toHaveCount(1);
});

test("an outbox of five hundred changes goes through", async ({ enter }) => {
  test.setTimeout(300_000);
  const asmae = await enter("asmae");
  const { page } = asmae;
  asmae.trouble.allowNetwork();
  await addObjective(page, { title: "Beaucoup" });
  await asmae.saved();
  await asmae.context.setOffline(true);
  await addStep(page, "La première");
  await expect(asmae.state()).toContainText(part("state.waiting", { n: 1 }), AWAY);
  // 499 more of the same kind are put into the stored outbox, as if typed: each has its number and id.
  await page.evaluate(async () => {
    const bases = await indexedDB.databases();
    const name = bases.find(({ name }) => /^passerelle-[0-9a-f-]{36}$/.test(name ?? ""))?.name ?? "";
    const asked = indexedDB.open(name);
    const db = await new Promise<IDBDatabase>((resolve) => (asked.onsuccess = () => resolve(asked.result)));
    const work = db.transaction(["outbox", "kv"], "readwrite");
    const outbox = work.objectStore("outbox");
    const keys = outbox.getAllKeys();
    keys.onsuccess = () => {
      const key = keys.result.map(String).find((key) => !key.startsWith("sent:")) ?? "";
      const one = outbox.get(key);
      one.onsuccess = () => {
        const [board, number] = key.split(":");
        const op = JSON.parse(one.result);
        for (let more = 1; more < 500; more++) {
          const next = structuredClone(op);
          next.seq = op.seq + more;
          next.op.add_step.id = crypto.randomUUID();
          next.op.add_step.title = `Étape ${more}`;
          outbox.put(JSON.stringify(next), `${board}:${`${Number(number) + more}`.padStart(12, "0")}`);
        }
        work.objectStore("kv").put(`${op.seq + 499}`, `seq:${board}`);
      };
    };
    await new Promise((resolve) => (work.oncomplete = resolve));
    db.close();
  });
  const sizes: number[] = [];
  asmae.context.on("request", (request) => {
    if (request.url().endsWith("/ops")) sizes.push(request.postDataJSON()?.ops?.length ?? 0);
  });
  const address = page.url();
  await page.goto("about:blank");
  await asmae.context.setOffline(false);
  await page.goto(address);
  await expect.poll(() => sizes, BACK).toEqual([100, 100, 100, 100, 100]);
  await expect(asmae.state()).toContainText(text("state.saved"), BACK);
  await expect(page.locator(".step__title")).toHaveCount(500, BACK);
});
