import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/job/messages.ts';
import type { Ledger } from '../../../src/ports.ts';
import { freshLedger, type OpenEmpty } from './fresh-ledger.ts';
import { claimed, clientNamed, hashNamed, receiveWithTask, second } from './setting.ts';

const minute = 60;
const day = 24 * 60 * minute;

export function clockContract(open: OpenEmpty): void {
  describe('after a clock that was ahead', () => {
    const ledger = freshLedger(open);

    it('what was queued is due and jobs were touched now, by however little it was ahead', async () => {
      await receiveWithTask(ledger(), { folder: 'minute', at: second(minute) });
      await receiveWithTask(ledger(), { folder: 'weeks', at: second(40 * day) });
      await receiveWithTask(ledger(), { folder: 'before', at: second(-minute) });
      expect(await ledger().mendTimes(second(0))).toBe(4);
      const jobs = await ledger().gatheringJobs();
      expect(jobs.map(({ folder, touchedAt }) => [folder, touchedAt])).toEqual([
        ['before', second(-minute)],
        ['minute', second(0)],
        ['weeks', second(0)],
      ]);
      for (let task = 0; task < 3; task += 1) await claimed(ledger(), second(0));
      expect(await ledger().mendTimes(second(0))).toBe(0);
    });

    it('what failed waits its minutes, but no longer', async () => {
      await receiveWithTask(ledger());
      await putOff(ledger(), second(4 * minute));
      expect(await ledger().mendTimes(second(0))).toBe(0);
      expect(await ledger().pending()).toMatchObject({ nextAt: second(4 * minute) });
      await putOff(ledger(), second(20 * minute), second(4 * minute));
      expect(await ledger().mendTimes(second(0))).toBe(1);
      expect(await ledger().pending()).toMatchObject({ nextAt: second(0) });
    });

    it('what is in hand keeps its lease', async () => {
      await receiveWithTask(ledger());
      await claimed(ledger(), second(0), 20_000);
      expect(await ledger().mendTimes(second(0))).toBe(0);
      expect(await ledger().claim(second(1), 20_000)).toBeUndefined();
    });

    it('messages go out now, but for those that wait for the mail server', async () => {
      const due = {
        weeks: { runAt: second(40 * day), attempts: 0 },
        hour: { runAt: second(60 * minute), attempts: 0 },
        unreachable: { runAt: second(minute), attempts: 0 },
        tried: { runAt: second(12 * 60 * minute), attempts: 11 },
        stranded: { runAt: second(40 * day), attempts: 11 },
      };
      await receiveWithTask(ledger(), { at: second(-1) });
      await ledger().transaction(async (tx) => {
        for (const [key, when] of Object.entries(due))
          await tx.addMessage({ ...message(key), ...when });
        await tx.addMessage({ ...message('sent'), state: 'sent', runAt: second(day) });
      });
      expect(await ledger().mendTimes(second(0))).toBe(3);
      const after = new Map((await ledger().messages()).map(({ key, runAt }) => [key, runAt]));
      expect(Object.fromEntries(after)).toEqual({
        weeks: second(0),
        hour: second(0),
        unreachable: due.unreachable.runAt,
        tried: due.tried.runAt,
        stranded: second(0),
        sent: second(day),
      });
    });
  });
}

async function putOff(ledger: Ledger, runAt: string, now = second(0)): Promise<void> {
  const lease = await claimed(ledger, now);
  await ledger.transaction((tx) => tx.retryLater(lease, runAt, 'the world is down'));
}

function message(key: string): Message {
  return {
    key,
    messageId: `<${key}@office.example>`,
    about: 'job-received',
    client: clientNamed('acme'),
    recipient: 'anna@ek.example',
    subject: 'Your documents are here',
    mail: hashNamed('hash-mail'),
    state: 'pending',
    attempts: 0,
    runAt: second(0),
    madeAt: second(0),
  };
}
