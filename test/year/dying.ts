import type { Desk } from '../../src/steps/step.ts';
import { openRealDesk } from '../steps/real-desk.ts';
import { clockAt, roundAt } from './round.ts';

/**
 * A process that works at a desk and is killed at its n-th touch of the world: before or after a transaction, a file
 * that is moved or placed, a mail that is sent. `node test/year/dying.ts <desk> <instant> <n>`.
 */
const [, , root = '', instant = '', touches = ''] = process.argv;
let left = Number(touches);

function touch(): void {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}

function touched<Given extends readonly unknown[], Result>(
  work: (...given: Given) => Promise<Result>,
): (...given: Given) => Promise<Result> {
  return async (...given) => {
    touch();
    const result = await work(...given);
    touch();
    return result;
  };
}

function mortal(desk: Desk): Desk {
  const { ledger, outbox, store, inbox, bank, returns, mailer } = desk;
  return {
    ...desk,
    ledger: {
      ...ledger,
      transaction: async (work) => {
        touch();
        const result = await ledger.transaction(work);
        touch();
        return result;
      },
    },
    outbox: { ...outbox, place: touched(outbox.place), replace: touched(outbox.replace) },
    store: { ...store, put: touched(store.put) },
    inbox: { ...inbox, claim: touched(inbox.claim), release: touched(inbox.release) },
    bank: { ...bank, done: touched(bank.done) },
    returns: { ...returns, done: touched(returns.done) },
    mailer: { ...mailer, send: touched(mailer.send) },
  };
}

const desk = await openRealDesk(root, clockAt(new Date(instant)));
await roundAt(mortal(desk), root);
await desk.ledger.close();
