// Builds both dashboards into dist, unless what they are made of is what it was the last time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = ['projects', 'tools', 'angular.json', 'tsconfig.json', 'package-lock.json'];
const LEAST_NODE = [20, 19];
const BUILT = join(ROOT, 'dist', 'made-of.txt');
const INSTALLED = join(ROOT, 'node_modules', 'made-of.txt');

requireNode();
const packages = hashOf(['package-lock.json']);
if (remembered(INSTALLED) !== packages) {
  console.log('dashboards: installing packages');
  npm('ci', '--no-progress');
  writeFileSync(INSTALLED, packages);
}
const sources = hashOf(SOURCES);
if (remembered(BUILT) === sources) {
  console.log('dashboards: unchanged');
} else {
  npm('run', 'build');
  writeFileSync(BUILT, sources);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
    console.error(
      `Node.js ${process.versions.node} is too old for the dashboards: ` +
        `install ${LEAST_NODE.join('.')} or newer`,
    );
    process.exit(1);
  }
}

function npm(...args) {
  const run = spawnSync(process.execPath, [join(ROOT, 'tools', 'npm.mjs'), ...args], {
    stdio: 'inherit',
  });
  if (run.status !== 0) {
    process.exit(run.status ?? 1);
  }
}

function remembered(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Over the names and contents of files, and of all files below folders. */
function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((path) => filesBelow(join(ROOT, path)))) {
    hash.update(relative(ROOT, path)).update('\0').update(readFileSync(path));
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  return statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesBelow(join(path, name)))
    : [path];
}
