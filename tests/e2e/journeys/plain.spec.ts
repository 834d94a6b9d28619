// Without script and without the app: come in with ten digits, read the week, write, leave. The
// mentor sees it live in the app. axe needs scripts, so it looks at the same pages in a browser
// that runs them.
import { expectAxeClean } from "../fixtures/axe";
import { createDuo } from "../fixtures/duo";
import { inDays, typeDay } from "../fixtures/forms";
import { overflow, smallTargets } from "../fixtures/layout";
import { addObjective } from "../fixtures/plan";
import { DESK, expect, part, PHONE, test, text, whole } from "../fixtures/test";
import type { Browser, Page } from "@playwright/test";

test.use({ content: "empty" });

/** A browser that runs no script. */
async function without(browser: Browser, url: string, screen = PHONE): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    javaScriptEnabled: false,
    viewport: { width: screen.width, height: screen.height },
    locale: "fr-BE",
  });
  return await context.newPage();
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const press = (page: Page, key: string) => page.getByRole("button", { name: text(key), exact: true }).click();
const tab = (page: Page, key: string) => page.locator(".nav").getByRole("link", { name: text(key) }).click();

test("ten digits, the week, a step and an application, without a script", async ({
  browser,
  server,
  enter,
  arrive,
}) => {
  const coordinator = await enter(server.staff(), DESK);
  const codes = await createDuo(coordinator, "Asmae", "Cécile");
  const cecile = await arrive("cecile", DESK);
  await cecile.comeIn(codes.mentor.link);

  // The first page is the way in; whoever runs no script goes on to the simple pages by itself.
  const page = await without(browser, server.url);
  await page.goto("/");
  await expect(heading(page)).toHaveText(text("join.code_title"));
  await page.getByLabel(text("join.code_label")).fill("12 34");
  await press(page, "join.submit");
  await expect(page.locator("#code-error")).toHaveText(text("error.code_digits"));
  await page.getByLabel(text("join.code_label")).fill(codes.mentee.code);
  await press(page, "join.submit");
  await press(page, "join.yes_me");
  await press(page, "join.own_yes");
  await expect(page).toHaveURL(/\/simple\/week$/);
  await expect(heading(page)).toHaveText(whole("week.greeting", { name: "Asmae" }));

  // An objective, then a step: the mentor sees both without reloading.
  await page.getByRole("link", { name: text("objective.add") }).click();
  await press(page, "objective.add");
  const title = page.getByLabel(text("objective.title_label"));
  await expect(title).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator(".summary")).toContainText(text("error.summary_title", { n: 1 }));
  await title.fill("Trouver un stage");
  await press(page, "objective.add");
  await expect(heading(page)).toHaveText("Trouver un stage");
  await expect(page.getByRole("status")).toContainText(part("objective.added", { title: "Trouver un stage" }));
  await cecile.open("/plan");
  await cecile.page.getByRole("link", { name: "Trouver un stage" }).click();
  await expect(heading(cecile.page)).toHaveText("Trouver un stage");
  // With a day and a person; a day that is none comes back with all that was typed.
  await page.getByLabel(text("step.title_label")).fill("Appeler la crèche");
  await page.locator("summary").filter({ hasText: text("step.more") }).click();
  await typeDay(page, "step.due", { ...inDays(3), day: "32" });
  await page.getByRole("radio", { name: text("step.who_both") }).check();
  await press(page, "step.add");
  await expect(page.locator("#due-error")).toHaveText(part("error.date_day", { field: text("step.due") }));
  await expect(page.locator(".summary a")).toHaveAttribute("href", "#due");
  await expect(page.getByLabel(text("step.title_label"))).toHaveValue("Appeler la crèche");
  await expect(page.getByRole("radio", { name: text("step.who_both") })).toBeChecked();
  await page.screenshot({ path: test.info().outputPath("wrong-day.png"), fullPage: true });
  await typeDay(page, "step.due", inDays(3));
  await press(page, "step.add");
  await expect(page.getByRole("status")).toContainText(part("step.added", { title: "Appeler la crèche" }));
  await expect(cecile.page.getByText("Appeler la crèche").first()).toBeVisible({ timeout: 3_000 });
  await expect(cecile.page.locator(".step").first()).toContainText(text("step.who_both"));

  // A message: live at the mentor's side; an empty one is said beside its field.
  await press(page, "comment.send");
  await expect(page.locator("#words-error")).toHaveText(part("error.empty", { field: text("comment.label") }));
  await page.locator("#words").fill("Demain,\nje téléphone.");
  await press(page, "comment.send");
  await expect(page.getByRole("status")).toContainText(text("comment.sent"));
  await expect(page.locator(".comment")).toContainText("je téléphone.");
  await expect(cecile.page.locator(".comment").filter({ hasText: "je téléphone." })).toHaveCount(1);
  await page.screenshot({ path: test.info().outputPath("message.png"), fullPage: true });

  // It is done, and it is not.
  await tab(page, "nav.week");
  await page.getByRole("button", { name: part("simple.done_about", { title: "Appeler la crèche" }) }).click();
  await expect(page.getByRole("status")).toContainText(part("step.done", { title: "Appeler la crèche" }));
  await press(page, "simple.undo");
  await expect(page.getByRole("status")).toContainText(part("step.undone", { title: "Appeler la crèche" }));

  // An application: what is wrong stands beside its field, what was typed stays.
  await tab(page, "nav.applications");
  await page.getByRole("link", { name: text("application.add") }).click();
  await page.getByLabel(text("application.job")).fill("Aide-puéricultrice");
  await press(page, "application.add");
  await expect(page).toHaveTitle(new RegExp(`^${text("app.error_prefix").trim()}`));
  await expect(page.getByLabel(text("application.job"))).toHaveValue("Aide-puéricultrice");
  await page.getByLabel(text("application.employer")).fill("Crèche Les Lutins");
  await press(page, "application.add");
  await expect(heading(page)).toHaveText("Aide-puéricultrice");
  await cecile.open("/applications");
  await expect(cecile.page.getByRole("link", { name: "Aide-puéricultrice" })).toBeVisible();

  // In another language, and out.
  await page.getByRole("link", { name: "Nederlands" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  await page.locator(".nav").getByRole("link", { name: text("nav.more", {}, "nl") }).click();
  await page.getByRole("link", { name: text("leave.short", {}, "nl"), exact: true }).click();
  await page.getByRole("button", { name: text("leave.go", {}, "nl"), exact: true }).click();
  await expect(heading(page)).toHaveText(text("join.left_title", {}, "nl"));
  await page.goto("/simple/week");
  await expect(page).toHaveURL(/\/simple$/);
  await page.context().close();
});

test("a phone that opens the app's page without a script is led to the simple pages", async ({
  browser,
  server,
}) => {
  const page = await without(browser, server.url);
  await page.goto("/week");
  await page.getByRole("link", { name: "Ouvrir les pages simples" }).click();
  await expect(page).toHaveURL(/\/simple$/);
  await expect(heading(page)).toHaveText(text("simple.title"));
  await page.getByRole("link", { name: text("simple.blank_link") }).click();
  await expect(heading(page)).toHaveText(text("blank.title"));
  await page.context().close();
});

test("the same pages for axe, on a phone and at a desk; the blank plan on two sheets", async ({
  server,
  enter,
  arrive,
}) => {
  const coordinator = await enter(server.staff(), DESK);
  const codes = await createDuo(coordinator, "Asmae", "Cécile");
  const asmae = await arrive("asmae", PHONE);
  await asmae.comeIn(codes.mentee.link);
  await addObjective(asmae.page, { title: "Trouver un stage" });
  await asmae.saved();
  const { page } = asmae;
  asmae.trouble.allow(/the server responded with a status of 422/);
  await page.goto("/simple/week");
  const base = ((await page.locator('.nav a[href$="/week"]').getAttribute("href")) ?? "").replace(/week$/, "");
  const paths = ["week", "plan", "plan/new", "applications", "applications/new"].map((path) => base + path);
  for (const screen of [PHONE, DESK]) {
    for (const path of [...paths, "/simple", "/simple/blank", "/simple/leave"]) {
      await page.setViewportSize(screen);
      await page.goto(path);
      await expectAxeClean(page);
      expect(await smallTargets(page), path).toEqual([]);
      expect(await overflow(page, screen.width, screen.height), path).toEqual([]);
      if (path.endsWith("/new")) {
        await page.locator("form .button:not(.button--quiet)").click();
        await expect(page.locator(".summary")).toBeFocused();
        await expectAxeClean(page);
      }
    }
  }
  await page.goto("/simple/blank");
  await page.emulateMedia({ media: "print" });
  const sheet = await page.pdf({ format: "A4", preferCSSPageSize: true });
  expect(sheet.toString("latin1").match(/\/Type *\/Page\b/g)).toHaveLength(2);
});
