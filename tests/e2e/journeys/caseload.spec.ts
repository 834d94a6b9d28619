// A coordinator's Monday: whom to call and why, in the list of duos that moves by itself; what came
// of the calls; the figures on paper; and the mentee, who reads who looked.
import type { Page } from "@playwright/test";
import { duo, duos, like, namesOf, newLink, numberOn, STATES, tabTo, tile, today } from "../fixtures/caseload";
import { choose, inDays, typeDay } from "../fixtures/forms";
import { heard, record } from "../fixtures/live";
import { box, expectGoodInBothSizes, pressUntil } from "../fixtures/office";
import { button, field, heading, link } from "../fixtures/plan";
import { DESK, expect, part, PHONE, test, text, whole } from "../fixtures/test";

/** What one of the two does is in the coordinator's list within this time (milliseconds). */
const SOON = { timeout: 5_000 };

function toCall(n: number): RegExp {
  return whole("caseload.heading", { n, day: today() });
}

function select(page: Page, key: string) {
  return page.getByRole("combobox", { name: text(key), exact: true });
}

/** The values behind the `?` of the address. */
function asked(page: Page): Record<string, string> {
  return Object.fromEntries(new URL(page.url()).searchParams);
}

test("whom to call: the number, the order of need, each with its reason in words", async ({ enter }) => {
  const nadia = await enter("nadia");
  const { page } = nadia;
  await nadia.open("/duos");
  await expect(heading(page)).toHaveText(toCall(4));
  await expect(duos(page).first()).toBeVisible();

  const chips = await duos(page).locator(".chip").allInnerTexts();
  const places = chips.map((chip) => STATES.findIndex((state) => text(`case.state_${state}`) === chip.trim()));
  expect(places, "the order of need").toEqual([...places].sort((one, other) => one - other));
  expect(places).not.toContain(-1);
  expect(places, "closed duos are not in the list").not.toContain(STATES.indexOf("closed"));
  expect((await namesOf(page)).slice(0, 4)).toEqual([
    "Yusuf et Marc",
    "Mariam et Josiane",
    "Daniel et Rose",
    "Lina et Paul",
  ]);
  for (const state of STATES.slice(0, 7)) {
    const counted = places.filter((place) => STATES[place] === state).length;
    expect(await numberOn(page, state), `the tile ${state}`).toBe(counted);
  }
  const total = places.length;
  await expect(page.locator("#app").getByText(whole("caseload.page", { from: 1, until: total, total }))).toBeVisible();

  const none = text("case.none_planned");
  const why: [string, string, (string | RegExp)[]][] = [
    ["Yusuf", "Marc", [like("case.help", { name: "Marc", date: "§" }), like("case.help_by", { date: "§" })]],
    ["Mariam", "Josiane", [like("case.past_end", { date: "§" }), part("case.past_end_days", { n: 22 })]],
    ["Daniel", "Rose", [part("case.not_met", { n: 28 }), none]],
    ["Lina", "Paul", [part("case.last_met", { n: 24 }), none]],
    ["Mehwish", "Luc", [part("case.missed", { n: 2 })]],
    ["Hawa", "Bernard", [like("case.low_pulse", { name: "Hawa", face: 2, date: "§" })]],
    ["Selam", "Viviane", [part("case.waiting", { name: "Selam", n: 12 })]],
    ["Aïcha", "Michel", [like("case.paused", { date: "§" })]],
  ];
  for (const [mentee, mentor, words] of why) {
    for (const said of words) await expect(duo(page, mentee, mentor)).toContainText(said);
  }
  await expect(page.getByRole("link", { name: new RegExp(`^${text("caseload.call")}`) })).toHaveCount(4);
  await expect(page.locator("#app").getByText(text("caseload.privacy"))).toBeVisible();
  await expectGoodInBothSizes(page, "duos");

  // The page of the duo says which rule it was.
  await page.getByRole("link", { name: whole("duo.title", { mentee: "Lina", mentor: "Paul" }) }).click();
  const state = page.getByRole("region", { name: text("duo_head.title") });
  await expect(state).toContainText(part("case.last_met", { n: 24 }));
  await expect(state).toContainText(part("case.rule", { rule: "R5" }));
  await expect(state).toContainText(part("case.rule", { rule: "C1" }));
});

