import { clientsAct } from './clients-act.ts';
import { openYearOffice, type YearOffice } from './office.ts';
import { bankTells, clientsPay, newBank, type YearBank } from './payments.ts';
import { staffActs } from './staff-acts.ts';

/** The year, and six weeks until the last invoices of it are paid. */
const lastDay = 365 + 42;

/** The office looks at its desk every fourth day, and the bank sends a statement every eighth. */
const stride = 4;
const daysPerStatement = 8;

export interface Year {
  readonly office: YearOffice;
  readonly bank: YearBank;
}

/** Plays a year of an office with so many jobs. The caller closes the office. */
export async function playYear(seed: string, jobs: number): Promise<Year> {
  const office = await openYearOffice(seed, jobs);
  const bank = newBank();
  await office.round();
  for (let day = stride; day <= lastDay; day += stride) {
    office.goTo(day);
    await clientsAct(office, day - stride);
    await staffActs(office);
    await clientsPay(office, bank);
    if (day % daysPerStatement === 0) await bankTells(office, bank);
    await office.round();
  }
  return { office, bank };
}
