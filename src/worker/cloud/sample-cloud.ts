import type { CloudAnswer } from '#sandbox/cloud/cloud-answer.ts';
import { readEntry } from '#sandbox/cloud/cloud-shapes.ts';
import { type CloudSample, CloudTenant } from '#sandbox/cloud/cloud-tenant.ts';
import type { SampleSpec } from '#sandbox/sample-spec.ts';
import { type CloudKnown, type CloudNews, readCloud, visitCloud } from '#store/cloud.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { quietPace } from '#worker/jobs/next-turn.ts';

/**
 * The cloud of one sample customer as this worker knows it: the sample as it is made, and what was done
 * to it since, which stands in the store and is read again at every visit, since other windows' workers
 * write there too.
 */
export class SampleCloud {
  readonly #db: SeatwiseDatabase;
  readonly #spec: SampleSpec;
  #sample: Promise<CloudSample> | null = null;
  #tenant: CloudTenant | null = null;
  #life = '';

  constructor(db: SeatwiseDatabase, spec: SampleSpec) {
    this.#db = db;
    this.#spec = spec;
  }

  /**
   * Does the work on the tenant as it is now, and keeps what it changed. For work that changes something
   * the tenant is null when the customer is not on this device.
   */
  async visit(
    mayWrite: boolean,
    work: (tenant: CloudTenant | null) => CloudAnswer,
  ): Promise<CloudAnswer> {
    const { id } = this.#spec;
    const sample = await (this.#sample ??= this.#make());
    const said: { answer: CloudAnswer | null } = { answer: null };
    const known = (): CloudKnown | null =>
      this.#tenant && { life: this.#life, sequence: this.#tenant.sequence };
    const enter = (news: CloudNews) => {
      const tenant = this.#upTo(news, sample);
      said.answer = work(tenant);
      return tenant.takeNews().map((value) => ({
        part: 'user' in value ? value.user.id : value.skuId,
        sequence: value.sequence,
        value,
      }));
    };
    try {
      const isRead =
        !mayWrite && (await readCloud(this.#db, id, known, (news) => void enter(news)));
      if (!isRead) await visitCloud(this.#db, id, known, enter);
    } catch (error) {
      // what the work did here was not kept
      this.#tenant = null;
      throw error;
    }
    if (said.answer !== null) return said.answer;
    // nobody has this customer here: its cloud is as it was made, and keeps nothing
    return work(mayWrite ? null : new CloudTenant(sample, []));
  }

  #upTo({ life, isWhole, rows }: CloudNews, sample: CloudSample): CloudTenant {
    const entries = rows.flatMap(({ value }) => readEntry(value) ?? []);
    if (this.#tenant === null || isWhole) {
      this.#tenant = new CloudTenant(sample, entries);
      this.#life = life;
    } else this.#tenant.take(entries);
    return this.#tenant;
  }

  async #make(): Promise<CloudSample> {
    const { makeSample } = await import('#sandbox/make-sample.ts');
    return makeSample(
      this.#spec,
      0,
      quietPace(() => performance.now()),
    );
  }
}
