// Mentees and mentors of the branches, the aid that suggests duos, colleagues and branches; and who
// is told that a page is for somebody else.
import type { Locator, Page } from "@playwright/test";
import { about, answer, card } from "../fixtures/forms";
import { box, expectGoodInBothSizes, expectNotForMe, pressUntil, row } from "../fixtures/office";
import { button, field, heading, link } from "../fixtures/plan";
import { DESK, expect, part, type Person, PHONE, test, text, whole } from "../fixtures/test";

const ARABIC = text("spoken.ar");

/** A list to choose one of, by its question. */
function list(within: Page | Locator, question: string): Locator {
  return within.getByRole("combobox", { name: text(question), exact: true });
}

/** The field with this question, or the group of answers, and what is wrong with it. */
function wrong(within: Page | Locator, question: string): Locator {
  const title = within.locator(".field__label").filter({ hasText: text(question) });
  return within.locator(".field").filter({ has: title }).locator(".field__error");
}

/** The words alone: one kind of space, no marks around names. */
function flat(words: string): string {
  return words.replace(/[\u2068\u2069]/g, "").replace(/\s+/g, " ").trim();
}

test("somebody new: found, corrected, described, matched with reasons, and a duo comes of it", async ({ enter }) => {
  const nadia = await enter("nadia");
  const { page } = nadia;
  await nadia.open("/people");
  await expect(row(page, "people_of.table", "Asmae")).toContainText(text("duo.mentee"));
  await expectGoodInBothSizes(page, "people");
  await list(page, "people_of.role").selectOption({ label: text("duo.mentor") });
  await expect(row(page, "people_of.table", "Asmae")).toHaveCount(0);
  await expect(row(page, "people_of.table", "Cécile")).toBeVisible();
  await list(page, "people_of.role").selectOption({ label: text("people_of.all_roles") });
  await field(page, "people_of.search").fill("benedicte");
  await expect(page.locator("#app").getByText(whole("people_of.count", { n: 1 }))).toBeVisible();
  await expect(row(page, "people_of.table", "Bénédicte")).toContainText(text("people_of.looking_mentor"));
  expect(page.url(), "no name in the address").not.toContain("benedicte");
  await field(page, "people_of.search").fill("personne de ce nom");
  await expect(page.locator("#app").getByText(text("people_of.none_found"))).toBeVisible();
  await expectGoodInBothSizes(page, "people-none");

  await link(page, "people_of.add").click();
  await button(page, "people_of.add").click();
  for (const question of ["people_of.role", "people_of.name", "people_of.branch"]) {
    await expect(wrong(page, question), question).toBeVisible();
  }
  await expectGoodInBothSizes(page, "person-new");
  await box(page, "people_of.role", text("duo.mentee")).check();
  await field(page, "people_of.name").fill("Kadiatu");
  await box(page, "people_of.branch", "Liège").check();
  await pressUntil(button(page, "people_of.add"), heading(page).filter({ hasText: "Kadiatu" }));

  await field(page, "people_of.name").fill("Kadiatou");
  await pressUntil(button(page, "people_of.save"), heading(page).filter({ hasText: "Kadiatou" }));
  await page.getByRole("checkbox", { name: text("people_of.looking"), exact: true }).check();
  await box(page, "people_of.sectors", "Vente et magasins").check();
  await list(page, "people_of.lang_best").selectOption({ label: text("spoken.en") });
  await box(page, "people_of.langs_others", ARABIC).check();
  await box(page, "people_of.hours", text("people_of.hours_weekend")).check();
  await box(page, "people_of.hours", text("people_of.hours_weekday_evening")).check();
  await box(page, "people_of.ways", text("people_of.ways_in_person")).check();
  const place = page.getByRole("textbox", { name: part("people_of.place") });
  await place.fill("liège");
  await button(page, "people_of.profile_save").click();
  await expect(wrong(page, "people_of.place")).toHaveText(part("people_of.place_odd", { field: text("people_of.place") }));
  await expect(box(page, "people_of.sectors", "Vente et magasins")).toBeChecked();
  await expectGoodInBothSizes(page, "person");
  await place.fill("4000");
  await expect(async () => {
    await button(page, "people_of.profile_save").click();
    await expect(page.locator("#announce")).toHaveText(text("people_of.profile_saved"), { timeout: 1_000 });
  }).toPass();
  await page.reload();
  await expect(place).toHaveValue("4000");
  await expect(list(page, "people_of.lang_best")).toHaveValue("en");

  // Margaux sells, speaks English, and lives in the same town: everything is said, and counted.
  await nadia.open("/matching");
  await box(page, "matching.branch", "Liège").check();
  const hers = card(page, "Kadiatou");
  const best = page.getByRole("heading", { name: whole("matching.suggested", { mentor: "Margaux" }) });
  await expect(hers.locator("section").filter({ has: best })).toBeVisible();
  await expect(hers.getByText(part("matching.points", { n: 100, max: 100 }))).toBeVisible();
  const reasons = [
    [text("matching.fit_same_sector", { sector: "Vente et magasins" }), 30],
    [text("matching.fit_best_language", { lang: text("spoken.en") }), 30],
    [text("matching.fit_many_hours"), 20],
    [text("matching.fit_same_place"), 20],
  ] as const;
  const said = hers.locator("section").filter({ has: best }).getByRole("listitem");
  const told = (of: readonly (readonly [string, number])[]) =>
    of.map(([reason, n]) => flat(text("matching.reason_points", { reason, n })));
  const points = async () => (await said.allTextContents()).map(flat);
  await expect.poll(points).toEqual(told(reasons));
  // Who is left without a suggestion is told why.
  await expect(card(page, "Tesfay")).toContainText(text("matching.all_given"));
  await expectGoodInBothSizes(page, "matching");
  await page.locator("summary").getByText(text("matching.weights")).click();
  await list(page, "matching.sector").selectOption({ label: text("matching.weight_0") });
  await expect(hers.getByText(part("matching.points", { n: 70, max: 70 }))).toBeVisible();
  await expect.poll(points).toEqual(told([[reasons[0][0], 0], ...reasons.slice(1)]));
  await expectGoodInBothSizes(page, "matching-weights");
  await hers.getByRole("link", { name: part("matching.create") }).first().click();
  await expect(heading(page)).toHaveText(text("duo_form.title"));
  await expect(page.locator("#app").getByText(part("duo_known.mentee", { name: "Kadiatou" }))).toBeVisible();
  await expect(page.locator("#mentor")).toContainText(`Margaux. ${text("people_of.duos_none")}`);
  await expect(box(page, "duo_form.branch", "Liège")).toBeChecked();
  await expect(list(page, "duo_known.sector")).toHaveValue("retail");
  await expectGoodInBothSizes(page, "duo-known");
  const made = whole("duo.title", { mentee: "Kadiatou", mentor: "Margaux" });
  await pressUntil(button(page, "duo_form.submit"), heading(page).filter({ hasText: made }));
  await nadia.open("/matching");
  await box(page, "matching.branch", "Liège").check();
  await expect(card(page, "Awa")).toBeVisible();
  await expect(hers).toHaveCount(0);
});

