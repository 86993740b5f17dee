import type { LineText, PricedLine } from './line.ts';
import { monthForReading } from './months.ts';
import { type Phrases, phrase } from './phrases.ts';

/** What a line says to the client. Services are called as the office calls them. */
export function lineText(line: PricedLine, phrases: Phrases): string {
  const said = plainText(line, phrases);
  const factor = 'factor' in line.text ? line.text.factor : undefined;
  if (factor === undefined) return said;
  const local = Number(factor).toLocaleString(phrases.language, { maximumFractionDigits: 4 });
  return phrase(phrases, 'line-difficulty', { line: said, factor: local });
}

function plainText({ text, unit }: PricedLine, phrases: Phrases): string {
  switch (text.kind) {
    case 'service':
      return text.blockOf === undefined
        ? text.service
        : phrase(phrases, 'line-block', { service: text.service, size: text.blockOf });
    case 'slice':
      return sliceText(text, { unit, phrases });
    case 'retainer': {
      const period = monthForReading(text.period, phrases.language);
      return phrase(phrases, 'line-retainer', { retainer: text.retainer, period });
    }
    case 'rush':
      return phrase(phrases, 'line-rush', text);
    default:
      return phrase(phrases, `line-${text.kind}`, valuesOf(text));
  }
}

function sliceText(
  text: LineText & { readonly kind: 'slice' },
  { unit, phrases }: { readonly unit: string; readonly phrases: Phrases },
): string {
  const { service, from, to } = text;
  const units = phrase(phrases, `units-${unit === 'page' ? 'page' : 'word'}`);
  return to === undefined
    ? phrase(phrases, 'line-slice-over', { service, from, units })
    : phrase(phrases, 'line-slice', { service, from: from + 1, to, units });
}

function valuesOf(text: LineText): Readonly<Record<string, string | number>> {
  const { kind: _, ...values } = text;
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
