import type { ExampleWords } from './declaration.ts';
import type { Line, Page } from './page.ts';

/** A command with what follows it, as an example; empty without words. */
export function exampleLine(command: string, words: ExampleWords | undefined): Line {
  if (!words) return [];
  if (typeof words === 'string') return [{ text: `/${command} ${words}`, style: 'code' }];
  return [
    { text: `/${command} `, style: 'code' },
    { ...words, style: 'code' },
  ];
}

/** The page that says what to type, with examples from the library if there are any. */
export function usagePage(
  messageKey: string,
  examples: Line[] = [],
  args: Record<string, string> = {},
): { wrong: Page } {
  const items = examples.filter(line => line.length > 0);
  const shown: Page['blocks'] =
    items.length === 0
      ? []
      : [
          { kind: 'text', line: [{ messageKey: 'for-example' }] },
          { kind: 'list', items },
        ];
  return {
    wrong: { blocks: [{ kind: 'text', line: [{ messageKey, args }] }, ...shown], buttons: [] },
  };
}