test("a fourth duo for one mentor is made only when somebody says so", async ({ enter }) => {
  const nadia = await enter("nadia");
  const { page } = nadia;
  const begin = async (mentee: string) => {
    await nadia.open("/people");
    await field(page, "people_of.search").fill("Marc");
    await page.getByRole("link", { name: "Marc", exact: true }).click();
    await page.getByRole("link", { name: whole("people_of.new_duo", { name: "Marc" }) }).click();
    await field(page, "duo_form.mentee_name").fill(mentee);
    await box(page, "duo_form.language_mentee", "Français").check();
  };
  const made = (mentee: string) =>
    heading(page).filter({ hasText: whole("duo.title", { mentee, mentor: "Marc" }) });
  await begin("Moussa");
  await pressUntil(button(page, "duo_form.submit"), made("Moussa"));
  await begin("Imane");
  const mentor = page.locator("#mentor");
  await expect(mentor).toContainText("Marc");
  const sure = mentor.getByRole("checkbox", { name: whole("duo_known.confirm_many", { name: "Marc" }) });
  await expect(sure).toHaveCount(0);
  nadia.trouble.allow(/status of 422/);
  await pressUntil(button(page, "duo_form.submit"), sure);
  await expect(page.locator(".summary")).toContainText(text("duo_known.many"));
  await expect(field(page, "duo_form.mentee_name")).toHaveValue("Imane");
  await expectGoodInBothSizes(page, "duo-many");
  await sure.check();
  await pressUntil(button(page, "duo_form.submit"), made("Imane"));
});

