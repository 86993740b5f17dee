import { createHash } from 'node:crypto';
import { correctedDocument } from '../../core/excerpt.ts';
import { appliedEdits } from '../../core/finding.ts';
import { readability } from '../../core/readability.ts';
import { wordRule } from '../../core/words.ts';
import { formatNamed } from '../../formats/index.ts';
import { unlock } from '../../formats/office/encryption.ts';
import type { RenderedReport, ReportRequest, SettledProfile } from '../../job/proofreading.ts';
import { renderJson } from '../../report/json.ts';
import { buildReport, type ReportFile, type ReportSource } from '../../report/report.ts';
import { stageTitles } from '../catalog.ts';
import { version } from '../version.ts';

/** What a report is made from, with the English of the document decided. */
export type SettledRequest = ReportRequest & { readonly profile: SettledProfile };

/** The redline of a format that has no tracked changes, as a page. */
export async function htmlRedline(
  request: Omit<SettledRequest, 'places' | 'redline'>,
): Promise<string> {
  const { renderRedline } = await import('../../report/redline.ts');
  const places = { original: '', corrected: '', redline: '' };
  return renderRedline(sourceOf({ ...request, places }));
}

/** The report as data and as a page. */
export async function renderedReport(request: SettledRequest): Promise<RenderedReport> {
  const { renderHtml } = await import('../../report/html/html.ts');
  const preview = await formatNamed(request.extracted.format).preview?.(await shown(request));
  const source = sourceOf(request);
  const report = buildReport(source);
  return {
    json: renderJson(report),
    html: renderHtml(report, source.document, preview === undefined ? {} : { preview }),
  };
}

async function shown({
  corrected,
  converted,
  original,
  password,
}: ReportRequest): Promise<Uint8Array> {
  const bytes = corrected ?? converted ?? original;
  return password === undefined ? bytes : (await unlock(bytes, [password])).bytes;
}

/** All that a report is made from. */
export function sourceOf(request: SettledRequest): ReportSource {
  const { extracted, findings, profile, places } = request;
  const { document } = extracted;
  const format = formatNamed(extracted.format);
  const { name, description, dialect } = profile.pipeline;
  return {
    fileName: request.fileName,
    ...(request.client === undefined ? {} : { client: request.client }),
    ...(request.job === undefined ? {} : { job: request.job }),
    revision: request.revision,
    format: { name: format.name, title: format.title },
    pipeline: { name, description, dialect },
    stages: stageTitles(profile.pipeline),
    document,
    textHash: hashOf(new TextEncoder().encode(document.text)),
    findings,
    warnings: extracted.warnings,
    notChecked: request.notChecked,
    words: { count: extracted.words, rule: wordRule },
    files: {
      original: fileOf(places.original, request.original),
      ...(request.converted
        ? { converted: fileOf(places.converted ?? '', request.converted) }
        : {}),
      ...(request.corrected
        ? { corrected: fileOf(places.corrected ?? '', request.corrected) }
        : {}),
      ...(request.redline
        ? {
            redline: {
              ...fileOf(places.redline ?? '', request.redline),
              kind: format.tracked ? ('tracked' as const) : ('html' as const),
            },
          }
        : {}),
    },
    statistics: {
      before: readability(document),
      after: readability(correctedDocument(document, appliedEdits(findings))),
    },
    createdAt: request.createdAt,
    generator: { name: 'Proofdesk', version },
  };
}

function fileOf(path: string, bytes: Uint8Array): ReportFile {
  return { path, sha256: hashOf(bytes), sizeBytes: bytes.length };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
