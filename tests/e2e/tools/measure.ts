// What a visit costs in bytes and seconds, and what a week costs in data. Prints a table; fails only
// when it cannot measure. Bytes are those of HTTP/1.1 above TCP, heads included, both ways.
import type { Browser } from "@playwright/test";
import { PNG } from "pngjs";
import { startCv } from "../fixtures/cvs";
import { type Line, Meter } from "../fixtures/meter";
import { addApplication, addObjective, addStep, button, heading, messageTo, openFrom, say, step } from "../fixtures/plan";
import type { Server } from "../fixtures/server";
import { expect, test, text } from "../fixtures/test";
import { type Visit, SLOWER, phone, visit } from "./measure/visit";

/** As in the budgets; the times are medians of so many runs. */
const RUNS = Number(process.env.RUNS ?? 3);
const LINES: [string, Line][] = [
  ["9 Mbit/s, 100 ms", { down: 9e6, up: 3e6, roundTrip: 100 }],
  ["slow 4G", { down: 1.6e6, up: 0.75e6, roundTrip: 150 }],
  ["slow 3G", { down: 0.4e6, up: 0.4e6, roundTrip: 400 }],
];

const HEADINGS = ["", "down KB", "up KB", "requests", "first paint", "largest", "usable", "compile", "heap MB", "wasm MB"];

test("visits", async ({ browser, server, enter }) => {
  const { context: cookies } = await enter("asmae");
  const rows: string[][] = [HEADINGS];
  for (const [name, line] of LINES) {
    const first: Visit[] = [];
    const again: Visit[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const meter = await Meter.before(server.url, line);
      const context = await phone(browser, meter.url, cookies);
      first.push(await visit(context, meter));
      // The second one still gets what the first did not wait for.
      await visit(context, meter);
      again.push(await visit(context, meter));
      if (run === 0 && line === LINES[0][1]) console.log(again[0].traffic.requests.map((it) => `    ${it}`).join("\n"));
      await context.close();
      await meter.stop();
    }
    rows.push(row(`${name}, first visit`, first), row(`${name}, return visit`, again));
  }
  console.log(`\nCPU ${SLOWER} times slower, median of ${RUNS}; milliseconds`);
  print(rows);
});

test("a week", async ({ browser, server, enter }) => {
  const { context: cookies } = await enter("asmae");
  const bytes = await week(browser, server, cookies);
  console.log("\n5 visits, 12 changes, 4 messages, 1 picture of a CV");
  print([["", "down KB", "up KB", "requests"], ...bytes]);
});

async function week(browser: Browser, server: Server, cookies: Parameters<typeof phone>[2]): Promise<string[][]> {
  const meter = await Meter.before(server.url);
  const context = await phone(browser, meter.url, cookies);
  const days = [];
  days.push(await visit(context, meter));
  days.push(
    await visit(context, meter, async (page) => {
      await addObjective(page, { title: "Passer le permis", horizon: "long" });
      for (const title of ["Demander le prix", "Choisir une école", "Lire le livre"]) await addStep(page, title);
      await say(page, "Cécile", "J’ai trouvé une école près de la gare.");
    }),
  );
  days.push(
    await visit(context, meter, async (page) => {
      await addApplication(page, "Vendeuse", "Boulangerie Simon");
      await openFrom(page, "applications", "Vendeuse");
      await say(page, "Cécile", "L’annonce est dans la vitrine.");
      await addApplication(page, "Cuisinière", "Resto du Coin");
      await addApplication(page, "Aide-ménagère", "Titres-services Liège");
    }),
  );
  days.push(
    await visit(context, meter, async (page) => {
      await openFrom(page, "plan", "Passer le permis");
      await step(page, "Demander le prix").check();
      await step(page, "Choisir une école").check();
      await addStep(page, "Payer la première leçon");
      await addStep(page, "Prendre rendez-vous");
      await say(page, "Cécile", "C’est fait !");
      await say(page, "Cécile", "On se voit jeudi ?");
      await expect(messageTo(page, "Cécile")).toHaveValue("");
    }),
  );
  days.push(
    await visit(context, meter, async (page) => {
      await startCv(page, { title: "CV de l’école", way: "file" });
      await page.getByLabel(text("cv.file_label")).setInputFiles(photo());
      await expect(async () => {
        await button(page, "cv.add").click({ timeout: 1_000 });
        await expect(heading(page)).not.toHaveText(text("cv.new_details_title"), { timeout: 3_000 });
      }).toPass();
    }),
  );
  await context.close();
  await meter.stop();
  const names = ["first visit", "4 changes, 1 message", "3 changes, 1 message", "4 changes, 2 messages", "1 picture of a CV"];
  const sum = (what: "down" | "up") => days.reduce((all, { traffic }) => all + traffic[what], 0);
  const requests = days.reduce((all, { traffic }) => all + traffic.requests.length, 0);
  return [
    ...days.map(({ traffic }, day) => [names[day], kb(traffic.down), kb(traffic.up), `${traffic.requests.length}`]),
    ["the week", kb(sum("down")), kb(sum("up")), `${requests}`],
  ];
}

/** A sheet with lines of letters, as a phone photographs it: a little grey everywhere. */
function photo() {
  const png = new PNG({ width: 1_200, height: 1_600 });
  for (let at = 0; at < png.width * png.height; at += 1) {
    const [x, y] = [at % png.width, Math.floor(at / png.width)];
    const ink = y % 40 < 18 && (x * 7 + y * 3 + ((x * y) >> 5)) % 11 < 4 && x > 80 && x < 1_120;
    const shade = (ink ? 40 : 225) + ((x * 31 + y * 17 + ((x * x + y) >> 4)) % 13);
    png.data.set([shade, shade, shade, 255], at * 4);
  }
  return { name: "cv.png", mimeType: "image/png", buffer: PNG.sync.write(png) };
}

function row(name: string, visits: Visit[]): string[] {
  const median = (of: (visit: Visit) => number) => visits.map(of).sort((a, b) => a - b)[Math.floor(visits.length / 2)];
  const ms = (of: (visit: Visit) => number) => `${Math.round(median(of))}`;
  const mb = (of: (visit: Visit) => number) => (median(of) / 1e6).toFixed(1);
  return [
    name,
    kb(median(({ traffic }) => traffic.down)),
    kb(median(({ traffic }) => traffic.up)),
    `${median(({ traffic }) => traffic.requests.length)}`,
    ms((it) => it.firstPaint),
    ms((it) => it.largestPaint),
    ms((it) => it.usable),
    ms((it) => it.compile),
    mb((it) => it.heap),
    mb((it) => it.memory),
  ];
}

function kb(bytes: number): string {
  return (bytes / 1_000).toFixed(1);
}

function print(rows: string[][]): void {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) {
    console.log(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column] + 2))).join(""));
  }
}
