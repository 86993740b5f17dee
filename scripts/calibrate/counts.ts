import { bandOf, type Measured, opinionBand, opinionRule } from '../../src/core/calibration.ts';
import type { Observation } from './observe.ts';

const none = { right: 0, proposed: 0 };

/** Counts what was right and what was proposed, for each rule and band of stated confidence, and for the model's opinions. */
export function counted(observations: readonly Observation[]): readonly Measured[] {
  return [...ruleRows(observations), ...opinionRows(observations)];
}

function ruleRows(observations: readonly Observation[]): readonly Measured[] {
  const groups = Map.groupBy(observations, ({ rule, stated }) => `${rule} ${bandOf(stated)}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const alone = shareOf(group.filter(({ seconded }) => !seconded));
    const seconded = shareOf(group.filter((one) => one.seconded));
    return [{ rule: first.rule, band: bandOf(first.stated), alone, seconded }];
  });
}

/** Too few findings of one rule have an opinion on them, so all rules of a stage are counted together. */
function opinionRows(observations: readonly Observation[]): readonly Measured[] {
  const groups = Map.groupBy(
    observations.filter(({ opinion }) => opinion !== undefined),
    ({ rule, stated, opinion }) => `${rule.split('/')[0]} ${opinion} ${opinionBand(stated)}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first?.opinion) return [];
    const rule = opinionRule(first.rule.split('/')[0] ?? '', first.opinion);
    return [{ rule, band: opinionBand(first.stated), alone: shareOf(group), seconded: none }];
  });
}

function shareOf(group: readonly Observation[]): Measured['alone'] {
  return { right: group.filter(({ isRight }) => isRight).length, proposed: group.length };
}
