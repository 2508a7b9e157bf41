import { join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };

/** Node's options for the bot, as `npm start` has them. */
export const startOptions = packageJson.scripts.start.split(' ').filter(word => word.startsWith('--'));

/** Where processes find what was compiled before: with it, what strips the types is not loaded. */
export const compiledBefore =
  process.env.NODE_COMPILE_CACHE ?? join(import.meta.dirname, '../node_modules/.cache/compiled');
