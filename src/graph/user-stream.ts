import { kindOfItem, kindOfPage } from './detect-graph-json.ts';
import { answerIn, isJsonObject, pagesOf, type GraphPage } from './graph-page.ts';
import type { ItemPlace, TakeItem } from './json-reader.ts';
import { GraphUserList, type UserReading } from './users.ts';

/**
 * What a list holds: users; answers, none of them with users yet; answers of users; answers of users and
 * something that is no answer; or anything else.
 */
type Holds = 'users' | 'answers' | 'userAnswers' | 'mixed' | 'other';

/**
 * Takes the users out of a file of Graph answers while it is read, so that the file can be of any size. What
 * is no list of users stays in the value.
 */
export class UserStream {
  readonly #by: UserReading;
  #users: GraphUserList;
  #list: readonly unknown[] | null = null;
  #holds: Holds = 'other';
  /** Answers that came before any user. */
  #before: GraphPage[] = [];

  constructor(by: UserReading) {
    this.#by = by;
    this.#users = new GraphUserList(by);
  }

  readonly takeItem: TakeItem = (item, place) => {
    const { list, key, index } = place;
    if (key !== null && key !== 'value') return false;
    // of members with the same name the last one counts
    if (list !== this.#list) this.#begin(item, place);
    if (this.#holds === 'other') return false;
    if (this.#holds !== 'users') return this.#takeAnswer(answerIn(item, index));
    this.#users.take(item, key === null ? `[${index}]` : `value[${index}]`);
    return true;
  };

  /**
   * The users of the file, of which `value` was left; `unknown` where not all of it is answers. Null: no
   * users were taken, and the value is all that the file says.
   */
  usersOf(value: unknown): GraphUserList | 'unknown' | null {
    const isOfValue =
      value === this.#list || (isJsonObject(value) && value['value'] === this.#list);
    if (this.#list === null || !isOfValue) return null;
    if (this.#holds === 'mixed') return 'unknown';
    if (this.#holds === 'users') this.#users.endPage(pagesOf(value).some(({ more }) => more));
    else if (this.#holds !== 'userAnswers') return null;
    return this.#users;
  }

  #begin(first: unknown, { list, key, index }: ItemPlace): void {
    this.#list = list;
    this.#users = new GraphUserList(this.#by);
    this.#before = [];
    const kind = kindOfItem(first);
    const isAnswer = key === null && kind === 'unknown' && answerIn(first, index) !== null;
    this.#holds = isAnswer ? 'answers' : kind === 'users' ? 'users' : 'other';
  }

  #takeAnswer(answer: GraphPage | null): boolean {
    if (answer === null) this.#holds = this.#holds === 'answers' ? 'other' : 'mixed';
    else if (this.#holds === 'userAnswers') this.#takePage(answer);
    else if (this.#holds === 'answers') {
      const kind = kindOfPage(answer);
      if (kind === 'unknown') this.#before.push(answer);
      else if (kind !== 'users') this.#holds = 'other';
      else {
        this.#holds = 'userAnswers';
        for (const page of [...this.#before, answer]) this.#takePage(page);
        return true;
      }
    }
    return this.#holds === 'userAnswers' || this.#holds === 'mixed';
  }

  #takePage({ items, pathOf, more }: GraphPage): void {
    items.forEach((item, index) => this.#users.take(item, pathOf(index)));
    this.#users.endPage(more);
  }
}
