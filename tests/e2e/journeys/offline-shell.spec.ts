// The app without a network, and the release after: every page opens, and nobody is interrupted.
import { rmSync } from "node:fs";
import type { Page, Route as Call } from "@playwright/test";
import { expectAxeClean } from "../fixtures/axe";
import { buildOf, expectKept, expectUpdate, nextBuild } from "../fixtures/builds";
import { holdClock } from "../fixtures/clock";
import { ROUTES, type Route } from "../fixtures/pages";
import { addObjective, button, field, heading, link, stepTitle, tab } from "../fixtures/plan";
import { DESK, expect, PHONE, type Person, test, text, whole } from "../fixtures/test";

const SOON = { timeout: 15_000 };

/** Opens pages of the app one by one, each as if the phone had just been switched on. */
async function openAll(person: Person, paths: string[]): Promise<void> {
  const lost: string[] = [];
  person.page.on("requestfailed", (request) => {
    const { pathname } = new URL(request.url());
    // What was on its way when the next page was opened is given up by the browser.
    const given = /ERR_ABORTED/.test(request.failure()?.errorText ?? "");
    if (!given && !pathname.startsWith("/api/")) lost.push(pathname);
  });
  for (const path of paths) {
    await person.page.goto(path);
    await person.ready();
    await expect(heading(person.page), path).not.toHaveText("");
  }
  expect(lost, "asked of a network that is not there").toEqual([]);
}

/** Addresses of a role that need no look for an item first; those that are fetched when opened, or the others. */
function addresses(role: string, opened = false): string[] {
  const isOne = (route: Route) => route.role === role && typeof route.at === "string" && !route.plain;
  const own = ROUTES.filter((route) => isOne(route) && (route.opened ?? false) === opened);
  return own.map((route) => route.at as string).filter((path) => path !== "/nowhere");
}

test("after one visit every page of the board opens without a network", async ({ enter }) => {
  test.setTimeout(120_000);
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  for (const person of [asmae, cecile]) {
    await expectKept(person.page);
    person.trouble.allowNetwork();
    await person.context.setOffline(true);
  }
  await openAll(asmae, ["/", ...addresses("asmae")]);
  await openAll(cecile, ["/", ...addresses("cecile")]);
  // What only the server knows comes when it is opened: until then the page says so, and goes on by itself.
  const [page, path] = [asmae.page, addresses("asmae", true)[0]];
  await page.goto(path);
  await expect(heading(page)).toHaveText(text("api.not_here"));
  await expectAxeClean(page);
  await asmae.context.setOffline(false);
  await expect(heading(page)).toHaveText(text("history.title"));
  await page.goto("/week");
  await asmae.context.setOffline(true);
  await openAll(asmae, [path]);
  // Nothing personal is among what the worker keeps.
  const kept = await asmae.page.evaluate(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.length).toBeGreaterThan(20);
  expect(kept.filter((path) => path.startsWith("/api"))).toEqual([]);
});

test("a new version waits until nobody types and somebody wants it", async ({ server, enter }) => {
  test.setTimeout(120_000);
  const folder = nextBuild();
  const asmae = await enter("asmae");
  const { page } = asmae;
  asmae.trouble.allowNetwork();
  await expectKept(page);
  const before = await buildOf(page);
  await tab(page, "plan").click();
  await link(page, "objective.add_short").click();
  const title = field(page, "objective.title_label");
  await title.fill("Passer le permis");
  await server.release(folder);
  await expectUpdate(page);
  const offer = page.locator("main").getByText(text("update.ready"));
  // It goes on while she types, and is there once her words are sent.
  await title.fill("Passer le permis de conduire");
  await expect(title).toBeFocused();
  await expect(offer).toHaveCount(0);
  await button(page, "objective.add").click();
  await expect(heading(page)).toHaveText("Passer le permis de conduire");
  await expect(offer).toBeVisible(SOON);
  await expectAxeClean(page);
  await field(page, "step.title_label").fill("Demander le prix");
  await expect(offer).toHaveCount(0, SOON);
  await expect(field(page, "step.title_label")).toHaveValue("Demander le prix");
  await button(page, "step.add").click();
  await expect(stepTitle(page, "Demander le prix")).toHaveCount(1);
  // Opened anew it is still the version that she has.
  await page.reload();
  await asmae.ready();
  expect(await buildOf(page)).toBe(before);
  await expect(offer).toBeVisible(SOON);
  await button(page, "update.use").click();
  await expect.poll(() => buildOf(page).catch(() => before), SOON).not.toBe(before);
  await asmae.ready();
  await expect(stepTitle(page, "Demander le prix")).toHaveCount(1);
  await asmae.saved();
  await expect(offer).toHaveCount(0);
  // The new version is whole on this device: the one before was, too.
  await asmae.context.setOffline(true);
  await openAll(asmae, ["/cvs", "/services", "/story", "/codes", "/more", "/week"]);
  rmSync(folder, { recursive: true });
});

