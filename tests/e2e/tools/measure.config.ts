// Measures visits on slow lines and a slow phone: npx playwright test -c tools/measure.config.ts
import { defineConfig } from "@playwright/test";
import journeys from "../playwright.config";

export default defineConfig({
  ...journeys,
  testDir: ".",
  testMatch: "measure.ts",
  timeout: 900_000,
  // Whatever else runs is measured too.
  workers: 1,
  retries: 0,
  use: { ...journeys.use, trace: "off", screenshot: "off" },
  outputDir: "../../../target/measure",
});
