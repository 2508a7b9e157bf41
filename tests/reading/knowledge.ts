import { join } from 'node:path';
import { loadKnowledge } from '../../src/ingest/workers/knowledge-files.ts';

/** The project's own knowledge files. */
export const knowledge = loadKnowledge(join(import.meta.dirname, '../../data/knowledge'));
