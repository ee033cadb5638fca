import { defineConfig } from '@playwright/test';
import { join } from 'node:path';

/** As for Maven's tests: those with this tag are left out. */
const EXCLUDED = process.env['TEST_GROUPS_EXCLUDED'];

/**
 * The browser suite: real servers, workers and cameras, one Chromium, one test after the other. It
 * runs beside other tests, so that only what hangs takes as long as the limits here.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'target/e2e/traces',
  workers: 1,
  fullyParallel: false,
  timeout: 300_000,
  maxFailures: 4,
  ...(EXCLUDED ? { grepInvert: new RegExp(`@${EXCLUDED}`) } : {}),
  expect: { timeout: 60_000 },
  reporter: [['list'], ['html', { open: 'never', outputFolder: join('target', 'e2e', 'report') }]],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    // pictures of a whole test take as much of the processor as its page: one of its end is enough
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM'],
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
