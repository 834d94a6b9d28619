// What leaves the association: files under codes that no spreadsheet carries out, and the pages of a
// funder, who sees figures and no name anywhere.
import type { Page } from "@playwright/test";
import { STATES } from "../fixtures/caseload";
import { figure, select, unzipped } from "../fixtures/figures";
import { rowsOf, taken } from "../fixtures/files";
import { expectGoodInBothSizes, expectNotForMe } from "../fixtures/office";
import { heading, link } from "../fixtures/plan";
import { Tap } from "../fixtures/tap";
import { expect, type Person, test, text } from "../fixtures/test";

/** Everybody's name in the demo, as those who may see all of them get them. */
async function names(helene: Person): Promise<string[]> {
  const all = await helene.context.request.get(`/api/v1/caseload?state=${STATES.join(",")}`);
  const { rows } = (await all.json()) as { rows: Record<"mentee" | "mentor" | "coordinator", { name: string }>[] };
  expect(rows.length).toBeGreaterThan(30);
  const found = rows.flatMap(({ mentee, mentor, coordinator }) => [mentee.name, mentor.name, coordinator.name]);
  return [...new Set([...found, "Nadia", "Hélène", "Benoît"])];
}

/** The names that stand in a text as words of their own. */
function within(words: string, found: string[]): string[] {
  return found.filter((name) => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, "u").test(words));
}

test("files: documented columns, codes for people, nothing that a spreadsheet carries out", async ({ enter }) => {
  const helene = await enter("helene");
  const { page, context } = helene;
  const everybody = await names(helene);
  // A branch with a name that a spreadsheet would take for a formula.
  const evil = "=HYPERLINK(\"http://example.org\")";
  const opened = await context.request.post("/api/v1/organisation/branches", { data: { name: evil, phone: "", region: "wallonia" } });
  expect(opened.status(), await opened.text()).toBe(201);
  const start = new Date().toISOString().slice(0, 10);
  const people = { mentee_name: "@SUM(1)", mentor_name: "+1", mentee_lang: "fr", mentor_lang: "fr" };
  const made = await context.request.post("/api/v1/duos", { data: { ...people, branch: (await opened.json()).id, start, cadence_days: 7 } });
  expect(made.status(), await made.text()).toBe(201);

  await helene.open("/figures");
  const file = (kind: string, rows: boolean) => {
    const last = rows ? ` ${text("figures.export_rows")}` : "";
    return page.getByRole("link", { name: `${text(`figures.${kind}`)}${last}`, exact: true });
  };
  const csv = await taken(page, file("csv", true));
  expect(csv.name).toMatch(/^duos-\d{4}-01-01-\d{4}-12-31\.csv$/);
  const plain = csv.bytes.toString("utf8");
  expect(plain.startsWith("\uFEFF"), "the mark that Excel needs").toBe(true);
  const head = plain.slice(1).split("\r\n")[0].slice(1, -1).split('";"');
  expect(head).toHaveLength(30);
  for (const [place, key] of ["duo", "mentee", "mentor", "branch", "region", "start", "planned_end", "ended", "closure", "weeks"].entries()) {
    expect(head[place]).toBe(text(`export_column.${key}`));
  }
  expect(head.at(-1)).toBe(text("export_column.checklist"));
  const rows = rowsOf(csv);
  expect(rows.length).toBeGreaterThan(30);
  for (const row of rows) {
    expect(row).toHaveLength(30);
    expect(row.slice(0, 3)).toEqual(Array(3).fill(expect.stringMatching(/^[0-9a-f]{12}$/)));
    expect(row.slice(5, 7)).toEqual(Array(2).fill(expect.stringMatching(/^\d{4}-\d\d-\d\d$/)));
    for (const cell of row) expect(cell, "carried out by a spreadsheet").not.toMatch(/^[=+\-@\t\r]/);
  }
  expect(rows.map((row) => row[3])).toContain(`'${evil}`);
  expect(within(plain, everybody)).toEqual([]);
  expect(plain).not.toContain("@SUM");

  const xlsx = await taken(page, file("xlsx", true));
  expect(xlsx.name).toMatch(/\.xlsx$/);
  const parts = [...unzipped(xlsx.bytes)].filter(([name]) => name.startsWith("xl/"));
  expect(parts.length).toBeGreaterThan(2);
  for (const [name, xml] of parts) {
    expect(xml, `${name} holds no formula`).not.toMatch(/<f[ >]/);
    expect(within(xml, everybody), name).toEqual([]);
  }
  const codes = parts.map(([, xml]) => xml).join("");
  expect(codes).toContain(rows[0][0]);

  const sums = await taken(page, file("csv", false));
  const lines = rowsOf(sums);
  expect(lines.map(([code]) => code)).toEqual(expect.arrayContaining(["I01", "I07", "I13", "I23", "I24"]));
  expect(Number(lines[0][3]), "as many as there are lines").toBe(rows.length);
  expect((await taken(page, file("xlsx", false))).bytes.subarray(0, 2).toString()).toBe("PK");

  await page.locator("#app main").getByRole("link", { name: text("figures.to_evidence"), exact: true }).click();
  await expect(heading(page)).toHaveText(text("evidence.title"));
  for (const key of ["agreement", "first_contact", "calendar_kept", "checklist_complete"]) {
    await expect(figure(page, key), key).toContainText(/\d+ sur \d+|Rien/);
  }
  await expectGoodInBothSizes(page, "evidence");
  const pack = rowsOf(await taken(page, file("csv", false)));
  expect(pack.length).toBeGreaterThanOrEqual(4);
  expect(within(JSON.stringify(pack), everybody)).toEqual([]);
});

