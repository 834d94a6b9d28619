// Three languages, switched without a reload: the place, the focus and the draft stay.
import { addApplication, field, heading } from "../fixtures/plan";
import { expect, type Person, test, text } from "../fixtures/test";
import type { Lang } from "../fixtures/words";

const NAMES: Record<Lang, string> = { fr: "Français", nl: "Nederlands", en: "English" };

async function choose({ page }: Person, lang: Lang): Promise<void> {
  const menu = page.locator(".language-menu summary");
  await menu.focus();
  await page.keyboard.press("Enter");
  await page.locator(".language-menu").getByRole("button", { name: NAMES[lang], exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("lang", lang);
  await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
  await expect(menu).toBeFocused();
  await expect(menu).toContainText(NAMES[lang]);
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
  const here = page.locator("[aria-current=step]");
  const began = (lang: "fr" | "nl") => {
    const how = { timeZone: "Europe/Brussels", day: "numeric", month: "long" } as const;
    const day = new Intl.DateTimeFormat(`${lang}-BE`, how).format();
    return `${text("stage.to_apply", {}, lang)} ${lang === "fr" ? day.replace(/^1 /, "1er ") : day}`;
  };
  await expect(here).toHaveText(began("fr"));
  await choose(asmae, "nl");
  await expect(here).toHaveText(began("nl"));

  // The choice is the person's: it is there at the next visit, from the first word on.
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  await expect(here).toHaveText(began("nl"));
});

test("the language is at most three stops of the Tab key from the top", async ({ enter }) => {
  const { page } = await enter("asmae");
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const stops = [];
  for (let stop = 0; stop < 3; stop++) {
    await page.keyboard.press("Tab");
    stops.push(await page.evaluate(() => document.activeElement?.parentElement?.className));
  }
  expect(stops).toContain("language-menu");
});

test("the coordinator's page and the first page", async ({ server, enter, arrive }) => {
  const staff = await enter(server.staff());
  await staff.open("/duos/new");
  await field(staff.page, "duo_form.mentee_name").fill("Fatima");
  for (const lang of ["nl", "en"] as const) {
    await choose(staff, lang);
    await expect(heading(staff.page)).toHaveText(text("duo_form.title", {}, lang));
    await expect(
      field(staff.page, "duo_form.mentee_name", lang),
    ).toHaveValue("Fatima");
  }
  const visitor = await arrive("visitor");
  await visitor.page.goto("/j");
  await visitor.page.getByRole("link", { name: "Nederlands" }).click();
  await expect(visitor.page.locator("html")).toHaveAttribute("lang", "nl");
  await expect(visitor.page.getByRole("heading", { level: 1 })).toHaveText(text("join.code_title", {}, "nl"));
});
