import { lettersMissing } from '../adapters/pdf/letters.ts';
import type { Party } from '../billing/invoice.ts';
import type { TermsOrLacking } from '../billing/terms.ts';

/** Terms with which papers can be printed: a name must not come out as empty boxes, and a number once taken keeps its text. */
export function printable(found: TermsOrLacking, client: string): TermsOrLacking {
  if (found.kind === 'lacking') return found;
  const { seller, buyer } = found.terms;
  const sentences = [
    ...faultOf(seller, 'desk.yaml'),
    ...faultOf(buyer, `clients/${client}/client.yaml`),
  ];
  return sentences.length > 0 ? { kind: 'lacking', sentences } : found;
}

function faultOf({ name, street, town, region = '' }: Party, file: string): readonly string[] {
  const missing = lettersMissing([name, ...street, town, region].join(''));
  return missing === ''
    ? []
    : [
        `The papers cannot show “${missing}”: write the name and address in ${file} in Latin, Greek or Cyrillic letters.`,
      ];
}