test("a funder sees figures, no name anywhere, and is told kindly about the rest", async ({ enter }) => {
  test.slow();
  const [helene, funder] = [await enter("helene"), await enter("fonds")];
  const { page } = funder;
  const everybody = await names(helene);
  const tap = await Tap.on(funder);
  const clean = async (page: Page, where: string) => {
    expect(within(await page.locator("body").innerText(), everybody), where).toEqual([]);
  };
  await funder.open("/");
  await expect(heading(page)).toHaveText(text("figures.title"));
  const main = page.locator("#app main");
  await expect(main.getByText(text("figures.veiled"))).toBeVisible();
  await expect(main.getByText(text("figures.export_rows"))).toHaveCount(0);
  await expect(page.locator("nav.nav").getByRole("link")).toHaveText([text("figures.nav"), text("nav.more")]);
  await expect(main.getByText(text("figures.masked")).first()).toBeVisible();
  await clean(page, "figures");
  await expectGoodInBothSizes(page, "funder");
  const sums = await taken(page, main.getByRole("link", { name: text("figures.csv"), exact: true }));
  expect(within(sums.bytes.toString("utf8"), everybody)).toEqual([]);
  await select(page, "figures.branch").selectOption({ label: "Verviers" });
  await expect(main.locator("p > strong").first()).toHaveText("Verviers");
  await clean(page, "one branch");
  await link(page, "figures.to_breakdown").click();
  await select(page, "breakdown.by").selectOption({ label: text("breakdown.region") });
  await expect(main.getByRole("cell", { name: text("breakdown.hidden") }).first()).toBeVisible();
  await expect(main.getByText(text("breakdown.some_hidden"))).toBeVisible();
  await clean(page, "groups");
  await expectGoodInBothSizes(page, "funder-groups");
  await funder.open("/more");
  await clean(page, "more");
  await tap.settle();
  expect(tap.bytes).toBeGreaterThan(10_000);
  for (const name of everybody) {
    const own = tap.holds(`"${name}"`).filter((from) => from.includes("/api/"));
    expect(own, name).toEqual([]);
  }

  const one = (await (await helene.context.request.get("/api/v1/caseload")).json()).rows[0].id;
  const others = ["duos", `duos/${one}`, "contacts", "follow-ups", "branch", "thresholds", "people", "matching", "team"];
  const more = ["branches", "settings", "directory", "codes/moderate", "figures/targets", "figures/evidence", "week"];
  for (const path of [...others, ...more]) await expectNotForMe(funder, `/${path}`);
  await expectGoodInBothSizes(page, "funder-refused");
  for (const path of ["caseload", `duos/${one}/state`, "exports/duos.csv", "exports/duos.xlsx", "people", "targets"]) {
    const answer = await funder.context.request.get(`/api/v1/${path}`);
    expect([403, 404], path).toContain(answer.status());
    expect(within(await answer.text(), everybody), path).toEqual([]);
  }
});
