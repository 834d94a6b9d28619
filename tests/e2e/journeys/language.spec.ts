// Three languages, switched without a reload: the place, the focus and the draft stay.
import { addApplication, heading } from "../fixtures/plan";
import { expect, type Person, test, text } from "../fixtures/test";
import type { Lang } from "../fixtures/words";

const NAMES: Record<Lang, string> = { fr: "Français", nl: "Nederlands", en: "English" };

async function choose({ page }: Person, lang: Lang): Promise<void> {
  const choice = page.getByRole("banner").getByRole("button", { name: NAMES[lang], exact: true });
  await choice.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("lang", lang);
  await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
  await expect(choice).toBeFocused();
  await expect(choice).toHaveAttribute("aria-pressed", "true");
}

test("the mentee's pages: words, dates, draft, focus, title", async ({ enter }) => {
  const asmae = await enter("asmae");
  const { page } = asmae;
  await asmae.open("/applications/new");
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));
  await field(page, "application.job").fill("Boulangère");
  for (const lang of ["nl", "en", "fr"] as const) {
    await choose(asmae, lang);
    await expect(heading(page)).toHaveText(text("application.new_title", {}, lang));
    await expect(page).toHaveTitle(new RegExp(text("application.new_title", {}, lang)));
    await expect(field(page, "application.job", lang)).toHaveValue("Boulangère");
    await expect(page).toHaveURL(/\/applications\/new$/);
  }
  expect(await page.evaluate(() => "notReloaded" in window)).toBe(true);

  // Dates follow: the stage of a new application began today.
  await addApplication(page, "Boulangère", "Au bon pain");
  const path = page.locator("ol.path");
  const day = (lang: string) =>
    new Intl.DateTimeFormat(lang, { timeZone: "Europe/Brussels", day: "numeric", month: "long" }).format();
  await expect(path).toContainText(day("fr-BE"));
  await choose(asmae, "nl");
  await expect(path).toContainText(day("nl-BE"));
  await expect(path).toContainText(text("stage.to_apply", {}, "nl"));

  // The choice is the person's: it is there at the next visit, from the first word on.
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  await expect(path).toContainText(text("stage.to_apply", {}, "nl"));
});

test("the language is at most three stops of the Tab key from the top", async ({ enter }) => {
  const { page } = await enter("asmae");
  const names = new Set<string>();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let stop = 0; stop < 4; stop++) {
    await page.keyboard.press("Tab");
    names.add(await page.evaluate(() => document.activeElement?.getAttribute("lang") ?? ""));
  }
  expect([...names].some((name) => name in NAMES)).toBe(true);
});

test("the coordinator's page and the first page", async ({ server, enter, arrive }) => {
  const staff = await enter(server.staff());
  await staff.open("/duos/new");
  await field(staff.page, "duo_form.mentee_name").fill("Fatima");
  for (const lang of ["nl", "en"] as const) {
    await choose(staff, lang);
    await expect(heading(staff.page)).toHaveText(text("duo_form.title", {}, lang));
    await expect(
      staff.field(page, "duo_form.mentee_name", lang),
    ).toHaveValue("Fatima");
  }
  const visitor = await arrive("visitor");
  await visitor.page.goto("/j");
  await visitor.page.getByRole("link", { name: "Nederlands" }).click();
  await expect(visitor.page.locator("html")).toHaveAttribute("lang", "nl");
  await expect(visitor.page.getByRole("heading", { level: 1 })).toHaveText(text("join.code_title", {}, "nl"));
});
