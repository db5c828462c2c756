import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { GraphWire } from '../../src/sync/graph-call.ts';
import { corpusFile } from '../corpus.ts';
import { errorFaults } from './graph-errors.ts';

/** One request of a batch. */
interface Part {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer to one. */
interface Reply {
  readonly id: string;
  readonly status: number;
  readonly body: unknown;
}

interface Property {
  readonly type: string;
  readonly nullable: boolean;
}

interface Contract {
  readonly types: Readonly<
    Record<
      string,
      { readonly base?: string; readonly properties: Readonly<Record<string, Property>> }
    >
  >;
  readonly operations: Readonly<
    Record<
      string,
      readonly { readonly parameters: readonly (readonly [string, string, boolean])[] }[]
    >
  >;
}

/** Which type the last part of an address is of, and whether it is a list. */
const PLACES: readonly (readonly [RegExp, string, 'list' | 'one' | 'action'])[] = [
  [/^users\/[^/]+\/assignLicense$/, 'user', 'action'],
  [/^users\/delta$/, 'user', 'list'],
  [/^users\/[^/]+$/, 'user', 'one'],
  [/^users$/, 'user', 'list'],
  [/^groups\/[^/]+$/, 'group', 'one'],
  [/^groups$/, 'group', 'list'],
  [/^subscribedSkus$/, 'subscribedSku', 'list'],
  [/^organization$/, 'organization', 'list'],
  [/^directory\/subscriptions$/, 'companySubscription', 'list'],
  [/^contracts$/, 'contract', 'list'],
  [/^tenantRelationships\/delegatedAdminCustomers$/, 'delegatedAdminCustomer', 'list'],
];

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Holds what is asked and answered to what Microsoft publishes: names, types, and what may be null. An answer has
 * nothing that was not selected.
 */
export class GraphContract {
  readonly faults = new Set<string>();
  readonly seen = new Set<string>();
  /** Errors that were answered: status and code. */
  readonly errors = new Set<string>();
  readonly #contract: Contract;

  /** Reads what is published. */
  constructor() {
    this.#contract = JSON.parse(
      readFileSync(corpusFile('graph-contract.json'), 'utf8'),
    ) as Contract;
  }

  /** The same way to a cloud, on which everything is looked at. */
  watch(wire: GraphWire): GraphWire {
    return {
      ...wire,
      fetch: async (request) => {
        const asked = (await request
          .clone()
          .json()
          .catch(() => null)) as { requests: Part[] } | null;
        const response = await wire.fetch(request);
        const body: unknown = await response
          .clone()
          .json()
          .catch(() => null);
        const url = request.url.slice(wire.base.length);
        if (url === '$batch') this.#batch(asked?.requests ?? [], response.status, body);
        else this.#one({ id: '', method: request.method, url }, response.status, body);
        return response;
      },
    };
  }

