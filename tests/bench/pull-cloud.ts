import { calmMood } from '#sandbox/cloud/cloud-mood.ts';
import { CloudServer } from '#sandbox/cloud/cloud-server.ts';
import { CloudTenant } from '#sandbox/cloud/cloud-tenant.ts';
import type { Sample } from '#sandbox/make-sample.ts';

const MINUTE = 60_000;
const CONTEXT = 'https://graph.microsoft.com/v1.0/$metadata#users';
const decoder = new TextDecoder();
const encoder = new TextEncoder();

interface UsersPage {
  readonly value: readonly { readonly licenseAssignmentStates: readonly object[] }[];
}

/**
 * A tenant whose answers are kept as bytes, so that asking for them again costs what reading a body
 * costs and nothing else. Pages of users have what Graph gives beside what the sandbox gives.
 */
export class PullCloud {
  readonly tenant: CloudTenant;
  readonly #server: CloudServer;
  readonly #pages = new Map<string, Uint8Array<ArrayBuffer>>();
  #read: Uint8Array[] = [];
  #clock = Date.now();
  #stamp = Date.UTC(2024, 0);

  constructor(sample: Sample) {
    this.tenant = new CloudTenant(sample, []);
    this.#server = new CloudServer({
      visit: (_token, _mayWrite, work) => Promise.resolve(work(this.tenant)),
      mood: () => Promise.resolve(calmMood),
      // minutes fly, so that nobody ever asks too often
      now: () => (this.#clock += MINUTE),
      sleep: () => Promise.resolve(),
      random: () => 0.5,
    });
  }

  /** Answers like the browser's. */
  readonly fetch = async (request: Request): Promise<Response> => {
    const bytes = this.#pages.get(request.url) ?? (await this.#answer(request));
    this.#read.push(bytes);
    return new Response(bytes);
  };

  /** What was read since the last call, answer by answer. */
  takeRead(): readonly Uint8Array[] {
    const read = this.#read;
    this.#read = [];
    return read;
  }

  /** Somebody blocks `count` users, or lets them in again. */
  changeUsers(count: number): void {
    for (const user of this.tenant.page(0, count).users) {
      this.tenant.change({ ...user, blocked: !user.blocked }, this.#clock);
    }
  }

  async #answer(request: Request): Promise<Uint8Array<ArrayBuffer>> {
    const isPage = new URL(request.url).searchParams.has('$top');
    const response = await this.#server.fetch(request);
    if (!response.ok) throw new Error(`${response.status} for ${request.url}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!isPage) return bytes;
    const page = this.#asGraph(JSON.parse(decoder.decode(bytes)) as UsersPage);
    this.#pages.set(request.url, page);
    return page;
  }

  #asGraph(page: UsersPage): Uint8Array<ArrayBuffer> {
    const value = page.value.map((user) => {
      const licenseAssignmentStates = user.licenseAssignmentStates.map((state) => {
        this.#stamp += MINUTE;
        const lastUpdatedDateTime = new Date(this.#stamp).toISOString().replace('.000', '');
        return { ...state, lastUpdatedDateTime };
      });
      return { ...user, licenseAssignmentStates };
    });
    return encoder.encode(JSON.stringify({ '@odata.context': CONTEXT, ...page, value }));
  }
}

/** What nobody can do without: the text of each answer and its values. How many answers have some. */
export function parseAll(answers: readonly Uint8Array[]): number {
  let parsed = 0;
  for (const bytes of answers) if (JSON.parse(decoder.decode(bytes)) !== null) parsed++;
  return parsed;
}
