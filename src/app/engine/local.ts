import { arbitrate } from '../../core/arbitrate.ts';
import { createCalibration, parseMeasured } from '../../core/calibration.ts';
import type { Document } from '../../core/document.ts';
import { DocumentProblem } from '../../core/problem.ts';
import { createProofreader, type Proofreader } from '../../core/proofread.ts';
import { recheck } from '../../core/recheck.ts';
import type { Resources } from '../../core/stage.ts';
import { countWords } from '../../core/words.ts';
import { locked, unlock } from '../../formats/office/encryption.ts';
import { isEncrypted } from '../../formats/office/ole.ts';
import { recognise } from '../../formats/recognise.ts';
import type { Profile, SettledProfile } from '../../job/proofreading.ts';
import type { Engine } from '../../ports.ts';
import { countCards } from '../../report/cards.ts';
import { createVerdict } from '../../stages/context/verdict.ts';
import { runningStages } from '../catalog.ts';
import { writeCopies } from './copies.ts';
import { readDecided } from './decided.ts';
import { htmlRedline, renderedReport } from './reports.ts';
import { createSettling } from './settling.ts';

/** A proofreader holds no text, but each client's words and options make one of its own. */
const proofreadersMax = 16;

/** The engine in this very thread: for `check`, and inside each thread of the pool. */
export function createLocalEngine(resources: Resources): Engine {
  const proofreaders = new Map<string, Promise<Proofreader>>();
  const settle = createSettling(resources);
  const proofreaderFor = async (given: Profile, document: Document): Promise<Proofreader> => {
    const profile = await settle(given, document);
    const key = JSON.stringify(profile);
    const known = proofreaders.get(key) ?? makeProofreader(profile, resources);
    proofreaders.delete(key);
    proofreaders.set(key, known);
    known.catch(() => proofreaders.delete(key));
    for (const oldest of proofreaders.keys()) {
      if (proofreaders.size <= proofreadersMax) break;
      proofreaders.delete(oldest);
    }
    return known;
  };
  return {
    extract: extracted,
    unlock: ({ bytes, passwords }) => unlock(bytes, passwords),
    lock: ({ bytes, password }) => locked(bytes, password),
    async attachments({ fileName, bytes }) {
      return recognise(fileName, bytes).attachments?.(bytes) ?? [];
    },
    async proofread({ document, profile }) {
      return (await proofreaderFor(profile, document))(document);
    },
    async arbitrate({ document, findings, profile }) {
      const { pipeline } = profile;
      const decided = arbitrate(document, findings, pipeline);
      const proofread = await proofreaderFor(profile, document);
      return recheck(document, decided, { proofread, pipeline });
    },
    apply: (request) => writeCopies(request),
    returned: (request) => readDecided(request),
    async redline(request) {
      const profile = await settle(request.profile, request.extracted.document);
      return htmlRedline({ ...request, profile });
    },
    async report(request) {
      const profile = await settle(request.profile, request.extracted.document);
      return renderedReport({ ...request, profile });
    },
    close: () => Promise.resolve(),
  };
}

const extracted: Engine['extract'] = async ({ fileName, bytes, passwords = [] }) => {
  const unlocked = isEncrypted(bytes) ? await unlock(bytes, passwords) : undefined;
  const plain = unlocked?.bytes ?? bytes;
  const format = recognise(fileName, plain);
  const opened = format.read ? await format.read(plain, passwords) : format.open(plain);
  const { document } = opened;
  refuseTooLong(document);
  const warnings = [...opened.warnings, ...cardWarnings(document)];
  const found = { format: format.name, document, words: countWords(document.text) };
  if (!unlocked) return { ...found, warnings };
  return { ...found, warnings: [encryptionWarning, ...warnings], unlockedBy: unlocked.password };
};

const encryptionWarning =
  'The document is encrypted. The corrected copy and a redline in its own format have the same password; this report is not encrypted.';

/** Nobody should send such numbers about; the operator is to know, and the client. */
function cardWarnings({ text }: Document): readonly string[] {
  const count = countCards(text);
  if (count === 0) return [];
  const what =
    count === 1
      ? 'what looks like a payment card number'
      : `what look like ${count} payment card numbers`;
  return [
    `The document holds ${what}. In the reports its digits are masked; the documents themselves hold it. Better send it without.`,
  ];
}

/** The tree of a text takes some 150 bytes a character; this is more than War and Peace has. */
const textUnitsMax = 5_000_000;

function refuseTooLong({ text }: Document): void {
  if (text.length <= textUnitsMax) return;
  throw new DocumentProblem(
    'too-large',
    `The document has ${text.length} characters; up to ${textUnitsMax} can be proofread. Please send it in parts.`,
  );
}

async function makeProofreader(
  profile: SettledProfile,
  resources: Resources,
): Promise<Proofreader> {
  const measured = parseMeasured(await resources.list('en-confidence'));
  const running = await runningStages(profile, resources);
  const names = new Set(running.map(({ stage }) => stage.name));
  // The model is not loaded for its opinion alone, nor for stages that it has none of.
  const asked = names.has('context') && names.has('grammar');
  const verdict = asked ? await createVerdict(resources) : undefined;
  return createProofreader(running, createCalibration(measured, verdict));
}