test("the offer can be put off", async ({ server, enter }) => {
  const folder = nextBuild();
  const cecile = await enter("cecile");
  cecile.trouble.allowNetwork();
  await cecile.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  // The worker is here before the part of the app that hears of a new build.
  await cecile.page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => /pack_asides-/.test(name)));
  await server.release(folder);
  await expectUpdate(cecile.page);
  const offer = cecile.page.locator("main").getByText(text("update.ready"));
  await expect(offer).toBeVisible(SOON);
  await expectAxeClean(cecile.page);
  await button(cecile.page, "update.later").click();
  await expect(offer).toHaveCount(0);
  await tab(cecile.page, "plan").click();
  await expect(heading(cecile.page)).toBeVisible();
  await expect(offer).toHaveCount(0);
  rmSync(folder, { recursive: true });
});

test("a visit after a release hears of it with the first answer", async ({ server, enter }) => {
  const folder = nextBuild();
  const asmae = await enter("asmae");
  asmae.trouble.allowNetwork();
  await expectKept(asmae.page);
  const before = await buildOf(asmae.page);
  await asmae.page.close();
  await server.release(folder);
  const page = await asmae.context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/week");
  await expect(page.locator("main").getByText(text("update.ready"))).toBeVisible(SOON);
  expect(asked.filter((path) => path === "/sw.js")).toHaveLength(1);
  expect(await buildOf(page)).toBe(before);
  await button(page, "update.use").click();
  await expect.poll(() => buildOf(page).catch(() => before), SOON).not.toBe(before);
  await expect(page.locator("#app h1")).toBeVisible();
  // It is told once.
  asked.length = 0;
  await page.goto("/plan");
  await expect(heading(page)).toHaveText(text("plan.title"));
  await expect(page.locator("[data-connection-state]").first()).toContainText(text("state.saved"));
  expect(asked.filter((path) => path === "/sw.js")).toEqual([]);
  rmSync(folder, { recursive: true });
});

for (const screen of [PHONE, DESK]) {
  test(`a tab older than what the server keeps says so, ${screen.width} pixels wide`, async ({ server, enter }) => {
    const folder = nextBuild();
    const asmae = await enter("asmae", screen, false);
    const { page } = asmae;
    asmae.trouble.allowNetwork();
    asmae.trouble.allow(/status of 404/, /Failed to (fetch|load)/, /HTTP status code is not ok/);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await tab(page, "plan").click();
    await expect(heading(page)).toHaveText(text("plan.title"));
    const before = await buildOf(page);
    await server.release(folder, true);
    await page.goto("/cvs");
    await expect(heading(page)).toHaveText(text("update.ready"), SOON);
    await expect(page.locator(".page").getByText(text("update.too_old"))).toBeVisible();
    await expect(page.getByText(text("api.offline"))).toHaveCount(0);
    await expectAxeClean(page);
    await button(page.locator(".page"), "update.use").click();
    await expect.poll(() => buildOf(page).catch(() => before), SOON).not.toBe(before);
    await expect(heading(page)).toHaveText(text("cv.title"), SOON);
    rmSync(folder, { recursive: true });
  });
}

test("a server that no longer speaks with this version says so on the page", async ({ enter }) => {
  const asmae = await enter("asmae");
  const { page } = asmae;
  asmae.trouble.allow(/status of 426/);
  await page.route("**/api/v1/boards/*/ops", (route) =>
    route.fulfill({
      status: 426,
      contentType: "application/problem+json",
      body: JSON.stringify({ type: "/problems/app_too_old", title: "Too old", status: 426, code: "app_too_old" }),
    }),
  );
  await addObjective(page, { title: "Rester à jour" });
  await expect(page.locator("main").getByText(text("update.too_old"))).toBeVisible(SOON);
  await expectAxeClean(page);
});

/** Notes what the page shows before the app runs. */
async function watchSketch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const sketch = document.querySelector("[aria-busy]");
      if (sketch?.textContent && seen.length === 0) seen.push(sketch.textContent);
    }).observe(document, { childList: true, subtree: true });
  });
}

const week = (page: Page) => page.evaluate(() => localStorage.getItem("week"));
const seen = (page: Page) => page.evaluate(() => (window as unknown as { seen: string[] }).seen);

