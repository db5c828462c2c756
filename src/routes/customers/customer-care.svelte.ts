import { resolve } from '$app/paths';
import type { Customer } from '#customers/customer.ts';
import type { Session } from '#routes/session.svelte.ts';
import { Transfer } from '#routes/jobs/transfer.svelte.ts';
import type { MenuItem } from '#ui/menu-item.ts';
import { saveBlob } from '#ui/save-blob.ts';

/** What can be done with a customer as a whole: rename, back up, remove from this device. */
export class CustomerCare {
  readonly backup = new Transfer<'backup'>();
  readonly #session: Session;
  #asked = $state.raw<{ readonly what: 'rename' | 'remove'; readonly about: Customer } | null>(
    null,
  );

  constructor(session: Session) {
    this.#session = session;
  }

  /** The open question; null where none is. */
  get asked(): { readonly what: 'rename' | 'remove'; readonly about: Customer } | null {
    return this.#asked;
  }

  /** The lines of a customer's menu. */
  items(customer: Customer): MenuItem[] {
    const { customer: m, words } = this.#session.m;
    const isPinned = this.#session.sideCustomers.pinned.includes(customer.id);
    return [
      { label: words.rename, icon: 'edit', onselect: () => this.#ask('rename', customer) },
      {
        label: isPinned ? m.unpin : m.pin,
        icon: 'pin',
        onselect: () => this.#session.sideCustomers.pin(customer.id, !isPinned),
      },
      {
        label: m.backUp,
        icon: 'download',
        disabled: this.backup.running,
        onselect: () => void this.backUp(customer),
      },
      {
        label: this.#session.m.handover.heading,
        icon: 'people',
        href: resolve('/customers/[id]/handed-over', { id: customer.id }),
      },
      ...(customer.origin === 'sample' || customer.tenantId === null
        ? []
        : [
            {
              label: this.#session.m.binding.connection,
              icon: 'cloud' as const,
              href: resolve('/customers/[id]/connect', { id: customer.id }),
            },
          ]),
      {
        label: m.remove,
        icon: 'delete',
        danger: true,
        onselect: () => this.#ask('remove', customer),
      },
    ];
  }

  leave(): void {
    this.#asked = null;
  }

  async backUp({ id }: Customer): Promise<void> {
    const end = await this.backup.run(this.#session.client, {
      kind: 'backup',
      customers: [id],
      passphrase: null,
    });
    if (end.kind === 'done') saveBlob(end.value.blob, end.value.name);
  }

  async rename({ id }: Customer, name: string): Promise<void> {
    await this.#session.client.api.renameCustomer(id, name);
    this.leave();
    this.#session.announce(this.#session.m.customer.renamed(name));
  }

  async remove({ id, name }: Customer): Promise<void> {
    await this.#session.client.api.removeCustomer(id);
    this.#session.sideCustomers.forget(id);
    this.leave();
    this.#session.announce(this.#session.m.customer.removed(name));
  }

  #ask(what: 'rename' | 'remove', about: Customer): void {
    this.#asked = { what, about };
  }
}
