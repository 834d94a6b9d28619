// Each probe, shown a page with the fault that it is there for: a probe that nobody has seen fail
// is not one.
import { axe } from "../fixtures/axe";
import { positiveTabindex, tabWalk } from "../fixtures/keyboard";
import { clipped, DOUBLED, overflow, sideways, smallTargets, SPACED, underStyle } from "../fixtures/layout";
import { heard, liveRegions, place, record } from "../fixtures/live";
import { readQr } from "../fixtures/qr";
import { expect, type Person, test } from "../fixtures/test";

/** The gallery, with a fault put into it. */
async function faulty(person: Person, css: string, look: () => Promise<string[]>): Promise<string[]> {
  return await underStyle(person.page, css, look);
}

test("the probes of sizes and of sight", async ({ arrive }) => {
  const visitor = await arrive("visitor");
  const { page } = visitor;
  await visitor.open("/gallery");
  const targets = () => smallTargets(page);
  expect(await targets()).toEqual([]);
  expect(await faulty(visitor, ".button { min-block-size: 20px; block-size: 20px }", targets)).not.toEqual([]);
  const narrow = () => overflow(page, 320, 256);
  expect(await faulty(visitor, "h1 { min-inline-size: 400px }", narrow)).not.toEqual([]);
  const cut = "p { overflow: hidden; block-size: 1em }";
  expect(await faulty(visitor, cut, () => clipped(page))).not.toEqual([]);
  const wide = `${DOUBLED} .button { white-space: nowrap; inline-size: 30rem; max-inline-size: none }`;
  expect(await faulty(visitor, wide, () => sideways(page))).not.toEqual([]);
  const spaced = `${SPACED} .button { block-size: 48px; inline-size: 60px; overflow: hidden }`;
  expect(await faulty(visitor, spaced, () => clipped(page))).not.toEqual([]);
  const pale = ".muted { color: #ccc }";
  expect((await faulty(visitor, pale, () => axe(page))).join()).toContain("color-contrast");
  await page.evaluate(() => document.querySelector("h1")?.parentElement?.append(document.createElement("button")));
  expect((await axe(page)).join()).toContain("button-name");
});

test("the probes of the keyboard", async ({ arrive }) => {
  const visitor = await arrive("visitor");
  const { page } = visitor;
  await visitor.open("/gallery");
  const walk = () => tabWalk(page);
  expect(await faulty(visitor, "*:focus-visible { outline: none }", walk)).not.toEqual([]);
  const veil = "#main::after { content: ''; position: fixed; inset: 40% 0 0 0; z-index: 9 }";
  expect((await faulty(visitor, veil, walk)).join()).toContain("covered");
  await page.locator("#main .button").first().evaluate((button) => ((button as HTMLElement).tabIndex = 3));
  expect(await positiveTabindex(page)).toHaveLength(1);
});

test("the probes of what speaks and of what moves", async ({ arrive }) => {
  const visitor = await arrive("visitor");
  const { page } = visitor;
  await visitor.open("/gallery");
  await page.evaluate(() => {
    const third = document.createElement("p");
    third.setAttribute("aria-live", "polite");
    document.body.append(third);
  });
  expect((await liveRegions(page)).filter((region) => !region.startsWith("crash"))).toHaveLength(3);
  await record(page);
  await page.evaluate(() => (document.querySelector("#announce") as HTMLElement).append("Bonjour"));
  await expect.poll(() => heard(page)).toHaveLength(1);

  await page.locator("textarea").last().click();
  const before = await place(page);
  expect(await place(page)).toEqual(before);
  await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).setSelectionRange(0, 0));
  expect(await place(page)).not.toEqual(before);
  await page.evaluate(() => scrollTo(0, 0));
  await page.evaluate(() => document.querySelector("h1")?.focus());
  expect(await place(page)).not.toEqual(before);
});

test("the watch over errors, strangers and fonts", async ({ arrive }) => {
  const visitor = await arrive("visitor");
  const { page, trouble } = visitor;
  await visitor.open("/gallery");
  trouble.check("before");
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error("on purpose");
    });
    const picture = document.createElement("img");
    picture.src = "https://stranger.example/pixel.png";
    document.body.append(picture);
    const style = document.createElement("style");
    style.textContent = "body { display: none }";
    document.head.append(style);
  });
  await expect.poll(() => trouble.found.join("\n")).toContain("on purpose");
  await expect.poll(() => trouble.found.join("\n")).toMatch(/Content Security Policy/);
  expect(() => trouble.check("visitor")).toThrow("on purpose");
});

test("the reader of QR codes does not make things up", async ({ arrive }) => {
  const visitor = await arrive("visitor");
  await visitor.open("/gallery");
  expect(await readQr(visitor.page.locator("h1"))).toBeUndefined();
});
