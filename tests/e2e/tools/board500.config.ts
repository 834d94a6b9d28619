// Measures a board of 500 items on a slow phone: npx playwright test -c tools/board500.config.ts
import { defineConfig } from "@playwright/test";
import journeys from "../playwright.config";

export default defineConfig({
  ...journeys,
  testDir: ".",
  testMatch: "board500.ts",
  timeout: 180_000,
  // Whatever else runs is measured too.
  workers: 1,
  use: { ...journeys.use, trace: "off", screenshot: "off" },
  outputDir: "../../../target/board500",
});
