import type { Token } from '../../model/document.ts';

/** Verbs with one form for the past and the present: the words around them say which it is. */
export const sameInThePast = new Set(
  'put set cut hit let shut hurt cost quit read beat spread split burst cast broadcast forecast bet wed thrust upset shed bid slit'.split(
    ' ',
  ),
);

const isMany = /s$|^(?:people|police|men|women|children)$/;
const objects = /^(?:DET|PROPN|PRON|NUM|ADJ|NOUN)$/;
/** `The firm set up a fund`, `Rain put out the fire` */
export const particles: ReadonlySet<string> = new Set('up out off down over back'.split(' '));

/** `Moll beat`, `the firm shut`: in the present these would end in s. */
export function hasSingularSubject(tokens: Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (before === undefined) return false;
  // `the storm that hit on Friday`
  if (/^(?:who|which|that)$/.test(before.lower)) {
    const noun = tokens[tokens[index - 2]?.text === ',' ? index - 3 : index - 2];
    return /^(?:NOUN|PROPN)$/.test(noun?.pos ?? '') && !isMany.test(noun!.lower);
  }
  const subject = before;
  if (/^(?:he|she|it)$/.test(subject.lower)) return true;
  if (isMany.test(subject.lower)) return false;
  // `a rate cut in May`: after a common noun it is a verb only if it has an object.
  const hasObject =
    /^(?:quit|shut|hurt|wed)$/.test(tokens[index]!.lower) ||
    objects.test(tokens[index + (particles.has(tokens[index + 1]?.lower ?? '') ? 2 : 1)]?.pos ?? '');
  return subject.pos === 'PROPN' || (subject.pos === 'NOUN' && hasObject);
}
