import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { makeTemplatesFolder } from './tests/support/templates-folder.ts'

makeTemplatesFolder()

// Two projects: `node` for the pure rooms, device, office, contracts and convergence; `dom` for screens on jsdom.
// Journeys and browser tests run in real Chromium under Playwright.
export default defineConfig({
  plugins: [react()],
  define: { __BUILD__: JSON.stringify('test') },
  test: {
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 2, // a third is no quicker on two cores: both are busy all the time
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'src/{domain,guides,rules,texts,sync,sealing,device,office}/**/*.test.ts',
            'tests/{contracts,convergence}/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: { name: 'dom', environment: 'jsdom', include: ['src/screens/**/*.test.{ts,tsx}'], setupFiles: ['tests/support/dom.ts'] },
      },
    ],
  },
})
