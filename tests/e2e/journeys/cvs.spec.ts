// Versions of a CV: written, copied, compared, read together, sent, and taken along.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAxeClean } from "../fixtures/axe";
import { addCv, addEntry, attach, entry, sayAbout, section, talkAbout, write } from "../fixtures/cvs";
import { addApplication, button, field, heading, link, message, moveTo, openFrom } from "../fixtures/plan";
import { expect, part, test, text, whole } from "../fixtures/test";

const LIVE = { timeout: 3_000 };
/** The demo has two versions: the next one is the third. */
const NEXT = 3;

test("a version is written, copied to the next number, and the two are compared", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  const { page } = asmae;
  await cecile.open("/cvs");
  const first = await addCv(page, { title: "Magasin" }, NEXT);
  // The number came by itself, and the mentor has it at once.
  const card = cecile.page.locator(".card--link").filter({ hasText: "Magasin" });
  await expect(card).toContainText(part("cv.cv_number", { number: NEXT }), LIVE);
  await expectAxeClean(page);

  await write(page, "cv.field_name", "Asmae B.");
  await write(page, "cv.field_contact", "Liège, 0400 00 00 00");
  await write(page, "cv.field_profile", "Je cherche une place en magasin.");
  await addEntry(page, "experience", {
    "cv.field_job": "Vendeuse",
    "cv.field_place": "Marché de la Batte",
    "cv.field_period": "2024",
    "cv.field_did": "- La caisse\n- Le rayon",
  });
  await addEntry(page, "experience", { "cv.field_job": "Aide en cuisine" });
  await addEntry(page, "languages", { "cv.field_language": "Arabe", "cv.field_level": "très bien" });
  // The order is changed with buttons, and said.
  await entry(page, "Aide en cuisine").getByRole("button", { name: part("action.change") }).click();
  await page.getByRole("button", { name: `${text("cv.entry_up")} Aide en cuisine` }).click();
  await expect(section(page, "experience").locator(".cv-entry strong").first()).toHaveText("Aide en cuisine");
  await expectAxeClean(page);
  await asmae.saved();

  await cecile.open(`/cvs/${first}`);
  const jobs = (of: Page) => section(of, "experience").locator(".cv-entry strong");
  await expect(jobs(cecile.page)).toHaveText(["Aide en cuisine", "Vendeuse"]);

  const second = await addCv(page, { title: "Crèche", way: "copy", from: first }, NEXT + 1);
  expect(second).not.toBe(first);
  // All of it came along, and changing it changes nothing of the first.
  await expect(field(page, "cv.field_name")).toHaveValue("Asmae B.");
  await expect(jobs(page)).toHaveText(["Aide en cuisine", "Vendeuse"]);
  await expect(entry(page, "Vendeuse")).toContainText("Marché de la Batte · 2024");
  await write(page, "cv.field_profile", "Je cherche une place en crèche.");
  await addEntry(page, "education", { "cv.field_study": "Premiers secours" });
  await asmae.saved();
  await expect(field(cecile.page, "cv.field_profile")).toHaveValue("Je cherche une place en magasin.");

  await link(page, "cv.compare").click();
  await expect(heading(page)).toHaveText(text("cv.compare_title"));
  const named = (key: string) => page.locator("h3").getByText(text(key), { exact: true });
  const change = (key: string) => page.locator("section.card").filter({ has: named(key) });
  const profile = change("cv.field_profile");
  await expect(profile.locator("del")).toContainText("magasin");
  await expect(profile.locator("ins")).toContainText("crèche");
  await expect(profile.locator("del")).not.toContainText("crèche");
  await expect(change("cv.section_education").locator("ins")).toContainText("Premiers secours");
  await expect(change("cv.section_experience")).toContainText(text("cv.compare_same"));
  await expect(change("cv.section_experience").locator("ins, del")).toHaveCount(0);
  // In words for those who hear it, in shape for those who see no colour.
  await expect(profile.locator("ins")).toContainText(text("cv.compare_added_start"));
  await expect(profile.locator("del")).toContainText(text("cv.compare_removed_start"));
  await expect(profile.locator("ins")).toHaveCSS("text-decoration-line", "underline");
  await expect(profile.locator("del")).toHaveCSS("text-decoration-line", "line-through");
  await expectAxeClean(page);
});

