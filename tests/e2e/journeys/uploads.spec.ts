// Files on a bad line: what arrived is not sent twice, what waits survives, what is refused comes back.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import * as tus from "tus-js-client";
import { expectAxeClean } from "../fixtures/axe";
import { pdf, startCv } from "../fixtures/cvs";
import { fill, mayFill } from "../fixtures/device";
import { confirm } from "../fixtures/person";
import { button, field, heading, link } from "../fixtures/plan";
import { expect, part, test, text, whole } from "../fixtures/test";
import { bigPdf, phone, photoOfPaper, pieces } from "../fixtures/uploads";

/** The demo has two versions: the next one is the third. */
const NEXT = 3;

/** The input for the file, what is wrong with it, and where it is. */
function place(page: Page) {
  const input = page.getByLabel(text("cv.file_label"));
  const error = page.locator(".field").filter({ has: input }).locator(".field__error");
  return { input, error, said: page.locator("#app p[role=status]") };
}

/** Chooses a file in the form and adds the version. */
async function add(page: Page, file: Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0]): Promise<void> {
  const { input, said } = place(page);
  await input.setInputFiles(file);
  await expect(said).toContainText(/Ko|Mo/);
  await button(page, "cv.add").click();
}

/** The page of a version whose file is still here. */
async function expectWaiting(page: Page): Promise<void> {
  await expect(heading(page)).toHaveText(text("waiting_file.title"));
  await expect(page.locator("#app .notice")).toContainText(text("waiting_file.chip"));
  await expect(page.locator("#app .notice")).toContainText(part("waiting_file.unseen", { name: "Cécile" }));
}

async function cookie(context: BrowserContext): Promise<string> {
  const cookies = await context.cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

test("tus: another client sends, is cut by a power cut, and goes on", async ({ enter, server }) => {
  const asmae = await enter("asmae");
  asmae.trouble.allowNetwork();
  const boards = await (await asmae.context.request.get("/api/v1/boards")).json();
  const file = bigPdf("CV été.pdf", 300_000);
  const sent: string[] = [];
  const headers = { cookie: await cookie(asmae.context) };
  const options: tus.UploadOptions = {
    endpoint: `${server.url}/api/v1/boards/${boards[0].id}/uploads`,
    chunkSize: 65_536,
    retryDelays: null,
    headers,
    metadata: { filename: file.name },
    onBeforeRequest: (request) =>
      void sent.push(`${request.getMethod()} ${request.getHeader("Upload-Offset") ?? ""}`.trim()),
  };
  const half = await new Promise<string>((resolve, reject) => {
    const upload = new tus.Upload(file.buffer, {
      ...options,
      onError: reject,
      onChunkComplete: (_, accepted) => {
        if (accepted < 2 * 65_536) return;
        void upload.abort().then(() => resolve(upload.url ?? ""));
      },
    });
    upload.start();
  });
  expect(sent).toEqual(["POST", "PATCH 0", "PATCH 65536"]);
  await server.kill();
  await server.restart();
  sent.length = 0;
  await new Promise<void>((resolve, reject) => {
    const upload = new tus.Upload(file.buffer, {
      ...options,
      uploadUrl: half,
      onError: reject,
      onSuccess: () => resolve(),
    });
    upload.start();
  });
  expect(sent).toEqual(["HEAD", "PATCH 131072", "PATCH 196608", "PATCH 262144"]);
  const kept = await (await asmae.context.request.get(half)).json();
  expect(kept.file).toMatchObject({ kind: "pdf", name: file.name, bytes: 300_000 });
  const bytes = await asmae.context.request.get(`/api/v1/boards/${boards[0].id}/files/${kept.file.sha256}`);
  expect((await bytes.body()).equals(file.buffer)).toBe(true);
  // With the first piece in the creation, and given up by the protocol.
  sent.length = 0;
  const given = await new Promise<string>((resolve, reject) => {
    const upload = new tus.Upload(file.buffer, {
      ...options,
      uploadDataDuringCreation: true,
      onError: reject,
      onChunkComplete: () => {
        const address = upload.url ?? "";
        void upload.abort(true).then(() => resolve(address), reject);
      },
    });
    upload.start();
  });
  expect(sent.at(0)).toBe("POST");
  expect(sent.at(-1)).toBe("DELETE");
  const gone = await asmae.context.request.fetch(given, { method: "HEAD", headers: { "tus-resumable": "1.0.0" } });
  expect(gone.status()).toBe(404);
});

test("an upload that is cut goes on where it was; nobody sees a version without its file", async ({ enter, server }) => {
  const [asmae, cecile] = [await enter("asmae"), await enter("cecile")];
  const { page, context } = asmae;
  for (const person of [asmae, cecile]) person.trouble.allowNetwork();
  await startCv(page, { title: "CV coupé", way: "file" });
  const offsets = pieces(context);
  let cut = false;
  await context.route("**/uploads/*", async (route) => {
    const later = Number(route.request().headers()["upload-offset"] ?? 0) > 0;
    if (cut || !later) return await route.fallback();
    cut = true;
    await server.kill();
    await route.abort();
  });
  const own = bigPdf("Mon CV.pdf", 400_000);
  await add(page, own);
  await expectWaiting(page);
  await expect(page.locator("#app")).toContainText(own.name);
  await expectAxeClean(page);
  await page.screenshot({ path: test.info().outputPath("waiting.png"), fullPage: true });
  expect(offsets).toEqual([0, 65_536]);
  await server.restart();
  offsets.length = 0;
  await cecile.open("/cvs");
  await expect(cecile.page.locator("#app")).not.toContainText("CV coupé");
  // By itself, or by the button, whatever is first.
  await expect(async () => {
    const now = button(page, "waiting_file.retry").or(page.getByRole("button", { name: part("waiting_file.retry") }));
    if (await now.isVisible()) await now.click({ timeout: 1_000 });
    await expect(heading(page)).toHaveText(whole("cv.cv_number", { number: NEXT }), { timeout: 3_000 });
  }).toPass();
  expect(offsets[0]).toBe(65_536);
  expect(offsets).not.toContain(0);
  await expect(cecile.page.getByRole("link", { name: /CV coupé/ })).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent("download"), link(page, "cv.file_open").click()]);
  expect(readFileSync(await download.path()).equals(own.buffer)).toBe(true);
  await asmae.saved();
});

