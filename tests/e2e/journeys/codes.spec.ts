// Sector codes: read, marked and asked about; written by a mentor, looked at by a coordinator,
// found by a mentee; confirmed by region; readable without a network.
import { expectAxeClean } from "../fixtures/axe";
import { answer, line } from "../fixtures/forms";
import { button, field, heading, link, message, messageTo, say } from "../fixtures/plan";
import { expect, part, type Person, test, text, whole } from "../fixtures/test";

/** A change of one is on the other's screen within this time (milliseconds). */
const LIVE = { timeout: 3_000 };
/** A card of the sector that Asmae aims at. */
const PHOTO = "Photos et vie privée des enfants";

/** Opens a card from the first page of the library. */
async function openCard({ page }: Person, situation: string): Promise<void> {
  await page.locator("#app").getByRole("link", { name: situation }).first().click();
  await expect(heading(page)).toHaveText(situation);
}

test("a card is read, marked and asked about; the question goes to the library without a name", async ({
  server,
  enter,
}) => {
  test.slow();
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  await cecile.open("/codes");
  await asmae.open("/codes");
  await expectAxeClean(asmae.page);
  await openCard(asmae, PHOTO);
  for (const part of ["happens", "expected", "wrong", "say"]) {
    await expect(asmae.page.getByRole("heading", { name: text(`codes.${part}`), exact: true })).toBeVisible();
  }
  await expect(asmae.page.locator(".codecard__sentence q")).not.toBeEmpty();
  await expectAxeClean(asmae.page);

  await answer(asmae.page, "codes.mark_tried").check();
  await expect(cecile.page.locator("#app").getByRole("link", { name: PHOTO })).not.toHaveCount(0);
  await openCard(cecile, PHOTO);
  const seen = cecile.page.locator("#app");
  await expect(seen).toContainText(part("codes.mark_tried_of", { name: "Asmae" }), LIVE);
  await answer(asmae.page, "codes.mark_question").check();
  await expect(seen).toContainText(part("codes.mark_question_of", { name: "Asmae" }), LIVE);

  await button(asmae.page, "codes.question_send").click();
  await expect(messageTo(asmae.page, "Cécile")).toBeFocused();
  await expect(asmae.page.getByRole("checkbox", { name: text("talk_question.asks") })).toBeChecked();
  await say(asmae.page, "Cécile", "Et si un parent envoie la photo ?");
  await expectAxeClean(asmae.page);
  await expect(message(cecile.page, "Et si un parent envoie la photo ?")).toBeVisible(LIVE);
  await cecile.open("/codes");
  const waiting = seen.getByRole("listitem").filter({ hasText: PHOTO }).filter({ hasText: text("talk_question.waits") });
  await expect(waiting).toBeVisible();
  await expectAxeClean(cecile.page);
  await waiting.getByRole("link").click();
  await say(cecile.page, "Asmae", "Demandez d’abord à la directrice.");
  // She is where one writes: what comes waits one press away, and moves nothing.
  const held = asmae.page.getByRole("button", { name: whole("comment.held", { n: 1 }) });
  await expect(held).toBeVisible(LIVE);
  // As a thumb does: to the end of the page, clear of what is fixed at its edge.
  await asmae.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await held.click();
  await expect(message(asmae.page, "Demandez d’abord à la directrice.")).toBeVisible();

  // To the library: written, looked at, sent, and nobody can tell by whom.
  await button(asmae.page, "codes.ask_offer").click();
  await field(asmae.page, "codes.ask_label").fill("Peut-on photographier une fête ?");
  await expectAxeClean(asmae.page);
  await button(asmae.page, "codes.ask_see").click();
  await expect(asmae.page.locator(".version").getByText("Peut-on photographier une fête ?")).toBeVisible();
  await expect(asmae.page.getByText(text("codes.ask_anonymous"))).toBeVisible();
  await expectAxeClean(asmae.page);
  const sent = asmae.page.waitForRequest((request) => request.method() === "POST" && /codes\/questions/.test(request.url()));
  await button(asmae.page, "codes.ask_send").click();
  expect((await sent).postData()).not.toMatch(/asmae/i);
  await expect(asmae.page.locator("#app").getByText(text("codes.ask_done"))).toBeVisible();
  await expectAxeClean(asmae.page);

  const staff = await enter(server.staff());
  for (const [person, path] of [[cecile, "/codes/write"], [staff, "/codes/moderate"]] as const) {
    const received = person.page.waitForResponse((response) => /\/codes\/questions/.test(response.url()));
    await person.open(path);
    const question = person.page.getByRole("listitem").filter({ hasText: "Peut-on photographier une fête ?" });
    await expect(question).toBeVisible();
    expect(await (await received).text()).not.toMatch(/asmae/i);
    await expect(question).not.toContainText(/asmae/i);
    await expectAxeClean(person.page);
  }
});

