// What a visit costs in bytes and seconds, and what a week costs in data. Prints a table; fails only
// when it cannot measure. Bytes are those above TCP, heads included, both ways: over HTTP/1.1 on their
// own, over TLS 1.3 and HTTP/2, as people reach a server, with what agrees on a connection.
import { PNG } from "pngjs";
import { expectKept } from "../fixtures/builds";
import { startCv } from "../fixtures/cvs";
import { type Line, Meter } from "../fixtures/meter";
import { addApplication, addObjective, addStep, button, heading, messageTo, openFrom, say, step } from "../fixtures/plan";
import { Server } from "../fixtures/server";
import { PHONE, Person, expect, test, text } from "../fixtures/test";
import { browserFor } from "./measure/trust";
import { type Visit, type WayIn, SLOWER, comeIn, phone, visit } from "./measure/visit";

/** As in the budgets; the times are medians of so many runs. */
const RUNS = Number(process.env.RUNS ?? 3);
const LINES: [string, Line][] = [
  ["9 Mbit/s, 100 ms", { down: 9e6, up: 3e6, roundTrip: 100 }],
  ["slow 4G", { down: 1.6e6, up: 0.75e6, roundTrip: 150 }],
  ["slow 3G", { down: 0.4e6, up: 0.4e6, roundTrip: 400 }],
];

/** Options of the server. */
const SECURE = ["--lan"];
const WAYS: [string, string[]][] = [
  ["", []],
  [", TLS", SECURE],
];

/** Changes and messages of the week. */
const CHANGES = 16;

const HEADINGS = ["", "down KB", "up KB", "requests", "first paint", "largest", "week", "usable", "compile", "heap MB", "wasm MB"];

test("visits", async () => {
  const rows: string[][] = [HEADINGS];
  for (const [way, options] of WAYS) {
    const server = await Server.start("demo", options);
    const browser = await browserFor(server.url);
    const { context: cookies } = await Person.enter(browser, server, "asmae", PHONE);
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
        await context.close();
        await meter.stop();
      }
      rows.push(row(`${name}${way}, first visit`, first), row(`${name}${way}, return visit`, again));
    }
    await browser.close();
    await server.stop();
  }
  console.log(`\nCPU ${SLOWER} times slower, median of ${RUNS}; milliseconds`);
  print(rows);
});

test("the way in", async () => {
  const rows = [["", "first question", "last answer to week"]];
  for (const [name, line] of LINES) {
    const ways: WayIn[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      // A link is of use once.
      const server = await Server.start("demo", SECURE);
      const browser = await browserFor(server.url);
      const meter = await Meter.before(server.url, line);
      const context = await phone(browser, meter.url);
      ways.push(await comeIn(context, server.link("asmae").replace(server.url, meter.url)));
      await browser.close();
      await meter.stop();
      await server.stop();
    }
    const ms = (of: (way: WayIn) => number) => `${Math.round(median(ways.map(of)))}`;
    rows.push([name, ms((it) => it.question), ms((it) => it.week)]);
  }
  console.log(`\nA link is opened, two questions are read; CPU ${SLOWER} times slower, median of ${RUNS}; milliseconds`);
  print(rows);
});

test("a week", async () => {
  const rows = [["", "down KB", "up KB", "requests"]];
  for (const [way, options] of WAYS) rows.push(...(await week(way, options)));
  console.log("\n5 visits, 12 changes, 4 messages, 1 picture of a CV; and a month of 20 visits and 200 changes, reckoned from these");
  print(rows);
});

async function week(way: string, options: string[]): Promise<string[][]> {
  const server = await Server.start("demo", options);
  const browser = await browserFor(server.url);
  const { context: cookies } = await Person.enter(browser, server, "asmae", PHONE);
  const meter = await Meter.before(server.url);
  const context = await phone(browser, meter.url, cookies);
  // Everything of a board is to be on the phone.
  const first = await visit(context, meter, expectKept);
  const changes = [
    await visit(context, meter, async (page) => {
      await addObjective(page, { title: "Passer le permis", horizon: "long" });
      for (const title of ["Demander le prix", "Choisir une école", "Lire le livre"]) await addStep(page, title);
      await say(page, "Cécile", "J’ai trouvé une école près de la gare.");
    }),
    await visit(context, meter, async (page) => {
      await addApplication(page, "Vendeuse", "Boulangerie Simon");
      await openFrom(page, "applications", "Vendeuse");
      await say(page, "Cécile", "L’annonce est dans la vitrine.");
      await addApplication(page, "Cuisinière", "Resto du Coin");
      await addApplication(page, "Aide-ménagère", "Titres-services Liège");
    }),
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
  ];
  const cv = await visit(context, meter, async (page) => {
    await startCv(page, { title: "CV de l’école", way: "file" });
    await page.getByLabel(text("cv.file_label")).setInputFiles(photo());
    await expect(async () => {
      await button(page, "cv.add").click({ timeout: 1_000 });
      await expect(heading(page)).not.toHaveText(text("cv.new_details_title"), { timeout: 3_000 });
    }).toPass();
  });
  const without = await visit(context, meter);
  await browser.close();
  await meter.stop();
  await server.stop();
  const line = (name: string, down: number, up: number, requests: number) => [`${name}${way}`, kb(down), kb(up), `${requests || ""}`];
  const days = [first, ...changes, cv];
  const names = ["first visit, all kept", "4 changes, 1 message", "3 changes, 1 message", "4 changes, 2 messages", "1 picture of a CV"];
  const rows = days.map(({ traffic: { down, up, requests } }, day) => line(names[day], down, up, requests.length));
  const sum = (visits: Visit[], what: "down" | "up") => visits.reduce((all, { traffic }) => all + traffic[what], 0);
  const requests = days.reduce((all, { traffic }) => all + traffic.requests.length, 0);
  rows.push(line("the week", sum(days, "down"), sum(days, "up"), requests));
  const month = (what: "down" | "up") => {
    const change = (sum(changes, what) - changes.length * without.traffic[what]) / CHANGES;
    return first.traffic[what] + 19 * without.traffic[what] + 200 * change;
  };
  rows.push(line("a month", month("down"), month("up"), 0));
  return rows;
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
  const middle = (of: (visit: Visit) => number) => median(visits.map(of));
  const ms = (of: (visit: Visit) => number) => `${Math.round(middle(of))}`;
  const mb = (of: (visit: Visit) => number) => (middle(of) / 1e6).toFixed(1);
  return [
    name,
    kb(middle(({ traffic }) => traffic.down)),
    kb(middle(({ traffic }) => traffic.up)),
    // Those over TLS are not seen.
    `${middle(({ traffic }) => traffic.requests.length) || ""}`,
    ms((it) => it.firstPaint),
    ms((it) => it.largestPaint),
    ms((it) => it.week),
    ms((it) => it.usable),
    ms((it) => it.compile),
    mb((it) => it.heap),
    mb((it) => it.memory),
  ];
}

function median(numbers: number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
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
