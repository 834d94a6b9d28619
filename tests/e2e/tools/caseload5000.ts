// How soon the pages of an association with 5,000 duos can be used, and how many bytes they take, on
// this machine and at the size of a desk. Prints figures; fails only when it cannot measure.
import type { BrowserContext, CDPSession, Page } from "@playwright/test";
import { base as test, DESK, expect, Person, Server } from "../fixtures/test";

const DUOS = 5_000;
/** How often each page is opened; the middle one counts. */
const TIMES = 5;

/** Name, address, what stands there once it can be used. */
const PAGES: [string, string, string][] = [
  ["the duos", "/duos", "#caseload-list tbody tr"],
  ["the duos in need", "/duos?state=stalled", "#caseload-list tbody tr"],
  ["a branch", "/branch", ".bars__row"],
  ["the figures", "/figures", ".cards-table tbody tr"],
];

interface Look {
  /** Milliseconds until it could be used, and until the answers that it waits for were there. */
  usable: number;
  answer: number;
  /** Bytes that travelled: all of them, and those of answers. */
  all: number;
  answers: number;
}

test("5,000 duos", async ({ browser }) => {
  const server = await Server.start("demo", ["--duos", `${DUOS}`, "--seed", "1"]);
  const helene = await Person.enter(browser, server, "helene", DESK);
  const { context } = helene;
  // The first answer takes in everything that happened in the crowd's three years.
  const { total } = await (await context.request.get("/api/v1/caseload", { timeout: 300_000 })).json();
  expect(total, "running duos").toBeGreaterThan(500);
  console.log(`\n${DUOS} duos, ${total} of them running, ${DESK.width}×${DESK.height}`);
  for (const [name, path, sign] of PAGES) {
    const first = await look(context, path, sign, true);
    const looks: Look[] = [];
    for (let n = 0; n < TIMES; n += 1) looks.push(await look(context, path, sign, false));
    const middle = (of: (look: Look) => number) => looks.map(of).sort((a, b) => a - b)[TIMES >> 1];
    const kb = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`;
    console.log(`  ${name.padEnd(18)} ${`usable after ${middle((it) => it.usable)} ms`.padEnd(24)}`
      + `${`(answers after ${middle((it) => it.answer)} ms)`.padEnd(28)}`
      + `first visit ${first.usable} ms, ${kb(first.all)}; answers ${kb(first.answers)}`);
  }
  // A letter of the search, from the press to the rows of the answer.
  const page = await context.newPage();
  await page.goto("/duos");
  await expect(page.locator("#caseload-list tbody tr").first()).toBeVisible();
  const pressed = Date.now();
  await page.locator(".field input").first().pressSequentially("asm");
  await expect(page.locator("#caseload-list tbody th").first()).toContainText(/asm/i);
  console.log(`  a search by name   rows after ${Date.now() - pressed} ms`);
  await helene.context.close();
  await server.stop();
});

/** Opens an address in a page of its own. */
async function look(context: BrowserContext, path: string, sign: string, isFirst: boolean): Promise<Look> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: isFirst });
  const { all, answers } = weigh(session);
  await page.goto(path, { waitUntil: "commit" });
  const [usable, answer] = await reached(page, sign);
  const bytes = { all: all(), answers: answers() };
  await page.close();
  return { usable, answer, ...bytes };
}

/** Counts bytes on the wire. */
function weigh(session: CDPSession) {
  const sizes = new Map<string, number>();
  const asked = new Set<string>();
  session.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (request.url.includes("/api/v1/")) asked.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    sizes.set(requestId, encodedDataLength);
  });
  const sum = (ids: [string, number][]) => ids.reduce((bytes, [, size]) => bytes + size, 0);
  return {
    all: () => sum([...sizes]),
    answers: () => sum([...sizes].filter(([id]) => asked.has(id))),
  };
}

/** Milliseconds until the sign stands there and two frames went by, and until the last answer. */
async function reached(page: Page, sign: string): Promise<[number, number]> {
  const there = await page.waitForFunction((sign) => {
    if (!document.querySelector(`#app main ${sign}`)) return undefined;
    return new Promise<[number, number]>((resolve) =>
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
          const answers = entries.filter((entry) => entry.name.includes("/api/v1/") && entry.responseEnd > 0);
          resolve([performance.now(), Math.max(0, ...answers.map((entry) => entry.responseEnd))]);
        }),
      ),
    );
  }, sign, { timeout: 120_000 });
  const [usable, answer] = (await there.jsonValue()) ?? [0, 0];
  return [Math.round(usable), Math.round(answer)];
}