  /** Up to 20 parts with names of their own, those with a body say what it is ("JSON batching", see `errorFaults`). */
  #batch(parts: readonly Part[], status: number, body: unknown): void {
    if (parts.length > 20) this.faults.add(`a batch of ${parts.length}`);
    if (new Set(parts.map(({ id }) => id)).size < parts.length) this.faults.add('equal ids');
    for (const { body: sent, headers } of parts) {
      const isTyped = headers?.['Content-Type'] === 'application/json';
      if (sent !== undefined && !isTyped) this.faults.add('a part that does not say what it is');
    }
    if (status !== 200) {
      for (const part of parts) this.asked(part.method, part.url, part.body);
      this.#refused(status, body);
      return;
    }
    const { responses } = body as { readonly responses: readonly Reply[] };
    for (const part of parts) {
      const reply = responses.find(({ id }) => id === part.id);
      this.#one(part, reply?.status ?? 0, reply?.body);
    }
  }

  #one(part: Part, status: number, body: unknown): void {
    this.asked(part.method, part.url, part.body);
    if (status === 200) this.answered(part.url, body);
    else this.#refused(status, body);
  }

  /** What is published of errors stands in `errorFaults`. */
  #refused(status: number, body: unknown): void {
    for (const fault of errorFaults(status, body)) this.faults.add(fault);
    const code = (body as { error?: { code?: string } } | null)?.error?.code;
    if (status >= 400) this.errors.add(`${status} ${code ?? ''}`);
  }

  asked(method: string, url: string, body: unknown): void {
    const { type, kind, query } = this.#place(url);
    this.seen.add(`${method} ${type} ${kind}`);
    for (const name of (query.get('$select') ?? '').split(',').filter(Boolean)) {
      if (this.#property(type, name) === null) this.faults.add(`${url}: no ${name} in ${type}`);
    }
    if (kind === 'action') this.#parameters(body);
    else if (method === 'PATCH') this.#object(type, body, 'PATCH');
  }

  answered(url: string, body: unknown): void {
    const { type, kind, query } = this.#place(url);
    const select = query.get('$select')?.split(',') ?? null;
    const all = kind === 'list' ? (body as { value: unknown[] }).value : [body];
    for (const one of all) {
      this.#object(type, one, `answer to ${type} ${kind}`);
      if (select === null) continue;
      for (const name of Object.keys(one as object)) {
        const isAsked = select.includes(name) || name === 'id' || name.startsWith('@');
        if (!isAsked) this.faults.add(`answer to ${type} ${kind}: nobody asked for ${name}`);
      }
    }
  }

  #place(url: string) {
    const [path = '', query = ''] = url.replace(/^\//, '').split('?');
    const found = PLACES.find(([address]) => address.test(path));
    if (found === undefined) throw new Error(`nobody knows what ${url} is`);
    return { type: found[1], kind: found[2], query: new URLSearchParams(query) };
  }

  #property(type: string, name: string): Property | null {
    const found = this.#contract.types[type];
    if (found === undefined) return null;
    return (
      found.properties[name] ?? (name === 'id' ? { type: 'Edm.String', nullable: false } : null)
    );
  }

  #parameters(body: unknown): void {
    const actions = this.#contract.operations['assignLicense'] ?? [];
    const action = actions.find(({ parameters }) => parameters[0]?.[1] === 'graph.user');
    const expected = (action?.parameters ?? []).slice(1);
    const given = body as Record<string, unknown>;
    expect(Object.keys(given).sort()).toEqual(expected.map(([name]) => name).sort());
    for (const [name, type, nullable] of expected) {
      this.#value({ type, nullable }, given[name], `assignLicense.${name}`);
    }
  }

  #object(type: string, value: unknown, where: string): void {
    if (typeof value !== 'object' || value === null) {
      this.faults.add(`${where}: ${JSON.stringify(value)} is no ${type}`);
      return;
    }
    for (const [name, inner] of Object.entries(value)) {
      if (name.startsWith('@')) continue;
      const property = this.#property(type, name);
      if (property === null) this.faults.add(`${where}: no ${name} in ${type}`);
      else this.#value(property, inner, `${where}.${name}`);
    }
  }

  #value({ type, nullable }: Property, value: unknown, where: string): void {
    if (value === null) {
      if (!nullable) this.faults.add(`${where} is null`);
      return;
    }
    const items = /^Collection\((.*)\)$/.exec(type)?.[1];
    if (items !== undefined) {
      if (!Array.isArray(value)) this.faults.add(`${where} is no list`);
      else for (const one of value) this.#value({ type: items, nullable: false }, one, where);
    } else if (type.startsWith('graph.')) this.#object(type.slice(6), value, where);
    else if (!isOf(type, value))
      this.faults.add(`${where}: ${JSON.stringify(value)} is no ${type}`);
  }
}

function isOf(type: string, value: unknown): boolean {
  switch (type) {
    case 'Edm.String':
      return typeof value === 'string';
    case 'Edm.Guid':
      return typeof value === 'string' && GUID.test(value);
    case 'Edm.Boolean':
      return typeof value === 'boolean';
    case 'Edm.Int32':
      return Number.isInteger(value);
    case 'Edm.DateTimeOffset':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value));
    default:
      throw new Error(`nobody knows ${type}`);
  }
}
