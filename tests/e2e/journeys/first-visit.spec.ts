// The first visit: the app comes while a person reads, and what they wait for comes before the rest.
import type { BrowserContext, Page, Route } from "@playwright/test";
import { expectAxeClean } from "../fixtures/axe";
import { sideways, smallTargets } from "../fixtures/layout";
import { confirm } from "../fixtures/person";
import { addObjective, addStep, button, field, heading, link, step, stepTitle } from "../fixtures/plan";
import { DESK, expect, part, type Person, PHONE, type Screen, test, text, whole } from "../fixtures/test";

const APP = /\/passerelle-\w+_bg\.wasm$/;
const BOARD = /\/api\/v1\/boards\/[^/?]+(\?|$)/;
const STEP = "Appeler le garage";
const AHEAD = /\/(pack_|chunk_|split_)/;

/** A phone that has the cookie of this person, and nothing else. */
async function nextPhone({ context, page }: Person, use: (page: Page) => Promise<void>, viewport: Screen = PHONE) {
  const browser = context.browser();
  if (!browser) throw new Error("no browser");
  const { cookies } = await context.storageState();
  const baseURL = new URL(page.url()).origin;
  const phone = await browser.newContext({ baseURL, viewport, locale: "fr-BE", storageState: { cookies, origins: [] } });
  try {
    await use(await phone.newPage());
  } finally {
    await phone.close();
  }
}

/** The phone says that data is to be saved. */
async function saveData(where: Page | BrowserContext): Promise<void> {
  await where.addInitScript(() =>
    Object.defineProperty(navigator, "connection", { value: Object.assign(new EventTarget(), { saveData: true }) }),
  );
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
  const pages = () => page.evaluate(async () => {
    const cache = await caches.open((await caches.keys())[0]);
    const kept = await Promise.all((await cache.keys()).map((request) => cache.match(request)));
    const html = kept.filter((answer) => answer?.headers.get("content-type")?.startsWith("text/html"));
    return await Promise.all(html.map((answer) => answer?.text()));
  });
  await expect.poll(async () => (await pages()).length).toBe(1);
  expect((await pages()).join(), "the page that is kept is nobody's").not.toContain("Asmae");
});

