import { expect, test } from 'vitest';
import { sourceAskedAbout } from '../../src/bot/sources/edit-source.ts';
import { languageCodes } from '../../src/languages/languages.ts';
import { loadTranslations } from '../../src/rendering/messages.ts';

test.each(languageCodes())('an answer to a question about a source is recognized in %s', language => {
  const messages = loadTranslations()(language);
  for (const field of ['name', 'labels', 'language'])
    expect(
      sourceAskedAbout(messages.say(`source-${field}-how`, { id: '17', name: 'Courier 24', now: '–' })),
    ).toBe(17);
  expect(sourceAskedAbout(messages.say('source-articles', { count: 3, recent: 2 }))).toBeNull();
});
