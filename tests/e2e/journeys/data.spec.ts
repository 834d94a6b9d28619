// "Use less data": no stream, nothing fetched ahead, news when they are asked for; and what is said
// about it. The browser's own wish counts where the person chose nothing.
import type { Page } from "@playwright/test";
import { expectAxeClean } from "../fixtures/axe";
import { addObjective, addStep, button, heading, link, openFrom, stepTitle, tab } from "../fixtures/plan";
import { DESK, expect, part, test, text } from "../fixtures/test";
import { worker } from "../fixtures/worker";

/** Every request for a stream from now on. */
function streams(page: Page): string[] {
  const opened: string[] = [];
  page.on("request", (request) => {
    if (/\/boards\/[^/]+\/events\?/.test(request.url())) opened.push(request.url());
  });
  return opened;
}

function choice(page: Page, which: "auto" | "less" | "all") {
  return page.getByRole("radio", { name: part(`data.${which}`) });
}

async function openData(page: Page): Promise<void> {
  await tab(page, "more").click();
  await link(page, "data.title").click();
  await expect(heading(page)).toHaveText(text("data.title"));
}

/** The words of the bar where data is saved, whatever the time. */
function state(page: Page) {
  const begin = text("state.updated", { time: "" }).trim();
  return page.locator("[data-connection-state]").first().filter({ hasText: begin });
}

test("without a stream, news come when they are asked for, and at once again later", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  await addObjective(asmae.page, { title: "Passer le permis" });
  await openFrom(cecile.page, "plan", "Passer le permis");
  await openData(cecile.page);
  await choice(cecile.page, "less").check();
  await expect(state(cecile.page)).toBeVisible();
  await expect(cecile.page.getByText(text("data.less_refresh"))).toBeVisible();
  await expectAxeClean(cecile.page);

  const opened = streams(cecile.page);
  await cecile.page.reload();
  await cecile.ready();
  await expect(state(cecile.page)).toBeVisible();
  await openFrom(cecile.page, "plan", "Passer le permis");
  await addStep(asmae.page, "Demander le prix");
  await asmae.saved();
  await expect(stepTitle(cecile.page, "Demander le prix")).toBeHidden();
  await button(cecile.page, "state.refresh").click();
  await expect(stepTitle(cecile.page, "Demander le prix")).toBeVisible();
  // Nothing moves on the page when nothing is new: then it is said.
  await button(cecile.page, "state.refresh").click();
  await expect(cecile.page.locator("#announce")).toContainText(text("state.updated", { time: "" }).trim());
  expect(opened).toEqual([]);

  await openData(cecile.page);
  await choice(cecile.page, "all").check();
  await expect(state(cecile.page)).toBeHidden();
  await cecile.saved();
  await openFrom(cecile.page, "plan", "Passer le permis");
  await addStep(asmae.page, "Choisir une école");
  await expect(stepTitle(cecile.page, "Choisir une école")).toBeVisible();
  expect(opened.length).toBeGreaterThan(0);
});

test("the browser's wish for fewer bytes counts until the person says otherwise", async ({ arrive, server }) => {
  const asmae = await arrive("asmae");
  await asmae.context.addInitScript(() => {
    Object.defineProperty(navigator, "connection", { value: Object.assign(new EventTarget(), { saveData: true }) });
  });
  await asmae.context.setExtraHTTPHeaders({ "save-data": "on" });
  const opened = streams(asmae.page);
  const parts: string[] = [];
  asmae.page.on("request", (request) => {
    if (/(split|pack)_board-/.test(request.url())) parts.push(request.url());
  });
  await asmae.comeIn(server.link("asmae"));
  await expect(state(asmae.page)).toBeVisible();
  await expect(button(asmae.page, "state.refresh")).toBeVisible();
  expect(opened).toEqual([]);
  expect(parts, "pages of later").toEqual([]);

  await openData(asmae.page);
  await expect(choice(asmae.page, "auto")).toBeChecked();
  await expect(asmae.page.getByText(text("data.auto_less"))).toBeVisible();
  await choice(asmae.page, "all").check();
  await asmae.saved();
  expect(opened).toHaveLength(1);
});

test("what was used this month is counted and said", async ({ enter }) => {
  const asmae = await enter("asmae");
  await openData(asmae.page);
  const used = asmae.page.getByRole("heading", { name: text("data.used_title") }).locator("xpath=..");
  await expect(used).toContainText(/Environ \S+\s[KM]o/);
  const noted = () => asmae.page.evaluate(() => localStorage.getItem("data-used") ?? "");
  const [month, bytes] = (await noted()).split(" ");
  expect(month).toBe(new Date().toISOString().slice(0, 7));
  // A first visit, and what it fetches ahead.
  expect(Number(bytes)).toBeGreaterThan(150_000);
  // What one of page and worker has brought costs the other nothing.
  const brought = (within: { evaluate: (sum: () => number) => Promise<number> }) =>
    within.evaluate(() => {
      const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
      // What came through the worker is the worker's.
      return entries.filter(({ workerStart }) => !workerStart).reduce((sum, { transferSize }) => sum + transferSize + 400, 0);
    });
  const both = (await brought(asmae.page)) + (await brought(await worker(asmae)));
  // Between the two sums more may have come, not that much.
  expect(Number(bytes)).toBeLessThan(both + 50_000);
  // What came while the questions of the way in were read is among it.
  await expect.poll(async () => Number((await noted()).split(" ")[1]), { timeout: 30_000 }).toBeGreaterThan(0.85 * both);
  const kept = asmae.page.getByRole("heading", { name: text("data.kept_title") }).locator("xpath=..");
  await expect(kept).toContainText(/Environ \S+\s[KM]o/);
  await expectAxeClean(asmae.page);

  // Another month begins at nothing.
  await asmae.page.evaluate(() => localStorage.setItem("data-used", "2020-01 99000000"));
  await asmae.open("/data");
  await expect(used).not.toContainText("99");
});

test("on a device that others use too, nothing is counted", async ({ enter }) => {
  const asmae = await enter("asmae", undefined, false);
  await openData(asmae.page);
  await expect(asmae.page.getByText(text("data.used_none"))).toBeVisible();
  expect(await asmae.page.evaluate(() => localStorage.getItem("data-used"))).toBeNull();
});

test("a stream that opens and says nothing is polled instead", async ({ enter, arrive, server }) => {
  test.slow();
  const asmae = await enter("asmae");
  await addObjective(asmae.page, { title: "Passer le permis" });
  const cecile = await arrive("cecile", DESK);
  // Something on the way collects what the server says until there is much of it.
  await cecile.context.addInitScript(() => {
    class Collected extends EventTarget {
      onopen?: () => void;
      constructor() {
        super();
        setTimeout(() => this.onopen?.(), 50);
      }
      close(): void {}
    }
    Object.assign(window, { EventSource: Collected });
  });
  await cecile.comeIn(server.link("cecile"));
  await openFrom(cecile.page, "plan", "Passer le permis");
  await addStep(asmae.page, "Demander le prix");
  // The time in which a stream has to speak, a look at the clock, and a poll.
  await expect(stepTitle(cecile.page, "Demander le prix")).toBeVisible({ timeout: 60_000 });
  await addStep(asmae.page, "Choisir une école");
  await expect(stepTitle(cecile.page, "Choisir une école")).toBeVisible({ timeout: 30_000 });
});
