// Reminders that need no open app: asked for, chosen, tried, shown by the worker, and stopped.
import type { Page } from "@playwright/test";
import { expectAxeClean } from "../fixtures/axe";
import { button } from "../fixtures/plan";
import { DESK, expect, type Person, PHONE, test, text, whole } from "../fixtures/test";
import { devtools, worker } from "../fixtures/worker";
import type { Lang } from "../fixtures/words";

const SERVICE = "https://push.example.org/send/one";
// The key of a browser, and its secret: the server takes a point of the curve only.
const KEY = "BLn9b-VR0ca83knDNZ32dCHGyjJp-1riX9ZTN40MqV8K_LpQmLqxC_DoHvqvFXO_nGdAB4W9dogZb_sM-uV4JbY";

const NAMES: Record<Lang, string> = { fr: "Français", nl: "Nederlands", en: "English" };

/** A browser without a push service of its own, as it is when there is one. */
async function withService(person: Person): Promise<void> {
  await person.context.grantPermissions(["notifications"], { origin: person.server.url });
  await person.page.addInitScript(
    ({ endpoint, p256dh }) => {
      const held = { toJSON: () => ({ endpoint, keys: { p256dh, auth: "_ordMnz7uTCmrpBTeUV4Bw" } }) };
      const on = () => sessionStorage.getItem("listens") === "yes";
      const stop = async () => (sessionStorage.removeItem("listens"), true);
      Object.assign(PushManager.prototype, {
        getSubscription: async () => (on() ? { ...held, unsubscribe: stop } : null),
        subscribe: async (wish: { applicationServerKey: string; userVisibleOnly: boolean }) => {
          sessionStorage.setItem("listens", "yes");
          sessionStorage.setItem("wish", JSON.stringify(wish));
          return held;
        },
      });
    },
    { endpoint: SERVICE, p256dh: KEY },
  );
}

/** The page, once the worker is there. */
async function openPage(person: Person): Promise<void> {
  await person.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await person.open("/reminders");
}

// What follows runs in the worker. An event that no person caused may not hold it awake, bring a
// page or open one: that is noted instead.
type Noted = typeof globalThis & { seen: string[] };

function watchPresses(): void {
  const held = self as unknown as Noted & { clients: { openWindow: unknown }; WindowClient: { prototype: object } };
  held.seen = [];
  Object.assign(held.WindowClient.prototype, {
    focus(this: { url: string }) {
      held.seen.push(`focus ${new URL(this.url).pathname}`);
    },
  });
  held.clients.openWindow = (url: string) => held.seen.push(`open ${url}`);
}

async function press(body: string): Promise<void> {
  const held = self as unknown as { registration: ServiceWorkerRegistration; NotificationEvent: typeof Event };
  const notification = (await held.registration.getNotifications()).find((it) => it.body === body);
  const event = new held.NotificationEvent("notificationclick", { notification } as EventInit);
  dispatchEvent(Object.assign(event, { waitUntil: () => {} }));
}

const seen = (): string[] => (self as unknown as Noted).seen;

function moveTo({ endpoint, p256dh }: { endpoint: string; p256dh: string }): void {
  const toJSON = () => ({ endpoint, keys: { p256dh, auth: "_ordMnz7uTCmrpBTeUV4Bw" } });
  const event = new Event("pushsubscriptionchange");
  dispatchEvent(Object.assign(event, { waitUntil: () => {}, newSubscription: { toJSON }, oldSubscription: null }));
}

const choice = (page: Page, key: string, lang: Lang = "fr") => page.getByLabel(text(`remind.${key}`, {}, lang), { exact: true });

