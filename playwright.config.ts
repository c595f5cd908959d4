import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/browser.ts'
import { makeTemplatesFolder } from './tests/support/templates-folder.ts'

makeTemplatesFolder()

// Journeys and browser tests: real Chromium, the real office. Each file starts its own office (tests/support/office.ts).
export default defineConfig({
  testDir: 'tests',
  outputDir: '.cache/test-results',
  fullyParallel: false,
  // What looks at every screen keeps a processor busy; a journey mostly waits, for «Angre» to be over or for a network.
  workers: 4,
  projects: [
    { name: 'browser', testMatch: 'browser/**/*.spec.ts', workers: 2 },
    { name: 'journeys', testMatch: 'journeys/**/*.spec.ts', workers: 3 },
  ],
  retries: 0,
  // Far above what anything takes: a limit ends a test that hangs, and says nothing about how busy the machine is.
  timeout: 600_000,
  expect: { timeout: 90_000 },
  reporter: 'list',
  use: {
    viewport: { width: 390, height: 844 },
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    trace: 'off',
    actionTimeout: 90_000,
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
