// How a board of 500 items opens and takes typing on a CPU four times slower than this machine's.
// Prints figures; fails only when it cannot measure.
import { randomUUID } from "node:crypto";
import type { BrowserContext, Locator, Page } from "@playwright/test";
import { field, heading, messageTo, tab } from "../fixtures/plan";
import { expect, test } from "../fixtures/test";

const ITEMS = 500;
const SLOWER = 4;
const KEYS = 60;
/** As fast as quick fingers, and now and then a pause in which the words are saved. */
const [BETWEEN_KEYS, PAUSE, KEYS_TO_PAUSE] = [120, 1_200, 12];

interface Board {
  cursor: string;
  shared: unknown[];
  private: unknown[];
}

function size({ shared, private: own }: Board): number {
  return shared.length + own.length;
}

test("500 items", async ({ enter }) => {
  const asmae = await enter("asmae");
  const { context } = asmae;
  const objective = await fill(context);
  await asmae.page.close();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.addInitScript(watch);

  const figures: [string, string][] = [];
  for (const [name, path, sign] of [
    ["the week", "/week", ".step"],
    ["the plan", "/plan", ".card--link"],
    ["the applications", "/applications", 'li a[href^="/applications/"]'],
    ["an objective with its steps and messages", `/plan/${objective}`, ".step"],
  ]) {
    figures.push([`usable, ${name}`, `${await usable(page, path, sign)} ms`]);
  }
  await expect(heading(page)).toHaveText(TITLE);
  figures.push(["a letter of a message", await letters(page, messageTo(page, "Cécile"))]);
  figures.push(["a letter of a new step", await letters(page, field(page, "step.title_label"))]);
  await tab(page, "applications").click();
  await page.getByRole("link", { name: JOB, exact: true }).first().click();
  await expect(heading(page)).toHaveText(JOB);
  figures.push(["a letter of a text that saves itself", await letters(page, field(page, "application.next_what"))]);
  console.log(`\n${ITEMS} items, CPU ${SLOWER} times slower`);
  for (const [what, figure] of figures) console.log(`  ${what.padEnd(52)} ${figure}`);
});

const TITLE = "Objectif 1";
const JOB = "Emploi 1";

/** Adds to the demo what is missing to 500 items; gives the objective that has the most. */
async function fill(context: BrowserContext): Promise<string> {
  const read = async <T>(path: string) => (await (await context.request.get(path)).json()) as T;
  const [{ id: board }] = await read<{ id: string }[]>("/api/v1/boards");
  const open = async () => (await read<{ snapshot: Board }>(`/api/v1/boards/${board}`)).snapshot;
  const known = await open();
  const ops: object[] = [];
  const objectives = Array.from({ length: 20 }, randomUUID);
  const applications = Array.from({ length: 100 }, randomUUID);
  for (const [index, id] of objectives.entries()) {
    ops.push({ add_objective: { id, title: `Objectif ${index + 1}`, horizon: ["short", "medium", "long"][index % 3] } });
  }
  for (let n = 0; n < 180; n += 1) {
    const objective = objectives[n < 30 ? 0 : n % objectives.length];
    ops.push({ add_step: { id: randomUUID(), objective, title: `Étape ${n + 1}`, who: "mentee", order: "80" } });
  }
  for (const [index, id] of applications.entries()) {
    const stage = ["to_apply", "sent", "interview", "refused"][index % 4];
    ops.push({ add_application: { id, employer: `Employeur ${index + 1}`, job: `Emploi ${index + 1}`, stage } });
  }
  for (let n = size(known) + ops.length; n < ITEMS; n += 1) {
    const on = n % 4 === 0 ? objectives[0] : applications[n % applications.length];
    ops.push({ add_comment: { id: randomUUID(), on, text: `Message ${n}` } });
  }
  const device = randomUUID();
  for (let first = 0; first < ops.length; first += 100) {
    const some = ops.slice(first, first + 100).map((op, index) => ({ seq: first + index + 1, op }));
    const data = { device, cursor: known.cursor, ops: some };
    const answer = await context.request.post(`/api/v1/boards/${board}/ops`, { data });
    expect(answer.status(), await answer.text()).toBe(200);
  }
  const filled = await open();
  expect(size(filled)).toBeGreaterThanOrEqual(ITEMS);
  return objectives[0];
}

/** In the page: notes when a letter that was pressed is painted. */
function watch(): void {
  const delays: number[] = [];
  Object.assign(window, { delays });
  let pressed = 0;
  addEventListener("keydown", (event) => (pressed = event.timeStamp), true);
  addEventListener("input", () => {
    const start = pressed;
    // A task of its own after the frame begins when the frame is painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => delays.push(performance.now() - start);
      port2.postMessage(undefined);
    });
  });
}

/** Milliseconds from the request of an address until its content stands there and two frames went by. */
async function usable(page: Page, path: string, sign: string): Promise<number> {
  await page.goto(path, { waitUntil: "commit" });
  const there = await page.waitForFunction((sign) => {
    if (!document.querySelector(`#app main :is(${sign})`)) return undefined;
    return new Promise<number>((resolve) =>
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now()))),
    );
  }, sign);
  return Math.round((await there.jsonValue()) ?? 0);
}

/** As a person types: the next key comes this many milliseconds later, by the clock of the page. */
async function quiet(page: Page, ms: number): Promise<void> {
  await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), ms);
}

/** Types, and gives the delays from the press to the painted letter. */
async function letters(page: Page, line: Locator): Promise<string> {
  await line.click();
  await page.evaluate(() => ((window as unknown as { delays: number[] }).delays.length = 0));
  for (let n = 0; n < KEYS; n += 1) {
    await page.keyboard.press("abcdefghijklmnopqrstuvwxyz"[n % 26], { delay: 20 });
    await quiet(page, n % KEYS_TO_PAUSE === KEYS_TO_PAUSE - 1 ? PAUSE : BETWEEN_KEYS);
  }
  const delays = await page.evaluate(() => (window as unknown as { delays: number[] }).delays);
  expect(delays.length, "letters that were seen").toBe(KEYS);
  delays.sort((one, other) => one - other);
  const at = (share: number) => `${Math.round(delays[Math.ceil(share * delays.length) - 1])} ms`;
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}`;
}
