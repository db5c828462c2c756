import * as v from 'valibot';
import { fail, ok, type Result } from '#base/result.ts';
import { freeName, isSameName, type Preset, type PresetId } from '#plan/preset.ts';
import type { SeatwiseDatabase } from './database.ts';
import { draft, presetProduct, text } from './shapes.ts';

/** A preset as stored. */
export const presetRow: v.GenericSchema<unknown, Preset> = v.object({
  id: text<PresetId>(),
  name: v.string(),
  draft,
  products: v.array(presetProduct),
  savedAt: v.number(),
  operator: v.string(),
});

/** Another preset has this name. */
export interface NameTaken {
  readonly kind: 'nameTaken';
  readonly id: PresetId;
}

const anotherWith = async (
  db: SeatwiseDatabase,
  name: string,
  but: PresetId,
): Promise<Preset | undefined> =>
  (await db.presets.toArray()).find((one) => one.id !== but && isSameName(one.name, name));

/** All presets, in no order that means anything. */
export const listPresets = (db: SeatwiseDatabase): Promise<Preset[]> => db.presets.toArray();

/**
 * Adds those whose ids are not there; where a name is taken, under that name with a number. To be called in a
 * transaction over `presets`.
 */
export async function addPresets(db: SeatwiseDatabase, presets: readonly Preset[]): Promise<void> {
  const here = await db.presets.toArray();
  const ids = new Set(here.map(({ id }) => id));
  const names = here.map(({ name }) => name);
  for (const preset of presets) {
    if (ids.has(preset.id)) continue;
    const name = freeName(preset.name, names);
    names.push(name);
    ids.add(preset.id);
    await db.presets.add({ ...preset, name });
  }
}

/** Keeps a preset, in place of the one with its id if there is one; its name must be free. */
export function savePreset(
  db: SeatwiseDatabase,
  preset: Preset,
): Promise<Result<PresetId, NameTaken>> {
  return db.transaction('rw', db.presets, async () => {
    const other = await anotherWith(db, preset.name, preset.id);
    if (other !== undefined) return fail({ kind: 'nameTaken', id: other.id } as const);
    return ok(await db.presets.put(preset));
  });
}

/** Gives a preset another name, which must be free; one that is gone stays gone. */
export function renamePreset(
  db: SeatwiseDatabase,
  id: PresetId,
  name: string,
): Promise<Result<PresetId, NameTaken>> {
  return db.transaction('rw', db.presets, async () => {
    const other = await anotherWith(db, name, id);
    if (other !== undefined) return fail({ kind: 'nameTaken', id: other.id } as const);
    await db.presets.update(id, { name });
    return ok(id);
  });
}
