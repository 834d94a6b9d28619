// How a branch is doing, and when its rules speak up: shares with both their numbers, thresholds whose
// effect is seen before it is saved.
import { duo, duos, numberOn, STATES } from "../fixtures/caseload";
import { asked, branchOf, numbers, select } from "../fixtures/figures";
import { expectGoodInBothSizes } from "../fixtures/office";
import { button } from "../fixtures/plan";
import { expect, part, test, text, whole } from "../fixtures/test";

test("a branch: how many, in which state, six months, shares with both numbers", async ({ enter }) => {
  const [nadia, helene] = [await enter("nadia"), await enter("helene")];
  const { page } = nadia;
  const main = page.locator("#app main");
  await nadia.open("/branch");
  await expect(main.getByRole("heading", { name: whole("branch_view.title_of", { branch: "Liège" }) })).toBeVisible();
  await expectGoodInBothSizes(page, "branch");
  const states = main.getByRole("list", { name: text("caseload.states") }).getByRole("listitem");
  const shares = (await states.locator(".bars__words").allTextContents()).map(numbers);
  expect(shares.length).toBeGreaterThan(4);
  const running = shares.reduce((sum, [count]) => sum + count, 0);
  for (const [count, of, percent] of shares) {
    expect(of).toBe(running);
    expect(percent).toBe(Math.round((count * 100) / of));
  }
  await expect(main.getByText(whole("branch_view.running", { n: running }))).toBeVisible();
  // The list of duos says the same.
  const table = main.getByRole("table", { name: text("branch_view.chart") });
  const last = table.getByRole("row").last();
  expect((await table.getByRole("row").count()) - 1, "six months and today").toBe(7);
  const cells = (await last.getByRole("cell").allTextContents()).slice(0, 7).map(Number);
  expect(cells.reduce((sum, count) => sum + count)).toBe(running);
  const branch = await branchOf(nadia, "Liège");
  await nadia.open(`/duos?branch=${branch}`);
  await expect(duos(page)).toHaveCount(running);

  await nadia.open("/branch");
  await select(page, "threshold.branch").selectOption({ label: "Verviers" });
  await expect(main.getByRole("heading", { name: whole("branch_view.title_of", { branch: "Verviers" }) })).toBeVisible();
  expect(asked(page)).toEqual({ branch: await branchOf(nadia, "Verviers") });
  await page.reload();
  await expect(main.getByRole("heading", { name: whole("branch_view.title_of", { branch: "Verviers" }) })).toBeVisible();
  nadia.trouble.allow(/status of 404/);
  for (const path of ["/branch", "/thresholds"]) {
    await nadia.open(`${path}?branch=${await branchOf(helene, "Bruxelles")}`);
    await expect(main.getByText(text("caseload.elsewhere"))).toBeVisible();
    await expect(main).not.toContainText("Bruxelles");
  }
  await expectGoodInBothSizes(page, "thresholds-elsewhere");
});

test("thresholds: zero is refused beside the field, the effect comes before it is saved, a coordinator reads", async ({ enter }) => {
  test.slow();
  const [nadia, helene] = [await enter("nadia"), await enter("helene")];
  const { page } = helene;
  const main = page.locator("#app main");
  const branch = await branchOf(helene, "Liège");
  await helene.open(`/duos?branch=${branch}`);
  await expect(duo(page, "Idriss", "Béatrice").locator(".chip")).toHaveText(text("case.state_on_track"));
  await helene.open("/thresholds");
  await select(page, "threshold.branch").selectOption({ label: "Liège" });
  const [days, stalled] = [page.locator("#calm_ahead"), page.locator("#gap_stalled")];
  await expect(days).toBeVisible();
  await expectGoodInBothSizes(page, "thresholds");
  const beside = (id: string) => page.locator(".field").filter({ has: page.locator(`#${id}`) }).locator(".field__error");
  const refused = async (id: string, words: string | RegExp) => {
    await button(page, "threshold.preview").click();
    await expect(beside(id)).toHaveText(words);
    await expect(page.locator(".summary")).toBeFocused();
    await page.locator(".summary").getByRole("link").click();
    await expect(page.locator(`#${id}`)).toBeFocused();
    await expect(button(page, "threshold.save")).toHaveCount(0);
  };
  await days.fill("0");
  await refused("calm_ahead", text("threshold.error_zero"));
  await expect(days).toHaveValue("0");
  await expectGoodInBothSizes(page, "thresholds-zero");
  await days.fill("deux");
  await refused("calm_ahead", text("threshold.error_number"));
  await days.fill("2");
  await stalled.fill("3");
  await refused("gap_stalled", part("threshold.error_above", { other: text("threshold.name_gap_watch") }));
  await button(page, "threshold.reset").click();
  await expect(stalled).toHaveValue("21");
  await days.fill("2");
  await button(page, "threshold.preview").click();
  const preview = main.getByRole("region", { name: text("threshold.preview_title") });
  await expect(preview.getByRole("heading")).toBeFocused();
  await expect(preview).toContainText(text("threshold.newly", { n: 1 }));
  const after = new Map<string, number>();
  for (const state of STATES) {
    const line = preview.getByRole("row").filter({ has: page.getByRole("rowheader", { name: text(`case.state_${state}`), exact: true }) });
    if (await line.count()) after.set(state, numbers(await line.getByRole("cell").last().textContent())[0]);
  }
  await expectGoodInBothSizes(page, "thresholds-preview");
  // Whatever is typed after it makes the effect untrue.
  await days.fill("3");
  await expect(preview).toHaveCount(0);
  await days.fill("2");
  await button(page, "threshold.preview").click();
  await button(page, "threshold.save").click();
  await expect(preview).toHaveCount(0);
  await helene.open(`/duos?branch=${branch}`);
  await expect(duo(page, "Idriss", "Béatrice").locator(".chip")).toHaveText(text("case.state_watch"));
  expect(after.size).toBeGreaterThan(4);
  for (const [state, count] of after) expect(await numberOn(page, state), state).toBe(count);

  await nadia.open("/thresholds");
  const told = nadia.page.locator("#app main");
  await expect(told.getByText(text("threshold.read_only"))).toBeVisible();
  await expect(told.getByRole("textbox")).toHaveCount(0);
  const calms = told.locator("dl > div").filter({ hasText: text("threshold.name_calm_ahead") });
  await expect(calms.locator("strong")).toHaveText("2");
  await expectGoodInBothSizes(nadia.page, "thresholds-read");
});
