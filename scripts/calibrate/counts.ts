import { bandOf, type Measured } from '../../src/core/calibration.ts';
import type { Observation } from './observe.ts';

/** Counts what was right and what was proposed, for each rule and band of stated confidence. */
export function counted(observations: readonly Observation[]): readonly Measured[] {
  const groups = Map.groupBy(observations, ({ rule, stated }) => `${rule} ${bandOf(stated)}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const share = (isSeconded: boolean) => {
      const like = group.filter(({ seconded }) => seconded === isSeconded);
      return { right: like.filter(({ isRight }) => isRight).length, proposed: like.length };
    };
    const band = bandOf(first.stated);
    return [{ rule: first.rule, band, alone: share(false), seconded: share(true) }];
  });
}
