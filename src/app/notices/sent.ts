/**
 * What became of a round of notices, written down while the round goes on: should the server be killed, what it had sent within
 * the last moment goes out once more, and not the whole round. Not one by one, since each time the disk is waited for.
 */

import type { Delivery } from '../../domain/delivery.ts';
import { saveDelivery } from '../../store/delivery-store.ts';
import type { App } from '../app.ts';
import { writtenDown } from '../claims.ts';

const EVERY_MS = 50;

export class Sent {
  readonly #app: App;
  readonly #timer: NodeJS.Timeout;
  #unwritten: Delivery[] = [];
  #writing: Promise<void> = Promise.resolve();
  #fault: unknown;

  constructor(app: App) {
    this.#app = app;
    this.#timer = setInterval(() => this.#write(), EVERY_MS);
  }

  add(delivery: Delivery): void {
    this.#unwritten.push(delivery);
  }

  /** Resolves once all is written; rejects with the first fault in writing. */
  async end(): Promise<void> {
    clearInterval(this.#timer);
    this.#write();
    await this.#writing;
    if (this.#fault !== undefined) throw this.#fault;
  }

  #write(): void {
    const some = this.#unwritten.splice(0);
    if (some.length === 0) return;
    const write = async (): Promise<void> => {
      await writtenDown(() =>
        this.#app.db.transaction().execute(async (trx) => {
          for (const each of some) await saveDelivery(trx, each);
        }),
      );
    };
    this.#writing = this.#writing.then(write).catch((fault: unknown) => {
      this.#fault ??= fault;
    });
  }
}
