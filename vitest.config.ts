import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { characterReferenceTable } from './src/build/character-references.ts';
import { slimGrayMatter } from './src/build/slim-gray-matter.ts';
import { readCorpus } from './test/support/corpus-command.ts';

/** Where `test/commands/setup.mjs` found the browser; the system's Chromium when it was not asked. */
const executablePath = process.env.LANYARD_CHROMIUM ?? '/usr/bin/chromium';

/**
 * `structure` reads source and build (`npm run check`); `unit` runs in Node; `browser` (files named `*.browser.test.ts`) in real Chromium, for what needs its DOM, its
 * sanitizer or its IndexedDB; `e2e` drives the built extension.
 */
export default defineConfig({
  resolve: { alias: characterReferenceTable },
  plugins: [slimGrayMatter()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // A test ends when it is done, not when a busy machine was too slow for it.
          testTimeout: 60_000,
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [
            'test/**/*.browser.test.{ts,tsx}',
            'test/e2e/**',
            'test/torture/**',
            'test/structure/**',
            'test/generators/**',
          ],
          setupFiles: ['test/support/temporal.ts'],
        },
      },
      {
        extends: true,
        optimizeDeps: { rolldownOptions: { plugins: [slimGrayMatter()] } },
        test: {
          name: 'browser',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: ['test/**/*.browser.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            commands: { readCorpus },
            provider: playwright({
              launchOptions: {
                executablePath,
                args: [
                  '--no-sandbox',
                  '--disable-quic',
                  '--disable-background-networking',
                  '--disable-component-update',
                  '--disable-sync',
                  '--no-first-run',
                ],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'generators',
          environment: 'node',
          include: ['test/generators/*.test.ts'],
          setupFiles: ['test/support/temporal.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'structure',
          environment: 'node',
          include: ['test/structure/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts', 'test/torture/*.test.ts'],
          exclude: ['**/*.browser.test.ts'],
          testTimeout: 120_000,
          // A browser on a busy machine takes more than the default second for a step.
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 60_000,
          // Two browsers at a time: each waits more than it works.
          maxWorkers: 2,
        },
      },
    ],
  },
});
