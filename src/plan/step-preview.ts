import { countEffects } from './effect.ts';
import type { Ground } from './ground.ts';
import { groupIssues } from './issue-groups.ts';
import { demandOf, ledgerOf } from './ledger.ts';
import type { ShortageChoice } from './shortage-choice.ts';
import { stepStays } from './step-stays.ts';
import type { StayReason, Step, StepCase, StepPreview } from './step.ts';

const risksData = ({ issues }: StepCase): boolean =>
  issues.some((issue) => issue.code === 'dataAtRisk' && issue.service !== 'teams');

/** What the step would do, with this answer to a shortage. */
export function stepPreview(ground: Ground, step: Step, choice: ShortageChoice): StepPreview {
  const { cases, caseOf, users, impossible } = step;
  const stays: Record<StayReason, number> = {
    blocked: 0,
    changedSince: 0,
    gone: 0,
    ended: 0,
    sending: 0,
    waits: 0,
  };
  const staying = new Set<number>();
  for (const { position, reason } of stepStays(ground, step, choice)) {
    stays[reason]++;
    staying.add(position);
  }
  const moved = new Uint32Array(cases.length);
  caseOf.forEach((one, i) => {
    if (!staying.has(users[i] ?? 0)) moved[one] = (moved[one] ?? 0) + 1;
  });
  const lines = ledgerOf(
    demandOf(step, ground.index.products.length),
    ground.availability(),
    ground.index,
  );
  const sum = (numberOf: (one: StepCase) => number): number =>
    cases.reduce((all, one, i) => all + numberOf(one) * (moved[i] ?? 0), 0);
  const count = (which: (one: StepCase) => boolean): number => sum((one) => (which(one) ? 1 : 0));
  return {
    users: users.length + impossible.length,
    moved: count(() => true),
    changed: count(({ kind }) => kind === 'planned'),
    assigns: sum(({ effects }) => countEffects(effects, 'gained')),
    revokes: sum(({ effects }) => countEffects(effects, 'lost')),
    locationsSet: count(({ setsLocation }) => setsLocation),
    locationsDropped: count(({ dropsLocation }) => dropsLocation),
    usersRevoked: count(({ revokes }) => revokes),
    losingData: count(risksData),
    issues: groupIssues(step),
    ledger: lines.filter(({ needed, freed }) => needed > 0 || freed > 0),
    shortages: lines.filter(({ short }) => short > 0).map(({ skuId, short }) => ({ skuId, short })),
    stays,
  };
}
