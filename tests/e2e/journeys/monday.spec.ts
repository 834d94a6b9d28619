// A coordinator's Monday: the duos to call and why, calls noted, a duo closed well, an outcome, the
// figures on paper; and the mentee, who reads who looked at what.
import { duo, like, namesOf, newLink, tile, toCall } from "../fixtures/caseload";
import { choose, inDays, typeDay } from "../fixtures/forms";
import { box, expectGoodInBothSizes, pressUntil } from "../fixtures/office";
import { button, heading, link } from "../fixtures/plan";
import { expect, part, PHONE, test, text, whole } from "../fixtures/test";

test("Monday: three duos to call, calls noted, one closed well, an outcome, the figures on paper, and the mentee sees who looked", async ({ enter, arrive }) => {
  test.slow();
  const nadia = await enter("nadia");
  const { page } = nadia;
  await nadia.open("/duos");
  await expect(heading(page)).toHaveText(toCall(4));
  for (const [place, name] of ["Yusuf et Marc", "Mariam et Josiane", "Daniel et Rose"].entries()) {
    await expect.poll(async () => (await namesOf(page))[place]).toBe(name);
  }
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
