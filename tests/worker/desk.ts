import { openStore } from '../store/open-store.ts';
import { openDesk as openDeskOn, type Desk } from '#worker/desk.ts';
import { Tokens } from '#worker/sign-in/tokens.ts';

/** A desk on a database of its own, or another worker's on the same one. */
export const openDesk = (db = openStore(), now: () => number = () => 5000): Desk =>
  openDeskOn({ db, tokens: new Tokens(), now });
