/** An edit that is not ordered yet, as it survives a reload of the page. */
interface Kept {
  readonly id: string;
  readonly song: string;
  readonly session: string;
  /** Orders the edits of one browser in time. */
  readonly at: number;
  readonly edit: Int8Array;
}

const STORE = 'pending';

/**
 * Keeps pending edits in the browser until the server has ordered them. Every tab keeps its own and holds a lock while it
 * lives; those of tabs that are gone are taken over by the next that opens the song.
 */
export class PendingEdits {
  private latest = 0;
  private release: () => void = () => {};
  /** The session that this tab had before it was loaded anew; its lock may be seen a moment longer than it lives. */
  private readonly before: string | null;

  private constructor(
    private readonly database: IDBDatabase | null, private readonly song: string, private readonly session: string,
  ) {
    this.before = sessionStorage.getItem(STORE);
    sessionStorage.setItem(STORE, session);
  }

  /** Opens the store; without one (a private window may refuse) edits are kept in memory only. */
  static async open(song: string, session: string): Promise<PendingEdits> {
    const edits = new PendingEdits(await database().catch(() => null), song, session);
    edits.live();
    return edits;
  }

  /** The edits of this song that no living tab answers for, oldest first; from now on this one does. */
  async adopt(): Promise<readonly Int8Array[]> {
    const database = this.database;
    if (!database) {
      return [];
    }
    const locks = await navigator.locks?.query();
    const living = new Set(locks?.held?.map(lock => lock.name));
    const transaction = database.transaction(STORE, 'readwrite');
    const store = transaction.objectStore(STORE);
    const all: Kept[] = await done(store.index('song').getAll(this.song));
    const orphans = all
      .filter(({ session }) => session !== this.session && (session === this.before || !living.has(lockOf(session))))
      .sort((a, b) => a.at - b.at);
    for (const orphan of orphans) {
      store.put({ ...orphan, session: this.session });
    }
    return orphans.map(orphan => orphan.edit);
  }

  put(id: string, edit: Int8Array): void {
    this.latest = Math.max(this.latest + 1, Date.now() * 1_000);
    this.change(store => store.put({ id, song: this.song, session: this.session, at: this.latest, edit } satisfies Kept));
  }

  forget(id: string): void {
    this.change(store => store.delete(id));
  }

  close(): void {
    this.release();
    this.database?.close();
  }

  private change(action: (store: IDBObjectStore) => IDBRequest): void {
    if (this.database) {
      const transaction = this.database.transaction(STORE, 'readwrite');
      action(transaction.objectStore(STORE));
      // Left to itself it ends a turn later; a page that is left in between would take it along.
      transaction.commit();
    }
  }

  private live(): void {
    void navigator.locks?.request(lockOf(this.session), () => new Promise<void>(resolve => { this.release = resolve; }));
  }
}

function lockOf(session: string): string {
  return `tutti-page-${session}`;
}

async function database(): Promise<IDBDatabase> {
  const request = indexedDB.open('tutti', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(STORE, { keyPath: 'id' }).createIndex('song', 'song');
  };
  return done(request);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
