// Every page against the criteria of docs/accessibility.md; their numbers stand in brackets.
import type { Page } from "@playwright/test";
import { expectAxeClean } from "../fixtures/axe";
import { positiveTabindex, tabWalk } from "../fixtures/keyboard";
import { clipped, DOUBLED, overflow, sideways, smallTargets, SPACED, underStyle } from "../fixtures/layout";
import { liveRegions } from "../fixtures/live";
import { type Role, type Route, ROUTES } from "../fixtures/pages";
import { base, DESK, expect, Person, PHONE, Server, text } from "../fixtures/test";

// One server and one browser per role for all pages: they are looked at, not changed.
const test = base;
let server: Server;
const people = new Map<Role, Person>();
const titles = new Map<string, string>();

test.beforeAll(async ({ browser }) => {
  server = await Server.start("demo");
  people.set("visitor", await Person.arrive(browser, server, "visitor", PHONE));
  people.set("asmae", await Person.enter(browser, server, "asmae", PHONE));
  people.set("cecile", await Person.enter(browser, server, "cecile", DESK));
  people.set("staff", await Person.enter(browser, server, server.staff(), DESK));
  people.set("helene", await Person.enter(browser, server, "helene", DESK));
  people.set("fonds", await Person.enter(browser, server, "fonds", DESK));
});

test.afterAll(async () => {
  for (const person of people.values()) await person.context.close();
  await server.stop();
});

/** Opens a page as the one who may see it. */
async function visit(route: Route): Promise<Person> {
  const person = people.get(route.role);
  if (!person) throw new Error(`nobody is ${route.role}`);
  const { page } = person;
  await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
  const address = typeof route.at === "string" ? route.at : await route.at(page);
  const answer = await page.goto(address);
  expect(answer?.status()).toBe(route.status ?? 200);
  // What stood there before the app had started has gone.
  await expect(page.locator('body > [aria-busy="true"]')).toHaveCount(0);
  await expect(page.locator("h1")).toBeVisible();
  return person;
}

/** What is read once for all: heading, title, regions, language. */
async function expectWellMade(page: Page, route: Route): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  // Both say the name of what is shown, as soon as it is known.
  if (!route.technical) {
    await expect(async () => {
      const heading = (await page.locator("h1").innerText()).trim();
      expect(await page.title(), "the title says the heading").toContain(heading.split("\n")[0]);
    }).toPass({ intervals: [100], timeout: 5_000 });
  }
  const lang = await page.locator("html").getAttribute("lang");
  expect(lang).toBe(route.technical ? "en" : "fr");
  if (!route.plain) {
    // One polite region and one for alarms, both empty at the start (55).
    const regions = await liveRegions(page);
    expect(regions.filter((region) => !region.startsWith("crash")).sort()).toEqual(["alert/alert: ", "announce/status: "]);
  }
  expect(await positiveTabindex(page)).toEqual([]);
}

async function expectFits(page: Page, route: Route): Promise<void> {
  // Whoever builds a client sits at a desk: there the 24 pixels that axe asks for are enough.
  const small = async () => (route.technical ? [] : await smallTargets(page));
  expect(await small(), "targets below 48×48").toEqual([]);
  expect(await overflow(page, 320, 256), "320 wide").toEqual([]);
  expect(await overflow(page, 256, 256), "256 wide").toEqual([]);
  await page.setViewportSize({ width: 360, height: 640 });
  const look = async () => [...(await sideways(page)), ...(await clipped(page))];
  expect(await underStyle(page, DOUBLED, look), "text at 200 %").toEqual([]);
  expect(await underStyle(page, SPACED, look), "text spacing").toEqual([]);
  // The other way round, and with room.
  expect(await overflow(page, 640, 360), "landscape").toEqual([]);
  await page.setViewportSize({ width: DESK.width, height: DESK.height });
  expect([...(await sideways(page)), ...(await small())], "at a desk").toEqual([]);
}

for (const route of ROUTES) {
  test(`${route.role}: ${route.name}`, async () => {
    // A part of the API's description has over a hundred stops, walked twice.
    if (route.technical) test.setTimeout(240_000);
    const person = await visit(route);
    const { page } = person;
    await test.step("one heading, a title, empty regions", () => expectWellMade(page, route));
    const title = await page.title();
    const double = titles.get(title);
    // The mentor's pages are the mentee's pages: a title may return across roles only.
    expect(double === undefined || !double.startsWith(`${route.role}:`), `${title} is ${double}`).toBe(true);
    titles.set(title, `${route.role}: ${route.name}`);
    await test.step("axe", () => expectAxeClean(page));
    await test.step("sizes", () => expectFits(page, route));
    await test.step("keyboard", async () => {
      await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
      expect(await tabWalk(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: "active" });
      expect(await tabWalk(page), "forced colours").toEqual([]);
      await page.emulateMedia({ forcedColors: "none", reducedMotion: "reduce" });
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    });
    person.trouble.check(route.name);
  });
}

test("addresses that are not there: a page with that status", async () => {
  const visitor = people.get("visitor");
  if (!visitor) throw new Error("nobody visits");
  for (const path of ["/nothing.js", "/problems/nothing"]) {
    expect((await visitor.context.request.get(path)).status()).toBe(404);
  }
  expect(text("missing.title")).not.toBe("");
});
