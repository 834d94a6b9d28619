// What the association counts: the year against its target, figures with both their numbers, groups
// too small to be shown, targets.
import { like } from "../fixtures/caseload";
import { asked, duosOfLongAgo, figure, LONG_AGO, numbers, select } from "../fixtures/figures";
import { rowsOf, taken } from "../fixtures/files";
import { expectGoodInBothSizes } from "../fixtures/office";
import { button, heading, link } from "../fixtures/plan";
import { expect, part, test, text, whole } from "../fixtures/test";

test("figures: the year first, both numbers, the anchor, and the unknown apart", async ({ enter }) => {
  const nadia = await enter("nadia");
  const { page } = nadia;
  await duosOfLongAgo(nadia, 6, 3);
  await nadia.open("/figures");
  const main = page.locator("#app main");
  const year = main.locator("section").first();
  await expect(year.getByRole("heading")).toHaveText(text("figures.progress"));
  await expect(year.getByRole("listitem").first()).toContainText(like("figures.progress_time", { percent: "§", expected: "§" }));
  const rows = rowsOf(await taken(page, main.getByRole("link", { name: `${text("figures.csv")} ${text("figures.export_rows")}`, exact: true })));
  const said = numbers(await year.getByRole("listitem").first().locator(".bars__words").textContent());
  expect(said.slice(0, 3), "begun, target, percent").toEqual([rows.length, 42, Math.floor((rows.length * 100) / 42)]);
  // Every share stands beside its two numbers.
  const lines = main.getByRole("row").filter({ has: page.getByRole("rowheader") });
  let shares = 0;
  for (const line of await lines.all()) {
    const result = (await line.locator(".figure__number").allTextContents()).join("");
    const [, percent] = /^(\d+)\s*%$/.exec(result.trim()) ?? [];
    if (percent === undefined) continue;
    const of = (await line.getByRole("cell").last().textContent()) ?? "";
    expect(of, result).toMatch(/ sur /);
    shares += 1;
    const [count, whole] = numbers(of.slice(of.search(/\d/)));
    expect(Math.abs(Number(percent) - (count * 100) / whole), `${result}: ${of}`).toBeLessThanOrEqual(0.5);
  }
  expect(shares).toBeGreaterThan(6);
  await expect(figure(page, "positive")).toContainText(text("figures.nothing_yet"));
  await expectGoodInBothSizes(page, "figures");

  // Twelve months are over for those of the year before.
  await main.getByRole("button", { name: whole("figures.see_year", { year: LONG_AGO.slice(0, 4) }) }).click();
  const positive = figure(page, "positive");
  await expect(positive).toContainText(part("figures.fraction", { part: 3, whole: 6 }));
  await expect(positive).toContainText(part("figures.unknown", { n: 3 }));
  await expect(positive).toContainText(part("figures.percent_known", { percent: 100 }));
  await expect(positive).toContainText(text("figures.thin"));
  await expect(positive.locator(".figure__number")).toHaveText(/^50\s%$/);
  expect(asked(page)).toEqual({ year: LONG_AGO.slice(0, 4) });
  await expectGoodInBothSizes(page, "figures-year-before");
  await select(page, "figures.anchor").selectOption({ label: text("figures.anchor_end") });
  await expect(main.getByText(text("figures.of_end"))).toBeVisible();
  await expect(positive).toContainText(text("figures.nothing_yet"));
  expect(asked(page)).toEqual({ year: LONG_AGO.slice(0, 4), anchor: "end" });
  await page.reload();
  await expect(main.getByText(text("figures.of_end"))).toBeVisible();
  await expect(positive).toContainText(text("figures.nothing_yet"));

  // A period that ends before it begins is told beside the day, and what was typed stays.
  await main.getByText(text("figures.period"), { exact: true }).click();
  const days = ["figures.from_day", "figures.to_day"].map((key) => main.getByRole("group", { name: text(key) }));
  for (const [place, typed] of [["5", "3", "2026"], ["4", "3", "2026"]].entries()) {
    for (const [box, digits] of typed.entries()) await days[place].getByRole("textbox").nth(box).fill(digits);
  }
  await button(page, "figures.period_show").click();
  await expect(main.getByText(text("figures.to_error"))).toBeVisible();
  await expect(days[1].getByRole("textbox").first()).toHaveValue("4");
  expect(asked(page).from).toBeUndefined();
});

