// Runs the browser suite with the Chromium or Chrome of this machine: none is downloaded.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const USUAL = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const root = join(import.meta.dirname, '..');
const chromium = USUAL.find((path) => path && existsSync(path));

if (chromium) {
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const run = spawnSync(process.execPath, [playwright, 'test', ...process.argv.slice(2)], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CHROMIUM: chromium },
  });
  process.exit(run.status ?? 1);
}
console.error(
  'SKIPPED: the browser suite wants Chromium or Chrome (Debian: apt install chromium), ' +
    'or CHROMIUM=/path/to/it',
);