test("a photo chosen without a network waits, survives the browser, and leaves by itself", async ({ server }) => {
  const folder = mkdtempSync(join(tmpdir(), "passerelle-phone-"));
  let context = await phone(server, folder);
  let page = context.pages()[0] ?? (await context.newPage());
  await page.goto(server.link("asmae"));
  await confirm(page, true);
  await expect(heading(page)).toBeVisible();
  const photo = await photoOfPaper(page, 3000, 4000);
  await startCv(page, { title: "CV sur papier", way: "file" });
  await context.setOffline(true);
  await add(page, photo);
  await expectWaiting(page);
  await expect(page.locator("#app")).toContainText("IMG_2041.jpg");
  await expectAxeClean(page);
  await page.screenshot({ path: test.info().outputPath("photo-waiting.png"), fullPage: true });
  // In the list too, marked.
  await page.getByRole("link", { name: part("cv.title") }).first().click();
  const card = page.locator(".card").filter({ hasText: "CV sur papier" });
  await expect(card).toContainText(text("waiting_file.chip"));
  await expectAxeClean(page);
  await page.screenshot({ path: test.info().outputPath("list-waiting.png"), fullPage: true });
  const size = /(\d+)\s*Ko/.exec((await card.textContent()) ?? "")?.[1];
  expect(Number(size)).toBeLessThanOrEqual(300);
  // The phone is switched off; it comes back with a network.
  await context.close();
  context = await phone(server, folder);
  page = context.pages()[0] ?? (await context.newPage());
  await page.goto("/cvs");
  await expect(page.getByRole("link", { name: /CV sur papier/ })).toContainText(part("cv.cv_number", { number: NEXT }));
  await expect(page.locator("#app")).not.toContainText(text("waiting_file.chip"));
  await page.getByRole("link", { name: /CV sur papier/ }).click();
  const answer = await context.request.get((await link(page, "cv.file_open").getAttribute("href")) ?? "");
  expect(answer.headers()["content-type"]).toBe("image/jpeg");
  await test.info().attach("photo-arrived", { body: await answer.body(), contentType: "image/jpeg" });
  await context.close();
  rmSync(folder, { recursive: true, force: true });
});

test("what the server does not take later is said, given back, and removed", async ({ enter }) => {
  const asmae = await enter("asmae");
  const { page, context } = asmae;
  asmae.trouble.allowNetwork();
  asmae.trouble.allow(/status of 415/);
  await startCv(page, { title: "CV abîmé", way: "file" });
  await context.setOffline(true);
  const broken = { name: "CV.docx", mimeType: "", buffer: Buffer.from("PK\x03\x04 pas un document") };
  await add(page, broken);
  await expectWaiting(page);
  await context.setOffline(false);
  await expect(page.locator("#app .notice")).toContainText(text("waiting_file.refused_lead"));
  await page.getByRole("link", { name: part("shell.tray", { n: 1 }) }).click();
  await expect(heading(page)).toHaveText(text("not_sent.title"));
  const entry = page.locator("#app li .card");
  await expect(entry).toContainText(text("file_error.not_accepted"));
  await expectAxeClean(page);
  await page.screenshot({ path: test.info().outputPath("refused.png"), fullPage: true });
  const way = (key: string) => entry.getByRole("button", { name: part(key) });
  const [download] = await Promise.all([page.waitForEvent("download"), way("waiting_file.save").click()]);
  expect(download.suggestedFilename()).toBe(broken.name);
  expect(readFileSync(await download.path()).equals(broken.buffer)).toBe(true);
  await way("waiting_file.remove").click();
  await button(page.getByRole("dialog"), "waiting_file.remove").click();
  await expect(page.locator("#app")).toContainText(text("not_sent.empty"));
  await asmae.saved();
});

test("a full device says so beside the field, and nothing else is lost", async ({ enter }) => {
  const asmae = await enter("asmae");
  const { page, context } = asmae;
  asmae.trouble.allowNetwork();
  await mayFill(page);
  await asmae.open("/cvs");
  await startCv(page, { title: "CV sans place", way: "file" });
  await context.setOffline(true);
  await fill(page, true);
  await add(page, pdf("Mon CV.pdf"));
  const { error, said } = place(page);
  await expect(error).toHaveText(text("waiting_file.no_room"));
  await expect(said).toContainText("Mon CV.pdf");
  await expect(field(page, "cv.title_label")).toHaveValue("CV sans place");
  await expectAxeClean(page);
  // With a network no room is needed.
  await context.setOffline(false);
  await expect(async () => {
    await button(page, "cv.add").click({ timeout: 1_000 });
    await expect(heading(page)).toHaveText(whole("cv.cv_number", { number: NEXT }), { timeout: 2_000 });
  }).toPass();
});
