// After a build: compresses what servers hand out compressed, says what a first visit to each
// dashboard loads, and fails above the budget.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';

const LIMIT_KB = 250;
const COMPRESSED = /\.(js|css|svg|txt)$/;

/** The scripts and styles that the index names: what is loaded before anything is shown. */
function initialFiles(index) {
  return new Set(
    [...index.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map((match) => match[1]),
  );
}

/** Compresses the files of a folder and gives the sizes by name. */
function compress(folder) {
  const sizes = new Map();
  for (const name of readdirSync(folder).filter((file) => COMPRESSED.test(file))) {
    const packed = gzipSync(readFileSync(join(folder, name)), {
      level: constants.Z_BEST_COMPRESSION,
    });
    writeFileSync(join(folder, `${name}.gz`), packed);
    sizes.set(name, packed.length);
  }
  return sizes;
}

let isOver = false;
for (const app of ['edge-dashboard', 'admin-portal']) {
  const folder = join(import.meta.dirname, '..', 'dist', app);
  const sizes = compress(folder);
  const initial = initialFiles(readFileSync(join(folder, 'index.html'), 'utf8'));
  const kb = [...initial].reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0) / 1000;
  console.log(`${app}: a first visit loads ${kb.toFixed(1)} kB of at most ${LIMIT_KB} kB`);
  isOver ||= kb === 0 || kb > LIMIT_KB;
}
if (isOver) {
  console.error(`A first visit may load ${LIMIT_KB} kB of scripts and styles, and not nothing.`);
  process.exit(1);
}
