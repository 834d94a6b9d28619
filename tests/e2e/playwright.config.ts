// How the journeys run. Every spec starts a server of its own on a free port, so there is neither a
// `webServer` nor a base address here; `cargo xtask test` names the programs:
//   CHROMIUM            the browser
//   PASSERELLE_SERVER   the server's program
//   PASSERELLE_APP      the folder with the built app
import { defineConfig } from "@playwright/test";

// The days of the journeys are those of their browsers and of the server, wherever they run.
process.env.TZ = "Europe/Brussels";

export default defineConfig({
  testDir: ".",
  // Under target/, with everything else that can be thrown away.
  outputDir: "../../target/e2e",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Two, because two people and a server share a machine with two cores.
  workers: 2,
  fullyParallel: false,
  // A journey that passes the second time only has found a race: the report calls it "flaky", with its
  // trace. It is a fault to look into, but on a noisy machine it need not hold everybody else up.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: {
    // A press that waits this long is a press on something that is not there.
    actionTimeout: 15_000,
    // The mentee's phone; the other people bring their own sizes.
    viewport: { width: 360, height: 640 },
    locale: "fr-BE",
    timezoneId: "Europe/Brussels",
    screenshot: "only-on-failure",
    trace: "retain-on-first-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  projects: [{ name: "chromium", use: { browserName: "chromium" } }],
});