test("read together: asked, commented entry by entry, ready; live for both", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  const cv = await addCv(asmae.page, { title: "Cuisine" }, NEXT);
  await addEntry(asmae.page, "experience", { "cv.field_job": "Plongeuse" });
  await addEntry(asmae.page, "skills", { "cv.field_skill": "Cuisiner pour vingt" });
  await cecile.open(`/cvs/${cv}`);
  const here = asmae.page.locator("#app");
  const there = cecile.page.locator("#app");
  await asmae.page.getByRole("button", { name: whole("cv.ask", { name: "Cécile" }) }).click();
  await expect(there.getByText(whole("cv.review_asked_mentor", { name: "Asmae" }))).toBeVisible(LIVE);
  await expect(there.locator(".chip").getByText(text("cv.state_asked"))).toBeVisible();

  // One word on each entry; each arrives where it belongs.
  await sayAbout(cecile.page, "Plongeuse", "Asmae", "Dites aussi combien de temps.");
  await sayAbout(cecile.page, "Cuisiner pour vingt", "Asmae", "Très fort !");
  const fresh = entry(asmae.page, "Plongeuse").locator(".chip");
  await expect(fresh).toContainText(text("comment.new_count", { n: 1 }), LIVE);
  const talk = await talkAbout(asmae.page, "Plongeuse");
  await expect(talk).toContainText("Dites aussi combien de temps.");
  await expect(talk).not.toContainText("Très fort");
  await expect(message(await talkAbout(asmae.page, "Cuisiner pour vingt"), "Très fort !")).toBeVisible();
  await expectAxeClean(asmae.page);
  await sayAbout(asmae.page, "Plongeuse", "Cécile", "Six mois, je l’ajoute.");
  await expect((await talkAbout(cecile.page, "Plongeuse")).getByText("Six mois, je l’ajoute.")).toBeVisible(LIVE);
  await expectAxeClean(cecile.page);

  await button(cecile.page, "cv.commented").click();
  await expect(here.getByText(whole("cv.review_commented", { name: "Cécile" }))).toBeVisible(LIVE);
  await button(asmae.page, "cv.ready").click();
  await expect(there.getByText(whole("cv.review_ready"))).toBeVisible(LIVE);
  await cecile.open("/cvs");
  const card = cecile.page.locator(".card--link").filter({ hasText: "Cuisine" });
  await expect(card).toContainText(text("cv.state_ready"));
});

test("sent with an application: the version is sealed for both, and a copy goes on", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  const cv = await addCv(asmae.page, { title: "Vente" }, NEXT);
  await write(asmae.page, "cv.field_name", "Asmae B.");
  await write(asmae.page, "cv.field_profile", "Je parle trois langues.");
  await addEntry(asmae.page, "experience", { "cv.field_job": "Vendeuse" });
  // The mentor has the editor open, and may write in it.
  await cecile.open(`/cvs/${cv}`);
  await field(cecile.page, "cv.field_profile").fill("Je parle trois langues et je souris.");
  await field(cecile.page, "cv.field_profile").blur();
  await expect(field(asmae.page, "cv.field_profile")).toHaveValue("Je parle trois langues et je souris.", LIVE);

  await addApplication(asmae.page, "Vendeuse du samedi", "Boulangerie Simon");
  const application = asmae.page.url();
  await attach(asmae.page, cv);
  const title = asmae.page.getByRole("heading", { name: text("cv.with_title") });
  const withCv = asmae.page.locator("section.card").filter({ has: title });
  await expect(withCv).toContainText(text("cv.with_chosen"));
  await expectAxeClean(asmae.page);
  await asmae.saved();
  // Chosen is not sent.
  await expect(field(cecile.page, "cv.field_profile")).toBeEditable();
  // She is typing at that moment, words that cannot be saved yet.
  const typed = "Asmae, 85.07.30-033.28";
  await field(cecile.page, "cv.field_contact").fill(typed);
  await moveTo(asmae.page, "sent");
  await expect(withCv).toContainText(text("cv.with_sent"));
  await expect(withCv.getByRole("link", { name: part("cv.cv_number", { number: NEXT }) })).toBeVisible();

  // Her open editor follows: the words stay, nothing can be typed.
  const there = cecile.page.locator("#app");
  await expect(there.getByText(text("cv.sealed"))).toBeVisible(LIVE);
  await expect(field(cecile.page, "cv.field_profile")).toHaveCount(0);
  await expect(there.locator(".cv-paper")).toContainText("Je parle trois langues et je souris.");
  await expect(there.getByRole("button", { name: part("cv.copy_to_change") })).toHaveCount(0);
  // What she typed stays in sight, to be copied, and the focus is not lost.
  const kept = there.locator("section.card").filter({ has: cecile.page.getByRole("heading", { name: text("typed_words.kept") }) });
  await expect(kept).toContainText(typed);
  await expect(heading(cecile.page)).toBeFocused();
  await expectAxeClean(cecile.page);

  await asmae.open(`/cvs/${cv}`);
  await expect(asmae.page.locator("#app").getByText(text("cv.sealed"))).toBeVisible();
  await expect(field(asmae.page, "cv.field_profile")).toHaveCount(0);
  await expect(asmae.page.getByRole("link", { name: /Vendeuse du samedi/ })).toBeVisible();
  await expectAxeClean(asmae.page);
  await button(asmae.page, "cv.copy_to_change").click();
  await expect(heading(asmae.page)).toHaveText(whole("cv.cv_number", { number: NEXT + 1 }));
  await write(asmae.page, "cv.field_profile", "Je parle quatre langues.");
  await asmae.saved();
  await expect(there.locator(".cv-paper")).not.toContainText("quatre");
  await asmae.page.goto(application);
  await expect(withCv.getByRole("link", { name: part("cv.cv_number", { number: NEXT }) })).toBeVisible();
});

