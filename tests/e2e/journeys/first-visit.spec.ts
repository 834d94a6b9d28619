// The first visit: the app comes while a person reads, and what they wait for comes before the rest.
import type { Page, Route } from "@playwright/test";
import { confirm } from "../fixtures/person";
import { button, heading } from "../fixtures/plan";
import { expect, type Person, PHONE, test, text } from "../fixtures/test";

const APP = /\/passerelle-\w+_bg\.wasm$/;
const BOARD = /\/api\/v1\/boards\/[^/?]+(\?|$)/;
const AHEAD = /\/(pack_|chunk_|split_)/;

/** A phone that has the cookie of this person, and nothing else. */
async function nextPhone({ context, page }: Person, use: (page: Page) => Promise<void>) {
  const browser = context.browser();
  if (!browser) throw new Error("no browser");
  const { cookies } = await context.storageState();
  const baseURL = new URL(page.url()).origin;
  const phone = await browser.newContext({ baseURL, viewport: PHONE, locale: "fr-BE", storageState: { cookies, origins: [] } });
  try {
    await use(await phone.newPage());
  } finally {
    await phone.close();
  }
}

async function ready(page: Page): Promise<void> {
  await expect(page.locator("#app h1")).toBeVisible();
}

test("the app comes while the questions are read", async ({ server, arrive }) => {
  const { page } = await arrive("asmae");
  await page.goto(server.link("asmae"));
  await expect(button(page, "join.yes_me")).toBeVisible();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const app = page.waitForResponse(APP);
  await confirm(page, true);
  await ready(page);
  expect((await app).fromServiceWorker(), "it was here before it was asked for").toBe(true);
  await expect(heading(page)).toContainText("Asmae");
});

test("where data is saved the app waits for the answers", async ({ server, arrive }) => {
  const { page, context } = await arrive("asmae");
  await context.addInitScript(() =>
    Object.defineProperty(navigator, "connection", { value: Object.assign(new EventTarget(), { saveData: true }) }),
  );
  const fetched: string[] = [];
  context.on("request", (request) => APP.test(request.url()) && fetched.push(request.url()));
  await page.goto(server.link("asmae"));
  await button(page, "join.yes_me").click();
  await expect(button(page, "join.own_yes")).toBeVisible();
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(fetched).toEqual([]);
  await button(page, "join.own_yes").click();
  await ready(page);
});

test("the plan is asked for while the app is on its way, and before what nobody waits for", async ({ enter }) => {
  const asmae = await enter("asmae");
  await nextPhone(asmae, async (page) => {
    const asked: string[] = [];
    const isAsked = (what: RegExp) => expect.poll(() => asked.filter((url) => what.test(url)).length);
    page.on("request", (request) => asked.push(request.url()));
    // The app stays away until the plan was asked for.
    await page.route(APP, async (route) => {
      await isAsked(BOARD).toBe(1);
      await route.continue();
    });
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route(BOARD, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto("/week");
    await expect(page.locator("#app .loading")).toBeVisible();
    expect(asked.filter((url) => AHEAD.test(url)), "asked for before the plan is here").toEqual([]);
    release();
    await ready(page);
    await isAsked(AHEAD).toBeGreaterThan(0);
    expect(asked.filter((url) => BOARD.test(url)), "the app takes the answer").toHaveLength(1);
    await expect(page.getByText(text("state.saved")).first()).toBeVisible();
  });
});

test("what was asked for early and failed is asked for again", async ({ enter }) => {
  const asmae = await enter("asmae");
  await nextPhone(asmae, async (page) => {
    let failed = 0;
    const fail = async (route: Route) => {
      failed += 1;
      await (failed === 1 ? route.abort() : route.continue());
    };
    await page.route(/\/api\/v1\/session$/, fail);
    await page.goto("/week");
    await ready(page);
    expect(failed).toBeGreaterThan(1);
    await expect(heading(page)).toContainText("Asmae");
  });
});
