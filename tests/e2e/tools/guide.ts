// The pictures of docs/guide.md, from the demo.
import { DESK, expect, type Person, PHONE, test } from "../fixtures/test";
import { ROUTES } from "../fixtures/pages";
import { take } from "./picture";

/** A picture, the one whose page it is, and the page by its name in `fixtures/pages.ts`. */
const PICTURES: [picture: string, role: "asmae" | "cecile" | "nadia" | "helene", page: string][] = [
  ["week", "asmae", "week"],
  ["plan", "asmae", "plan"],
  ["objective", "asmae", "objective"],
  ["applications", "asmae", "applications"],
  ["application", "asmae", "application"],
  ["cvs", "asmae", "CVs"],
  ["services", "asmae", "services"],
  ["referral", "asmae", "referral"],
  ["codes", "asmae", "sector codes"],
  ["code", "asmae", "a code"],
  ["meetings", "asmae", "meetings"],
  ["prepare", "asmae", "prepare a meeting"],
  ["story", "asmae", "story"],
  ["who-sees", "asmae", "who sees what"],
  ["mentor-week", "cecile", "the mentor's week"],
  ["caseload", "nadia", "duos"],
  ["duo", "nadia", "duo"],
  ["contacts-due", "nadia", "whom to call"],
  ["matching", "nadia", "matching"],
  ["figures", "nadia", "figures"],
  ["follow-ups", "nadia", "follow-ups"],
  ["thresholds", "helene", "thresholds to change"],
];

async function show(person: Person, name: string): Promise<void> {
  const route = ROUTES.find((route) => route.name === name);
  if (!route) throw new Error(`no page is called ${name}`);
  await person.open(typeof route.at === "string" ? route.at : await route.at(person.page));
  await expect(person.page.locator("#app h1")).not.toBeEmpty();
  await expect(person.page.locator("#app [aria-busy=true], #app .loading")).toHaveCount(0);
}

for (const role of ["asmae", "cecile", "nadia", "helene"] as const) {
  test(`guide: ${role}`, async ({ enter }) => {
    test.setTimeout(240_000);
    const phone = role === "asmae";
    const person = await enter(role, phone ? { ...PHONE, scale: 1.5 } : DESK);
    for (const [picture, , page] of PICTURES.filter(([, whose]) => whose === role)) {
      await show(person, page);
      await take(person, `guide/${picture}`);
    }
  });
}
