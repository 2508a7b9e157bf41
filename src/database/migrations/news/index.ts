import type { Schema } from '../migration.ts';
import { articlesSchema } from '../single-file/0001-articles.ts';
import { deliveriesSchema } from '../single-file/0002-deliveries.ts';
import { careSchema } from '../single-file/0003-care.ts';
import { subscriptionsSchema } from '../single-file/0004-subscriptions.ts';
import { bodiesSchema } from '../single-file/0005-bodies.ts';
import { plansSchema } from '../single-file/0006-plans.ts';
import { guestsSchema } from '../single-file/0007-guests.ts';
import { peopleSchema } from '../single-file/0008-people.ts';
import { timekeepingSchema } from '../single-file/0009-timekeeping.ts';
import { twoFilesSchema } from './0010-two-files.ts';
import { countersSchema } from './0011-counters.ts';
import { sourcesSchema } from './0012-sources.ts';
import { eventDaysSchema } from './0013-event-days.ts';
import { termsSchema } from './0014-terms.ts';
import { doubtedDaysSchema } from './0015-doubted-days.ts';
import { entitiesSchema } from './0016-entities.ts';
import { withdrawalsSchema } from './0017-withdrawals.ts';
import { pagesSchema } from './0018-pages.ts';
import { pageRetriesSchema } from './0019-page-retries.ts';
import { eventWeightsSchema } from './0020-event-weights.ts';
import { quoteWordsSchema } from './0021-quote-words.ts';
import { tagDaysSchema } from './0022-tag-days.ts';
import { goneSubjectsSchema } from './0023-gone-subjects.ts';

/** "Comq": until schema 9 the file held the deliveries too. */
const applicationId = 0x436f6d71;

const singleFile = [
  articlesSchema,
  deliveriesSchema,
  careSchema,
  subscriptionsSchema,
  bodiesSchema,
  plansSchema,
  guestsSchema,
  peopleSchema,
  timekeepingSchema,
];

/** The last schema with news and deliveries in one file. */
export const singleFileSchema: Schema = { applicationId, steps: singleFile };

/** Articles, people, stories and all that is read from the news. */
export const newsSchema: Schema = {
  applicationId,
  steps: [
    ...singleFile,
    twoFilesSchema,
    countersSchema,
    sourcesSchema,
    eventDaysSchema,
    termsSchema,
    doubtedDaysSchema,
    entitiesSchema,
    withdrawalsSchema,
    pagesSchema,
    pageRetriesSchema,
    eventWeightsSchema,
    quoteWordsSchema,
    tagDaysSchema,
    goneSubjectsSchema,
  ],
  oldest: twoFilesSchema.version,
};