test("where data is saved the app waits for the answers", async ({ server, arrive }) => {
  const { page, context } = await arrive("asmae");
  await saveData(context);
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
    await expect(page.locator("#app .loading")).toBeAttached();
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

/** The heading that can be seen, of the app or of what stands in its place. */
function shown(page: Page) {
  return page.getByRole("heading", { level: 1 });
}

/** Keeps the app away until told. */
async function hold(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(APP, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Adds an objective with a step; says where it is. */
async function withStep(person: Person): Promise<string> {
  await addObjective(person.page, { title: "Trouver un stage" });
  await addStep(person.page, STEP);
  await person.saved();
  return new URL(person.page.url()).pathname;
}

/** What says, before the app is there, that the step is done. */
function done(page: Page) {
  return page.getByRole("button", { name: part("simple.done_about", { title: STEP }) });
}

for (const screen of [PHONE, DESK]) {
  test(`before the app is there, the plan is read and a step is done (${screen.width})`, async ({ enter }) => {
    const asmae = await enter("asmae", screen);
    await withStep(asmae);
    await nextPhone(
      asmae,
      async (page) => {
        const release = await hold(page);
        await page.goto("/week");
        await expect(shown(page)).toHaveText(whole("week.greeting", { name: "Asmae" }));
        await expectAxeClean(page);
        expect(await sideways(page)).toEqual([]);
        expect(await smallTargets(page)).toEqual([]);
        await link(page.locator(".nav"), "nav.plan").click();
        await expect(page).toHaveURL(/\/plan$/);
        await page.getByRole("link", { name: "Trouver un stage" }).click();
        await expect(shown(page)).toHaveText("Trouver un stage");
        await expect(page.getByRole("main")).toBeFocused();
        await done(page).click();
        await expect(page.locator(".notice--success")).toBeFocused();
        await expect(page.locator(".notice--success")).toContainText(STEP);
        await expectAxeClean(page);
        expect(await page.locator("#app").isHidden()).toBe(true);
        release();
        await ready(page);
        await expect(shown(page)).toHaveText("Trouver un stage");
        await expect(page.getByRole("main")).toHaveCount(1);
        await expect(stepTitle(page, STEP)).toBeVisible();
        await expect(step(page, STEP)).toBeChecked();
      },
      screen,
    );
  });
}

test("where data is saved the app shows what was done before it came", async ({ enter }) => {
  const asmae = await enter("asmae");
  const objective = await withStep(asmae);
  await nextPhone(asmae, async (page) => {
    await saveData(page);
    const release = await hold(page);
    const board = page.waitForResponse(BOARD);
    await page.goto(objective);
    await board;
    await done(page).click();
    await expect(page.locator(".notice--success")).toContainText(STEP);
    release();
    await ready(page);
    await expect(step(page, STEP)).toBeChecked();
  });
});

test("where something is to be written, the page waits for the app", async ({ enter }) => {
  const asmae = await enter("asmae");
  await nextPhone(asmae, async (page) => {
    const release = await hold(page);
    await page.goto("/plan");
    await expect(shown(page)).toHaveText(text("plan.title"));
    await link(page, "objective.add").click();
    await expect(page).toHaveURL(/\/plan\/new$/);
    await expect(page.locator("#splash")).toBeVisible();
    await expect(page.locator("#slow").getByRole("link").first()).toBeInViewport();
    await page.goBack();
    await expect(shown(page)).toHaveText(text("plan.title"));
    await page.goForward();
    await expect(page.locator("#splash")).toBeVisible();
    release();
    await ready(page);
    await expect(field(page, "objective.title_label")).toBeVisible();
    await expect(page.locator("#slow")).toBeHidden();
  });
});

test("a step that does not arrive is said, and waits for another press", async ({ enter }) => {
  const asmae = await enter("asmae");
  const objective = await withStep(asmae);
  await nextPhone(asmae, async (page) => {
    // Without a stream the app hears of it from the page alone.
    await saveData(page);
    const release = await hold(page);
    await page.goto(objective);
    await page.route(/\/simple\/.*\/steps\//, (route) => route.abort(), { times: 1 });
    await done(page).click();
    await expect(page.locator("#lost")).toBeInViewport();
    await expectAxeClean(page);
    release();
    await expect(page.locator("#app h1")).toHaveText("Trouver un stage");
    await expect(page.locator("#app .step__check")).not.toBeChecked();
    await expect(page.locator("#app")).toBeHidden();
    await done(page).click();
    await ready(page);
    await expect(page.locator("#lost")).toBeHidden();
    await expect(step(page, STEP)).toBeChecked();
  });
});

test("the app that comes while a press is on its way opens where it leads, and stays", async ({ enter }) => {
  const asmae = await enter("asmae");
  await nextPhone(asmae, async (page) => {
    const release = await hold(page);
    let answer = () => {};
    const answered = new Promise<void>((resolve) => (answer = resolve));
    await page.route(/\/simple\/.*\/plan$/, async (route) => {
      await answered;
      await route.continue();
    });
    await page.goto("/week");
    await link(page.locator(".nav"), "nav.plan").click();
    release();
    await ready(page);
    await expect(heading(page)).toHaveText(text("plan.title"));
    await link(page.locator(".nav"), "nav.applications").click();
    const late = page.waitForResponse(/\/simple\/.*\/plan$/);
    answer();
    await (await late).finished();
    await expect(heading(page)).toHaveText(text("applications.title"));
    await expect(page).toHaveURL(/\/applications$/);
    await expect(page.getByRole("main")).toHaveCount(1);
  });
});

test("a page that does not come is one that the app opens", async ({ enter }) => {
  const asmae = await enter("asmae");
  await nextPhone(asmae, async (page) => {
    const release = await hold(page);
    await page.route(/\/simple\/.*\/plan$/, (route) => route.abort());
    await page.goto("/week");
    await link(page.locator(".nav"), "nav.plan").click();
    await expect(page.locator("#slow").getByRole("link").first()).toBeInViewport();
    release();
    await ready(page);
    await expect(heading(page)).toHaveText(text("plan.title"));
  });
});

test("a server that the app does not reach leaves the page that came", async ({ enter }) => {
  const asmae = await enter("asmae");
  await nextPhone(asmae, async (page) => {
    await page.route(/\/api\/v1\//, (route) => route.abort());
    await page.goto("/week");
    await expect(page.locator("#app .notice")).toBeAttached();
    await expect(shown(page)).toHaveText(whole("week.greeting", { name: "Asmae" }));
    await page.unroute(/\/api\/v1\//);
    await page.reload();
    await ready(page);
  });
});

test("an address that has no simple page waits for the app", async ({ enter }) => {
  const asmae = await enter("asmae");
  await nextPhone(asmae, async (page) => {
    const release = await hold(page);
    for (const path of ["/meetings", "/plan/nothing-of-the-kind"]) {
      const answer = page.waitForResponse(BOARD);
      await page.goto(path);
      await answer;
      await expect(page.locator("#splash")).toBeVisible();
      await expect(page.getByRole("main")).toHaveCount(0);
    }
    release();
    await ready(page);
  });
});
