// A meeting in one's own calendar: the file of one meeting, and the address that a calendar reads.
import { expectAxeClean } from "../fixtures/axe";
import { about, inDays, line, typeDay } from "../fixtures/forms";
import { button, heading, link } from "../fixtures/plan";
import { expect, part, test, text } from "../fixtures/test";

/** Days between now and the meeting. */
const AHEAD = 9;

test("the file of a meeting, and the address that follows the meetings until it is ended", async ({ enter, server }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  const { page } = cecile;
  const day = inDays(AHEAD);
  const stamp = `${day.year}${day.month.padStart(2, "0")}${day.day.padStart(2, "0")}`;
  await page.goto("/meetings/new");
  await typeDay(page, "meeting.day", day);
  await line(page, "meeting.time").fill("14 h 30");
  await line(page, "meeting.topics").fill("La lettre");
  await button(page, "meeting.propose").click();
  await expect(heading(page)).toContainText(day.said);
  await cecile.saved();
  await asmae.open(new URL(page.url()).pathname);
  await about(asmae.page, "meeting.yes", "").click();

  // The file comes through the link of the page, as a phone would fetch it.
  const file = link(page, "meeting.file");
  await expect(file).toBeVisible();
  await asmae.saved();
  const address = (await file.getAttribute("href")) ?? "";
  const read = async (path: string) => {
    const answer = await cecile.context.request.get(path);
    expect(answer.status()).toBe(200);
    expect(answer.headers()["content-type"]).toMatch(/^text\/calendar/);
    return (await answer.text()).replaceAll("\r\n ", "");
  };
  const one = await read(address);
  // Half past two in Belgium, in summer or in winter time.
  expect(one).toMatch(new RegExp(`DTSTART:${stamp}T1[23]3000Z`));
  expect(one.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  // A calendar may show it to anybody who passes by: no word of the board is in it.
  expect(one).not.toContain("La lettre");
  const [download] = await Promise.all([page.waitForEvent("download"), file.click()]);
  expect(download.suggestedFilename()).toMatch(/\.ics$/);

  // The address: made here, shown once, readable by a program that is not signed in.
  await page.goto("/meetings");
  await page.getByText(text("agenda.title"), { exact: true }).click();
  await button(page, "agenda.make").click();
  const shown = page.locator("#calendar-address");
  await expect(shown).toBeFocused();
  await expectAxeClean(page);
  const feed = (await shown.locator(".code-link").textContent()) ?? "";
  expect(feed).toContain(server.url);
  const calendar = async () => {
    const answer = await fetch(feed);
    return { status: answer.status, text: (await answer.text()).replaceAll("\r\n ", "") };
  };
  const { status, text: all } = await calendar();
  expect(status).toBe(200);
  expect(all).toContain(stamp);
  expect(all).not.toContain("La lettre");
  await button(page, "agenda.end").click();
  await page.getByRole("dialog").getByRole("button", { name: part("agenda.end") }).click();
  await expect(shown).toHaveCount(0);
  expect((await calendar()).status).toBe(404);
});
