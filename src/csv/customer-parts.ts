import type { Pace } from '#base/pace.ts';
import type { Steps } from '#base/steps.ts';
import type { TenantId } from '#customers/customer.ts';
import type { GraphProducts } from '#graph/products.ts';
import type { Warn } from '#graph/read-shape.ts';
import { LicenseReader } from '#graph/user-licenses.ts';
import type { GraphUsers } from '#graph/users.ts';
import type { GroupId, SkuId } from '#licenses/ids.ts';
import type { LicenseSet } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
import type { CustomerBatch } from '#users/customer-batch.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { domainsOfUsers } from './default-domain.ts';
import { UserRoster } from './user-roster.ts';

/** The file that a part came from, and when it was written, in ms. */
export interface Origin {
  readonly name: string;
  readonly lastModified: number;
}

/** Puts together what the files of one customer say. */
export class CustomerParts {
  readonly warn: Warn;
  readonly roster: UserRoster;
  readonly licenses = new LicenseReader();
  /** Each license set that was told by names, with the names as they stand. */
  readonly named = new Map<LicenseSet, LicenseSet>();
  readonly #tenants = new Map<TenantId, string>();
  readonly #dates: number[] = [];
  readonly #pages = { open: 0, last: 0, file: '' };
  #products: Map<SkuId, Product> | null = null;
  #groups: Map<GroupId, string> | null = null;
  #groupsDate = Infinity;
  #hasUsers = false;
  /** The first file without licenses, and headings of such files that speak of some. */
  readonly #untold = { file: '', columns: new Set<string>() };
  #accountName: string | null = null;

  constructor(warn: Warn) {
    this.warn = warn;
    this.roster = new UserRoster(warn);
  }

  addProducts({ products, tenants, accountName, more }: GraphProducts, from: Origin): void {
    this.#products ??= new Map();
    for (const product of products) this.#products.set(product.skuId, product);
    for (const tenant of tenants) {
      if (!this.#tenants.has(tenant)) this.#tenants.set(tenant, from.name);
    }
    this.#accountName ??= accountName;
    this.#dates.push(from.lastModified);
    if (more) this.warn({ kind: 'morePages', file: from.name });
  }

  /** Rests with (users added, users). */
  async addGraphUsers(
    { users, deleted, unreadLicenses, named, pages }: GraphUsers,
    from: Origin,
    pace: Pace,
  ): Promise<void> {
    for (const [index, user] of users.entries()) {
      this.roster.add(user, { kind: 'graph', file: from.name, row: index + 1 });
      if (pace.due()) await pace.rest(index + 1, users.length);
    }
    for (const user of deleted) this.roster.addDeleted(user);
    for (const set of named) this.named.set(set, set);
    if (users.every(({ licenses }) => licenses === null)) {
      this.licensesUntold(from.name, unreadLicenses);
    }
    this.#pages.open += pages.open;
    this.#pages.last += pages.last;
    if (pages.open > 0) this.#pages.file = from.name;
    this.usersRead(from);
  }

  addGroups(groups: ReadonlyMap<GroupId, string>, from: Origin): void {
    this.#groups = new Map([...(this.#groups ?? []), ...groups]);
    this.#groupsDate = Math.min(this.#groupsDate, from.lastModified);
  }

  /** Notes that a file brought users, even if none. */
  usersRead(from: Origin): void {
    this.#hasUsers = true;
    this.#dates.push(from.lastModified);
  }

  /** Notes that a file tells no licenses; `columns`: its headings that speak of some. */
  licensesUntold(file: string, columns: readonly string[]): void {
    this.#untold.file ||= file;
    for (const column of columns) this.#untold.columns.add(column);
  }

  /** The given products and those of the files read so far. */
  ownedWith(owned: ReadonlySet<SkuId>): ReadonlySet<SkuId> {
    return new Set([...owned, ...(this.#products?.keys() ?? [])]);
  }

  /** What only shows when all files are read: tenants that do not belong together; a missing last page; who has no licenses told. */
  end(): readonly ImportProblem[] {
    const untold = { file: this.#untold.file, columns: [...this.#untold.columns] };
    if (untold.file !== '') {
      const users = this.roster.users.filter(({ licenses }) => licenses === null).length;
      if (users > 0) this.warn({ kind: 'licensesUntold', ...untold, users });
    }
    const { file } = this.#pages;
    if (this.#lacksPage) this.warn({ kind: 'morePages', file });
    const [, other] = this.#tenants.values();
    return other === undefined ? [] : [{ kind: 'mixedTenants', file: other }];
  }

  /** False where the files may not name everybody: a page is missing, or rows were left out. */
  get isWhole(): boolean {
    return !this.#lacksPage && this.roster.leftOut === 0;
  }

  get #lacksPage(): boolean {
    return this.#pages.open > 0 && this.#pages.last === 0;
  }

  /** The tenant's short name, when a file tells it. */
  get accountName(): string | null {
    return this.#accountName;
  }

  /** The batch to import. Its date is the oldest of the files', so that nothing in it is older than shown. */
  *batch(): Steps<CustomerBatch> {
    const [tenantId = null] = this.#tenants.keys();
    const { users, deleted } = this.roster;
    const domains = yield* domainsOfUsers(users);
    return {
      origin: 'files',
      tenantId,
      defaultDomain: domains.most,
      dataAt: Math.min(...(this.#dates.length > 0 ? this.#dates : [this.#groupsDate])),
      users: this.#hasUsers ? users : null,
      removed: deleted,
      products: this.#products && [...this.#products.values()],
      groups: this.#groups,
    };
  }
}