test("groups: small ones are hidden, in words, however duos are told apart", async ({ enter }) => {
  const nadia = await enter("nadia");
  const { page } = nadia;
  await nadia.open("/figures");
  await link(page, "figures.to_breakdown").click();
  const main = page.locator("#app main");
  await expect(heading(page)).toHaveText(text("breakdown.title"));
  const by = select(page, "breakdown.by");
  await expect(by).toBeVisible();
  await expect(main.getByText(text("breakdown.optional"))).toBeVisible();
  // Groups of people are of one branch, and the page says of which.
  await expect(main.locator("p > strong")).toHaveText("Liège");
  await expect(select(page, "figures.branch").locator("option:checked")).toHaveText("Liège");
  await expectGoodInBothSizes(page, "breakdown");
  let hidden = 0;
  for (const kind of ["gender", "age", "education", "status", "unemployment", "sector", "branch"]) {
    if (kind !== "gender") await by.selectOption({ label: text(`breakdown.${kind}`) });
    const table = main.getByRole("table", { name: text(`breakdown.${kind}`), exact: true });
    const groups = table.getByRole("row").filter({ has: page.getByRole("rowheader") });
    await expect(groups.first()).toBeVisible();
    for (const line of await groups.all()) {
      const [duos, ...others] = await line.getByRole("cell").locator("span:not([aria-hidden])").allTextContents();
      const shown = duos === text("breakdown.hidden") ? 0 : numbers(duos)[0];
      if (kind !== "branch") expect(shown === 0 || shown >= 5, `${kind}: ${await line.innerText()}`).toBe(true);
      if (duos === text("breakdown.hidden")) {
        hidden += 1;
        expect(others, "nothing beside it tells it").not.toContainEqual(expect.stringMatching(/[1-9]/));
        await expect(main.getByText(text("breakdown.some_hidden"))).toBeVisible();
      }
    }
  }
  expect(hidden).toBeGreaterThan(3);
  await by.selectOption({ label: text("breakdown.education") });
  await expect(main.getByText(text("breakdown.some_hidden"))).toBeVisible();
  await expectGoodInBothSizes(page, "breakdown-hidden");
  // To take along: the same numbers, the same ones hidden.
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    main.getByRole("link", { name: text("figures.csv") }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^education-\d{4}-01-01/);
});

test("targets: the annex is loaded as it was printed, a wrong number is told, a coordinator reads", async ({ enter }) => {
  const [nadia, helene] = [await enter("nadia"), await enter("helene")];
  const { page } = helene;
  const main = page.locator("#app main");
  await helene.open("/figures/targets");
  const liege = page.getByRole("textbox", { name: part("targets.duos_for", { branch: "Liège" }) });
  await expect(liege).toHaveValue("30");
  await expectGoodInBothSizes(page, "targets");
  await liege.fill("beaucoup");
  await button(page, "targets.save").click();
  await expect(page.locator(".field").filter({ has: liege }).locator(".field__error")).toHaveText(text("targets.duos_error"));
  await expect(liege).toHaveValue("beaucoup");
  await liege.fill("35");
  await button(page, "targets.save").click();
  await expect(main.getByText(text("targets.saved"))).toBeVisible();
  const year = String(new Date().getFullYear());
  const duosOf = main.getByRole("table", { name: text("targets.duos"), exact: true });
  await expect(duosOf.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Liège" }) })).toContainText("35");

  await button(page, "targets.annex").click();
  const sure = page.getByRole("dialog", { name: text("targets.annex") });
  await expect(sure).toContainText(text("targets.annex_ask"));
  await expectGoodInBothSizes(page, "targets-annex");
  await button(sure, "targets.annex").click();
  await expect(main.locator(".notice").getByText(text("targets.annex_loaded"))).toBeVisible();
  for (const printed of ["2024", "2025", "2026", "2027", text("targets.printed")]) {
    await expect(duosOf.getByRole("columnheader", { name: printed, exact: true })).toBeVisible();
  }
  for (const key of ["targets.budget", "targets.public"]) {
    await expect(main.getByRole("table", { name: text(key), exact: true })).toBeVisible();
  }
  await expectGoodInBothSizes(page, "targets-loaded");

  await nadia.open("/figures/targets");
  await expect(nadia.page.getByText(text("targets.read_only"))).toBeVisible();
  await expect(nadia.page.locator("#app main").getByRole("textbox")).toHaveCount(0);
  await expect(nadia.page.locator("#app main").getByRole("columnheader", { name: year, exact: true }).first()).toBeVisible();
  await expectGoodInBothSizes(nadia.page, "targets-read");
});
