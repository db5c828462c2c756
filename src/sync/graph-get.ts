import type { Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import {
  callGraph,
  errorText,
  type CallOptions,
  type GraphReply,
  type GraphWire,
} from './graph-call.ts';
import type { Clock, NoAnswer, Random } from './ports.ts';

/** Why reading from the cloud ended without what was asked for. */
export type ReadFailure =
  | { readonly kind: 'signIn' }
  | { readonly kind: 'noAccess'; readonly raw: string }
  /** Nobody answered, several times. */
  | { readonly kind: 'unreachable' }
  /** An answer that says no, in its own words. */
  | { readonly kind: 'refused'; readonly status: number; readonly raw: string }
  /** An answer in a shape that is not known. */
  | { readonly kind: 'badAnswer'; readonly problem: ImportProblem | null }
  | { readonly kind: 'otherTenant' };

/** What keeps a reading waiting, until when (ms). */
export interface ReadWait {
  readonly why: 'throttled' | 'unreachable';
  readonly until: number;
}

/** Something that was asked for. Who does not want to know any more need not wait for it. */
export interface Question {
  readonly address: string;
  readonly options: Pick<CallOptions, 'reader'>;
  /** Null: not an address of the cloud, and not asked. */
  readonly first: Promise<Result<GraphReply, NoAnswer>> | null;
}

/** What reading needs beside the wire. */
export interface ReadPorts {
  readonly clock: Clock;
  readonly random: Random;
  /** Reports how far it is and throws `Cancelled`; counts users. */
  readonly pace: Pace;
  /** Told when it begins to wait, and with null when it goes on. */
  readonly waits: (wait: ReadWait | null) => void;
}

/** How often in a row nobody may answer. */
const TRIES = 4;
const FIRST_WAIT = 1_000;
const UNTOLD_THROTTLE = 10_000;
/** How soon a press on Cancel is noticed while it waits. */
const NAP = 250;

/**
 * Asks the cloud until it answers: waits as long as it is told to after "too many requests", and ever
 * longer after silence and faults of the server, up to four times. Reading may be repeated.
 */
export class GraphGet {
  readonly wire: GraphWire;
  readonly #ports: ReadPorts;
  #done = 0;

  constructor(wire: GraphWire, ports: ReadPorts) {
    this.wire = wire;
    this.#ports = ports;
  }

  /** The pace of work between two answers; what it reports is what came so far. */
  get pace(): Pace {
    const { pace } = this.#ports;
    return { due: () => pace.due(), rest: () => pace.rest(this.#done, null) };
  }

  /** How many users came so far; shown while it goes on. */
  async count(users: number): Promise<void> {
    this.#done += users;
    await this.#ports.pace.rest(this.#done, null);
  }

  /** Asks once for a path below the version or a whole next link of the same cloud; `json` gives the answer. */
  begin(address: string, options: Question['options'] = {}): Question {
    // a token must not go to whatever address an answer names
    const isOurs = new URL(address, this.wire.base).href.startsWith(this.wire.base);
    const first = isOurs ? callGraph(this.wire, 'GET', address, options) : null;
    return { address, options, first };
  }

  /** The answer's body; asks again where the first answer says nothing of what was asked. */
  async json({ address, options, first }: Question): Promise<Result<unknown, ReadFailure>> {
    if (first === null) return fail({ kind: 'badAnswer', problem: null });
    let begun: typeof first | null = first;
    const reply = await this.ask<GraphReply>(() => {
      const call = begun ?? callGraph(this.wire, 'GET', address, options);
      begun = null;
      return call;
    });
    if (!reply.ok) return reply;
    const { status, body } = reply.value;
    if (status >= 200 && status < 300) return ok(body);
    return fail({ kind: 'refused', status, raw: errorText(body) });
  }

  /** Asks until there is an answer. */
  async ask<T>(call: () => Promise<Result<T, NoAnswer>>): Promise<Result<T, ReadFailure>> {
    for (let silences = 0; ;) {
      const reply = await call();
      if (reply.ok) return reply;
      const { error } = reply;
      if (error.kind === 'signIn' || error.kind === 'noAccess' || error.kind === 'refused') {
        return fail(error);
      }
      if (error.kind === 'throttled') {
        await this.wait('throttled', error.retryAfter ?? UNTOLD_THROTTLE);
        continue;
      }
      silences++;
      if (silences === TRIES) return fail({ kind: 'unreachable' });
      await this.wait('unreachable', FIRST_WAIT * 2 ** silences);
    }
  }

  /** Waits `ms` and up to a quarter more, so that many who wait do not come back at once. */
  async wait(why: ReadWait['why'], ms: number): Promise<void> {
    const { clock, random, pace, waits } = this.#ports;
    const length = ms * (1 + random.next() / 4);
    const until = clock.now() + length;
    waits({ why, until });
    try {
      // by naps, too: a clock that is set back must not keep it waiting until that time comes again
      for (let left = length; left > 0 && clock.now() < until; left -= NAP) {
        await clock.sleep(Math.min(NAP, left));
        await pace.rest(this.#done, null);
      }
    } finally {
      waits(null);
    }
  }
}
