import { expect, test } from 'vitest';
import { renderPlain } from '../../src/rendering/plain.ts';
import { article, messages } from './pages.ts';

test('plain text has marks, numbered sources with addresses, and buttons as commands', () => {
  const text = renderPlain(
    {
      blocks: [
        { kind: 'heading', line: [{ text: 'Ada' }] },
        {
          kind: 'quote',
          text: 'a poetical science',
          credit: [{ text: 'Ada' }, { text: ' ' }, { source: 1 }],
          partial: true,
        },
        { kind: 'sources', sources: [article('a', { url: 'https://example.org/a' })] },
      ],
      buttons: [
        [
          {
            label: [{ messageKey: 'button-timeline' }],
            action: { kind: 'ask', question: { kind: 'timeline', about: '#7', from: '2022' } },
          },
          { label: [{ text: '▶' }], action: { kind: 'turn', question: { kind: 'latest' }, page: 2 } },
        ],
        [{ label: [{ messageKey: 'button-open' }], action: { kind: 'open', url: 'https://example.org/a' } }],
      ],
    },
    messages,
  );
  expect(text).toBe(
    `Ada
“… a poetical science …”
— Ada [1]

Sources
[1] The Outlet, Title of a, 23 Feb 2022 <https://example.org/a>

→ Timeline: /timeline #7 2022..
→ Open the article: https://example.org/a`,
  );
});
