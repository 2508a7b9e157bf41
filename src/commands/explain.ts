import { loadKnowledge } from '../ingest/workers/knowledge-files.ts';
import type { ExplainedQuote } from '../reading/attribution/explanation.ts';
import { explain } from '../reading/explain.ts';
import type { Arguments } from './cli/arguments.ts';
import { exitCodes, Failure, UsageError } from './cli/exit-codes.ts';
import { type CommandIo, ownKnowledgeFolder, writeLine } from './cli/open.ts';
import { checkedDay } from './cli/published.ts';
import { oneArticle } from './read-articles.ts';

/** `explain FILE|- [--published DATE] [--quote N]`: prints why each quote has its speaker. */
export async function explaining(args: Arguments, io: CommandIo): Promise<number> {
  const [path, ...others] = args.positionals;
  if (path === undefined || others.length > 0) throw new UsageError('name one file, or - for the input');
  const wanted = args.count('quote') ?? null;
  const day = args.text('published');
  const published = day === undefined ? {} : { publishedAt: checkedDay(day) };
  const found = await oneArticle(path, io);
  const runs = explain({ ...found.article, ...published }, loadKnowledge(ownKnowledgeFolder));
  const quotes = runs.filter(({ quote }) => quote !== null);
  if (wanted !== null && wanted > quotes.length)
    throw new Failure(
      `${path} has ${quotes.length === 1 ? '1 quote' : `${quotes.length} quotes`}, none numbered ${wanted}`,
    );
  for (const [at, quote] of quotes.entries())
    if (wanted === null || wanted === at + 1)
      await writeLine(io.out, explanationText(quote, `Quote ${at + 1} of ${quotes.length}`));
  const terms = runs.filter(({ quote }) => quote === null);
  if (wanted === null)
    for (const { text } of terms) await writeLine(io.out, `Not a quote but a term: “${text}”\n`);
  if (runs.length === 0) await writeLine(io.out, 'There are no quotes in it.');
  return exitCodes.ok;
}

function explanationText(explained: ExplainedQuote, heading: string): string {
  const { quote, before, text, after, tried, revised, subject, antecedents, factors, withheld } = explained;
  const width = Math.max(0, ...tried.map(({ rule }) => rule.length));
  const words = quote?.speaker ? `“${oneLine(quote.speaker.text)}”` : '';
  const speaker = quote?.speaker?.name
    ? `${quote.speaker.name}, by the words ${words}`
    : words || 'left open';
  return [
    heading,
    `  ${oneLine(before)}⟦${oneLine(text)}⟧${oneLine(after)}`,
    `  Speaker     ${speaker}`,
    ...(withheld === null ? [] : [`  Withheld    ${withheld}: the confidence is too low to show the name`]),
    ...(subject === null ? [] : [`  Subject     “${oneLine(subject)}”`]),
    ...antecedents.map(({ pronoun, name, taken, because }) =>
      name === null
        ? `  Antecedent  none for “${pronoun}”: ${oneLine(because)}`
        : `  Antecedent  ${name} for “${pronoun}”: ${taken ? 'taken' : 'passed over'}, ${because}`,
    ),
    `  Confidence  ${confidenceText(quote?.confidence ?? 0, factors)}`,
    '  Rules tried',
    ...tried.map(
      ({ rule, matched, because }) => `  ${matched ? '✓' : '·'} ${rule.padEnd(width)}  ${oneLine(because)}`,
    ),
    ...revised.map(because => `  Then revised: ${because}`),
    '',
  ].join('\n');
}

function confidenceText(confidence: number, factors: ExplainedQuote['factors']): string {
  const terms = factors.map(({ value, means }) => `${value} (${means})`).join(' and ');
  if (factors.length === 0) return `${confidence}: no speaker`;
  return factors.length === 1 ? terms : `${confidence}, the least of ${terms}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
