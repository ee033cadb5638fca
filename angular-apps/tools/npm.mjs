// Runs npm with the given arguments: `node tools/npm.mjs run test`. On Windows npm is a script that
// only a shell starts.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const run = spawnSync('npm', process.argv.slice(2), {
  cwd: join(import.meta.dirname, '..'),
  stdio: ['ignore', 'inherit', 'inherit'],
  shell: process.platform === 'win32',
  env: { ...process.env, NG_CLI_ANALYTICS: 'false', CI: '1' },
});
if (run.error) {
  console.error(`npm cannot be started (${run.error.message}): install Node.js 20.19 or newer`);
}
process.exit(run.status ?? 1);
