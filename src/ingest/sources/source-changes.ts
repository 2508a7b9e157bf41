import type { SourceChanges } from '../../library/sources/types.ts';

const longestName = 80;
const longestLabel = 60;
const mostLabels = 20;

/** A name as it is stored, or null for none. */
export function nameIn(text: string): string | null {
  return oneLine(text).slice(0, longestName).trim() || null;
}

/** Labels with commas between them, each once; a dash or nothing means none. */
export function labelsIn(text: string): string[] {
  if (isNone(text)) return [];
  const labels = text.split(/[,;\n]/).flatMap(label => oneLine(label).slice(0, longestLabel).trim() || []);
  return [...new Set(labels)].slice(0, mostLabels);
}

/** A language's code (BCP 47, such as `en` or `pt-BR`), null where a dash or nothing takes it away; else why not. */
export function languageIn(text: string): { language: string | null } | 'not-a-language' {
  if (isNone(text)) return { language: null };
  try {
    const [code = ''] = Intl.getCanonicalLocales(text.trim().replace('_', '-'));
    // A word such as "English" would pass for a registered language of its own.
    return /^[a-z]{2,3}(?:-|$)/.test(code) ? { language: code } : 'not-a-language';
  } catch {
    // Not even shaped like a code.
    return 'not-a-language';
  }
}

/** What a change of the text's source is stored as; null for a word that names none. */
export function textFromIn(text: string): SourceChanges['textFrom'] | null {
  return text === 'auto' || text === 'feed' || text === 'page' ? text : null;
}

function isNone(text: string): boolean {
  return ['', '-', '–', '—'].includes(text.trim());
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
