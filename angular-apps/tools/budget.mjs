// Says what a first visit to each dashboard loads, compressed, and fails above the budget.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 250;

/** The scripts and styles that the index names: what is loaded before anything is shown. */
function initialFiles(index) {
  const names = [...index.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map((match) => match[1]);
  return [...new Set(names)];
}

let isOver = false;
for (const app of ['edge-dashboard', 'admin-portal']) {
  const folder = join(import.meta.dirname, '..', 'dist', app);
  const files = initialFiles(readFileSync(join(folder, 'index.html'), 'utf8'));
  const bytes = files
    .map((file) => gzipSync(readFileSync(join(folder, file))).length)
    .reduce((sum, size) => sum + size, 0);
  const kb = bytes / 1000;
  console.log(`${app}: ${kb.toFixed(1)} kB of ${LIMIT_KB} kB in ${files.length} files, compressed`);
  isOver ||= files.length === 0 || kb > LIMIT_KB;
}
if (isOver) {
  console.error(`A dashboard's first visit loads more than ${LIMIT_KB} kB, or nothing at all.`);
  process.exit(1);
}
