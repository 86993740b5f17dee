import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agreeClient, checkClient, listClients, showClient } from '../../src/app/clients.ts';
import { annaYaml, deliver, office } from '../steps/office.ts';

describe('the clients', () => {
  it('are those with settings and those with jobs, with what their settings come to', async () => {
    const place = await office();
    const more = 'contact: anna@ek.example\nlanguage: de\nphone: "+46 1"\nreview: required\n';
    await place.set('clients/anna/client.yaml', `${annaYaml}${more}`);
    await place.set('clients/carl/client.yaml', 'langauge: de\n');
    await deliver(place, 'anna/one/a.txt', 'ben/one/a.txt');
    const cards = await listClients(place.root);
    expect(cards.map(({ client, jobs }) => [client, jobs])).toEqual([
      ['anna', 1],
      ['ben', 1],
      ['carl', 0],
    ]);
    expect(cards[0]?.settings).toMatchObject({
      contact: 'anna@ek.example',
      language: 'de',
      phone: '+46 1 (not to be used)',
      'rate card': 'standard',
      review: 'required',
      'invoice to': 'Anna Ek',
    });
    expect(cards[1]?.settings).toMatchObject({ 'told by': 'page', language: 'en' });
    expect(cards[2]?.fault).toMatch(/clients\/carl\/client\.yaml.*langauge/s);
    await expect(showClient(place.root, 'dora')).rejects.toThrow('There is no client dora');
  });

  it('have on record who checked them and what they accepted, in the audit trail', async () => {
    const place = await office();
    const yaml = `${annaYaml}phone: "+46 1"\nphone_allowed: true\nreview_silence_days: 10\n`;
    await place.set('clients/anna/client.yaml', yaml);
    expect((await showClient(place.root, 'anna')).remarks[0]).toContain('none is on record');
    expect((await showClient(place.root, 'anna')).settings['phone']).toBe('+46 1');
    await checkClient(place.root, 'anna', { by: 'Otto', how: 'register', accepted: false });
    expect((await showClient(place.root, 'anna')).remarks).toHaveLength(2);
    await checkClient(place.root, 'anna', { by: 'Otto', how: 'call back', accepted: true });
    await place.set('agreement.txt', 'We agree on this.\n');
    const file = join(place.root, 'agreement.txt');
    const hash = await agreeClient(place.root, 'anna', { file, by: 'Anna Ek' });
    const { engagement, remarks } = await showClient(place.root, 'anna');
    expect(remarks).toEqual([]);
    expect(engagement).toMatchObject({
      checked: { by: 'Otto', how: 'call back', accepted: true },
      agreed: { by: 'Anna Ek', file: 'agreement.txt', hash },
    });
    const kept = await place.desk.store.get(hash as never);
    expect(new TextDecoder().decode(kept)).toBe('We agree on this.\n');
    expect(await place.desk.ledger.eventsCalled('client-checked')).toHaveLength(2);
    const { broken } = await place.desk.ledger.checkAudit([]);
    expect(broken).toBeUndefined();
  });
});
