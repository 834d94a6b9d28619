// Coming in: from the coordinator's form to the mentee's first page.
import { createDuo } from "../fixtures/duo";
import { addStep, button, field, heading, link } from "../fixtures/plan";
import { readQr } from "../fixtures/qr";
import { confirm } from "../fixtures/person";
import { DESK, expect, part, type Person, PHONE, test, text, whole } from "../fixtures/test";

test.use({ content: "empty" });

/** Types a code into the form of the first page. */
async function typeCode({ page }: Person, code: string): Promise<void> {
  await field(page, "join.code_label").fill(code);
  await button(page, "join.submit").click();
}

test("two codes as text, link, QR and slip; both people come in", async ({ server, enter, arrive }) => {
  const coordinator = await enter(server.staff(), DESK);
  const { page } = coordinator;
  const codes = await createDuo(coordinator, "Asmae", "Cécile");

  for (const [name, { code, link: address }] of [["Asmae", codes.mentee], ["Cécile", codes.mentor]] as const) {
    expect(code).toMatch(/^\d{3}-\d{3}-\d{4}$/);
    expect(address).toMatch(/^http:\/\/localhost:\d+\/j#\S{20,}$/);
    const qr = page.getByRole("img", { name: whole("duo.qr", { name }) }).first();
    expect(await readQr(qr), `QR of ${name}`).toBe(address);
  }

  // One sheet, for both, without anything else of the page.
  await page.emulateMedia({ media: "print" });
  const sheet = await page.pdf({ format: "A4", preferCSSPageSize: true });
  expect(sheet.toString("latin1").match(/\/Type *\/Page\b/g)).toHaveLength(1);
  for (const { code } of [codes.mentee, codes.mentor]) {
    await expect(page.getByText(code).filter({ visible: true })).toHaveCount(1);
  }
  await expect(page.locator("nav.nav")).toBeHidden();
  await page.emulateMedia({ media: "screen" });

  // The mentee opens the link on a phone: no e-mail, no password, nothing to remember.
  const mentee = await arrive("asmae", PHONE);
  await mentee.page.goto(codes.mentee.link);
  await expect(mentee.page.getByRole("heading", { level: 1 })).toHaveText(
    whole("join.confirm_title", { name: "Asmae" }),
  );
  await expect(mentee.page.locator("input:visible")).toHaveCount(0);
  await expect(mentee.page.getByText(part("join.mentor_is", { name: "Cécile" }))).toBeVisible();
  expect(mentee.page.url()).not.toContain("#");
  await confirm(mentee.page, true);
  await expect(heading(mentee.page)).toHaveText(whole("week.greeting", { name: "Asmae" }));

  // The mentor types the digits, in groups.
  const mentor = await arrive("cecile", DESK);
  await mentor.page.goto("/");
  await expect(mentor.page).toHaveURL(/\/j$/);
  await typeCode(mentor, codes.mentor.code.replaceAll("-", " "));
  await confirm(mentor.page, true);
  await expect(heading(mentor.page)).toBeVisible();

  // The coordinator sees that they came, without reloading.
  await expect(page.locator("#app").getByText(part("duo.confirm_opened", { name: "Asmae" }))).toBeVisible({ timeout: 20_000 });
});

test("digits of another script, a link used twice, wrong and half codes", async ({ server, enter, arrive }) => {
  const coordinator = await enter(server.staff(), DESK);
  const codes = await createDuo(coordinator, "Fatima", "Jan");
  const mentee = await arrive("fatima", PHONE);
  // A page that answers "no" has that status: the browser writes it into its console.
  mentee.trouble.allow(/Failed to load resource: the server responded with a status of 4\d\d/);
  const { page } = mentee;
  await page.goto("/j");
  const input = field(page, "join.code_label");

  const refused = async (code: string, error: string) => {
    await typeCode(mentee, code);
    const summary = page.locator(".summary");
    await expect(summary).toBeFocused();
    await expect(summary.getByRole("link")).toHaveText(text(error));
    await expect(page.locator("#code-error")).toHaveText(text(error));
    await expect(input).toHaveValue(code);
    await expect(input).toHaveAttribute("aria-invalid", "true");
    await expect(input).toHaveAttribute("aria-describedby", /code-error/);
    await expect(page).toHaveTitle(new RegExp(`^${text("app.error_prefix").trim()}`));
    await summary.getByRole("link").click();
    await expect(input).toBeFocused();
  };
  await refused("12 34", "error.code_digits");
  await refused("000 000 0000", "error.code_wrong");

  const arabic = codes.mentee.code.replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[Number(digit)]);
  await typeCode(mentee, arabic);
  await confirm(page, true);
  await expect(heading(page)).toHaveText(whole("week.greeting", { name: "Fatima" }));

  // The same invitation again, by its link, on another phone.
  const other = await arrive("somebody", PHONE);
  other.trouble.allow(/Failed to load resource: the server responded with a status of 4\d\d/);
  await other.page.goto(codes.mentee.link);
  // A link was pressed there, not a code typed: it is the link that was used.
  await expect(other.page.locator(".summary")).toContainText(text("error.link_used"));
  await expect(other.page.locator("#code-error")).toHaveCount(0);
});

