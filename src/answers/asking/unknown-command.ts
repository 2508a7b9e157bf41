import { distance } from 'fastest-levenshtein';
import { askButton, note } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Line, Page } from '../page/page.ts';
import { afterCommand } from './after-command.ts';
import { parseQuestion, questionCommands } from './registry.ts';

/** A command is offered for another if at most one letter in this many differs; one letter always may. */
const lettersPerSlip = 3;
const longestLabel = 60;

/**
 * That there is no such command, with the one that is spelled nearly so and what was typed after it.
 * @param others commands that ask no question
 */
export function unknownCommandPage(command: string, typed: string, others: Iterable<string> = []): Page {
  const page = note('unknown-command', { command });
  const meant = nearest(command.toLowerCase(), [...new Set([...questionCommands, ...others])]);
  if (meant === undefined) return page;
  const words = afterCommand(meant, typed);
  const question = parseQuestion(meant, words);
  const suggestion: Line = [{ messageKey: 'nearest-names' }, { text: ` /${meant}` }];
  return {
    blocks: [...page.blocks, { kind: 'text', line: suggestion }],
    buttons:
      words === '' || 'wrong' in question
        ? []
        : [[askButton([{ text: clip(`/${meant} ${words}`, longestLabel) }], question)]],
  };
}

/** A command that the typed one begins with has at least this many letters: `/whois`, `/newsfeed`. */
const shortestBeginning = 3;

function nearest(command: string, names: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(command.length / lettersPerSlip));
  const alike = names
    .map(name => ({ name, far: distance(command, name) }))
    .filter(({ far }) => far <= most)
    .toSorted((a, b) => a.far - b.far)[0];
  return alike?.name ?? beginningOf(command, names);
}

function beginningOf(command: string, names: readonly string[]): string | undefined {
  return names
    .filter(name => name.length >= shortestBeginning && command.startsWith(name))
    .toSorted((a, b) => b.length - a.length)[0];
}
