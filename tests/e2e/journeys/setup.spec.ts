// Duos from a file: every row looked at before anything is made, invitations on paper, and the whole
// list taken back while nobody has come in.
import type { Locator, Page } from "@playwright/test";
import { taken } from "../fixtures/files";
import { inDays } from "../fixtures/forms";
import { expectGoodInBothSizes, pressUntil } from "../fixtures/office";
import { confirm } from "../fixtures/person";
import { button, field, heading } from "../fixtures/plan";
import { csv, windows1252, xlsx } from "../fixtures/sheets";
import { expect, part, PHONE, test, text, whole } from "../fixtures/test";

const HEAD = ["Prénom mentee", "Langue mentee", "Prénom mentor", "Langue mentor", "Date de début"];
const LONG_HEAD = [...HEAD, "Fin prévue", "Antenne", "Téléphone"];

/** A day as it stands in a list. */
function written(days: number): string {
  const { day, month, year } = inDays(days);
  return `${day}/${month}/${year}`;
}

/** A row of the long list, in Liège unless it says otherwise. */
function duo(mentee: string, mentor: string, lang: string, start = written(-10), end = ""): string[] {
  return [mentee, "français", mentor, lang, start, end, "Liège", "0470 00 00 00"];
}

/** Chooses a file and has it read, until this is seen. */
async function read(page: Page, name: string, bytes: Buffer, there: Locator): Promise<void> {
  const file = page.getByLabel(text("import.file"), { exact: true });
  await file.setInputFiles({ name, mimeType: "application/octet-stream", buffer: bytes });
  await pressUntil(button(page, "import.read"), there);
}

/** A row of the preview by its line in the file. */
function line(page: Page, n: number): Locator {
  const table = page.getByRole("table", { name: text("import.table") });
  return table.getByRole("row").filter({ has: page.getByText(whole("import.line", { n })) });
}

function remark(key: string, column: string, values: Record<string, string | number> = {}): RegExp {
  return part(key, { column: text(`import_column.${column}`), ...values });
}

/** How many pages this would be on paper. */
async function sheets(page: Page): Promise<number> {
  const paper = await page.pdf({ format: "A4", preferCSSPageSize: true });
  return paper.toString("latin1").match(/\/Type *\/Page\b/g)?.length ?? 0;
}