test("filters stay in the address, a name does not; a branch of somebody else is answered kindly", async ({ enter }) => {
  const nadia = await enter("nadia");
  const { page } = nadia;
  await nadia.open("/duos");
  const all = await duos(page).count();
  await tile(page, "stalled").click();
  await expect(duos(page)).toHaveCount(2);
  await expect(tile(page, "stalled")).toHaveAttribute("aria-pressed", "true");
  expect(asked(page)).toEqual({ state: "stalled" });
  await tile(page, "closed").click();
  await expect(duos(page)).toHaveCount(5);
  await expect(duo(page, "Zahra", "Colette")).toContainText(like("case.closed", { date: "§" }));
  await tile(page, "closed").click();
  await expect(duos(page)).toHaveCount(all);
  expect(asked(page)).toEqual({});

  await select(page, "duo.branch").selectOption({ label: "Verviers" });
  await expect(duos(page)).toHaveCount(6);
  await select(page, "caseload.lang").selectOption({ label: "English" });
  await expect(duos(page)).toHaveCount(2);
  const names = ["Precious et Nicole", "Ruta et Christine"];
  expect((await namesOf(page)).sort()).toEqual(names);
  expect(asked(page)).toEqual({ branch: expect.stringMatching(/^[0-9a-f-]{36}$/), lang: "en" });
  await page.reload();
  await expect(duos(page)).toHaveCount(2);
  expect((await namesOf(page)).sort(), "after a reload").toEqual(names);
  await expect(select(page, "duo.branch").locator("option:checked")).toHaveText("Verviers");
  await expectGoodInBothSizes(page, "duos-filtered");
  await button(page, "caseload.clear").click();
  await expect(duos(page)).toHaveCount(all);
  for (const [key, choice] of [["caseload.month", { index: 1 }], ["caseload.sector", { value: "horeca" }]] as const) {
    await select(page, key).selectOption(choice);
    await expect.poll(() => duos(page).count()).toBeLessThan(all);
    expect(await duos(page).count(), key).toBeGreaterThan(0);
    await button(page, "caseload.clear").click();
    await expect(duos(page)).toHaveCount(all);
  }

  await field(page, "caseload.search").fill("aicha");
  await expect(duos(page)).toHaveCount(1);
  expect(await namesOf(page)).toEqual(["Aïcha et Michel"]);
  expect(page.url(), "names stay out of the address").not.toMatch(/\?/);
  await field(page, "caseload.search").fill("Nabuchodonosor");
  await expect(page.locator("#app").getByText(text("caseload.none_found"))).toBeVisible();
  await expectGoodInBothSizes(page, "duos-none");
  await page.reload();
  await expect(duos(page)).toHaveCount(all);
  await expect(field(page, "caseload.search")).toHaveValue("");

  const helene = await enter("helene");
  const session = await (await helene.context.request.get("/api/v1/session")).json();
  const theirs = session.branches.find((branch: { name: string }) => branch.name === "Bruxelles").id;
  nadia.trouble.allow(/status of 4(04|22)/);
  for (const address of [`branch=${theirs}`, "state=asleep", "branch=ici", "month=13"]) {
    await nadia.open(`/duos?${address}`);
    await expect(page.locator("#app").getByText(text("caseload.elsewhere")), address).toBeVisible();
    if (address === "state=asleep") await expectGoodInBothSizes(page, "duos-elsewhere");
    await button(page, "caseload.clear").click();
    await expect(duos(page), address).toHaveCount(all);
    expect(asked(page)).toEqual({});
  }
});

test("from the list to a noted call without a mouse", async ({ enter }) => {
  const nadia = await enter("nadia");
  const { page } = nadia;
  await nadia.open("/duos");
  await expect(duos(page).first()).toBeVisible();
  await tabTo(page, tile(page, "stalled"));
  await page.keyboard.press("Enter");
  await expect(duos(page)).toHaveCount(2);
  await expect(tile(page, "stalled")).toBeFocused();
  await tabTo(page, field(page, "caseload.search"));
  await page.keyboard.type("lina");
  await expect(duos(page)).toHaveCount(1);
  await expect(field(page, "caseload.search")).toBeFocused();
  await tabTo(page, duo(page, "Lina", "Paul").getByRole("link", { name: new RegExp(text("caseload.call")) }));
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText(whole("duo.title", { mentee: "Lina", mentor: "Paul" }));
  await expect(page.getByRole("heading", { name: text("talk.title"), exact: true })).toBeFocused();
  await tabTo(page, box(page, "talk.with", "Lina"));
  await page.keyboard.press("ArrowDown");
  await expect(box(page, "talk.with", "Paul")).toBeChecked();
  await tabTo(page, page.getByRole("textbox", { name: part("talk.note") }));
  await page.keyboard.type("Il propose jeudi.");
  const talks = page.getByRole("region", { name: text("talk.title"), exact: true });
  await tabTo(page, button(talks, "action.save"));
  await page.keyboard.press("Enter");
  const noted = talks.getByRole("listitem").filter({ hasText: "Il propose jeudi." });
  await expect(noted).toContainText(like("talk.line", { date: "§", who: "Paul", channel: text("talk.phone") }));
  await expect(page.getByRole("heading", { name: text("talk.title"), exact: true })).toBeFocused();
});

