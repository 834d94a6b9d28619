// What a visit without news costs, counted on the wire: every byte of HTTP/1.1, heads included, of
// the page and of its service worker. Numbers of the budget, not times: they hold on any machine.
import type { BrowserContext } from "@playwright/test";
import { type Traffic, Meter } from "../fixtures/meter";
import { PHONE, Person, confirm } from "../fixtures/person";
import { base as test, Server, expect } from "../fixtures/test";

/** From the server: heads and all. */
const DOWN = 300;
/** In all, there and back. */
const IN_ALL = 1_000;
/** What the browser asks once a day by itself, whether the worker has changed: "no". */
const WORKER_DOWN = 200;

/** Nothing has passed for this long. */
const SETTLED = 1_500;

async function settled(meter: Meter): Promise<void> {
  let passed = -1;
  await expect
    .poll(
      () => {
        const before = passed;
        passed = meter.passed;
        return passed - before;
      },
      { intervals: [SETTLED], timeout: 30_000 },
    )
    .toBe(0);
}

/** A visit to the week by somebody who was here before. */
async function visit(context: BrowserContext, meter: Meter): Promise<Traffic> {
  const page = await context.newPage();
  meter.read();
  await page.goto("/week");
  await expect(page.locator("#app h1")).toBeVisible();
  await expect(page.locator("[data-connection-state]").first()).toBeVisible();
  await settled(meter);
  await page.close();
  return meter.read();
}

/** As the browser asks on the first visit after a day: have you another one than this? */
async function askForWorker(context: BrowserContext, meter: Meter): Promise<Traffic> {
  const page = await context.newPage();
  await page.goto("/week");
  await settled(meter);
  meter.read();
  await page.evaluate(async () => void (await fetch("/sw.js", { cache: "no-cache" })));
  const traffic = meter.read();
  await page.close();
  return traffic;
}

for (const saves of [false, true]) {
  test(`a visit without news${saves ? ", where data is saved" : ""}`, async ({ browser }) => {
    const server = await Server.start("demo");
    const meter = await Meter.before(server.url);
    const context = await browser.newContext({ baseURL: meter.url, viewport: PHONE, locale: "fr-BE" });
    try {
      const page = await context.newPage();
      await page.goto(server.link("asmae").replace(server.url, meter.url));
      await confirm(page, true);
      await expect(page.locator("#app h1")).toBeVisible();
      if (saves) await page.evaluate(() => localStorage.setItem("data", "less"));
      await settled(meter);
      await page.close();
      // The first ones after it may still bring what the worker keeps.
      await visit(context, meter);
      await visit(context, meter);
      const { down, up, requests } = await visit(context, meter);
      console.log(`down ${down}, up ${up}: ${requests.join(", ")}`);
      expect(requests, "one request says that there is nothing new").toHaveLength(1);
      expect(requests[0]).toMatch(saves ? /^GET \/api\/v1\/boards\/[^/?]+\?/ : /^GET \/api\/v1\/boards\/[^/]+\/events\?/);
      expect(down, "bytes from the server").toBeLessThanOrEqual(DOWN);
      expect(down + up, "bytes in all").toBeLessThanOrEqual(IN_ALL);
      const daily = await askForWorker(context, meter);
      console.log(`once a day: down ${daily.down}, up ${daily.up}`);
      expect(daily.requests).toEqual(["GET /sw.js"]);
      expect(daily.down, "no other worker").toBeLessThanOrEqual(WORKER_DOWN);
    } finally {
      await context.close();
      await meter.stop();
      await server.stop();
    }
  });
}