test("a mentor writes a card, it comes back with a word, is published, and is found", async ({ server, enter }) => {
  test.slow();
  const [asmae, cecile, staff] = [await enter("asmae"), await enter("cecile"), await enter(server.staff())];
  const situation = "La fête de fin d’année à la crèche";
  await cecile.open("/codes");
  await link(cecile.page, "codes.write").click();
  await expect(heading(cecile.page)).toHaveText(text("codes.write"));
  // Nothing written: said once, at each question.
  await button(cecile.page, "codes.send").click();
  await expect(cecile.page.locator(".summary")).toBeFocused();
  await expect(cecile.page.locator(".summary").getByRole("link")).not.toHaveCount(0);
  await expectAxeClean(cecile.page);

  await cecile.page.locator("select#sector").selectOption("education");
  await field(cecile.page, "codes.situation").fill(situation);
  await field(cecile.page, "codes.happens").fill("Les familles apportent chacune un plat.");
  await field(cecile.page, "codes.expected").fill("On demande à la responsable ce qui manque.");
  await field(cecile.page, "codes.wrong").fill("On vient sans rien, par timidité.");
  await field(cecile.page, "codes.say").fill("Que puis-je apporter pour la fête ?");
  const preview = cecile.page.getByRole("heading", { name: text("codes.preview"), exact: true }).locator("..");
  await expect(preview.locator(".codecard__sentence")).toContainText("Que puis-je apporter pour la fête ?");
  await answer(cecile.page, "codes.name_yes").check();
  await expectAxeClean(cecile.page);
  const sending = button(cecile.page, "codes.send");
  await expect(async () => {
    if (await sending.isVisible()) await sending.click();
    await expect(heading(cecile.page)).toHaveText(text("codes.own_title"), { timeout: 1_000 });
  }).toPass({ intervals: [200] });
  const own = cecile.page.locator("#app .card").filter({ hasText: situation });
  await expect(own).toContainText(text("codes.state_waiting"));
  await expectAxeClean(cecile.page);

  // Nobody finds it before a coordinator has read it.
  await asmae.open("/codes");
  await line(asmae.page, "codes.search").fill("fête crèche");
  await button(asmae.page, "codes.find").click();
  await expect(asmae.page.getByRole("heading", { level: 2 }).first()).toBeVisible();
  await expect(asmae.page.getByRole("link", { name: situation })).toHaveCount(0);

  // Back with a word; without one it does not go back.
  await staff.open("/codes/moderate");
  await expectAxeClean(staff.page);
  await staff.page.getByRole("link", { name: situation }).click();
  await expect(heading(staff.page)).toHaveText(text("moderation.title_one"));
  await button(staff.page, "moderation.return").click();
  await expect(staff.page.locator(".summary")).toBeFocused();
  await expectAxeClean(staff.page);
  await line(staff.page, "moderation.reply").fill("Très clair. Dites aussi qui nettoie après.");
  await button(staff.page, "moderation.return").click();
  await expect(heading(staff.page)).toHaveText(text("moderation.title"));
  await expect(staff.page.getByRole("link", { name: situation })).toHaveCount(0);

  await cecile.open("/codes/mine");
  await expect(own).toContainText(text("codes.state_returned"));
  await expect(own).toContainText("Dites aussi qui nettoie après.");
  await link(own, "codes.own_change").click();
  await expect(field(cecile.page, "codes.situation")).toHaveValue(situation);
  await field(cecile.page, "codes.expected").fill("On demande ce qui manque. On range ensemble après.");
  await expectAxeClean(cecile.page);
  await button(cecile.page, "codes.own_change").click();
  await expect(heading(cecile.page)).toHaveText(text("codes.own_title"));
  await expect(own).toContainText(text("codes.state_waiting"));

  await staff.open("/codes/moderate");
  await staff.page.getByRole("link", { name: situation }).click();
  await expect(field(staff.page, "codes.expected")).toHaveValue(/On range ensemble après/);
  await button(staff.page, "moderation.publish").click();
  await expect(heading(staff.page)).toHaveText(text("moderation.title"));

  await asmae.open("/codes");
  await line(asmae.page, "codes.search").fill("fete creche");
  await button(asmae.page, "codes.find").click();
  await expect(asmae.page.getByRole("link", { name: situation })).toBeVisible();
  await expectAxeClean(asmae.page);
  await openCard(asmae, situation);
  await expect(asmae.page.locator("#app")).toContainText("On range ensemble après.");
  await expect(asmae.page.locator("#app")).toContainText(part("codes.by", { name: "Cécile" }));
  await cecile.open("/codes/mine");
  await expect(own).toContainText(text("codes.state_published"));
});