test("an old list of a Belgian Excel: read, judged row by row, created, printed, not taken back too late", async ({ enter, arrive }) => {
  const nadia = await enter("nadia");
  const { page } = nadia;
  await nadia.open("/more");
  await page.getByRole("link", { name: text("import.title"), exact: true }).click();
  await expect(heading(page)).toHaveText(text("import.title"));
  await expect(page.locator("#app").getByText(text("import.list_empty"))).toBeVisible();
  await expectGoodInBothSizes(page, "import");

  const american = `11/25/${inDays(0).year}`;
  const list = csv([
    LONG_HEAD,
    duo("N’Deye", "Gérard", "néerlandais"),
    duo("René", "Gérard", "néerlandais"),
    duo("Cœlia", "Gérard", "néerlandais"),
    duo("Désiré", "Gérard", "néerlandais"),
    duo("Asmae", "Solange", "français"),
    duo("Léa", "Solange", "français", written(-10), written(-11)),
    duo("Maël", "Solange", "français", american),
    duo("Léa", "Irène", "anglais"),
    duo("Zoé", "Cécile", "français"),
    duo("Joël", "", "français"),
    duo("85.07.30-033.28", "Irène", "anglais"),
    duo("Abel", "Irène", "klingon").with(6, "Ostende"),
  ]);
  const rows = page.getByRole("heading", { name: whole("import.duos", { n: 12 }) });
  await read(page, "duos.csv", windows1252(list), rows);
  await expect(rows).toBeFocused();
  for (const [key, n] of [["import.rows_ready", 3], ["import.rows_asks", 2], ["import.rows_blocked", 7]] as const) {
    await expect(page.locator("#app").getByText(whole(key, { n }))).toBeVisible();
  }
  await expect(page.locator("#app").getByText(part("import.unused", { columns: "Téléphone" }))).toBeVisible();
  // The letters arrive as they were typed.
  await expect(line(page, 2)).toContainText(/N’Deye.*Gérard/);
  await expect(line(page, 4)).toContainText("Cœlia");
  await expect(line(page, 3)).toContainText(remark("import.row_shared_mentor", "mentor_name", { n: 2 }));
  const said: [number, RegExp][] = [
    [5, part("import.row_many_duos", { n: 4 })],
    [6, remark("import.row_in_branch", "mentee_name")],
    [7, remark("import.row_end_before_start", "planned_end")],
    [8, remark("import.row_month_first", "start")],
    [9, remark("import.row_twice_in_file", "mentee_name", { n: 7 })],
    [10, part("import.row_known_mentor", { n: 1 })],
    [11, remark("import.row_empty", "mentor_name")],
    [12, remark("import.row_private_number", "mentee_name")],
    [13, remark("import.row_unknown", "branch")],
    [13, remark("import.row_unknown", "mentor_lang")],
  ];
  for (const [n, words] of said) await expect(line(page, n), `line ${n}`).toContainText(words);
  await expect(line(page, 8)).toContainText(part("import.row_written", { text: american }));
  await expect(line(page, 13)).toContainText(part("import.row_written", { text: "klingon" }));
  // What is to be corrected cannot be chosen; what is asked is not chosen by itself.
  const boxes = page.getByRole("table", { name: text("import.table") }).getByRole("checkbox");
  await expect(boxes).toHaveCount(5);
  const chosen = (n: number) => page.locator("#app").getByText(whole("import.chosen", { n }));
  await expect(chosen(3)).toBeVisible();
  await expectGoodInBothSizes(page, "import-rows");
  await button(page, "import.choose_none").click();
  await expect(chosen(1)).toHaveCount(0);
  await button(page, "import.create").click();
  await expect(page.locator("#app .notice").getByText(text("import.none_chosen"))).toBeVisible();
  await button(page, "import.choose_all").click();
  await line(page, 5).getByRole("checkbox").check();
  await expect(chosen(4)).toBeVisible();
  await button(page, "import.create").click();
  await expect(page.locator("#app").getByText(part("import.created", { n: 4 }))).toBeVisible();

  // Four mentees and one mentor: five papers, two to a sheet, each in the person's language.
  const title = page.getByRole("heading", { name: new RegExp(part("import.people", { n: 5 }).source) });
  const card = page.locator("#app .card").filter({ has: title });
  await expect(title).toHaveText(part("import.duos", { n: 4 }));
  await button(card, "import.print").click();
  const ready = part("import.slips_ready", { from: 1, until: 5, total: 5 });
  await expect(page.locator("#app").getByText(ready)).toBeVisible();
  await expectGoodInBothSizes(page, "import-slips");
  await expect(page.locator(".slip")).toHaveCount(5);
  await page.emulateMedia({ media: "print" });
  expect(await sheets(page)).toBe(3);
  await expect(page.locator("nav.nav")).toBeHidden();
  await expect(heading(page)).toBeHidden();
  const paper = (name: string, lang: "fr" | "nl") =>
    page.locator(`.slip[lang=${lang}]`).filter({ hasText: part("duo.slip_title", { name }, lang) });
  await expect(paper("Gérard", "nl")).toContainText(text("duo.slip_note", {}, "nl"));
  for (const name of ["N’Deye", "René", "Cœlia", "Désiré"]) await expect(paper(name, "fr")).toBeVisible();
  const code = (await paper("N’Deye", "fr").locator(".code").textContent()) ?? "";
  if (process.env.PICTURES) await page.pdf({ path: `${process.env.PICTURES}/slips.pdf`, preferCSSPageSize: true });
  await page.emulateMedia({ media: "screen" });

  // One of them comes in with the paper; the page of the list does not know it yet.
  const mentee = await arrive("ndeye", PHONE);
  await mentee.page.goto("/j");
  await field(mentee.page, "join.code_label").fill(code);
  await button(mentee.page, "join.submit").click();
  await confirm(mentee.page, true);
  await mentee.ready();
  await expect(heading(mentee.page)).toHaveText(whole("week.greeting", { name: "N’Deye" }));
  nadia.trouble.allow(/status of 412/);
  await button(card, "import.undo").click();
  const sure = page.getByRole("dialog", { name: text("import.undo_title") });
  await expectGoodInBothSizes(page, "import-undo");
  await button(sure, "import.undo_go").click();
  await expect(page.locator("#app").getByText(text("import.undo_stuck"))).toBeVisible();
  // Now it knows, and offers what is still possible: the papers of the others.
  await expect(card.getByText(part("import.came_in", { n: 1 }))).toBeVisible();
  await expect(button(card, "import.undo")).toHaveCount(0);
  await pressUntil(
    button(card, "import.print"),
    page.locator("#app").getByText(part("import.slips_ready", { from: 1, until: 4, total: 4 })),
  );
  await expectGoodInBothSizes(page, "import-lists");
  await nadia.open("/people");
  await expect(page.getByRole("rowheader", { name: /^Gérard/ })).toBeVisible();
});

