import type { Context } from '../../grammar/context.ts';
import { type Attribution, attributionAt } from '../../grammar/reporting-verb.ts';
import { speakerKind } from '../../grammar/speaker-kind.ts';

/**
 * `The plan will fail, X said.`, `The plan, said X, will fail.`: the attribution of a sentence without a quote, from
 * the index of its first word to that behind its last.
 */
export function sentenceTag(context: Context, from: number, to: number): Attribution | null {
  const { words, quoted } = context;
  for (let at = from + 1; at < to - 1; at++) {
    if (quoted[at] || (words[at - 1]!.text !== ',' && !words[at]!.runTogether)) continue;
    const found = attributionAt(context, at, to);
    if (!found?.verb.bare || speakerKind(context, found.subject) === null) continue;
    const behind = words[found.to];
    const ends =
      !behind || found.to >= to || /^[.,]$/.test(behind.text) || /^(in|on|at|during)$/.test(behind.lower);
    if (ends) return found;
  }
  return null;
}
