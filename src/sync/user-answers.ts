import type { Pace } from '#base/pace.ts';
import { fail, type Result } from '#base/result.ts';
import { JsonReader } from '#graph/json-reader.ts';
import type { LicenseReader } from '#graph/user-licenses.ts';
import { UserStream } from '#graph/user-stream.ts';
import { usersFromGraph, type GraphUsers } from '#graph/users.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import type { AnswerReader } from './graph-call.ts';

const FILE = 'users';

/** Reads users out of answers while these come. */
export class UserAnswers {
  readonly #licenses: LicenseReader;
  /** By what else an answer says. */
  readonly #streams = new WeakMap<object, UserStream>();

  constructor(licenses: LicenseReader) {
    this.#licenses = licenses;
  }

  readonly reader = (): AnswerReader => {
    const stream = new UserStream({
      file: FILE,
      licenses: this.#licenses,
      warn: () => undefined,
    });
    const json = new JsonReader(stream.takeItem);
    let isEmpty = true;
    return {
      push: (text) => {
        isEmpty &&= text === '';
        json.push(text);
      },
      value: () => {
        if (isEmpty) return null;
        const end = json.end();
        if (end.kind !== 'value') throw new SyntaxError(`the answer is ${end.kind}`);
        const { value } = end;
        if (typeof value === 'object' && value !== null) this.#streams.set(value, stream);
        return value;
      },
    };
  };

  /** The users of the answer that such a reader gave; what is no user is a wrongShape. */
  async usersOf(value: unknown, pace: Pace): Promise<Result<GraphUsers, ImportProblem>> {
    const isObject = typeof value === 'object' && value !== null;
    const users = isObject ? (this.#streams.get(value)?.usersOf(value) ?? null) : null;
    if (users === 'unknown') return fail({ kind: 'notRecognised', file: FILE });
    if (users !== null) return users.end(pace);
    const how = { warn: () => undefined, pace };
    return usersFromGraph({ file: FILE, value }, this.#licenses, how);
  }
}