test("a duo that meets moves by itself, and the coordinator stays where she is", async ({ enter, arrive }) => {
  const nadia = await enter("nadia");
  const { page } = nadia;
  await nadia.open("/duos");
  await page.getByRole("link", { name: whole("duo.title", { mentee: "Lina", mentor: "Paul" }) }).click();
  const [lina, paul] = [await arrive("lina", PHONE), await arrive("paul", DESK)];
  await lina.comeIn(await newLink(page, "Lina"));
  await paul.comeIn(await newLink(page, "Paul"));
  for (const person of [lina, paul]) await person.open("/meetings");

  await nadia.open("/duos");
  await expect(heading(page)).toHaveText(toCall(4));
  const next = duo(page, "Tarek", "Monique").getByRole("link", { name: new RegExp(`^${text("caseload.see")}`) });
  await next.focus();
  await record(page);
  for (const tap of [text("log.today"), text("meeting.length_hours", { n: 1 }), text("meeting.how_in_person")]) {
    await lina.page.getByRole("button", { name: tap, exact: true }).click();
  }
  const row = duo(page, "Lina", "Paul");
  await expect(row.locator(".chip")).toHaveText(text("case.state_on_track"), SOON);
  await expect(heading(page)).toHaveText(toCall(3));
  await expect(paul.page.locator(".chip").getByText(text("meeting.state_held"))).toBeVisible(SOON);
  const order = await namesOf(page);
  expect(order.indexOf("Lina et Paul"), "below those who need somebody").toBeGreaterThan(order.indexOf("Tarek et Monique"));
  expect(await numberOn(page, "stalled")).toBe(1);
  await expect(next, "her focus").toBeFocused();
  await expect.poll(async () => (await heard(page)).map(({ words }) => words)).toContain(text("caseload.moved"));

  // The row with the focus moves too, and the focus goes with it.
  const hers = row.getByRole("link", { name: new RegExp(`^${text("caseload.see")}`) });
  await hers.focus();
  await paul.open("/call");
  await paul.page.getByRole("button", { name: text("call.me"), exact: true }).click();
  await expect(row.locator(".chip")).toHaveText(text("case.state_help_requested"), SOON);
  const call = row.getByRole("link", { name: new RegExp(`^${text("caseload.call")}`) });
  await expect(call).toBeFocused();
});

