// The style of all pages but the first is a file of its own: none of them is seen without it.
import { button } from "../fixtures/plan";
import { DESK, expect, PHONE, test, text } from "../fixtures/test";

const STYLE = "**/later-*.css";

for (const [where, screen] of [["a phone", PHONE], ["a desk", DESK]] as const) {
  test(`on ${where} a page waits for its style, and asks for it again`, async ({ arrive }) => {
    const { page, trouble } = await arrive("visitor", screen);
    trouble.allow(/later-/, /Failed to load resource/);
    const app = page.locator("#app");
    let asked = 0;
    let send = () => {};
    const held = new Promise<void>((resolve) => {
      send = resolve;
    });
    await page.route(STYLE, async (route) => {
      asked += 1;
      if (asked === 1) return await route.abort();
      await held;
      await route.continue();
    });
    await page.goto("/gallery");
    // The line broke: it is said, with a way on.
    await expect(app).toContainText(text("api.offline"));
    await expect(app.locator("h1")).toHaveText(text("api.not_here"));
    await button(page, "action.retry").click();
    await expect.poll(() => asked).toBe(2);
    await expect(app.locator(".loading")).toBeVisible();
    await expect(app.locator("h1")).toHaveCount(0);
    send();
    await expect(app.locator("h1")).toBeVisible();
    // Fields are grids by that style alone.
    const field = app.locator(".field").first();
    expect(await field.evaluate((element) => getComputedStyle(element).display)).toBe("grid");
    expect(asked).toBe(2);
  });
}