test("this week is on the screen before the app runs, on one's own device", async ({ server, enter }) => {
  const asmae = await enter("asmae");
  const { page } = asmae;
  await expect.poll(() => week(page), SOON).toContain("Asmae");
  await watchSketch(page);
  await page.reload();
  await asmae.ready();
  expect((await seen(page)).join()).toContain("Appeler la maison de jeunes");
  await expect(page.locator("[aria-busy]")).toHaveCount(0);
  // Without the program the copy stays: it can be read, and it leads on.
  const { context } = asmae;
  asmae.trouble.allow(/Failed to (load resource|fetch)/, /ERR_FAILED/);
  await page.evaluate(async () => {
    for (const held of await navigator.serviceWorker.getRegistrations()) await held.unregister();
  });
  await context.route("**/*_bg.wasm", (route) => route.abort());
  // The server gives the page alone to a browser that does not say what for.
  const alone = async (route: Call) => route.fulfill({ response: await route.fetch() });
  await context.route("**/week", alone);
  for (const screen of [page.viewportSize() ?? DESK, DESK]) {
    await page.setViewportSize(screen);
    await page.goto("/week");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(whole("week.greeting", { name: "Asmae" }));
    await expect(page.getByRole("link", { name: text("nav.plan") })).toHaveAttribute("href", "/plan");
    await expectAxeClean(page);
  }
  await context.unrouteAll();
  // Nobody who comes in later sees it.
  await page.goto("/j");
  await expect.poll(() => week(page)).toBeNull();
  await page.goto(`${server.url}/week`);
  await asmae.ready();
  await expect.poll(() => week(page), SOON).toContain("Asmae");
  await button(page.getByRole("banner"), "leave.short").click();
  await button(page.getByRole("dialog"), "leave.go").click();
  await expect(page).toHaveURL(/\/left$/);
  expect(await week(page)).toBeNull();
});

test("a device of others keeps no copy of the week", async ({ enter }) => {
  const asmae = await enter("asmae", DESK, false);
  const { page } = asmae;
  // The worker is asked to keep the words long after a copy would have been made.
  const words = () => page.evaluate(async () => (await (await caches.open((await caches.keys())[0])).keys()).map(({ url }) => url));
  await expect.poll(async () => (await words()).filter((url) => url.includes("/words/fr.")), SOON).not.toEqual([]);
  expect(await week(page)).toBeNull();
  expect((await words()).filter((url) => url.includes("split_cvs"))).toEqual([]);
});

test("where the app does not come, the page offers the simple one", async ({ arrive }) => {
  const visitor = await arrive("visitor");
  const { page, context } = visitor;
  visitor.trouble.allow(/Failed to (load resource|fetch)/, /ERR_FAILED/);
  await context.route("**/*_bg.wasm", (route) => route.abort());
  await holdClock(page);
  await page.goto("/week");
  const simple = page.locator("#slow");
  await expect(page.locator("#splash")).toBeVisible();
  await expect(simple).toBeHidden();
  await page.clock.runFor(20_000);
  await expect(simple.getByRole("link")).toHaveCount(3);
  await expect(simple.getByRole("link").first()).toHaveAttribute("href", "/simple/week");
});

test("a browser without WebAssembly is sent to the simple page at once", async ({ arrive }) => {
  const visitor = await arrive("visitor");
  visitor.trouble.allow(/WebAssembly/);
  await visitor.page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await visitor.page.goto("/week");
  await expect(visitor.page.locator("#slow").getByRole("link").first()).toBeVisible();
});

test("Passerelle can be put on the home screen", async ({ enter }) => {
  const asmae = await enter("asmae");
  const { page, context } = asmae;
  const cdp = await context.newCDPSession(page);
  const { errors, data } = await cdp.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data ?? "{}") as { start_url: string; icons: { src: string }[]; shortcuts: { url: string }[] };
  expect(manifest.start_url).toBe("/week");
  for (const path of [...manifest.icons.map(({ src }) => src), ...manifest.shortcuts.map(({ url }) => url)]) {
    expect((await page.request.get(path)).status(), path).toBe(200);
  }
  await page.evaluate(() => {
    const offer = new Event("beforeinstallprompt", { cancelable: true });
    Object.assign(offer, { prompt: async () => undefined, userChoice: Promise.resolve({ outcome: "accepted" }) });
    window.dispatchEvent(offer);
  });
  await tab(page, "more").click();
  await expectAxeClean(page);
  await button(page, "install.put").click();
  await expect(page.locator("main").getByText(text("install.done"))).toBeVisible();
  // An iPhone has no such question: the words say where to press.
  await page.addInitScript(() => Object.assign(navigator, { standalone: false }));
  await page.reload();
  await expect(page.locator("main").getByText(text("install.apple"))).toBeVisible();
});
