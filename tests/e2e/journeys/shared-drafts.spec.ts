// Half a message on a device that others use too: it keeps nothing, and the words wait all the same.
import { openDuo } from "../fixtures/acting";
import { expectAxeClean } from "../fixtures/axe";
import { newLink } from "../fixtures/caseload";
import { addObjective, message, messageTo, openFrom, say } from "../fixtures/plan";
import { DESK, expect, PHONE, test } from "../fixtures/test";
import type { Person } from "../fixtures/person";

const DRAFTS = "/api/v1/account/drafts";
const HALF = "Je voudrais te demander si";

/** What the server keeps of the words that somebody has begun. */
async function begun(person: Person): Promise<string> {
  return await (await person.context.request.get(DRAFTS)).text();
}

for (const screen of [PHONE, DESK]) {
  test(`half a message waits on the next shared device, ${screen.width} wide`, async ({ server, enter, arrive }) => {
    test.slow();
    const library = await enter("asmae", screen, false);
    const coordinator = await enter(server.staff(), DESK);
    await openDuo(coordinator, "Asmae", "Cécile");
    const link = await newLink(coordinator.page, "Asmae");
    await addObjective(library.page, { title: "Chez quelqu’un d’autre" });
    await library.saved();
    const kept = library.page.waitForResponse((answer) => answer.url().endsWith(DRAFTS) && answer.status() === 204);
    await messageTo(library.page, "Cécile").fill(HALF);
    await kept;
    // The device has none of it.
    const stored = () => [localStorage, sessionStorage].map((store) => JSON.stringify(store)).join();
    expect(await library.page.evaluate(stored)).not.toContain(HALF);
    // A phone that threw the page away: the form is there before the words are.
    await library.page.reload();
    await expect(messageTo(library.page, "Cécile")).toHaveValue(HALF);
    await expectAxeClean(library.page);
    await library.context.close();

    const cousin = await arrive("asmae on a cousin's phone", screen);
    await cousin.comeIn(link, false);
    await openFrom(cousin.page, "plan", "Chez quelqu’un d’autre");
    await expect(messageTo(cousin.page, "Cécile")).toHaveValue(HALF);
    await expectAxeClean(cousin.page);
    expect(await begun(coordinator)).toBe("[]");
    await say(cousin.page, "Cécile", `${HALF} tu es libre mardi.`);
    await expect(message(cousin.page, `${HALF} tu es libre mardi.`)).toBeVisible();
    await expect.poll(() => begun(cousin)).toBe("[]");
    await cousin.page.reload();
    await expect(messageTo(cousin.page, "Cécile")).toHaveValue("");
  });
}