async function quiet(page: Page): Promise<void> {
  await expectAxeClean(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
}

test("a mentee turns reminders on, chooses, tries, and stops", async ({ enter }) => {
  const asmae = await enter("asmae", PHONE);
  const { page } = asmae;
  await withService(asmae);
  await openPage(asmae);
  await expect(button(page, "remind.ask")).toBeVisible();
  await expect(choice(page, "meeting")).toHaveValue("off");
  await quiet(page);

  const told = page.waitForRequest((request) => request.url().endsWith("/account/reminders/device"));
  await button(page, "remind.ask").click();
  expect((await told).postDataJSON()).toEqual({
    endpoint: SERVICE,
    p256dh: KEY,
    auth: "_ordMnz7uTCmrpBTeUV4Bw",
  });
  await expect(button(page, "remind.trial")).toBeVisible();
  await expect(choice(page, "meeting")).toHaveValue("push");
  await expect(choice(page, "pulse")).toHaveValue("off");
  const wish = JSON.parse(await page.evaluate(() => sessionStorage.getItem("wish") ?? "{}"));
  expect(wish.userVisibleOnly).toBe(true);
  expect(wish.applicationServerKey).toMatch(/^B[\w-]{86}$/);
  await quiet(page);

  // Quiet hours and an e-mail, whose address is asked for beside the field.
  await choice(page, "wrote").selectOption("mail");
  await choice(page, "quiet_from").selectOption("1320");
  await button(page, "remind.save").click();
  await expect(page.locator("#app").getByText(text("remind.address_empty"))).toBeVisible();
  await expect(choice(page, "address")).toBeFocused();
  await choice(page, "address").fill("asmae@example.be");
  await button(page, "remind.save").click();
  await expect(page.locator("#app").getByText(text("remind.saved"))).toBeVisible();
  await asmae.open("/reminders");
  await expect(choice(page, "wrote")).toHaveValue("mail");
  await expect(choice(page, "quiet_from")).toHaveValue("1320");
  await expect(choice(page, "address")).toHaveValue("asmae@example.be");

  // There is no such push service: the page says so.
  await button(page, "remind.trial").click();
  await expect(page.locator("#app").getByText(text("remind.trial_failed"))).toBeVisible();
  await button(page, "remind.end").click();
  await expect(page.locator("#app").getByText(text("remind.ended"))).toBeVisible();
  await expect(button(page, "remind.ask")).toBeVisible();
  await quiet(page);
});

test("the worker shows what came, and a press brings the app", async ({ enter }) => {
  const asmae = await enter("asmae", PHONE);
  const { page } = asmae;
  await withService(asmae);
  await openPage(asmae);
  const { browser, registrationId } = await devtools(asmae, page);
  const shown = () =>
    page.evaluate(async () => {
      const held = await navigator.serviceWorker.ready;
      return (await held.getNotifications()).map(({ title, body, lang, data }) => ({ title, body, lang, data }));
    });
  const message = { title: "Passerelle", body: "Je hebt morgen een afspraak.", lang: "nl", dir: "ltr", url: "/" };
  const send = (data: string) =>
    browser.send("ServiceWorker.deliverPushMessage", { origin: asmae.server.url, registrationId, data });
  // As long as the server makes it: spaces follow.
  await send(JSON.stringify(message).padEnd(384));
  await expect.poll(shown).toEqual([{ title: "Passerelle", body: message.body, lang: "nl", data: "/" }]);
  // A press closes it and brings the page that is open, whatever is on it; only a person may do that.
  await worker(asmae).then((it) => it.evaluate(watchPresses));
  await worker(asmae).then((it) => it.evaluate(press, message.body));
  await expect.poll(() => worker(asmae).then((it) => it.evaluate(seen))).toEqual(["focus /reminders"]);
  await expect.poll(shown).toEqual([]);
  // What cannot be read is not nothing: the browser wants something shown.
  await send("not ours");
  await expect.poll(async () => (await shown()).length).toBe(1);
  // Without a page the app is opened where the message says.
  await page.goto("about:blank");
  await worker(asmae).then((it) => it.evaluate(press, ""));
  await expect.poll(() => worker(asmae).then((it) => it.evaluate(seen))).toEqual(["focus /reminders", "open /"]);
});

test("a new address at the push service reaches the server", async ({ enter }) => {
  const asmae = await enter("asmae", PHONE);
  const { page, context } = asmae;
  await withService(asmae);
  await openPage(asmae);
  await button(page, "remind.ask").click();
  await expect(button(page, "remind.trial")).toBeVisible();
  const told = context.waitForEvent("request", (request) => request.url().endsWith("/account/reminders/device"));
  await worker(asmae).then((it) => it.evaluate(moveTo, { endpoint: `${SERVICE}-moved`, p256dh: KEY }));
  const request = await told;
  expect(request.method()).toBe("PUT");
  expect(request.postDataJSON()).toEqual({ endpoint: `${SERVICE}-moved`, p256dh: KEY, auth: "_ordMnz7uTCmrpBTeUV4Bw" });
  expect((await request.response())?.ok()).toBe(true);
  // The settings still say that this device listens, at its new address.
  await asmae.open("/reminders");
  await expect(button(page, "remind.trial")).toBeVisible();
});

test("a browser that was told no says so", async ({ enter }) => {
  const asmae = await enter("asmae", DESK);
  const { page } = asmae;
  await page.addInitScript(() => {
    Object.defineProperty(Notification, "permission", { get: () => "denied" });
  });
  await openPage(asmae);
  await expect(page.locator("#app").getByText(text("remind.denied"))).toBeVisible();
  await expect(button(page, "remind.ask")).toHaveCount(0);
  await quiet(page);
});

test("a shared device gets none, and the choices are there", async ({ enter }) => {
  const asmae = await enter("asmae", PHONE, false);
  await asmae.open("/reminders");
  await expect(asmae.page.locator("#app").getByText(text("remind.shared_device"))).toBeVisible();
  await expect(choice(asmae.page, "meeting")).toBeVisible();
  await quiet(asmae.page);
});

for (const lang of ["fr", "nl", "en"] as const) {
  test(`a mentor reads the page in ${lang}, and it holds no line of the mentee's`, async ({ enter }) => {
    const cecile = await enter("cecile", DESK);
    const { page } = cecile;
    await cecile.open("/reminders");
    await page.locator(".language-menu summary").click();
    await page.locator(".language-menu").getByRole("button", { name: NAMES[lang], exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(whole("remind.title", {}, lang));
    await expect(choice(page, "meeting", lang)).toBeVisible();
    await expect(choice(page, "key_date", lang)).toHaveCount(0);
    await quiet(page);
  });
}

test("without a network the page says so and offers another try", async ({ enter }) => {
  const asmae = await enter("asmae", PHONE);
  const { page, context } = asmae;
  asmae.trouble.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  await openPage(asmae);
  await expect(choice(page, "meeting")).toBeVisible();
  await context.setOffline(true);
  await button(page, "remind.save").click();
  await expect(page.locator("#app").getByText(text("api.offline")).first()).toBeVisible();
  await context.setOffline(false);
  await choice(page, "pulse").selectOption("push");
  await button(page, "remind.save").click();
  await expect(page.locator("#app").getByText(text("remind.saved"))).toBeVisible();
});
