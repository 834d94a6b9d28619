// What a form says when it is sent with something left to change (criteria 30 to 37).
import { expectAxeClean } from "../fixtures/axe";
import { button, field } from "../fixtures/plan";
import { expect, type Person, test, text } from "../fixtures/test";

/** Sends a form as it is and looks at what it says. */
async function expectKindErrors({ page }: Person, submit: string, errors: number): Promise<void> {
  await expect(page.locator("form")).toHaveAttribute("novalidate", "");
  await expect(page.locator(".field__error, .summary")).toHaveCount(0);
  await expect(page.locator("button[disabled], button[aria-disabled=true]")).toHaveCount(0);
  await button(page, submit).click();
  const summary = page.locator(".summary");
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("alert").getByRole("heading", { level: 2 })).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(`^${text("app.error_prefix").trim()}`));
  // Before the heading of the page, so that it is met first.
  const order = await summary.evaluate(
    (element) => element.compareDocumentPosition(document.querySelector("h1") as Element),
  );
  expect(order & Node_FOLLOWING).toBeTruthy();
  const links = summary.getByRole("link");
  await expect(links).toHaveCount(errors);
  for (const link of await links.all()) {
    const words = (await link.innerText()).trim();
    await link.click();
    const focused = page.locator(":focus");
    // A group of radio buttons says it through its fieldset: the role knows no such state.
    const state = (await focused.getAttribute("type")) === "radio" ? null : "true";
    expect(await focused.getAttribute("aria-invalid")).toBe(state);
    const error = await focused.evaluate((input) => {
      const ids: string[] = [];
      for (let it: Element | null = input; it; it = it.parentElement) {
        ids.push(...(it.getAttribute("aria-describedby")?.split(" ") ?? []));
      }
      const found = ids.map((id) => document.getElementById(id)).find((it) => it?.id.endsWith("error"));
      const between = found && found.compareDocumentPosition(input) & Node.DOCUMENT_POSITION_FOLLOWING;
      return { words: found?.textContent?.trim(), between: Boolean(between) };
    });
    // The same words beside the input, between its label and itself.
    expect(error).toEqual({ words, between: true });
  }
  await expectAxeClean(page);
}

/** `Node.DOCUMENT_POSITION_FOLLOWING`, which this side of the browser does not know. */
const Node_FOLLOWING = 4;

test("new objective", async ({ enter }) => {
  const asmae = await enter("asmae");
  await asmae.open("/plan/new");
  await expectKindErrors(asmae, "objective.add", 1);
});

test("new application", async ({ enter }) => {
  const asmae = await enter("asmae");
  await asmae.open("/applications/new");
  await expectKindErrors(asmae, "application.add", 2);
});

test("new duo, with a day that does not exist", async ({ server, enter }) => {
  const staff = await enter(server.staff());
  await staff.open("/duos/new");
  const start = staff.page.getByRole("group", { name: text("duo_form.start") });
  const month = start.getByRole("textbox", { name: text("date.month"), exact: true });
  await start.getByRole("textbox", { name: text("date.day"), exact: true }).fill("31");
  await month.fill("février");
  await expectKindErrors(staff, "duo_form.submit", 6);
  await expect(month).toHaveValue("février");
});

test("two presses are one duo", async ({ server, enter }) => {
  const staff = await enter(server.staff());
  const { page } = staff;
  await staff.open("/duos/new");
  await field(page, "duo_form.mentee_name").fill("Tremblante");
  await field(page, "duo_form.mentor_name").fill("Patient");
  for (const whose of ["duo_form.language_mentee", "duo_form.language_mentor"]) {
    await page.getByRole("group", { name: text(whose) }).getByRole("radio", { name: "Nederlands" }).check();
  }
  await page.getByRole("group", { name: text("duo_form.branch") }).getByRole("radio").first().check();
  await button(page, "duo_form.submit").dblclick();
  await expect(page.locator("h1")).toContainText("Tremblante");
  await staff.open("/duos");
  await expect(page.getByRole("rowheader", { name: /Tremblante/ })).toHaveCount(1);
});
