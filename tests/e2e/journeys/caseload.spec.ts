// The list of duos of a coordinator: whom to call and why, filters in the address, the keyboard, and
// rows that move by themselves.
import { duo, duos, like, namesOf, newLink, numberOn, openFilters, STATES, tabTo, tile, toCall } from "../fixtures/caseload";
import { asked, select } from "../fixtures/figures";
import { heard, record } from "../fixtures/live";
import { box, expectGoodInBothSizes } from "../fixtures/office";
import { button, field, heading } from "../fixtures/plan";
import { DESK, expect, part, PHONE, test, text, whole } from "../fixtures/test";

/** What one of the two does is in the coordinator's list within this time (milliseconds). */
const SOON = { timeout: 5_000 };

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
  test.slow();
  const nadia = await enter("nadia");
  const { page } = nadia;
  await nadia.open("/duos");
  await expect(duos(page).first()).toBeVisible();
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

  await openFilters(page);
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
    const words = text(address.includes(theirs) ? "caseload.elsewhere" : "caseload.astray");
    await expect(page.locator("#app").getByText(words), address).toBeVisible();
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
  test.slow();
  const nadia = await enter("nadia");
  const { page } = nadia;
  await nadia.open("/duos");
  await page.getByRole("link", { name: whole("duo.title", { mentee: "Lina", mentor: "Paul" }) }).click();
  const [lina, paul] = [await arrive("lina", PHONE), await arrive("paul", DESK)];
  await lina.comeIn(await newLink(page, "Lina"));
  await paul.comeIn(await newLink(page, "Paul"));
  for (const person of [lina, paul]) await person.open("/meetings");

  const held = paul.page.locator(".chip").getByText(text("meeting.state_held"));
  await expect(held.first()).toBeVisible();
  const before = await held.count();

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
  await expect(held, "in the mentor's browser too").toHaveCount(before + 1, SOON);
  const order = await namesOf(page);
  expect(order.indexOf("Lina et Paul"), "below those who need somebody").toBeGreaterThan(order.indexOf("Tarek et Monique"));
  expect(await numberOn(page, "stalled")).toBe(1);
  await expect(next, "her focus").toBeFocused();
  await expect.poll(async () => (await heard(page)).map(({ words }) => words)).toContain(text("caseload.moved"));

  // The row with the focus moves too, and the focus goes with it.
  const hers = row.getByRole("link", { name: new RegExp(`^${text("caseload.see")}`) });
  await hers.focus();
  await lina.open("/call");
  await button(lina.page, "call.me").click();
  await expect(row.locator(".chip")).toHaveText(text("case.state_help_requested"), SOON);
  const call = row.getByRole("link", { name: new RegExp(`^${text("caseload.call")}`) });
  await expect(call).toBeFocused();
});
