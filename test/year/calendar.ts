import { chanceOf } from './chance.ts';
import { type YearClient, yearClients } from './clients.ts';

const year = 2027;

const dayMs = 86_400_000;

/** A job of the year: when it is dropped and what comes with it. */
export interface YearJob {
  readonly name: string;
  readonly client: YearClient;
  /** Days after New Year. */
  readonly day: number;
  readonly files: Readonly<Record<string, string>>;
  /** What is sent again because it could not be read. */
  readonly mended?: Readonly<Record<string, string>>;
}

/** Noon of a day of the year, counted from 0. */
export function noonOf(day: number): Date {
  return new Date(new Date(year, 0, 1, 12).getTime() + day * dayMs);
}

/** The jobs of the year, from January to early December. */
export function yearJobs(seed: string, count: number): readonly YearJob[] {
  return Array.from({ length: count }, (_, index) => {
    const client = yearClients[index % yearClients.length];
    if (!client) throw new Error('there are no clients');
    const name = `job-${String(index + 1).padStart(3, '0')}`;
    const chance = chanceOf(`${seed}/${name}`);
    const day = chance.whole(3, 338);
    const breaks = client.approves && client.model !== 'rush' && chance.whole(1, 100) <= 12;
    const texts = chance.whole(1, 2);
    const files: Record<string, string> = {};
    for (let number = 1; number <= texts; number += 1) {
      files[`text-${number}.txt`] = textOf(`${name} ${number}`, seed);
    }
    if (texts === 2 && chance.whole(1, 100) <= 8) files['text-2.txt'] = files['text-1.txt'] ?? '';
    if (breaks) files['broken.docx'] = 'PK\u0003\u0004 cut off';
    const due = new Date(noonOf(day).getTime() + chance.whole(1, 4) * dayMs);
    if (client.model === 'rush' && chance.whole(1, 100) <= 60) {
      files['job.yaml'] = `deadline: ${isoDay(due)} 18:00\n`;
    }
    return {
      name,
      client,
      day,
      files,
      ...(breaks && { mended: { 'broken.txt': textOf(`${name} mended`, seed) } }),
    };
  });
}

function isoDay(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

const words = 'the house by the river was sold in spring and nobody knew who had bought it';

/** A few sentences that no other document has, with spaces that are one too many. */
function textOf(name: string, seed: string): string {
  const chance = chanceOf(`${seed}/text/${name}`);
  const count = chance.whole(14, 44);
  const some = Array.from({ length: count }, () => chance.pick(words.split(' ')));
  const at = chance.whole(1, count - 2);
  return `This is ${name}, with alpha and  beta. So ${some.slice(0, at).join(' ')}  ${some.slice(at).join(' ')}.\n`;
}