test("a colleague: added, comes in, gets another role, comes in anew, and leaves", async ({ enter, arrive }) => {
  const helene = await enter("helene", DESK);
  const { page } = helene;
  await helene.open("/more");
  await link(page, "team.title").click();
  const own = row(page, "team.table", "Hélène");
  await expect(own).toContainText(text("team.you_short"));
  await expect(own.getByRole("link")).toHaveCount(0);
  await expectGoodInBothSizes(page, "team");
  await link(page, "team.add").click();
  await button(page, "team.save").click();
  for (const question of ["team.name", "team.branches"]) await expect(wrong(page, question)).toBeVisible();
  await expect(page.locator(".summary")).toBeFocused();
  await expectGoodInBothSizes(page, "team-new");
  await field(page, "team.name").fill("Karim");
  await box(page, "team.branches", "Liège").check();
  await pressUntil(button(page, "team.save"), heading(page).filter({ hasText: whole("team.edit", { name: "Karim" }) }));

  const come = async (karim: Person) => {
    const codes = page.locator(".card").filter({ has: page.getByRole("heading", { name: whole("duo.code_for", { name: "Karim" }) }) });
    const address = (await codes.locator(".code-link").textContent()) ?? "";
    await karim.comeIn(address.trim());
  };
  await expect(page.getByRole("heading", { level: 2, name: text("duo.code_lead") })).toBeVisible();
  await expect(page.locator(".code")).toHaveText(/^\d{3}-\d{3}-\d{4}$/);
  await expectGoodInBothSizes(page, "team-code");
  const karim = await arrive("karim", DESK);
  await come(karim);
  await expect(karim.page.getByRole("link", { name: /Asmae/ }).first()).toBeVisible();
  await expectNotForMe(karim, "/team");
  await expectNotForMe(karim, "/branches");
  await karim.open("/duos");

  // The code was shown once. Now Karim looks after the branch, and has to come in as such: the page
  // he has open is refused from that moment on.
  karim.trouble.allow(/status of 401/);
  await page.reload();
  await expect(button(page, "team.code")).toBeVisible();
  await expect(page.locator(".code")).toHaveCount(0);
  await answer(page, "team.role_branch_admin").check();
  await pressUntil(button(page, "team.save"), page.getByRole("table", { name: text("team.table") }));
  await expect(row(page, "team.table", "Karim")).toContainText(text("team.role_branch_admin"));
  await karim.page.goto("/duos");
  await expect(karim.page).toHaveURL(/\/j$/);
  await page.getByRole("link", { name: "Karim", exact: true }).click();
  await pressUntil(button(page, "team.code"), page.locator(".code"));
  await come(karim);
  await karim.open("/team");
  await expect(row(karim.page, "team.table", "Benoît")).toBeVisible();
  await expectNotForMe(karim, "/branches");
  // What reaches further than Liège is not for Karim: Nadia's account, or other roles.
  await karim.open("/team");
  await expect(row(karim.page, "team.table", "Nadia").getByRole("link")).toHaveCount(0);
  await link(karim.page, "team.add").click();
  await expect(answer(karim.page, "team.role_coordinator")).toBeChecked();
  await expect(karim.page.getByRole("group", { name: text("team.role") }).getByRole("radio")).toHaveCount(1);
  await expect(box(karim.page, "team.branches", "Liège")).toBeChecked();
  await karim.open("/duos");

  await page.reload();
  await button(page, "team.end").click();
  const sure = page.getByRole("dialog", { name: whole("team.end_title", { name: "Karim" }) });
  await expectGoodInBothSizes(page, "team-end");
  await button(sure, "team.end").click();
  await expect(row(page, "team.table", "Hélène")).toBeVisible();
  await expect(row(page, "team.table", "Karim")).toHaveCount(0);
  // The page that Karim has open says so by itself, and opens nothing more.
  await expect(karim.page.getByRole("heading", { name: text("ended.title") })).toBeVisible();
  // Names of others leave the screen with the session, and the tab.
  await expect(karim.page.locator("#app h1:visible")).toHaveText(text("app.name"));
  await expect(karim.page).toHaveTitle(text("ended.title"));
  await expectGoodInBothSizes(karim.page, "team-ended");
  await karim.page.reload();
  await expect(karim.page).toHaveURL(/\/j$/);
});

