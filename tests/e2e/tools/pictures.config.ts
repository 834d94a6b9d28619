// Takes the pictures of the README: npx playwright test -c tools/pictures.config.ts
import { defineConfig } from "@playwright/test";
import journeys from "../playwright.config";

export default defineConfig({ ...journeys, testDir: ".", testMatch: "pictures.ts", outputDir: "../../../target/pictures" });
