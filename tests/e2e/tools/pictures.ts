// The pictures of the README, from the demo: the mentee's phone and the mentor's desk.
import { DESK, expect, PHONE, test } from "../fixtures/test";
import { take } from "./picture";

test("mentee", async ({ enter }) => {
  const asmae = await enter("asmae", { ...PHONE, scale: 2 });
  await asmae.open("/week");
  await asmae.saved();
  await take(asmae, "mentee");
});

test("mentor", async ({ enter }) => {
  const cecile = await enter("cecile", DESK);
  await cecile.open("/applications");
  await cecile.page.getByRole("link", { name: "Puéricultrice, mi-temps" }).click();
  await expect(cecile.page.locator("#app h1")).toBeFocused();
  await cecile.saved();
  await take(cecile, "mentor");
});
