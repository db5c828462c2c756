import type { Result } from '#base/result.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { Filling } from '#plan/filling.ts';
import type { Preset, PresetId } from '#plan/preset.ts';
import type { LocaleTag } from '#worker/scope-types.ts';

/** Another preset has the name. */
export interface PresetRefusal {
  readonly kind: 'nameTaken';
  readonly id: PresetId;
}

/** The commands about presets. */
export interface PresetCommands {
  /** By name. */
  presets(locale: LocaleTag): Preset[];
  /** Keeps a draft of this customer under a name, in place of the preset `replaces` if there is one. */
  savePreset(
    id: CustomerId,
    preset: Pick<Preset, 'name' | 'draft' | 'operator'> & { readonly replaces: PresetId | null },
    locale: LocaleTag,
  ): Result<PresetId, PresetRefusal>;
  renamePreset(id: PresetId, name: string): Result<PresetId, PresetRefusal>;
  deletePreset(id: PresetId): void;
  /** What a preset ticks for this customer; null when it is gone. Ticks nothing. */
  applyPreset(id: CustomerId, preset: PresetId): Filling | null;
}
