import type { PresetId } from '#plan/preset.ts';

/** Another preset has the name. */
export interface PresetRefusal {
  readonly kind: 'nameTaken';
  readonly id: PresetId;
}
