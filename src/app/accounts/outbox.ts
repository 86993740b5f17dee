import { safeName } from '../../adapters/fs/names.ts';
import { isNobody } from '../../job/erasures.ts';
import type { InvoiceRecord } from '../../job/invoices.ts';
import type { Revision } from '../../job/job.ts';
import type { HashedFiles, Unaccounted } from './shelf-files.ts';

/** A file that was put into a folder of the outbox. */
export interface Delivered {
  /** The folder, `client/job/kind`. */
  readonly folder: string;
  /** Its path below that folder, unless the name was taken. */
  readonly name: string;
  readonly hash: string;
  /** False for what a step that is under way may have put there. */
  readonly due: boolean;
}

/** A file whose bytes are not remembered: it must be there. */
export interface Paper {
  readonly path: string;
  readonly due: boolean;
}

/** Whether all that was delivered lies in the outbox as it was delivered, and nothing else does. */
export function accountForOutbox(
  outbox: HashedFiles,
  delivered: readonly Delivered[],
  { papers, contents }: { readonly papers: readonly Paper[]; readonly contents: HashedFiles },
): readonly Unaccounted[] {
  const known = new Set<string>();
  const faults: Unaccounted[] = [];
  const byHash = Map.groupBy(outbox.keys(), (path) => outbox.get(path) ?? '');
  for (const one of delivered) {
    const found = (byHash.get(one.hash) ?? []).filter((path) => path.startsWith(`${one.folder}/`));
    for (const path of found) known.add(path);
    if (found.length > 0 || !one.due) continue;
    const path = `${one.folder}/${one.name}`;
    faults.push(outbox.has(path) ? changed(path) : missing(path));
    known.add(path);
  }
  for (const { path, due } of papers) {
    known.add(path);
    if (due && !outbox.has(path)) faults.push(missing(path));
  }
  const kept = new Set(contents.values());
  for (const [path, hash] of outbox) {
    if (known.has(path) || isNotice(path)) continue;
    if (known.has(receiptBefore(path)) || (isFinal(path) && kept.has(hash))) continue;
    faults.push(unknown(path));
  }
  return faults;
}

/** An invoice that was open again and was paid once more has a further receipt, beside the one that no longer holds. */
function receiptBefore(path: string): string {
  return path.replace(/(-receipt) \(\d+\)\.pdf$/, '$1.pdf');
}

/** Final copies of earlier rounds stay beside the one that counts. */
function isFinal(path: string): boolean {
  return /^[^/]+\/[^/]+\/final\//.test(path);
}

/** Pages, feeds and messages of a client are written anew, or lie for whoever sends them: they may be there or not. */
function isNotice(path: string): boolean {
  return /^[^/]+\/(?:status\.html|feed\.xml|messages\/[^/]+\.eml)$/.test(path);
}

/** The folder of a job in the outbox and in quarantine. */
export function jobFolder({ client, name }: Pick<Revision['job'], 'client' | 'name'>): string {
  return `${safeName(client)}/${safeName(name)}`;
}

/** The files of the invoices, and of the receipts for them. */
export function papersOf(
  invoices: readonly InvoiceRecord[],
  receipts: ReadonlyMap<string, string>,
): readonly Paper[] {
  return invoices.flatMap(({ invoice, client, state }) => {
    const number = safeName(invoice.number);
    const path = `${jobFolder({ client, name: invoice.job })}/invoice/${number}`;
    const due = state === 'issued' && !isNobody(invoice.buyer);
    const receipt = receipts.get(invoice.number);
    return [
      { path: `${path}.pdf`, due },
      { path: `${path}.xml`, due },
      ...(receipt ? [{ path: `${path}-receipt.pdf`, due: due && receipt === 'issued' }] : []),
    ];
  });
}

function changed(path: string): Unaccounted {
  return {
    where: `outbox/${path}`,
    says: 'is not as it was delivered: somebody has changed it since',
    remedy: 'If that was you, all is well; else take the delivered file from a backup.',
  };
}

function missing(path: string): Unaccounted {
  return {
    where: `outbox/${path}`,
    says: 'was delivered and is not there any more',
    remedy:
      'If you moved it, all is well; else take it from a backup that “proofdesk backup” made.',
  };
}

function unknown(path: string): Unaccounted {
  const isLeftover = /\/\.proofdesk-[0-9a-f]+\.tmp$/.test(path);
  return isLeftover
    ? {
        where: `outbox/${path}`,
        says: 'is half of a file that was being delivered when the desk was stopped',
        remedy: 'Start the desk once more; if it is there afterwards, delete it.',
      }
    : {
        where: `outbox/${path}`,
        says: 'was not put there by the desk, or belongs to a document that is being delivered now',
        remedy: 'Look again when the desk is at rest; then move it to where it belongs.',
      };
}
