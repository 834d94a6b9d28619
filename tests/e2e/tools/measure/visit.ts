// One visit of a person who is signed in, with a watch and a meter.
import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { Traffic, Meter } from "../../fixtures/meter";
import { PHONE } from "../../fixtures/person";
import { text } from "../../fixtures/words";

/** A phone this many times slower than this machine. */
export const SLOWER = 4;
/** Long enough for what is fetched once the page is of use, and for a worker to keep it. */
const SETTLED = 2_500;
/** Something of this week that can be pressed, of the app or of what stands in its place. */
const PRESSABLE = "main :is(.step, .card, form) :is(a, button, input)";
const OF_USE = `#app ${PRESSABLE}`;

export interface Visit {
  traffic: Traffic;
  /** Milliseconds from the start of the navigation. */
  firstPaint: number;
  largestPaint: number;
  /** Until this week can be read and pressed. */
  week: number;
  /** The same, of the app. */
  usable: number;
  compile: number;
  /** Bytes. */
  heap: number;
  memory: number;
}

/** A phone with the cookies of somebody who is signed in, and nothing else. */
export async function phone(browser: Browser, url: string, cookies?: BrowserContext): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: PHONE.width, height: PHONE.height },
    isMobile: true,
    hasTouch: true,
    locale: "fr-BE",
    timezoneId: "Europe/Brussels",
    storageState: { cookies: (await cookies?.storageState())?.cookies ?? [], origins: [] },
  });
  await context.addInitScript(watch);
  return context;
}

/** In the page: notes the paints, and the memory of the module. */
function watch(): void {
  const seen = { largest: 0, memory: undefined as WebAssembly.Memory | undefined };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.largest = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  const stream = WebAssembly.instantiateStreaming.bind(WebAssembly);
  WebAssembly.instantiateStreaming = async (source, imports) => {
    const made = await stream(source, imports);
    seen.memory ??= Object.values(made.instance.exports).find((it) => it instanceof WebAssembly.Memory);
    return made;
  };
}

/** What a person waits for who comes in with a link and reads each page; milliseconds. */
export interface WayIn {
  /** Until "Yes, it is me" can be pressed. */
  question: number;
  /** From the last answer until this week is of use. */
  week: number;
}

/** For so long a person reads each of the two questions. */
const READS = 5_000;

function reading(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, READS));
}

/** A phone that was never here comes in. */
export async function comeIn(context: BrowserContext, link: string): Promise<WayIn> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const start = performance.now();
  await page.goto(link, { waitUntil: "commit", timeout: 120_000 });
  const yes = page.getByRole("button", { name: text("join.yes_me"), exact: true });
  await yes.waitFor({ timeout: 120_000 });
  const question = performance.now() - start;
  await reading();
  await yes.click();
  const own = page.getByRole("button", { name: text("join.own_yes"), exact: true });
  await own.waitFor({ timeout: 120_000 });
  await reading();
  const pressed = performance.now();
  await own.click();
  await page.locator(OF_USE).first().waitFor({ timeout: 120_000 });
  const week = performance.now() - pressed;
  await page.close();
  return { question, week };
}

/** Opens this week, waits until all is quiet, and goes on in the page if told to. */
export async function visit(context: BrowserContext, meter: Meter, work?: (page: Page) => Promise<void>): Promise<Visit> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: work ? 1 : SLOWER });
  await session.send("Performance.enable");
  meter.read();
  await page.goto("/week", { waitUntil: "commit", timeout: 120_000 });
  const there = await page.waitForFunction(
    ([pressable, ofUse]) => {
      const { seen } = window as unknown as { seen: { week?: number } };
      const now = performance.now();
      if (document.querySelector(pressable)) seen.week ??= now;
      return document.querySelector(ofUse) ? { week: seen.week ?? now, usable: now } : undefined;
    },
    [PRESSABLE, OF_USE],
    { polling: "raf", timeout: 120_000 },
  );
  const { week, usable } = (await there.jsonValue()) ?? { week: 0, usable: 0 };
  await work?.(page);
  await quiet(meter);
  const traffic = meter.read();
  const { metrics } = await session.send("Performance.getMetrics");
  const heap = metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0;
  const paint = await page.evaluate(() => {
    const { seen } = window as unknown as { seen: { largest: number; memory?: WebAssembly.Memory } };
    const first = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
    return { first, largest: seen.largest, memory: seen.memory?.buffer.byteLength ?? 0 };
  });
  const compile = work ? 0 : await page.evaluate(compiled);
  await page.close();
  const { first: firstPaint, largest: largestPaint, memory } = paint;
  return { traffic, firstPaint, largestPaint, week, usable, compile, heap, memory };
}

/** In the page: milliseconds to compile the parts that are here. */
async function compiled(): Promise<number> {
  const parts = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".wasm"));
  let all = 0;
  for (const { name } of parts) {
    const bytes = await (await fetch(name)).arrayBuffer();
    const start = performance.now();
    await WebAssembly.compile(bytes);
    all += performance.now() - start;
  }
  return all;
}

/** Nothing has passed for a while. */
async function quiet(meter: Meter): Promise<void> {
  let passed = -1;
  while (passed !== meter.passed) {
    passed = meter.passed;
    await new Promise((resolve) => setTimeout(resolve, SETTLED));
  }
}