test("a sheet with formulas: what they came to is not believed; the list is taken back whole", async ({ enter }) => {
  const nadia = await enter("nadia");
  const { page } = nadia;
  const head = [...HEAD.slice(0, 5), "Antenne"];
  const sheet = xlsx([
    ["Les duos de novembre"],
    head,
    ["Fatimata", "fr", "Roger", "nl", written(-3), "Verviers"],
    ["Siham", "fr", "=C3", "fr", written(-3), "Verviers"],
  ]);
  await nadia.open("/duos/import");
  await read(page, "duos.xlsx", sheet, page.getByRole("heading", { name: whole("import.duos", { n: 2 }) }));
  await expect(line(page, 3)).toContainText(/Fatimata.*Roger/);
  await expect(line(page, 4)).toContainText(remark("import.row_formula", "mentor_name"));
  await expect(line(page, 4)).not.toContainText("Luc");
  await expect(line(page, 4).getByRole("checkbox")).toHaveCount(0);
  await button(page, "import.create").click();
  await expect(page.locator("#app").getByText(part("import.created", { n: 1 }))).toBeVisible();
  const known = page.getByRole("link", { name: /Fatimata/ }).first();
  await nadia.open("/people");
  await expect(known).toBeVisible();
  await nadia.open("/duos/import");
  await button(page, "import.undo").click();
  const sure = page.getByRole("dialog", { name: text("import.undo_title") });
  await expect(button(sure, "action.cancel")).toBeFocused();
  await button(sure, "import.undo_go").click();
  await expect(page.locator("#app").getByText(text("import.list_empty"))).toBeVisible();
  await nadia.open("/people");
  await expect(page.getByRole("rowheader", { name: /^Asmae/ })).toBeVisible();
  await expect(known).toHaveCount(0);
});

test("files that cannot be used say why beside the field; the template can be filled in and read", async ({ enter }) => {
  const nadia = await enter("nadia");
  const { page } = nadia;
  nadia.trouble.allow(/status of 4(13|22)/);
  await nadia.open("/duos/import");
  const input = page.getByLabel(text("import.file"), { exact: true });
  const beside = page.locator(".field").filter({ has: input }).locator(".field__error");
  await button(page, "import.read").click();
  await expect(beside).toHaveText(text("import.file_choose"));
  const bad: [string, Buffer, string][] = [
    ["liste.pdf", Buffer.from("%PDF-1.7\nstartxref\n9\n%%EOF\n\0"), "file_kind"],
    ["liste.csv", Buffer.from("bonjour"), "file_no_headings"],
    ["liste.csv", Buffer.from(csv([LONG_HEAD])), "file_no_rows"],
    ["liste.xlsx", xlsx([HEAD, ["Siham"]]).subarray(0, 300), "file_damaged"],
    ["liste.csv", Buffer.alloc(1024 * 1024 + 1, "a"), "file_large"],
    ["liste.csv", Buffer.from(csv([LONG_HEAD, ...Array.from({ length: 2001 }, () => ["a"])])), "file_too_many"],
  ];
  for (const [name, bytes, key] of bad) {
    await read(page, name, bytes, beside.filter({ hasText: text(`import.${key}`) }));
    await expect(input).toBeFocused();
  }
  await expectGoodInBothSizes(page, "import-bad");

  const template = await taken(page, button(page, "import.template"));
  expect(template.name).toBe(text("import.template_name"));
  const lines = template.bytes.toString("utf8").split("\r\n");
  expect(lines[0]).toContain('"Prénom mentee";"Langue mentee"');
  // Somebody writes the branch into the example and sends it.
  const example = lines[1].replace(/"";("\d\d\/)/, '"Verviers";$1').replace(/"";""$/, '"";"Nadia"');
  const filled = `${lines[0]}\r\n${example}\r\n`;
  await read(page, template.name, Buffer.from(filled), page.getByRole("heading", { name: whole("import.duos", { n: 1 }) }));
  await expect(page.locator("#app").getByText(whole("import.rows_ready", { n: 1 }))).toBeVisible();
  await expect(line(page, 2)).toContainText(/Fatoumata.*Gérard/);
});