test("still true, for people of a region, and taken back", async ({ enter }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  const count = part("codes.still_true", { n: 1, region: text("region.wallonia") });
  await cecile.open("/codes/any-on-time");
  // Without a region the answer means nothing.
  await answer(cecile.page, "codes.verdict_still_true").check();
  await button(cecile.page, "codes.verdict_send").click();
  await expect(cecile.page.getByText(text("codes.verdict_region_pick"))).toBeVisible();
  await expectAxeClean(cecile.page);
  await answer(cecile.page, "region.wallonia").check();
  await expect(async () => {
    await button(cecile.page, "codes.verdict_send").click();
    await expect(cecile.page.locator("#app")).toContainText(count, { timeout: 1_000 });
  }).toPass({ intervals: [200] });
  await asmae.open("/codes/any-on-time");
  await expect(asmae.page.locator("#app")).toContainText(count);
  await expectAxeClean(asmae.page);
  await button(cecile.page, "codes.verdict_take_back").click();
  await expect(cecile.page.locator("#app")).not.toContainText(count);
  await asmae.page.reload();
  await expect(asmae.page.locator(".codecard")).toBeVisible();
  await expect(asmae.page.locator("#app")).not.toContainText(count);
});

test("after one visit the cards of the chosen sector open without a network", async ({ enter }) => {
  const asmae = await enter("asmae");
  await asmae.open("/codes");
  await expect(asmae.page.locator("#app").getByText(text("codes.kept"))).toBeVisible();
  asmae.trouble.allowNetwork();
  await asmae.context.setOffline(true);
  for (const situation of [PHOTO, "Parler aux parents le soir"]) {
    await openCard(asmae, situation);
    await expect(asmae.page.locator(".codecard__sentence q")).not.toBeEmpty();
    await expect(asmae.page.locator("#app").getByText(text("codes.copy_offline"))).toBeVisible();
    await expectAxeClean(asmae.page);
    await asmae.page.getByRole("link", { name: whole("app.back_to", { page: text("codes.title") }) }).click();
    await expect(heading(asmae.page)).toHaveText(text("codes.title"));
  }
  // What is said of a card waits for the network, and then goes.
  await openCard(asmae, PHOTO);
  await answer(asmae.page, "codes.mark_new").check();
  await asmae.context.setOffline(false);
  await asmae.saved();
  await asmae.page.reload();
  await expect(answer(asmae.page, "codes.mark_new")).toBeChecked();
});
