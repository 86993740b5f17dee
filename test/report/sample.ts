import { createHash } from 'node:crypto';
import {
  type BlockKind,
  blockSeparator,
  documentOf,
  type LooseBlock,
} from '../../src/core/document.ts';
import { applyEdits } from '../../src/core/edit.ts';
import { appliedEdits, type DecidedFinding, type Decision } from '../../src/core/finding.ts';
import { readability } from '../../src/core/readability.ts';
import { countWords, wordRule } from '../../src/core/words.ts';
import type { ReportSource } from '../../src/report/report.ts';

/** A paragraph in which `{wrong=>right|rule}` stands for a finding; without `=>` it is a remark. */
const paragraphs: readonly (readonly [BlockKind, string])[] = [
  ['heading', 'Annual review of the Harrow Lane depot'],
  [
    'paragraph',
    'The depot at Harrow Lane handled {fourty=>forty|spelling}-one thousand parcels in the year under review, which is nine per cent more than the year before. Mr. Adeyemi, who took over as site manager in March, has {recieved=>received|spelling} the board’s thanks for the way in which the new sorting line was brought into use without a single day of closure.',
  ],
  [
    'paragraph',
    'Costs rose more slowly than volumes. Fuel was the largest single item, at £184,000, followed by wages of temporary staff. The figures in this section are drawn from the ledger and have been agreed with the auditors.',
  ],
  [
    'paragraph',
    'We propose to renew the lease for a further five years. The landlord has offered {a=>an|article} increase of no more than two per cent a year{ ,=>,|spacing} and has agreed to {to =>|repeated-word}replace the roof. The{ the=>|repeated-word} surveyor’s report is attached as Annex B.',
  ],
  ['heading', 'Staff and training'],
  [
    'list-item',
    'Every driver completed the refresher course; {their=>there|confusable?} were no reportable accidents.',
  ],
  ['list-item', 'Two apprentices finished their second year and were offered permanent posts.'],
  ['list-item', 'A new rota, {drawn up|passive-voice} with the union, starts on 1 April.'],
  [
    'paragraph',
    'It is {is =>|repeated-word}our view that the current arrangements, under which the night shift reports to the regional office in Leeds while the day shift reports to the site manager, {cause=>causes|agreement?} avoidable confusion, and we would ask the committee to consider whether a single line of reporting, from the start of the coming financial year, would not be simpler, cheaper and safer for everyone concerned.',
  ],
  ['quotation', '“A depot that is quiet at midnight is a depot that was busy at noon.”'],
  [
    'paragraph',
    'No accidents were reported at any of the other sites. The insurers have been told.',
  ],
  [
    'paragraph',
    'Please {advice=>advise|confusable} us by 12 May whether the proposal is {acceptible=>acceptable|spelling}. If we do not hear from you we shall assume that it is agreed.{  => |spacing}Questions may be sent to the secretary.',
  ],
];

const wording: Readonly<Record<string, readonly [string, string]>> = {
  spelling: ['spelling', 'This word is not in the dictionary.'],
  article: ['articles', 'The next word begins with a vowel sound, so it takes “an”.'],
  spacing: ['spacing', 'The space does not belong here.'],
  'repeated-word': ['repeated-words', 'This word stands here twice.'],
  confusable: ['confusables', 'These two words are often taken for each other.'],
  agreement: ['grammar', 'The verb should agree with “the current arrangements”.'],
  'passive-voice': ['grammar', 'This sentence does not say who does it.'],
};

const stages = [
  ['spelling', 'Spelling', 'Words that no dictionary of the client knows.'],
  ['spacing', 'Spacing', 'Spaces too many, too few, or on the wrong side of a mark.'],
  ['repeated-words', 'Repeated words', 'The same word twice in a row.'],
  ['articles', 'Articles', 'A and an by the sound that follows.'],
  ['confusables', 'Confusables', 'Words that are taken for each other.'],
  ['grammar', 'Grammar', 'Agreement, tense and sentence structure.'],
  ['capitals', 'Capitals', 'Capital letters at the start of sentences and in names.'],
] as const;

interface Marked {
  readonly text: string;
  readonly findings: readonly DecidedFinding[];
}

/** A report's source over invented prose of about `wordsMin` words, the same each time. */
export function sampleSource(wordsMin: number, more: Partial<ReportSource> = {}): ReportSource {
  const loose: LooseBlock[] = [];
  const findings: DecidedFinding[] = [];
  let offset = 0;
  let words = 0;
  for (let index = 0; words < wordsMin; index += 1) {
    const [kind, template] = paragraphs[index % paragraphs.length] ?? ['paragraph', ''];
    const round = Math.floor(index / paragraphs.length);
    const { text, findings: found } = marked(thinned(template, index, round), offset);
    loose.push({ kind, text: kind === 'heading' ? `${round + 1}. ${text}` : text, frozen: [] });
    const shift = kind === 'heading' ? `${round + 1}. `.length : 0;
    findings.push(...found.map((finding) => shifted(finding, shift)));
    offset += text.length + shift + 2;
    words += countWords(text);
  }
  return sourceOf(loose, findings, more);
}

