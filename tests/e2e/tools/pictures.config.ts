// Takes the pictures of the README and the guide: npx playwright test -c tools/pictures.config.ts
import { defineConfig } from "@playwright/test";
import journeys from "../playwright.config";

export default defineConfig({
  ...journeys,
  testDir: ".",
  testMatch: ["pictures.ts", "guide.ts"],
  outputDir: "../../../target/pictures",
});
