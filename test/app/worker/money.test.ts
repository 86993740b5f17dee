import { describe, expect, it } from 'vitest';
import { heldUp, moneyRound } from '../../../src/app/worker/money.ts';
import { deliver, office } from '../../steps/office.ts';

describe('a round of money', () => {
  it('does each part although another fails, and tells the first error', async () => {
    const place = await office();
    await deliver(place, 'anna/one/a.txt');
    const files = () => Promise.reject(new Error('the disk is away'));
    const desk = { ...place.desk, bank: { ...place.desk.bank, files } };
    const round = await moneyRound(desk, 'at-once');
    expect(round.trouble).toMatchObject({ message: 'the disk is away' });
    expect(round.invoices.issued).toHaveLength(1);
    expect(heldUp(round)).toEqual([]);
  });

  it('says what waits, each by what it holds up', async () => {
    const place = await office();
    await place.set('clients/anna/client.yaml', '');
    await deliver(place, 'anna/one/a.txt');
    const round = await moneyRound(place.desk, 'at-once');
    expect(round.trouble).toBeUndefined();
    const [held] = heldUp(round);
    expect(held).toMatchObject({ path: 'anna/one', stuck: true });
    expect(held?.reason).toMatch(/^The invoice waits\. .*no address to bill/);
  });
});
