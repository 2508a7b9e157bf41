import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { hasAsciiLetters } from './ascii.ts';

type Detector = typeof import('eld/small').eld;

let kept: Detector | undefined;

/** Letter statistics take 110 MB in each thread, and most texts are settled without them: loaded when first needed. */
function detector(): Detector {
  if (kept) return kept;
  const require = createRequire(import.meta.url);
  const path = fileURLToPath(import.meta.resolve('eld/small'));
  kept = (require(path) as typeof import('eld/small')).eld;
  return kept;
}

const sampleLength = 1_000;
/** UTF-16 code units that are enough for most texts. */
const firstSample = 400;

/**
 * The language of a text as an ISO 639-1 code. A text too short for statistics is classified by its script (English
 * if that is Latin); one without letters is `und`.
 */
export function languageOf(text: string): string {
  const start = text.slice(0, firstSample);
  if (isPlainlyEnglish(start)) return 'en';
  const first = detector().detect(start);
  if (first.language && first.isReliable() && lettersIn(start) >= enoughLetters) return first.language;
  const sample = text.slice(0, sampleLength);
  const letters = lettersIn(sample);
  if (letters === 0) return 'und';
  const found = detector().detect(sample);
  if (found.language && (found.isReliable() || letters > 120)) return found.language;
  return byScript(sample) ?? (letters > 40 && found.language ? found.language : 'en');
}

/** Small words of English that no other language has many of. */
const english = new Set('the and of to that with said from this which would has been'.split(' '));
/** With them, those that are rare in texts of any other language. */
const englishWords = new Set([
  ...english,
  ...'after against because could his into its it not their them they there these those'.split(' '),
  ...'through were what when where while who you your'.split(' '),
]);

/**
 * Whether quotes and their speakers can be found in a text: it is English, or too short or too mixed to be sure that it
 * is not.
 * @param language what `languageOf` gave for it
 */
export function isReadLanguage(language: string, text: string): boolean {
  if (language === 'en' || language === 'und') return true;
  const words =
    text
      .slice(0, sampleLength)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return words.filter(word => english.has(word)).length >= words.length * minEnglish;
}

/** The share of English function words from which on a text counts as English after all. */
const minEnglish = 0.05;

/** Function words settle it for most texts, and faster than letter statistics. */
function isPlainlyEnglish(sample: string): boolean {
  const words = sample.toLowerCase().match(hasAsciiLetters(sample) ? /[a-z]+/g : /\p{L}+/gu) ?? [];
  const small = words.filter(word => englishWords.has(word));
  return words.length >= 30 && small.length >= words.length * 0.1 && new Set(small).size >= 3;
}

/** Letters that make a reliable sample. */
const enoughLetters = 200;

const lettersIn = (text: string) => text.match(/\p{L}/gu)?.length ?? 0;

const scripts: [RegExp, string][] = [
  [/[іїєґ]/iu, 'uk'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
];

function byScript(text: string): string | null {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const letters = lettersIn(text);
  if (latin * 2 >= letters) return null;
  return scripts.find(([script]) => script.test(text))?.[1] ?? null;
}
