import type { UnitUse } from '#licenses/unit-use.ts';
import type { Messages } from '#messages/messages.ts';
import type { BarPart, BarTone } from '#ui/bar-part.ts';

/** What each look of a part means, in the order of the bar. */
export const useTones = {
  assigned: 'solid',
  planned: 'striped',
  freed: 'dotted',
  available: 'empty',
  overdrawn: 'crossed',
} as const satisfies Record<string, BarTone>;

/** The bar of a product: what is owned, and after it what is lacking; below it, what is in grace. */
export function lookOf(use: UnitUse): {
  readonly parts: readonly BarPart[];
  readonly line: { readonly from: number; readonly value: number };
} {
  return {
    parts: [
      { tone: useTones.assigned, value: use.staying },
      { tone: useTones.planned, value: use.coming },
      { tone: useTones.freed, value: use.leaving },
      { tone: useTones.available, value: use.free },
      { tone: useTones.overdrawn, value: use.overdrawn + use.short },
    ],
    line: { from: use.owned - use.inGrace, value: use.inGrace },
  };
}

/** The same as one sentence, with the numbers that stand beside the bar. */
export function useWords(m: Messages, use: UnitUse): string {
  const { usage } = m.entitlements;
  const { ledger } = m.manage;
  const parts = [
    usage.owned(use.owned),
    usage.assigned(use.staying + use.coming + use.overdrawn, use.coming),
    usage.available(use.free + use.leaving, use.leaving),
    ...(use.inGrace > 0 ? [usage.grace(use.inGrace)] : []),
    ...(use.overdrawn > 0 ? [ledger.overdrawn(use.overdrawn)] : []),
    ...(use.short > 0 ? [ledger.short(use.short)] : []),
  ];
  return m.words.sentence(parts.join(m.words.listSeparator));
}