test("Monday: three duos to call, calls noted, one closed well, an outcome, the figures on paper, and the mentee sees who looked", async ({ enter, arrive }) => {
  test.slow();
  const nadia = await enter("nadia");
  const { page } = nadia;
  await nadia.open("/duos");
  await expect(heading(page)).toHaveText(toCall(4));
  const first = (await namesOf(page)).slice(0, 3);
  expect(first).toEqual(["Yusuf et Marc", "Mariam et Josiane", "Daniel et Rose"]);
  const open = async (mentee: string, mentor: string) => {
    await nadia.open("/duos");
    await duo(page, mentee, mentor).getByRole("link", { name: new RegExp(`^${text("caseload.call")}`) }).click();
    await expect(heading(page)).toHaveText(whole("duo.title", { mentee, mentor }));
  };
  const talks = page.getByRole("region", { name: text("talk.title"), exact: true });
  const note = async (who: string, words: string) => {
    await expect(page.locator("#talk-add")).toHaveAttribute("aria-expanded", "true");
    await box(talks, "talk.with", who).check();
    await talks.getByRole("textbox", { name: part("talk.note") }).fill(words);
    await button(talks, "action.save").click();
    await expect(talks.getByRole("listitem").filter({ hasText: words })).toBeVisible();
  };

  // Marc asked for a call: it is answered and noted.
  await open("Yusuf", "Marc");
  await expectGoodInBothSizes(page, "monday-call");
  await page.getByRole("button", { name: new RegExp(`^${text("calls.done")}`) }).click();
  await page.getByRole("link", { name: whole("calls.note_yes", { name: "Marc" }) }).click();
  await expect(box(talks, "talk.with", "Marc")).toBeChecked();
  await note("Marc", "Il cherche un lieu calme pour se voir.");
  const state = page.getByRole("region", { name: text("duo_head.title") });
  await expect(state.locator(".chip")).toHaveText(text("case.state_on_track"));
  await expect(page.getByRole("heading", { name: text("calls.title") })).toHaveCount(0);

  // Daniel and Rose have not met: one word with each of them.
  await open("Daniel", "Rose");
  await note(text("talk.both"), "Ils se voient jeudi.");

  // The time of Mariam and Josiane is over.
  await open("Mariam", "Josiane");
  const mariam = await arrive("mariam", PHONE);
  await note(text("talk.both"), "Fin dite aux deux.");
  await mariam.comeIn(await newLink(page, "Mariam"));
  const closing = page.getByRole("region", { name: text("closing.title"), exact: true });
  await button(closing, "closing.open").click();
  await box(closing, "closing.kind", text("closing.planned_end")).check();
  const done = closing.getByRole("group", { name: text("closing.checklist") }).getByRole("checkbox");
  await expect(done).toHaveCount(5);
  for (let n = 0; n < 5; n++) await done.nth(n).check();
  await expectGoodInBothSizes(page, "monday-closing");
  await button(closing, "closing.go").click();
  await button(page.getByRole("dialog"), "closing.go").click();
  const closed = like("closing.closed_on", { date: "§", kind: text("closing.planned_end") });
  await expect(closing).toContainText(closed);
  await expect(closing).toContainText(text("closing.complete"));
  await expect(state.locator(".chip")).toHaveText(text("case.state_closed"));

  const outcomes = page.getByRole("region", { name: text("outcome.title"), exact: true });
  await button(outcomes, "outcome.add").click();
  await box(outcomes, "outcome.kind", text("outcome.kind_job")).check();
  await typeDay(outcomes, "outcome.start", inDays(-2));
  await choose(outcomes, "outcome.contract", "outcome.contract_fixed");
  await outcomes.getByRole("textbox", { name: part("outcome.months") }).fill("6");
  await box(outcomes, "outcome.evidence", text("outcome.evidence_documented")).check();
  await expectGoodInBothSizes(page, "monday-outcome");
  const job = outcomes.getByRole("listitem").filter({ hasText: text("outcome.kind_job") });
  await pressUntil(button(outcomes, "outcome.save"), job);
  await expect(job).toContainText(text("outcome.durable"));

  await nadia.open("/duos");
  await expect(heading(page)).toHaveText(toCall(2));
  await tile(page, "closed").click();
  await expect(duo(page, "Mariam", "Josiane")).toBeVisible();

  // The year and its target come first, on the screen and on paper.
  await page.goto("/figures");
  const year = page.locator("#app main section").filter({ has: page.getByRole("heading", { level: 2 }) }).first();
  await expect(year.getByRole("heading")).toHaveText(text("figures.progress"));
  await expect(year).toContainText(like("figures.progress_of", { started: "§", target: 42, percent: "§" }));
  await expectGoodInBothSizes(page, "monday-figures");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("nav.nav")).toBeHidden();
  await expect(button(page, "figures.print")).toBeHidden();
  await expect(year.getByText(like("figures.progress_of", { started: "§", target: 42, percent: "§" })).first()).toBeVisible();
  const paper = await page.pdf({ format: "A4", preferCSSPageSize: true });
  const folder = process.env.PICTURES;
  if (folder) await page.pdf({ path: `${folder}/figures.pdf`, preferCSSPageSize: true });
  expect(paper.toString("latin1").match(/\/Type *\/Page\b/g)?.length, "sheets of paper").toBeLessThanOrEqual(6);
  await page.emulateMedia({ media: "screen" });

  // Mariam keeps her plan, and reads who looked at what; not what was noted about her.
  await mariam.open("/more");
  await link(mariam.page, "looks.title").click();
  await expect(heading(mariam.page)).toHaveText(text("looks.title"));
  for (const what of ["duo_page", "new_code", "outcomes"]) {
    const words = whole("looks.line", { name: "Nadia", what: text(`looks.what_${what}`) });
    await expect(mariam.page.getByRole("listitem").filter({ hasText: words }), what).toHaveCount(1);
  }
  await expect(mariam.page.locator("body")).not.toContainText("Fin dite");
  await expectGoodInBothSizes(mariam.page, "monday-looks");
});
