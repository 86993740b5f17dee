import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentTargets } from './document-targets.ts';
import { mutated, mutations } from './mutations.ts';
import { otherTargets } from './other-targets.ts';
import type { Target } from './target.ts';
import { textTargets } from './text-targets.ts';

/** The suite does a few; `npm run fuzz` does thousands. */
const runs = Number(process.env['PROOFDESK_FUZZ_RUNS'] ?? '60');

/** Reading even the worst of so little takes no longer, on a busy machine too; what does is on its way to hang. */
const eachMs = 30_000;

const corpus = fileURLToPath(new URL('../../fixtures/fuzz/', import.meta.url));
const targets = [...documentTargets(), ...textTargets, ...(await otherTargets())];

describe.each(targets.map((target) => [target.name, target] as const))('%s', (_, target) => {
  it('are read or refused, whatever is done to them', {
    timeout: 60_000 + runs * 1_000,
  }, async () => {
    const seed = fc.nat({ max: Math.max(0, target.seeds.length - 1) });
    const property = fc.asyncProperty(seed, seed, mutations, async (one, other, all) => {
      const bytes = mutated(at(target, one), all, at(target, other));
      const beganMs = performance.now();
      expect(await target.tryOut(bytes, one)).toBeUndefined();
      expect(performance.now() - beganMs).toBeLessThan(eachMs);
    });
    await fc.assert(property, { numRuns: runs });
  });

  const kept = `${corpus}${target.name.replaceAll(/\W+/g, '-')}/`;
  const files = existsSync(kept) ? readdirSync(kept).sort() : [];
  it.each(files)('are read or refused as in %s', async (file) => {
    expect(await target.tryOut(new Uint8Array(readFileSync(kept + file)), 0)).toBeUndefined();
  });
});

function at({ seeds }: Target, index: number): Uint8Array {
  return seeds[index] ?? new Uint8Array();
}
