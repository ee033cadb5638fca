import { defineConfig } from 'vitest/config';

/** A busy machine is slow, not wrong: a test that hangs still ends. */
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } });
