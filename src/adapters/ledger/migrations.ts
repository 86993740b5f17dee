import type { Migration } from 'kysely/migration';
import type { Flavour } from './flavour.ts';
import { audit } from './migrations/audit.ts';
import { credits } from './migrations/credits.ts';
import { deposits } from './migrations/deposits.ts';
import { erasures } from './migrations/erasures.ts';
import { firstTables } from './migrations/first-tables.ts';
import { invoices } from './migrations/invoices.ts';
import { invoicesAgain } from './migrations/invoices-again.ts';
import { messages } from './migrations/messages.ts';
import { officeAndAnswers } from './migrations/office-and-answers.ts';
import { quotes } from './migrations/quotes.ts';
import { reviews } from './migrations/reviews.ts';
import { time } from './migrations/time.ts';

/**
 * Every change of the tables, oldest first, by names that sort in that order.
 * What was released is never edited: a mistake is mended by a further entry. There is no way back.
 */
export const migrations: Readonly<Record<string, (flavour: Flavour) => Migration>> = {
  '0001-first-tables': firstTables,
  '0002-invoices': invoices,
  '0003-deposits': deposits,
  '0004-quotes': quotes,
  '0005-time': time,
  '0006-audit': audit,
  '0007-messages': messages,
  '0008-reviews': reviews,
  '0009-erasures': erasures,
  '0010-invoices-again': invoicesAgain,
  '0011-office-and-answers': officeAndAnswers,
  '0012-credits': credits,
};
