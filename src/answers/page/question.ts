/**
 * What can be asked. Each file in `questions/` adds its own kind here (declaration merging), next to the code that
 * answers it. Names and words are as typed; `#12` in place of a name is the person, story or topic with that id,
 * which is how buttons ask.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the question files
export interface Questions {}

export type QuestionKind = keyof Questions;
export type Question = { [Kind in QuestionKind]: { kind: Kind } & Questions[Kind] }[QuestionKind];
export type QuestionOf<Kind extends QuestionKind> = Extract<Question, { kind: Kind }>;
