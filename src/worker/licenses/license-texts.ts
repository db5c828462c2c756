import type { LicenseTexts } from '#csv/user-export.ts';
import type { Assignment } from '#licenses/license-set.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import { productMoves } from '#plan/difference.ts';
import type { Messages } from '#messages/messages.ts';
import { heldView, heldViews } from './held-view.ts';
import type { HeldView } from './license-types.ts';
import type { Namer } from './namer.ts';

/** How many distinct pairs of license sets are remembered: most customers have a few thousand. */
const MOST_KNOWN = 20_000;
/** Not `+`: names of products contain it. */
const BETWEEN = '; ';

/** Says in words what users hold and what is planned for them; users with the same licenses share one answer. */
export class LicenseWords {
  readonly #sets: LicenseSets;
  readonly #namer: Namer;
  readonly #m: Messages;
  readonly #known = new Map<string, LicenseTexts>();

  constructor(sets: LicenseSets, namer: Namer, m: Messages) {
    this.#sets = sets;
    this.#namer = namer;
    this.#m = m;
  }

  /** Arguments: numbers of license sets. */
  of(baseline: number, planned: number): LicenseTexts {
    const key = `${baseline} ${planned}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    const texts = this.#say(baseline, planned);
    this.#known.set(key, texts);
    return texts;
  }

  #say(baseline: number, planned: number): LicenseTexts {
    const before = this.#sets.at(baseline);
    const after = this.#sets.at(planned);
    const views = heldViews(before, after, this.#namer);
    const now = views.filter((view) => view.planned !== 'removed');
    const { gained, lost, keptByGroup, switched } = productMoves(before, after);
    const textOf = (some: readonly HeldView[], say: (view: HeldView) => string): string =>
      some.map(say).join(BETWEEN);
    return {
      before: this.#withRest(this.#names(before), baseline),
      after: this.#withRest(this.#names(after), planned),
      marked: this.#withRest(
        textOf(now, (view) => this.#marked(view)),
        planned,
      ),
      sources: textOf(now, (view) => this.#source(view)),
      servicePlansOff: this.#off(now),
      assigned: this.#names(gained),
      revoked: this.#names(lost),
      directCopyRevoked: this.#names(keptByGroup),
      servicePlansChanged: this.#names(switched),
    };
  }

  /** The text, with a word for what no source told of the set. */
  #withRest(text: string, set: number): string {
    if (!this.#sets.isUntold(set)) return text;
    return [text, this.#m.words.notInFile].filter((part) => part !== '').join(BETWEEN);
  }

  #names(assignments: readonly Assignment[]): string {
    return assignments
      .map((held) => heldView(held, 'same', this.#namer).name)
      .sort(this.#namer.compare)
      .join(BETWEEN);
  }

  #marked({ name, planned }: HeldView): string {
    const { exports } = this.#m;
    if (planned === 'added') return exports.planned(name);
    return planned === 'changed' ? exports.servicePlansPlanned(name) : name;
  }

  #source({ name, direct, groups, pathUnknown }: HeldView): string {
    const { exports, issues, words } = this.#m;
    const sources = [
      ...(direct ? [exports.direct] : []),
      ...groups.map((group) => issues.group(group.name ?? group.id)),
      ...(pathUnknown ? [exports.unknownSource] : []),
    ];
    return exports.sourceOf(name, sources.join(words.listSeparator));
  }

  #off(held: readonly HeldView[]): string {
    const { exports, words } = this.#m;
    return held
      .flatMap(({ name, servicePlansOff }) => {
        if (servicePlansOff?.length === 0) return [];
        const plans = servicePlansOff?.map((plan) => plan.name).sort(this.#namer.compare);
        return [exports.off(name, plans?.join(words.listSeparator) ?? exports.unknownSource)];
      })
      .join(BETWEEN);
  }
}
