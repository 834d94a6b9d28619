// The server dies without warning; the network goes. Nobody loses a word, nothing arrives twice.
import { addObjective, addStep, message, openFrom, say, stepTitle } from "../fixtures/plan";
import { expect, part, type Person, test, text } from "../fixtures/test";

const AWAY = { timeout: 15_000 };
const BACK = { timeout: 30_000 };

async function expectOnce(person: Person, words: string[]): Promise<void> {
  for (const word of words) {
    await expect(stepTitle(person.page, word), `${person.name} sees « ${word} »`).toHaveCount(1, BACK);
  }
}

/** The state says in words how many changes wait. */
async function expectWaiting(person: Person, n: number): Promise<void> {
  await expect(person.state()).toContainText(part("state.waiting", { n }), AWAY);
}

test("SIGKILL in the middle of edits: everybody comes back, each edit is there once", async ({ server, enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  asmae.trouble.allowNetwork();
  cecile.trouble.allowNetwork();
  await addObjective(asmae.page, { title: "Tenir bon" });
  await openFrom(cecile.page, "plan", "Tenir bon");

  await addStep(asmae.page, "Dit et confirmé");
  await asmae.saved();
  const acknowledged = ["Dit et confirmé"];
  // Killed while these leave one after the other.
  const during = ["Pendant 1", "Pendant 2", "Pendant 3", "Pendant 4"];
  const [first, ...others] = during;
  await addStep(asmae.page, first);
  const killed = server.kill();
  for (const title of others) await addStep(asmae.page, title);
  await killed;

  const after = ["Sans serveur 1", "Sans serveur 2"];
  for (const title of after) await addStep(asmae.page, title);
  await say(cecile.page, "Asmae", "Je suis là aussi.");
  await expectWaiting(cecile, 1);
  await expect(asmae.state()).toContainText(/\d/, AWAY);

  await server.restart();
  const all = [...acknowledged, ...during, ...after];
  for (const person of [asmae, cecile]) {
    await expect(person.state()).toContainText(text("state.saved"), BACK);
    await expectOnce(person, all);
    await expect(message(person.page, "Je suis là aussi.")).toHaveCount(1, BACK);
  }
  // As the server has it, not only as the pages remember it.
  await cecile.page.reload();
  await expectOnce(cecile, all);
  await expect(cecile.page.locator(".step__title")).toHaveCount(all.length);
});

test("what was written while the server was away survives closing the page", async ({ server, enter }) => {
  const asmae = await enter("asmae");
  asmae.trouble.allowNetwork();
  await addObjective(asmae.page, { title: "Garder le fil" });
  await asmae.saved();
  const address = asmae.page.url();
  await server.kill();
  await addStep(asmae.page, "Écrite sans serveur");
  await expectWaiting(asmae, 1);
  await asmae.page.goto("about:blank");
  await server.restart();
  await asmae.page.goto(address);
  await expectOnce(asmae, ["Écrite sans serveur"]);
  await asmae.saved();
  const cecile = await enter("cecile");
  await openFrom(cecile.page, "plan", "Garder le fil");
  await expectOnce(cecile, ["Écrite sans serveur"]);
});

test("no network on the phone: it says so once, keeps all, and sends it after", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  asmae.trouble.allowNetwork();
  await addObjective(asmae.page, { title: "Dans le tunnel" });
  await openFrom(cecile.page, "plan", "Dans le tunnel");
  await asmae.context.setOffline(true);
  await addStep(asmae.page, "Hors réseau 1");
  await addStep(asmae.page, "Hors réseau 2");
  await expectWaiting(asmae, 2);
  // She can still look around.
  await openFrom(asmae.page, "plan", "Dans le tunnel");
  await expect(stepTitle(cecile.page, "Hors réseau 1")).toHaveCount(0);
  await asmae.context.setOffline(false);
  await expectOnce(cecile, ["Hors réseau 1", "Hors réseau 2"]);
  await asmae.saved();
});
