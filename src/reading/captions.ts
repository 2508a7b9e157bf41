import type { Labelled } from './body.ts';

/**
 * Marks the captions that stand above a picture's credit: the sentence right above it, and above that the
 * picture's description, which tells what is seen and nothing that happened.
 */
export function markCaptions(lines: Labelled[]): void {
  for (const [index, label] of lines.entries()) {
    if (label.kind !== 'credit' || label.shape.words > 25) continue;
    const caption = lines[index - 1];
    if (!caption || caption.kind !== null || !isCaption(caption)) continue;
    caption.kind = 'caption';
    const description = lines[index - 2];
    if (description?.kind === null && isDescription(description)) description.kind = 'caption';
  }
}

function isCaption({ line, shape }: Labelled): boolean {
  return (
    shape.words <= 40 &&
    !/["“”«»—]|[nN]['’]t\b/.test(line.text) &&
    !/[.!?]\s+\p{Lu}\p{L}{3,}.*[.!?]\s+\p{Lu}/u.test(line.text)
  );
}

function isDescription({ line, shape }: Labelled): boolean {
  if (shape.words > 16 || !/\.$/.test(line.text) || /["“”«»]/.test(line.text)) return false;
  return !/\b(said|told|says|was|were|had|has|have|will|would|he|she|they|it|we|but|however|that|also|did|not)\b/i.test(
    line.text,
  );
}
