import type { Schema } from '../migration.ts';
import { deliveriesSchema as firstStep } from './0001-deliveries.ts';
import { correctionsSchema } from './0002-corrections.ts';
import { feedbackSchema } from './0003-feedback.ts';
import { sentAnswers } from './0004-sent-answers.ts';
import { messagesSchema } from './0005-messages.ts';
import { languagesSchema } from './0006-languages.ts';
import { shownAnswersSchema } from './0007-shown-answers.ts';

/** Subscriptions, inbox, outbox and all else that the bot remembers for itself. "Comd". */
export const deliveriesSchema: Schema = {
  applicationId: 0x436f6d64,
  steps: [
    firstStep,
    correctionsSchema,
    feedbackSchema,
    sentAnswers,
    messagesSchema,
    languagesSchema,
    shownAnswersSchema,
  ],
};