/** A report's source over given blocks and findings. */
export function sourceOf(
  loose: readonly LooseBlock[],
  findings: readonly DecidedFinding[],
  more: Partial<ReportSource> = {},
): ReportSource {
  const document = documentOf(loose);
  const corrected = applyEdits(document.text, appliedEdits(findings));
  const after = documentOf(
    corrected.split(blockSeparator).map((text, index) => ({
      kind: loose[index]?.kind ?? 'paragraph',
      text,
      frozen: [],
    })),
  );
  return {
    fileName: 'Harrow Lane review.txt',
    client: 'Harrow & Finch Logistics',
    job: 'Annual review',
    revision: 1,
    format: { name: 'text', title: 'Plain text' },
    pipeline: {
      name: 'standard',
      description: 'Every stage, with corrections applied where they are all but certain.',
      dialect: 'en-GB',
    },
    stages: stages.map(([name, title, description]) => ({ name, title, description })),
    document,
    textHash: sha256(document.text),
    findings,
    warnings: [],
    notChecked: [],
    words: { count: countWords(document.text), rule: wordRule },
    files: {
      original: file('../original/Harrow Lane review.txt', document.text),
      corrected: file('../corrected/Harrow Lane review.txt', corrected),
      redline: { ...file('../redline/Harrow Lane review.html', ''), kind: 'html' },
    },
    statistics: { before: readability(document), after: readability(after) },
    createdAt: '2026-11-24T09:00:00Z',
    generator: { name: 'Proofdesk', version: '0.1.0' },
    ...more,
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function file(path: string, text: string) {
  return { path, sha256: sha256(text), sizeBytes: Buffer.byteLength(text) };
}

/** Some paragraphs of later rounds have no findings, as in real documents: their right wording stands in them. */
function thinned(template: string, index: number, round: number): string {
  const varied = template.replaceAll(
    /\b(nine|two|five)\b/gu,
    (number) => `${number} (${round + 1})`,
  );
  const keep = round === 0 || (index * 7 + round * 3) % 5 < 2;
  return keep
    ? varied
    : varied.replaceAll(/\{([^}|]*?)(?:=>([^|]*))?\|[^}]*\}/gu, (_, a, b) => b ?? a);
}

function marked(template: string, offset: number): Marked {
  const findings: DecidedFinding[] = [];
  let text = '';
  let position = 0;
  for (const match of template.matchAll(/\{([^}|]*?)(?:=>([^|]*))?\|([^}]*)\}/gu)) {
    text += template.slice(position, match.index);
    const [whole, before = '', after, rule = ''] = match;
    if (rule !== 'none')
      findings.push(findingOf({ start: offset + text.length, before, after, rule }));
    text += before;
    position = match.index + whole.length;
  }
  return { text: text + template.slice(position), findings };
}

interface Spot {
  readonly start: number;
  readonly before: string;
  readonly after: string | undefined;
  readonly rule: string;
}

function findingOf({ start, before, after, rule: marking }: Spot): DecidedFinding {
  const rule = marking.replace('?', '');
  const [stage, message] = wording[rule] ?? ['grammar', 'Please look at this.'];
  const span = { start, end: start + before.length };
  const decision = decisionOf(marking, after);
  const corrections = after === undefined ? [] : [{ span, before, after }];
  const alternative = stage === 'spelling' ? [{ span, before, after: `${after}s` }] : [];
  return {
    stage,
    rule,
    span,
    message,
    confidence: { applied: 0.97, suggested: 0.72, noted: 0.35 }[decision],
    corrections: [...corrections, ...alternative],
    decision,
    url: 'https://example.org/rules',
    ...(marking.includes('?') ? { reason: 'Another reading of the sentence is possible.' } : {}),
  };
}

function decisionOf(marking: string, after: string | undefined): Decision {
  if (after === undefined) return 'noted';
  return marking.endsWith('?') ? 'suggested' : 'applied';
}

function shifted(finding: DecidedFinding, by: number): DecidedFinding {
  const move = ({ start, end }: { start: number; end: number }) => ({
    start: start + by,
    end: end + by,
  });
  return {
    ...finding,
    span: move(finding.span),
    corrections: finding.corrections.map((edit) => ({ ...edit, span: move(edit.span) })),
  };
}
