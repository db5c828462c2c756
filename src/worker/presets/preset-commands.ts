import type { Result } from '#base/result.ts';
import type { CustomerId } from '#customers/customer.ts';
import { applyPreset } from '#plan/apply-preset.ts';
import type { Draft } from '#plan/draft.ts';
import type { Filling } from '#plan/filling.ts';
import { namedIn, type Preset, type PresetId, type PresetProduct } from '#plan/preset.ts';
import { listPresets, renamePreset, savePreset } from '#store/presets.ts';
import type { Desk } from '#worker/desk.ts';
import type { Namer } from '#worker/licenses/namer.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { PresetRefusal } from './preset-types.ts';

/** The products of a draft as they are called at this customer. */
const productsOf = (draft: Draft, namer: Namer): PresetProduct[] =>
  [...namedIn(draft)].map(([skuId, plans]) => ({
    skuId,
    name: namer.product(skuId),
    skuPartNumber: namer.partNumber(skuId),
    servicePlans: Object.fromEntries(plans.map((id) => [id, namer.servicePlan(skuId, id).name])),
  }));

/** Drafts kept under names, for any customer. */
export function presetCommands({ db, customers, now }: Desk) {
  return {
    /** By name. */
    async presets(locale: LocaleTag): Promise<Preset[]> {
      const { compare } = new Intl.Collator(locale, { numeric: true });
      return (await listPresets(db)).sort((a, b) => compare(a.name, b.name));
    },

    /** Keeps a draft of this customer under a name, in place of the preset `replaces` if there is one. */
    async savePreset(
      id: CustomerId,
      {
        name,
        draft,
        operator,
        replaces,
      }: Pick<Preset, 'name' | 'draft' | 'operator'> & { readonly replaces: PresetId | null },
      locale: LocaleTag,
    ): Promise<Result<PresetId, PresetRefusal>> {
      const open = await customers.open(id);
      return savePreset(db, {
        id: replaces ?? (crypto.randomUUID() as PresetId),
        name,
        draft,
        products: productsOf(draft, open.namer(locale)),
        savedAt: now(),
        operator,
      });
    },

    renamePreset: (id: PresetId, name: string) => renamePreset(db, id, name),

    deletePreset: (id: PresetId) => db.presets.delete(id),

    /** What a preset ticks for this customer; null when it is gone. Ticks nothing. */
    async applyPreset(id: CustomerId, presetId: PresetId): Promise<Filling | null> {
      const preset = await db.presets.get(presetId);
      if (preset === undefined) return null;
      const open = await customers.open(id);
      return applyPreset(preset, open.data.products);
    },
  };
}
