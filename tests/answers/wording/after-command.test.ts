import { describe, expect, test } from 'vitest';
import { afterCommand } from '../../../src/answers/asking/after-command.ts';
import { parseQuestion } from '../../../src/answers/asking/registry.ts';
import { unknownCommandPage } from '../../../src/answers/asking/unknown-command.ts';
import { renderPlain } from '../../../src/rendering/plain.ts';
import { messages } from '../../rendering/pages.ts';

describe('small words after a command are not what is asked about', () => {
  test.each([
    ['who', 'is Okoro?', { kind: 'who', name: 'Okoro' }],
    ['who', 'was Ines Okoro', { kind: 'who', name: 'Ines Okoro' }],
    ['quotes', 'by Okoro', { kind: 'quotes', name: 'Okoro' }],
    ['quote', 'from Okoro about the harbour', { kind: 'quotes', name: 'Okoro', about: 'the harbour' }],
    ['timeline', 'of the strike', { kind: 'timeline', about: 'strike' }],
    [
      'timeline',
      'for Okoro in May 2031',
      { kind: 'timeline', about: 'Okoro', from: '2031-05', to: '2031-05' },
    ],
    ['latest', 'news about Lindholm', { kind: 'latest', about: 'Lindholm' }],
    ['news', 'on the harbour', { kind: 'latest', about: 'the harbour' }],
    ['search', 'for nets', { kind: 'search', words: 'nets' }],
    ['compare', 'between Okoro and Berg', { kind: 'compare', one: 'Okoro', other: 'Berg' }],
    ['vs', 'Okoro to Berg', { kind: 'compare', one: 'Okoro', other: 'Berg' }],
    ['story', 'about the harbour', { kind: 'story', story: 'harbour' }],
  ])('/%s %s', (command, typed, question) => {
    expect(parseQuestion(command, afterCommand(command, typed))).toEqual(question);
  });

  test.each([
    ['latest', 'on Monday', { kind: 'latest', when: 'on monday' }],
    ['latest', 'from yesterday', { kind: 'latest', when: 'yesterday' }],
    ['timeline', 'on May 2', { kind: 'timeline', when: 'on may 2' }],
    ['who', 'is', { kind: 'who', name: 'is' }],
  ])('days stay as they are, and a word alone: /%s %s', (command, typed, question) => {
    expect(parseQuestion(command, afterCommand(command, typed))).toEqual(question);
  });
});

describe('of a command that is nearly one the other is offered', () => {
  test.each([
    ['quots', ' by Okoro', 'Did you mean: /quotes\n\n→ /quotes Okoro: /quotes Okoro'],
    ['latset', ' harbour', 'Did you mean: /latest\n\n→ /latest harbour: /latest harbour'],
    ['wo', '', 'Did you mean: /who'],
  ])('/%s%s', (command, typed, offered) => {
    expect(renderPlain(unknownCommandPage(command, typed), messages)).toBe(
      `I don’t know the command /${command}. See /help for what you can ask.\n\n${offered}`,
    );
  });
  test('but not of one that is like none', () => {
    expect(renderPlain(unknownCommandPage('frobnicate', ' x'), messages)).toBe(
      'I don’t know the command /frobnicate. See /help for what you can ask.',
    );
  });
});
