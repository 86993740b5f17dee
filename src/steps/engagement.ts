import type { ClientName, ContentHash } from '../job/job.ts';
import type { Desk } from './step.ts';

/** Who looked at a client before the first job, and what the client agreed to. The newest of each counts. */
export interface Engagement {
  readonly checked?: {
    readonly at: string;
    readonly by: string;
    readonly how: string;
    readonly accepted: boolean;
  };
  readonly agreed?: {
    readonly at: string;
    readonly by: string;
    readonly file: string;
    readonly hash: string;
  };
}

type EngagementDesk = Pick<Desk, 'clock' | 'ledger'>;

const codes = { checked: 'client-checked', agreed: 'agreement-accepted' } as const;

/** Notes that a client was checked: by whom and how, never a copy of a document. */
export async function noteCheck(
  client: ClientName,
  data: { readonly by: string; readonly how: string; readonly accepted: boolean },
  { clock, ledger }: EngagementDesk,
): Promise<void> {
  const at = clock.now().toISOString();
  await ledger.transaction((tx) =>
    tx.addEvent({ code: codes.checked, at, data: { client, ...data } }),
  );
}

/** Notes that a client accepted an agreement, whose text is kept under its hash. */
export async function noteAgreement(
  client: ClientName,
  { by, file, bytes }: { readonly by: string; readonly file: string; readonly bytes: Uint8Array },
  { clock, ledger, store }: EngagementDesk & Pick<Desk, 'store'>,
): Promise<ContentHash> {
  const hash = await store.put(bytes);
  const at = clock.now().toISOString();
  await ledger.transaction((tx) =>
    tx.addEvent({ code: codes.agreed, at, data: { client, by, file, hash } }),
  );
  return hash;
}

/** What the record says of a client. */
export async function engagementOf(
  client: ClientName,
  { ledger }: Pick<Desk, 'ledger'>,
): Promise<Engagement> {
  const newest = async (code: string) =>
    (await ledger.eventsCalled(code)).findLast(({ data }) => data?.['client'] === client);
  const [check, agreement] = [await newest(codes.checked), await newest(codes.agreed)];
  const word = (data: Readonly<Record<string, unknown>> | undefined, name: string): string =>
    String(data?.[name] ?? '');
  return {
    ...(check && {
      checked: {
        at: check.at,
        by: word(check.data, 'by'),
        how: word(check.data, 'how'),
        accepted: check.data?.['accepted'] === true,
      },
    }),
    ...(agreement && {
      agreed: {
        at: agreement.at,
        by: word(agreement.data, 'by'),
        file: word(agreement.data, 'file'),
        hash: word(agreement.data, 'hash'),
      },
    }),
  };
}
