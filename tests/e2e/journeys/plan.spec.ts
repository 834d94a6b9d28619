// The mentee's own work: objective, step, application, each in at most three presses and typing.
import {
  addApplication,
  addObjective,
  addStep,
  button,
  field,
  heading,
  link,
  moveTo,
  openFrom,
  step,
  tab,
  Taps,
} from "../fixtures/plan";
import { expect, part, test, text } from "../fixtures/test";

test("objective, step and application, edited, moved, removed, brought back, kept", async ({ enter }) => {
  const asmae = await enter("asmae");
  const { page } = asmae;

  const forObjective = new Taps();
  await addObjective(page, { title: "Trouver une formation", theme: "training" }, forObjective);
  expect(forObjective.count).toBeLessThanOrEqual(3);
  const forStep = new Taps();
  await addStep(page, "Appeler l’école", forStep);
  expect(forStep.count).toBeLessThanOrEqual(3);
  // The form stays, empty and focused, for the next one.
  await expect(field(page, "step.title_label")).toHaveValue("");
  await step(page, "Appeler l’école").check();
  await expect(step(page, "Appeler l’école")).toBeChecked();

  const title = field(page, "objective.title_label");
  await title.fill("Trouver une formation courte");
  await title.blur();
  await expect(heading(page)).toHaveText("Trouver une formation courte");

  const forApplication = new Taps();
  await addApplication(page, "Aide-puéricultrice", "Crèche Les Lutins du Parc", forApplication);
  expect(forApplication.count).toBeLessThanOrEqual(3);

  for (const stage of ["sent", "followed_up", "interview"]) await moveTo(page, stage);
  await asmae.saved();
  const address = page.url();

  await page.reload();
  await expect(page.locator("[aria-current=step]")).toContainText(text("stage.interview"));
  await button(page, "application.remove").click();
  await expect(page).not.toHaveURL(address);
  await expect(page.getByRole("link", { name: "Aide-puéricultrice" }).filter({ hasText: "Lutins du Parc" })).toHaveCount(0);
  await button(page, "action.undo").click();
  await openFrom(page, "applications", "Aide-puéricultrice");

  await openFrom(page, "plan", "Trouver une formation courte");
  await expect(step(page, "Appeler l’école")).toBeChecked();
});

test("a week with messages, three things and a story fits the phone", async ({ enter }) => {
  const { page } = await enter("asmae");
  await expect(page.locator(".step__check").first()).toBeVisible();
  const beyond = () => {
    const { scrollHeight, clientHeight } = document.documentElement;
    return scrollHeight - clientHeight;
  };
  expect(await page.evaluate(beyond)).toBeLessThanOrEqual(0);
});

test("a personal theme starts as only me, and a chosen answer is never changed", async ({ enter }) => {
  const { page } = await enter("asmae");
  await tab(page, "plan").click();
  await link(page, "objective.add_short").click();
  const mine = page.getByRole("radio", { name: text("privacy.me") });
  const shared = page.getByRole("radio", { name: part("privacy.shared", { name: "Cécile" }) });
  const theme = page.getByLabel(part("theme.question"));
  await expect(shared).toBeChecked();
  await theme.selectOption({ label: text("theme.health") });
  await expect(mine).toBeChecked();
  await expect(page.getByRole("main").getByText(text("privacy.sensitive"))).toBeVisible();
  await shared.check();
  await theme.selectOption({ label: text("theme.money") });
  await expect(shared).toBeChecked();
});

test("wrong input: said once, in words, and nothing typed is lost", async ({ enter }) => {
  const { page } = await enter("asmae");
  await page.goto("/applications/new");
  await field(page, "application.job").fill("x".repeat(400));
  await button(page, "application.add").click();
  const summary = page.locator(".summary");
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveCount(2);
  await expect(field(page, "application.job")).toHaveValue("x".repeat(400));
  await expect(page).toHaveTitle(new RegExp(`^${text("app.error_prefix").trim()}`));
  await summary.getByRole("link").last().click();
  await expect(field(page, "application.employer")).toBeFocused();
  // A reload of one's own phone keeps the draft.
  await page.reload();
  await expect(field(page, "application.job")).toHaveValue("x".repeat(400));
});
