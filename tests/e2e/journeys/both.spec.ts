// Both write the same text at the same time: both versions live, and one press decides.
import type { Page } from "@playwright/test";
import { addApplication, button, field, openFrom } from "../fixtures/plan";
import { expect, type Person, test, text, whole } from "../fixtures/test";

/** The input of the place of the open application. */
function place(page: Page) {
  return field(page, "application.place");
}

/** The card with two versions. */
function card(page: Page) {
  return page.getByRole("region", { name: text("versions.title") });
}

async function write(person: Person, words: string): Promise<void> {
  await place(person.page).fill(words);
  await place(person.page).blur();
}

/** Both see both versions, each with their own as "mine". */
async function expectBoth(person: Person, mine: string, theirs: string): Promise<void> {
  const versions = card(person.page);
  await expect(versions).toBeVisible();
  await expect(versions.locator(".version")).toHaveCount(2);
  await expect(versions.locator(".version--other")).toHaveText(theirs);
  await expect(versions.locator(".version:not(.version--other)")).toHaveText(mine);
}

/** The choice of one is the text of both. */
async function expectSettled(people: Person[], result: RegExp): Promise<void> {
  for (const person of people) {
    await expect(card(person.page)).toHaveCount(0);
    await expect(place(person.page)).toHaveValue(result);
  }
  const values = await Promise.all(people.map((person) => place(person.page).inputValue()));
  expect(new Set(values).size).toBe(1);
}

for (const how of ["offline", "focused"] as const) {
  test(`two versions, ${how}: mine, theirs, both`, async ({ enter }) => {
    const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
    asmae.trouble.allowNetwork();
    await addApplication(asmae.page, "Jardinière", "Ville de Liège");
    await openFrom(cecile.page, "applications", "Jardinière");
    const rounds = [
      { who: asmae, key: "versions.mine", result: /^Seraing$/ },
      { who: cecile, key: "versions.theirs", result: /^Ougrée$/ },
      { who: cecile, key: "versions.both", result: /(Jemeppe.*Verviers|Verviers.*Jemeppe)/ },
    ];
    const written = [["Seraing", "Huy"], ["Ougrée", "Spa"], ["Jemeppe", "Verviers"]];
    for (const [round, { who, key, result }] of rounds.entries()) {
      const [hers, theirs] = written[round];
      if (how === "offline") {
        await asmae.context.setOffline(true);
        await write(asmae, hers);
        await write(cecile, theirs);
        await cecile.saved();
        await asmae.context.setOffline(false);
      } else {
        // Neither has seen the other's letters when their own leave.
        await asmae.context.setOffline(true);
        await cecile.context.setOffline(true);
        cecile.trouble.allowNetwork();
        await place(asmae.page).fill(hers);
        await place(cecile.page).fill(theirs);
        await Promise.all([asmae.context.setOffline(false), cecile.context.setOffline(false)]);
        await place(asmae.page).blur();
        await place(cecile.page).blur();
      }
      await expectBoth(asmae, hers, theirs);
      await expectBoth(cecile, theirs, hers);
      await button(card(who.page), key).click();
      await expectSettled([asmae, cecile], result);
      // After the choice the focus is at the text, not lost.
      await expect(who.page.locator(":focus")).not.toHaveCount(0);
    }
    for (const person of [asmae, cecile]) {
      await person.page.reload();
      await expect(place(person.page)).toHaveValue(/Jemeppe/);
      await expect(place(person.page)).toHaveValue(/Verviers/);
    }
  });
}

test("words at different places of one text meet without a question", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  asmae.trouble.allowNetwork();
  await addApplication(asmae.page, "Aide-soignante", "Résidence du Lac");
  await openFrom(cecile.page, "applications", "Aide-soignante");
  const notes = (page: Page) => field(page, "application.notes_label");
  await notes(asmae.page).fill("Demander madame Peeters à la réception.");
  await notes(asmae.page).blur();
  await expect(notes(cecile.page)).toHaveValue(/Peeters/);
  await asmae.context.setOffline(true);
  await notes(asmae.page).fill("Demander madame Peeters à la réception, avant midi.");
  await notes(asmae.page).blur();
  await notes(cecile.page).fill("Lundi : demander madame Peeters à la réception.");
  await notes(cecile.page).blur();
  await cecile.saved();
  await asmae.context.setOffline(false);
  for (const person of [asmae, cecile]) {
    await expect(notes(person.page)).toHaveValue(/Lundi.*Peeters.*avant midi/);
    await expect(person.page.getByRole("region", { name: whole("versions.title") })).toHaveCount(0);
  }
});
