// A CV that is a file: what may come in, what is said when it may not, and how it goes out again.
import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { PNG } from "pngjs";
import { expectAxeClean } from "../fixtures/axe";
import { type Picked, pdf, startCv, video } from "../fixtures/cvs";
import { button, field, heading, link } from "../fixtures/plan";
import { expect, part, test, text, whole } from "../fixtures/test";

/** The demo has two versions: the next one is the third. */
const NEXT = 3;

/** The input, and what is said beside it. */
function place(page: Page) {
  const input = page.getByLabel(text("cv.file_label"));
  const field = page.locator(".field").filter({ has: input });
  return { input, error: field.locator(".field__error"), said: page.locator("#app p[role=status]") };
}

/** Sends the form; a press right after another one, with nothing changed, counts as the same. */
async function send(page: Page): Promise<void> {
  await expect(async () => {
    await button(page, "cv.add").click({ timeout: 1_000 });
    await expect(heading(page)).toHaveText(whole("cv.cv_number", { number: NEXT }), { timeout: 2_000 });
  }).toPass();
}

test("a file: what is none of the kinds is refused beside the field, a PDF is kept as it is", async ({ enter }, info) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  const { page } = asmae;
  await startCv(page, { title: "CV de l’école", way: "file" });
  const { input, error, said } = place(page);
  await expectAxeClean(page);
  // Nothing chosen: said once in the summary and beside the field.
  await button(page, "cv.add").click();
  await expect(page.locator(".summary")).toBeFocused();
  await expect(error).toHaveText(text("cv.file_missing"));

  // On the disk: so much would travel to the browser for half a minute.
  const film = video("Vacances.pdf", 60_000);
  const long = info.outputPath(film.name);
  writeFileSync(long, film.buffer);
  truncateSync(long, 40_000_000);
  const refused: [Picked | string, RegExp][] = [
    [video("Mon CV.pdf", 60_000), part("cv.file_not_pdf")],
    [video("Mon CV.mp4", 60_000), part("file_error.not_accepted")],
    [{ name: "vide.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(0) }, part("cv.file_empty")],
    [long, part("cv.file_too_large", { size: "40 Mo", max: "5 Mo" })],
  ];
  for (const [file, words] of refused) {
    await input.setInputFiles(file);
    await expect(error).toHaveText(words);
    await expect(input).toHaveAttribute("aria-invalid", "true");
    await expect(input).toHaveAccessibleDescription(words);
  }
  rmSync(long);
  await expectAxeClean(page);
  // What only the server can see: it looks like a Word file and is none.
  asmae.trouble.allow(/status of 415/);
  await input.setInputFiles({ name: "CV.docx", mimeType: "", buffer: Buffer.from("PK\x03\x04 pas un document") });
  await expect(said).toHaveText(whole("cv.file_chosen", { name: "CV.docx", size: "1 Ko" }));
  await expect(error).toHaveCount(0);
  await button(page, "cv.add").click();
  await expect(error).toHaveText(text("file_error.not_accepted"));
  await expect(heading(page)).toHaveText(text("cv.new_details_title"));
  await expect(field(page, "cv.title_label")).toHaveValue("CV de l’école");

  const own = pdf("Mon CV été 2026.pdf");
  await input.setInputFiles(own);
  await expect(said).toHaveText(whole("cv.file_chosen", { name: own.name, size: "1 Ko" }));
  await expect(error).toHaveCount(0);
  await send(page);
  await expect(page.locator("#app")).toContainText(own.name);
  await expectAxeClean(page);

  // Saved as a file, never opened as a page of ours; the mentor gets the same bytes.
  for (const person of [asmae, cecile]) {
    if (person === cecile) await cecile.open(new URL(page.url()).pathname);
    const load = link(person.page, "cv.file_open");
    const [download] = await Promise.all([person.page.waitForEvent("download"), load.click()]);
    expect(download.suggestedFilename()).toBe(own.name);
    expect(readFileSync(await download.path()).equals(own.buffer)).toBe(true);
    const answer = await person.context.request.get((await load.getAttribute("href")) ?? "");
    expect(answer.headers()["content-disposition"]).toMatch(/^attachment;/);
    expect(answer.headers()["content-type"]).toBe("application/pdf");
    expect(answer.headers()["x-content-type-options"]).toBe("nosniff");
  }
});

test("a photo is made smaller before it travels; a device of everybody keeps none", async ({ enter }) => {
  const asmae = await enter("asmae", undefined, false);
  const { page, context } = asmae;
  await startCv(page, { title: "Photo du papier", way: "file" });
  const { input, error, said } = place(page);
  const photo = new PNG({ width: 2400, height: 1200, colorType: 2 });
  photo.data.fill(200);
  const buffer = PNG.sync.write(photo, { colorType: 2 });
  await input.setInputFiles({ name: "papier.png", mimeType: "image/png", buffer });
  await expect(said).toContainText("papier.jpg");
  // Without network: said in words, and the choice and the name stay.
  asmae.trouble.allowNetwork();
  await context.setOffline(true);
  await button(page, "cv.add").click();
  await expect(error).toHaveText(text("cv.file_offline"));
  await expect(said).toContainText("papier.jpg");
  await expect(field(page, "cv.title_label")).toHaveValue("Photo du papier");
  await expectAxeClean(page);
  await context.setOffline(false);
  await send(page);
  await expect(page.locator("#app")).toContainText(text("cv.file_photo"));
  const answer = await context.request.get((await link(page, "cv.file_open").getAttribute("href")) ?? "");
  expect(answer.headers()["content-type"]).toBe("image/jpeg");
  // The frame header of the JPEG has its size: 1600 on the longest side.
  const bytes = await answer.body();
  const frames = [0xc0, 0xc1, 0xc2].map((mark) => bytes.indexOf(Buffer.from([0xff, mark])));
  const frame = frames.find((at) => at > 0) ?? 0;
  expect([bytes.readUInt16BE(frame + 7), bytes.readUInt16BE(frame + 5)]).toEqual([1600, 800]);
});
