import type { Database } from '../database/database.ts';
import { type AccessList, createAccessList } from './access-list.ts';
import { type ChatLanguages, createChatLanguages } from './chat-languages.ts';
import { type Corrections, createCorrections } from './corrections.ts';
import { createInbox, type Inbox } from './inbox.ts';
import { createNotifications, type Notifications } from './notifications.ts';
import { createOutbox, type Outbox } from './outbox/outbox.ts';
import { createOwner, type Owner } from './owner.ts';
import { createPersonalData, type PersonalData } from './personal-data.ts';
import { createReadMarkers, type ReadMarkers } from './read-markers.ts';
import { createReportedQuotes, type ReportedQuotes } from './reported-quotes.ts';
import { createSentAnswers, type SentAnswers } from './sent-answers.ts';
import { createShownAnswers, type ShownAnswers } from './shown-answers.ts';
import { createStatus, type Status } from './status.ts';
import { createQueryWriter, createStoredQueries, type StoredQueries } from './stored-queries.ts';
import { createSubscriptions, type Subscriptions } from './subscriptions/subscriptions.ts';
import { createTimekeeping, type Timekeeping } from './timekeeping.ts';

/** What the bot remembers for itself: everything that is not news. */
export type Deliveries = {
  inbox: Inbox;
  outbox: Outbox;
  subscriptions: Subscriptions;
  notifications: Notifications;
  status: Status;
  accessList: AccessList;
  chatLanguages: ChatLanguages;
  personalData: PersonalData;
  storedQueries: StoredQueries;
  readMarkers: ReadMarkers;
  reportedQuotes: ReportedQuotes;
  sentAnswers: SentAnswers;
  shownAnswers: ShownAnswers;
  owner: Owner;
  timekeeping: Timekeeping;
  corrections: Corrections;
};

/** All repositories of the deliveries on one connection. */
export function createDeliveries(database: Database): Deliveries {
  return {
    inbox: createInbox(database),
    outbox: createOutbox(database, createQueryWriter(database)),
    subscriptions: createSubscriptions(database),
    notifications: createNotifications(database),
    status: createStatus(database),
    accessList: createAccessList(database),
    chatLanguages: createChatLanguages(database),
    personalData: createPersonalData(database),
    storedQueries: createStoredQueries(database),
    readMarkers: createReadMarkers(database),
    reportedQuotes: createReportedQuotes(database),
    sentAnswers: createSentAnswers(database),
    shownAnswers: createShownAnswers(database),
    owner: createOwner(database),
    timekeeping: createTimekeeping(database),
    corrections: createCorrections(database),
  };
}
