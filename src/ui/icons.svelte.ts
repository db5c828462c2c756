import { firstIcons } from './first-icons.ts';
import type { lateIcons } from './late-icons.ts';

export type IconName = keyof typeof firstIcons | keyof typeof lateIcons;

let shapes = $state.raw<Readonly<Partial<Record<IconName, string>>>>(firstIcons);

/** The outline of an icon; empty until it has come. */
export const shapeOf = (name: IconName): string => shapes[name] ?? '';

/** Brings the icons that the first screen does without. */
export async function bringIcons(): Promise<void> {
  const { lateIcons } = await import('./late-icons.ts');
  shapes = { ...firstIcons, ...lateIcons };
}
