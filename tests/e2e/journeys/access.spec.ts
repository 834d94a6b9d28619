// The way in, seen by a coordinator: was it them, a lost phone, a stranger who is shut out again.
import type { Locator, Page } from "@playwright/test";
import { openDuo, section } from "../fixtures/acting";
import { expectAxeClean } from "../fixtures/axe";
import { handed } from "../fixtures/duo";
import { expectGoodInBothSizes } from "../fixtures/office";
import { button, heading } from "../fixtures/plan";
import { DESK, expect, part, PHONE, test, text, whole } from "../fixtures/test";

/** What the page of a duo says of one of the two, and offers. */
function panel(page: Page, name: string): Locator {
  const title = page.getByRole("heading", { name, exact: true });
  return page.locator("section.card").filter({ has: title }).filter({ has: button(page, "duo.phone_lost") });
}

/** The page looks at the server every ten seconds. */
const LOOK = { timeout: 15_000 };

test("a phone is lost: every old device is out within the minute, a new one comes in", async ({ enter, arrive }) => {
  const [asmae, nadia] = [await enter("asmae"), await enter("nadia")];
  const { page } = nadia;
  await asmae.open("/devices");
  await openDuo(nadia, "Asmae", "Cécile");
  const hers = panel(page, "Asmae");
  await expect(hers).toContainText(part("duo.devices", { n: 1 }));
  const lost = page.getByRole("dialog", { name: whole("duo.phone_lost_title", { name: "Asmae" }) });
  await button(hers, "duo.phone_lost").click();
  await expect(button(lost, "action.cancel")).toBeFocused();
  await expect(lost).toContainText(part("duo.phone_lost_confirm", { name: "Asmae" }));
  await expectAxeClean(page);
  await button(lost, "action.cancel").click();
  await expect(button(hers, "duo.phone_lost")).toBeFocused();
  await button(hers, "duo.phone_lost").click();
  asmae.trouble.allow(/status of 401/);
  await button(lost, "duo.phone_lost_go").click();
  await expect(page.getByRole("heading", { name: text("duo.codes_title"), exact: true })).toBeFocused();
  await expect(hers).toContainText(text("duo.nobody_in"));
  await expectGoodInBothSizes(page, "duo-phone-lost");
  const code = await handed(nadia, "Asmae");
  expect(code.code.replace(/\D/g, "")).toHaveLength(10);

  // The old phone says so by itself, and opens nothing any more.
  await expect(asmae.page.getByRole("heading", { name: text("ended.title") })).toBeVisible();
  await expectAxeClean(asmae.page);
  await asmae.page.goto("/plan");
  await expect(asmae.page).toHaveURL(/\/j$/);

  const phone = await arrive("asmae with a new phone", PHONE);
  await phone.comeIn(code.link);
  await expect(heading(phone.page)).toHaveText(whole("week.greeting", { name: "Asmae" }));
  await expect(hers.getByText(part("duo.confirm_opened", { name: "Asmae" }))).toBeVisible(LOOK);
  // The code has done its work and is not shown any longer.
  await expect(page.locator(".code-link")).toHaveCount(0);
  await hers.getByRole("button", { name: whole("duo.yes_it_was", { name: "Asmae" }) }).click();
  await expect(hers.getByRole("button", { name: whole("duo.yes_it_was", { name: "Asmae" }) })).toHaveCount(0);
  await expect(hers).toContainText(part("duo.devices", { n: 1 }));
});

test("no, that was not her: the stranger is out, she stays in", async ({ enter, arrive }) => {
  const [asmae, nadia] = [await enter("asmae"), await enter("nadia")];
  const { page } = nadia;
  await openDuo(nadia, "Asmae", "Cécile");
  const hers = panel(page, "Asmae");
  await hers.getByRole("button", { name: whole("duo.yes_it_was", { name: "Asmae" }) }).click();
  await expect(button(hers, "duo.block")).toHaveCount(0);
  await button(hers, "duo.new_code").click();
  await button(page.getByRole("dialog"), "duo.face").click();
  await expect(page.locator(".code-link")).toHaveCount(1);
  const stranger = await arrive("a stranger", DESK);
  await stranger.comeIn((await handed(nadia, "Asmae")).link);

  await expect(hers.getByText(part("duo.confirm_opened", { name: "Asmae" }))).toBeVisible(LOOK);
  await expect(hers).toContainText(part("duo.devices", { n: 2 }));
  await expectGoodInBothSizes(page, "duo-was-it-her");
  await button(hers, "duo.block").click();
  const sure = page.getByRole("dialog", { name: whole("duo.block_title", { name: "Asmae" }) });
  await expect(button(sure, "action.cancel")).toBeFocused();
  await expectAxeClean(page);
  stranger.trouble.allow(/status of 401/);
  await button(sure, "duo.block").click();
  await expect(hers).toContainText(text("duo.ended"));
  await expect(hers).toContainText(part("duo.devices", { n: 1 }));
  await expect(button(hers, "duo.block")).toHaveCount(0);
  await expect(stranger.page.locator("#app").getByText(text("ended.title"))).toBeVisible();
  await stranger.page.goto("/plan");
  await expect(stranger.page).toHaveURL(/\/j$/);
  await asmae.open("/plan");
  await expect(heading(asmae.page)).toHaveText(text("plan.title"));
  // Other parts of the page are as they were.
  await expect(section(page, "talk.title")).toBeVisible();
});
