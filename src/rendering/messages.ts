import { readdirSync, readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { sanitize } from './display.ts';

/** The interface's own words in one language. */
export type Messages = {
  /** For `Intl`: how days and numbers are written. */
  locale: string;
  /** A message with its arguments put in; Infinity is a count of more than are counted. Throws an Error for a key that the language doesn't have. */
  say(key: string, args?: Record<string, string | number>): string;
};

/**
 * Reads the messages of a language from the folder `messages`: `LANGUAGE.ftl` and every `LANGUAGE-*.ftl`.
 * Throws an Error when there is none, a message cannot be understood or a key is there twice.
 */
export function loadMessages(language = 'en'): Messages {
  const locale = language === 'en' ? 'en-US' : language;
  const bundle = new FluentBundle(locale, { useIsolating: false });
  const folder = new URL('./messages/', import.meta.url);
  const files = readdirSync(folder).filter(
    name => name === `${language}.ftl` || name.startsWith(`${language}-`),
  );
  if (files.length === 0) throw new Error(`There are no messages in ${language}`);
  const errors = files.flatMap(name =>
    bundle.addResource(new FluentResource(readFileSync(new URL(name, folder), 'utf8'))),
  );
  if (errors.length > 0) throw new Error(`The messages of ${language} cannot be used: ${errors.join('; ')}`);
  const moreThanCounted = bundle.getMessage('more-than-counted')?.value ?? '';
  const argument = (value: string | number): string | number => {
    if (typeof value === 'string') return sanitize(value);
    return value === Number.POSITIVE_INFINITY ? bundle.formatPattern(moreThanCounted) : value;
  };
  return {
    locale,
    say(key, args = {}) {
      const pattern = bundle.getMessage(key)?.value;
      if (!pattern) throw new Error(`There is no message ${key} in ${language}`);
      const safe = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, argument(value)]));
      return bundle.formatPattern(pattern, safe);
    },
  };
}