test("many wrong tries: a short wait, told in words, and the right code works after it", async ({ server, enter, arrive }) => {
  const coordinator = await enter(server.staff(), DESK);
  const codes = await createDuo(coordinator, "Samira", "Paul");
  const mentee = await arrive("samira", PHONE);
  mentee.trouble.allow(/Failed to load resource: the server responded with a status of 4\d\d/);
  const { page } = mentee;
  await page.goto("/j");
  const wait = part("join.too_many", { time: "§" }).source.split("§")[0].replace("\\u2068?", "");
  for (let tries = 0; tries < 6; tries++) {
    await typeCode(mentee, `000 000 000${tries}`);
    await expect(page.locator("#code-error")).toBeVisible();
  }
  await expect(page.locator("#code-error")).toHaveText(new RegExp(wait));
  await expect(field(page, "join.code_label")).toHaveValue("000 000 0005");
  // An honest person is never locked out for long: pressing again goes on as soon as it may.
  await expect(async () => {
    await typeCode(mentee, codes.mentee.code);
    await expect(button(page, "join.yes_me")).toBeVisible({ timeout: 1_000 });
  }).toPass({ intervals: [1_000], timeout: 40_000 });
});

test("the first week fits the phone and an empty plan invites", async ({ server, enter, arrive }) => {
  const coordinator = await enter(server.staff(), DESK);
  const codes = await createDuo(coordinator, "Asmae", "Cécile");
  const mentee = await arrive("asmae", PHONE);
  await mentee.comeIn(codes.mentee.link);
  const { page } = mentee;
  await expect(heading(page)).toHaveText(whole("week.greeting", { name: "Asmae" }));
  const scroll = () =>
    page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);
  expect(await scroll(), "the empty week scrolls").toBeLessThanOrEqual(0);
  await expect(page.locator("#app").getByText(text("plan.empty_title"))).toBeVisible();
  await expect(link(page, "plan.choose_objective")).toBeVisible();

  // "I do not know yet" is a first-class answer: three steps, at once.
  await button(page, "plan.choose_no_project").click();
  await expect(heading(page)).toHaveText(text("exploration.title"));
  await expect(page.locator(".step__check")).toHaveCount(3);
  await addStep(page, "Demander à ma sœur");

  await page.locator("nav.nav a").first().click();
  await expect(heading(page)).toHaveText(whole("week.greeting", { name: "Asmae" }));
  await expect(page.locator(".step__check")).toHaveCount(3);
  expect(await scroll(), "the week with three steps scrolls").toBeLessThanOrEqual(0);
});