test("taken along: PDF, plain text, paper without the screen around it", async ({ enter }) => {
  const asmae = await enter("asmae");
  const { page } = asmae;
  await addCv(page, { title: "Ménage" }, NEXT);
  await write(page, "cv.field_name", "Asmae B.");
  await addEntry(page, "experience", { "cv.field_job": "Aide-ménagère", "cv.field_did": "Trois familles." });
  await asmae.saved();
  const load = link(page, "cv.pdf");
  const [download] = await Promise.all([page.waitForEvent("download"), load.click()]);
  const bytes = readFileSync(await download.path());
  expect(bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  const address = (await load.getAttribute("href")) ?? "";
  const answer = await asmae.context.request.get(address);
  expect(answer.headers()["content-disposition"]).toMatch(/^attachment;/);
  const plain = await asmae.context.request.get(address.replace(/pdf$/, "txt"));
  expect(plain.headers()["content-type"]).toMatch(/^text\/plain/);
  const words = await plain.text();
  const pieces = ["Asmae B.", "EXPÉRIENCE", "Aide-ménagère", "Trois familles."];
  for (const piece of pieces) expect(words).toContain(piece);

  await asmae.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await button(page, "cv.copy_text").click();
  await expect(button(page, "action.copied")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  for (const piece of pieces) expect(copied).toContain(piece);

  await button(page, "cv.look").click();
  await expect(page.locator(".cv-paper")).toBeVisible();
  await expectAxeClean(page);
  await page.emulateMedia({ media: "print" });
  const paper = page.locator(".cv-paper");
  await expect(paper).toContainText("Aide-ménagère");
  await expect(paper).toHaveCSS("color", "rgb(0, 0, 0)");
  const size = await paper.locator("p").first().evaluate((p) => Number.parseFloat(getComputedStyle(p).fontSize));
  // 12 points are 16 pixels.
  expect(size).toBeGreaterThanOrEqual(16);
  for (const screen of [".nav", ".topbar", "button", "h1", "textarea"]) {
    for (const shown of await page.locator(screen).all()) await expect(shown, screen).toBeHidden();
  }
  // The plan on paper: no menu either.
  await asmae.open("/plan");
  await expect(heading(page)).toHaveText(text("plan.title"));
  for (const screen of [".nav", ".topbar"]) await expect(page.locator(screen).first(), screen).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await expect(page.locator(".nav")).toBeVisible();
});

test("a version for me alone: the mentor does not know it, and not what goes with an application", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  await cecile.open("/cvs");
  // What is private counts for itself: a gap in the shared numbers would tell of it.
  const cv = await addCv(asmae.page, { title: "Zibeline", onlyMe: true }, 1);
  await write(asmae.page, "cv.field_profile", "Zibeline aussi.");
  const pdfOf = (await link(asmae.page, "cv.pdf").getAttribute("href")) ?? "";
  await expect(asmae.page.locator("#app").getByText(text("cv.review_private"))).toBeVisible();
  await addApplication(asmae.page, "Ouvreuse", "Cinéma Churchill");
  await attach(asmae.page, cv);
  await moveTo(asmae.page, "sent");
  await asmae.saved();
  expect((await asmae.context.request.get(pdfOf)).status()).toBe(200);

  await openFrom(cecile.page, "applications", "Ouvreuse");
  await expect(cecile.page.locator("#app").getByText(whole("cv.with_hidden", { name: "Asmae" }))).toBeVisible(LIVE);
  await expectAxeClean(cecile.page);
  await cecile.open("/cvs");
  await expect(cecile.page.locator(".card--link").first()).toBeVisible();
  await expect(cecile.page.locator("#app")).not.toContainText("Zibeline");
  await cecile.open(`/cvs/${cv}`);
  await expect(heading(cecile.page)).toHaveText(text("cv.gone_title"));
  expect((await cecile.context.request.get(pdfOf)).status()).toBe(404);
  expect((await cecile.context.request.get(pdfOf.replace(/pdf$/, "txt"))).status()).toBe(404);

  // Shared after all: it takes the next number of those that both see, on her page too.
  await asmae.open(`/cvs/${cv}`);
  await asmae.page.getByRole("button", { name: part("privacy.share", { name: "Cécile" }) }).click();
  for (const { page } of [asmae, cecile]) {
    await expect(heading(page)).toHaveText(whole("cv.cv_number", { number: NEXT }), LIVE);
  }
  await expect(cecile.page.locator(".cv-paper")).toContainText("Zibeline aussi.");
});
