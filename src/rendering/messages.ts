import { FluentBundle, FluentResource } from '@fluent/bundle';
import { defaultLanguage, messageFiles } from '../languages/languages.ts';
import { sanitize } from './display.ts';

/** The interface's own words in one language. */
export type Messages = {
  /** Its code, such as `uk`. */
  language: string;
  /** For `Intl`: how days and numbers are written. */
  locale: string;
  /** A message with its arguments put in; Infinity is a count of more than are counted. Throws an Error for a key that neither the language nor English has. */
  say(key: string, args?: Record<string, string | number>): string;
};

/** The interface's words in each language, by its code. */
export type Translations = (language: string) => Messages;

/** Changes the messages' own words, and not what is put into them: for a pseudo-locale. */
export type Transform = (text: string) => string;

/**
 * The messages in any language, each read when it is first asked for.
 * @throws Error like `loadMessages`
 */
export function loadTranslations(transform?: Transform): Translations {
  const loaded = new Map<string, Messages>();
  return language => {
    const known = loaded.get(language);
    if (known) return known;
    const messages = loadMessages(language, transform);
    loaded.set(language, messages);
    return messages;
  };
}

/**
 * Reads the messages of a language; those that it lacks are said in English.
 * Throws an Error when there is none, a message cannot be understood or a key is there twice.
 */
export function loadMessages(language = defaultLanguage, transform?: Transform): Messages {
  const bundle = bundleOf(language, transform);
  const fallback = language === defaultLanguage ? bundle : bundleOf(defaultLanguage, transform);
  return {
    language,
    locale: bundle.locales[0]!,
    say(key, args = {}) {
      const from = bundle.hasMessage(key) ? bundle : fallback;
      const pattern = from.getMessage(key)?.value;
      if (!pattern) throw new Error(`There is no message ${key} in ${language}`);
      const argument = (value: string | number) => {
        if (typeof value === 'string') return sanitize(value);
        if (value !== Number.POSITIVE_INFINITY) return value;
        return from.formatPattern(from.getMessage('more-than-counted')?.value ?? '');
      };
      const safe = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, argument(value)]));
      return withoutDoubleQuotes(from.formatPattern(pattern, safe));
    },
  };
}

/** What was typed in quotation marks is put into a message that has its own. */
function withoutDoubleQuotes(said: string): string {
  return said.replace(/([“„«])["“„«]([^"“”„«»]{1,120})["“”»](?=[”“»])/g, '$1$2');
}

function bundleOf(language: string, transform?: Transform): FluentBundle {
  const locale = language === 'en' ? 'en-US' : language;
  const bundle = new FluentBundle(locale, { useIsolating: false, ...(transform && { transform }) });
  const files = messageFiles(language);
  if (files.length === 0) throw new Error(`There are no messages in ${language}`);
  const errors = files.flatMap(text => bundle.addResource(new FluentResource(text)));
  if (errors.length > 0) throw new Error(`The messages of ${language} cannot be used: ${errors.join('; ')}`);
  return bundle;
}
