// Measures the pages of an association with 5,000 duos: npx playwright test -c tools/caseload5000.config.ts
import { defineConfig } from "@playwright/test";
import journeys from "../playwright.config";

export default defineConfig({
  ...journeys,
  testDir: ".",
  testMatch: "caseload5000.ts",
  // A crowd with three years behind it takes a while to make, above all with a debug server.
  timeout: 900_000,
  // Whatever else runs is measured too.
  workers: 1,
  use: { ...journeys.use, trace: "off", screenshot: "off" },
  outputDir: "../../../target/caseload5000",
});
