import { untrack } from 'svelte';
import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { navigating, page } from '$app/state';
import type { CustomerId } from '#customers/customer.ts';
import { isSameSearch, readUserAddress, userAddress } from './user-address.ts';
import type { UserList } from './user-list.svelte.ts';

/** Keeps a list and the address saying the same; `moved` after the person asked for another view. */
export class ListAddress {
  readonly #list: UserList;
  readonly #customerId: CustomerId;
  readonly #path: string;
  #at: string;
  #underWay = 0;

  /** Made while its page is. */
  constructor(list: UserList, customerId: CustomerId) {
    this.#list = list;
    this.#customerId = customerId;
    this.#path = resolve('/customers/[id]/users', { id: customerId });
    this.#at = page.url.search;
    $effect(() => this.#write(true));
    $effect(() => {
      if (page.url.search !== this.#at) untrack(() => this.#read());
    });
  }

  moved(): void {
    this.#write(false);
  }

  #write(replaceState: boolean): void {
    const { view, products, isOpening } = this.#list;
    // who is on the way to another page shall get there
    const isLeaving = navigating.to !== null && this.#underWay === 0;
    if (view === null || isOpening || products === null || isLeaving) return;
    const to = userAddress(view, products);
    if (to === this.#at) return;
    const replaces = replaceState || isSameSearch(this.#at, to);
    this.#at = to;
    this.#underWay++;
    const going = goto(resolve(`/customers/${this.#customerId}/users${to}`), {
      replaceState: replaces,
      keepFocus: true,
      noScroll: true,
    });
    void going.finally(() => {
      this.#underWay--;
      this.#read();
    });
  }

  /** Follows the address where somebody else changed it: Back, a link, the palette. */
  #read(): void {
    const { pathname, search } = page.url;
    if (this.#underWay > 0 || pathname !== this.#path || search === this.#at) return;
    this.#at = search;
    const saysNothing = search !== '' && readUserAddress(search, [], 25) === null;
    if (saysNothing) this.#write(true);
    else void this.#list.open(search);
  }
}
