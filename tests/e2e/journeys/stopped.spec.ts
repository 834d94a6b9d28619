// The app stops in the middle: the page says so in three languages and offers to load again.
import { expect, test } from "../fixtures/test";

/** The smallest module that stops: one function, `unreachable`. */
const STOPS = [
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x04, 0x01, 0x60, 0x00, 0x00, 0x03, 0x02, 0x01, 0x00,
  0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x00, 0x0a, 0x05, 0x01, 0x03, 0x00, 0x00, 0x0b,
];

test("a panic of the app itself shows the notice", async ({ arrive }) => {
  const { page, trouble } = await arrive("visitor");
  trouble.allow(/unreachable/, /RuntimeError/);
  // The app panics when its page lacks the element that it fills.
  await page.route("**/gallery", async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/id="?app"?/, "id=elsewhere");
    await route.fulfill({ response: answer, body });
  });
  await page.goto("/gallery");
  const notice = page.locator("#crash");
  await expect(notice).toBeVisible();
  await expect(notice.locator("[lang=nl]")).toBeVisible();
  await page.unroute("**/gallery");
  await notice.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/(j.*)?$/);
  await expect(page.locator("#crash:visible")).toHaveCount(0);
});

test("a program that stops while it answers the page shows it, other errors do not", async ({ arrive }) => {
  const visitor = await arrive("visitor");
  const { page, trouble } = visitor;
  trouble.allow(/on purpose/, /unreachable/);
  await visitor.open("/gallery");
  const notice = page.locator("#crash");
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error("on purpose");
    });
    void Promise.reject(new Error("on purpose"));
  });
  await expect.poll(() => errors).toHaveLength(2);
  await expect(notice).toBeHidden();
  for (const way of ["error", "rejection"]) {
    await page.evaluate(
      ([bytes, way]) => {
        const module = new WebAssembly.Module(new Uint8Array(bytes as number[]));
        const stop = new WebAssembly.Instance(module).exports.f as () => void;
        (document.getElementById("crash") as HTMLElement).hidden = true;
        if (way === "error") setTimeout(stop);
        else void Promise.resolve().then(stop);
      },
      [STOPS, way] as const,
    );
    await expect(notice, way).toBeVisible();
  }
});
