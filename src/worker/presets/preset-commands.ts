import { applyPreset } from '#plan/apply-preset.ts';
import { namedIn, type PresetId, type PresetProduct } from '#plan/preset.ts';
import type { Draft } from '#plan/draft.ts';
import { listPresets, renamePreset, savePreset } from '#store/presets.ts';
import type { Namer } from '#worker/licenses/namer.ts';
import type { Commands, Desk } from '#worker/desk.ts';

/** The products of a draft as they are called at this customer. */
const productsOf = (draft: Draft, namer: Namer): PresetProduct[] =>
  [...namedIn(draft)].map(([skuId, plans]) => ({
    skuId,
    name: namer.product(skuId),
    skuPartNumber: namer.partNumber(skuId),
    servicePlans: Object.fromEntries(plans.map((id) => [id, namer.servicePlan(skuId, id).name])),
  }));

/** Drafts kept under names, for any customer. */
export function presetCommands({
  db,
  customers,
  now,
}: Desk): Pick<
  Commands,
  'presets' | 'savePreset' | 'renamePreset' | 'deletePreset' | 'applyPreset'
> {
  return {
    async presets(locale) {
      const { compare } = new Intl.Collator(locale, { numeric: true });
      return (await listPresets(db)).sort((a, b) => compare(a.name, b.name));
    },

    async savePreset(id, { name, draft, operator, replaces }, locale) {
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

    renamePreset: (id, name) => renamePreset(db, id, name),

    deletePreset: (id) => db.presets.delete(id),

    async applyPreset(id, presetId) {
      const preset = await db.presets.get(presetId);
      if (preset === undefined) return null;
      const open = await customers.open(id);
      return applyPreset(preset, open.data.products);
    },
  };
}