test("branches: added, renamed, taken away; one with duos stays", async ({ enter }) => {
  const helene = await enter("helene", DESK);
  const { page } = helene;
  helene.trouble.allow(/status of 422/);
  const open = async (name: string) => {
    await row(page, "branches.table", name).getByRole("link").click();
    await expect(heading(page)).toHaveText(text("branches.edit"));
  };
  await helene.open("/branches");
  await expect(row(page, "branches.table", "Liège")).toContainText(text("branches.region_wallonia"));
  await expectGoodInBothSizes(page, "branches");
  await link(page, "branches.add").click();
  await field(page, "branches.name").fill("Liège");
  await page.getByRole("textbox", { name: part("branches.phone") }).fill("bureau du fond");
  await pressUntil(button(page, "people_of.save"), wrong(page, "branches.phone"));
  await expectGoodInBothSizes(page, "branch-new");
  await page.getByRole("textbox", { name: part("branches.phone") }).fill("081 00 00 07");
  await pressUntil(
    button(page, "people_of.save"),
    wrong(page, "branches.name").filter({ hasText: text("branches.taken") }),
  );
  await field(page, "branches.name").fill("Namur");
  await answer(page, "branches.region_wallonia").check();
  await pressUntil(button(page, "people_of.save"), row(page, "branches.table", "Namur"));
  // A new branch is there for everything at once: Hélène looks after all.
  await helene.open("/people/new");
  await expect(box(page, "people_of.branch", "Namur")).toBeVisible();

  await helene.open("/branches");
  await open("Namur");
  await field(page, "branches.name").fill("Namur-Ville");
  await pressUntil(button(page, "people_of.save"), row(page, "branches.table", "Namur-Ville"));
  for (const [name, gone] of [["Liège", false], ["Namur-Ville", true]] as const) {
    await open(name);
    await button(page, "branches.remove").click();
    const sure = page.getByRole("dialog", { name: whole("branches.remove_title", { name }) });
    await button(sure, "branches.remove").click();
    if (gone) {
      await expect(page).toHaveURL(/\/branches$/);
    } else {
      await expect(wrong(page, "branches.name")).toHaveText(text("branches.in_use"));
      await page.getByRole("link", { name: part("app.back_to", { page: text("branches.title") }) }).click();
    }
    await expect(row(page, "branches.table", "Verviers")).toBeVisible();
    await expect(row(page, "branches.table", name)).toHaveCount(gone ? 0 : 1);
  }
});

test("a funder sees figures; a coordinator no accounts and no branches", async ({ enter }) => {
  const [fonds, nadia] = [await enter("fonds", DESK), await enter("nadia", PHONE)];
  for (const address of ["/team", "/team/new", "/branches", "/branches/new"]) await expectNotForMe(nadia, address);
  await expectGoodInBothSizes(nadia.page, "not-for-me");
  await nadia.open("/more");
  await expect(link(nadia.page, "people_of.title")).toBeVisible();
  for (const title of ["team.title", "branches.title"]) await expect(link(nadia.page, title)).toHaveCount(0);

  await expect(heading(fonds.page)).toHaveText(text("figures.title"));
  await expectGoodInBothSizes(fonds.page, "funder");
  // Nobody by name, and no way to anybody.
  await expect(fonds.page.locator("#app")).not.toContainText(/Asmae|Cécile|Nadia/);
  await expect(fonds.page.locator('nav.nav a:not([href="/figures"]):not([href="/more"])')).toHaveCount(0);
  const staff = [
    ..."duos duos/new duos/import contacts follow-ups branch thresholds people people/new matching".split(" "),
    ..."team team/new branches branches/new settings directory codes/moderate figures/targets figures/evidence".split(" "),
  ];
  for (const address of staff) await expectNotForMe(fonds, `/${address}`);
  await link(fonds.page, "missing.start").click();
  await expect(heading(fonds.page)).toHaveText(text("figures.title"));
  await fonds.page.goto("/more");
  for (const title of ["people_of.title", "team.title", "duos.title"]) {
    await expect(link(fonds.page, title)).toHaveCount(0);
  }
});
