import { join } from 'node:path';
import { loadKnowledge } from '../../src/knowledge.ts';

/** The project's own knowledge files. */
export const knowledge = loadKnowledge(join(import.meta.dirname, '../../data/knowledge'));
