// The devices that can open a plan: shutting one out, leaving one, borrowing one.
import { holdClock } from "../fixtures/clock";
import { addObjective, addStep, button, heading, link, openFrom, stepTitle } from "../fixtures/plan";
import { DESK, expect, part, type Person, PHONE, test, text, whole } from "../fixtures/test";

/** A new code for somebody, made by the coordinator as for a second phone. */
async function newLink(coordinator: Person, name: string): Promise<string> {
  const { page } = coordinator;
  await coordinator.open("/duos");
  await page.getByRole("link", { name: new RegExp(name) }).first().click();
  const title = page.getByRole("heading", { level: 2, name });
  await button(page.locator("section.card").filter({ has: title }), "duo.new_code").click();
  await button(page.getByRole("dialog"), "duo.face").click();
  return ((await page.locator(".code-link").textContent()) ?? "").trim();
}

/** What the browser keeps of the person. */
async function kept(person: Person): Promise<string[]> {
  return await person.page.evaluate(async () => {
    const bases = (await indexedDB.databases()).map(({ name }) => `database ${name}`);
    const stores = [localStorage, sessionStorage].flatMap((store) => Object.keys(store));
    return [...bases, ...stores];
  });
}

test("one device shuts the other out: its stream ends and it says so", async ({ server, enter, arrive }) => {
  const phone = await enter("asmae");
  const coordinator = await enter(server.staff(), DESK);
  const tablet = await arrive("asmae on a tablet", DESK);
  // The answer "signed out" is an error to the browser's console.
  tablet.trouble.allow(/status of 401/);
  await tablet.comeIn(await newLink(coordinator, "Asmae"));
  await expect(heading(tablet.page)).toHaveText(whole("week.greeting", { name: "Asmae" }));

  await phone.open("/devices");
  const others = phone.page.getByRole("listitem").filter({ has: button(phone.page, "devices.end") });
  await expect(others).toHaveCount(1);
  await expect(phone.page.locator("#app").getByText(text("devices.this_one"), { exact: true })).toHaveCount(1);
  await button(others, "devices.end").click();
  await button(phone.page.getByRole("dialog"), "devices.end").click();
  await expect(others).toHaveCount(0);
  // Without a touch on the other device, and nothing it shows is taken away.
  await expect(tablet.page.locator("#app").getByText(text("ended.title"))).toBeVisible();
  await tablet.page.goto("/plan");
  await expect(tablet.page).toHaveURL(/\/j$/);
});

test("leaving wipes this device, and Back shows nothing", async ({ enter }) => {
  const asmae = await enter("asmae");
  const { page } = asmae;
  await asmae.open("/plan");
  expect(await kept(asmae)).not.toEqual([]);
  // Going back asks who is there, and the answer "nobody" is an error to the console.
  asmae.trouble.allow(/status of 401/);
  await button(page.getByRole("banner"), "leave.short").click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(text("leave.confirm"))).toBeVisible();
  await button(dialog, "leave.stay").click();
  await expect(button(page.getByRole("banner"), "leave.short")).toBeFocused();
  await button(page.getByRole("banner"), "leave.short").click();
  await button(dialog, "leave.go").click();
  await expect(page).toHaveURL(/\/left$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(text("join.left_title"));
  expect(await kept(asmae)).toEqual([]);
  expect(await asmae.context.cookies()).toEqual([]);
  await page.goBack();
  await expect(page.getByRole("button", { name: text("join.submit") }).or(page.getByText(text("join.left_title"))).first()).toBeVisible();
  await expect(page.locator("body")).not.toContainText("Cécile");
});

test("unsent work is offered to be sent; leaving works without a network", async ({ enter }) => {
  const asmae = await enter("asmae");
  const { page } = asmae;
  asmae.trouble.allowNetwork();
  await addObjective(page, { title: "Partir bien" });
  await asmae.saved();
  await asmae.context.setOffline(true);
  await addStep(page, "Pas encore envoyée");
  await button(page.getByRole("banner"), "leave.short").click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(part("leave.unsent", { n: 1 }))).toBeVisible();
  await button(dialog, "leave.send").click();
  await expect(dialog.getByText(part("leave.send_failed"))).toBeVisible();
  await asmae.context.setOffline(false);
  await button(dialog, "leave.send").click();
  await expect(page).toHaveURL(/\/left$/);
  expect(await kept(asmae)).toEqual([]);

  const cecile = await enter("cecile");
  await openFrom(cecile.page, "plan", "Partir bien");
  await expect(stepTitle(cecile.page, "Pas encore envoyée")).toBeVisible();
  // The other way: no network, and no wish to wait for one.
  cecile.trouble.allowNetwork();
  await cecile.context.setOffline(true);
  await button(cecile.page.getByRole("banner"), "leave.short").click();
  await button(cecile.page.getByRole("dialog"), "leave.go").click();
  await expect(cecile.page.locator("#app").getByText(text("leave.gone_session"))).toBeVisible();
  await expect(cecile.page.locator("body")).not.toContainText("Partir bien");
  expect(await kept(cecile)).toEqual([]);
});

test("a shared device keeps nothing, asks when it is quiet, and leaves by itself", async ({ server, arrive }) => {
  const asmae = await arrive("asmae", PHONE);
  const { page } = asmae;
  await holdClock(page);
  await asmae.comeIn(server.link("asmae"), false);
  await asmae.open("/plan");
  await expect(link(page, "objective.add_short")).toBeVisible();
  const found = (await kept(asmae)).filter((name) => name.startsWith("database"));
  expect(found).toEqual([]);
  await page.clock.fastForward("28:10");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading")).toHaveText(text("idle.title"));
  await button(dialog, "idle.continue").click();
  await expect(dialog).toBeHidden();
  await page.clock.fastForward("28:10");
  await expect(dialog).toBeVisible();
  await page.clock.fastForward("02:10");
  await expect(page).toHaveURL(/\/left$/);
  expect(await kept(asmae)).toEqual([]);
});
