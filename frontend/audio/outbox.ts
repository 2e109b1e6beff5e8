/** A file that is kept in the browser until the server has it. */
export interface Kept {
  readonly id: string;
  readonly song: string;
  readonly name: string;
  /** "" while it is still being recorded. */
  readonly hash: string;
  readonly sound: boolean;
  readonly made: number;
  /** The server's name for the upload, once there is one. */
  readonly upload: string | null;
  /** What is recorded: where it belongs. */
  readonly take?: KeptTake;
}

/** Where a recording belongs that was left unfinished. */
export interface KeptTake {
  /** The recording that it is a take of. */
  readonly recording: string;
  readonly number: number;
  readonly track: string;
  readonly start: number;
  readonly end: number;
  readonly rate: number;
  readonly channels: number;
  /** Frames at its beginning that were heard before its place, the measured latency among them. */
  readonly skip: number;
}

const FILES = 'files';
const PIECES = 'pieces';

/** Files and recordings on their way, in the browser's database. Without one they live as long as the page. */
export class Outbox {
  private readonly opened: Promise<IDBDatabase | null> = open().catch(() => null);

  async put(kept: Kept, blob?: Blob): Promise<void> {
    await this.change([FILES, PIECES], transaction => {
      transaction.objectStore(FILES).put(kept);
      if (blob) transaction.objectStore(PIECES).put({ id: kept.id, number: 0, bytes: blob });
    });
  }

  async note(id: string, change: Partial<Kept>): Promise<void> {
    const database = await this.opened;
    if (!database) return;
    const store = database.transaction(FILES, 'readwrite').objectStore(FILES);
    const kept = await done(store.get(id)) as Kept | undefined;
    if (kept) store.put({ ...kept, ...change });
  }

  /** Adds a piece of what is being recorded. */
  async piece(id: string, number: number, bytes: Uint8Array): Promise<void> {
    await this.change([PIECES], transaction => transaction.objectStore(PIECES).put({ id, number, bytes }));
  }

  async forget(id: string): Promise<void> {
    await this.change([FILES, PIECES], transaction => {
      transaction.objectStore(FILES).delete(id);
      transaction.objectStore(PIECES).delete(IDBKeyRange.bound([id, 0], [id, Infinity]));
    });
  }

  /** What is kept for a song, with its bytes. */
  async left(song: string): Promise<readonly { kept: Kept; blob: Blob }[]> {
    const database = await this.opened;
    if (!database) return [];
    const all = (await done(database.transaction(FILES).objectStore(FILES).getAll()) as Kept[]).filter(each => each.song === song);
    return Promise.all(all.map(async kept => {
      const pieces = await done(database.transaction(PIECES).objectStore(PIECES).getAll(IDBKeyRange.bound([kept.id, 0], [kept.id, Infinity]))) as { bytes: BlobPart }[];
      return { kept, blob: new Blob(pieces.map(piece => piece.bytes)) };
    }));
  }

  close(): void { void this.opened.then(database => database?.close()); }

  private async change(stores: string[], action: (transaction: IDBTransaction) => void): Promise<void> {
    const database = await this.opened;
    if (!database) return;
    const transaction = database.transaction(stores, 'readwrite');
    action(transaction);
    transaction.commit();
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  }
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('tutti-media', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(FILES, { keyPath: 'id' });
    request.result.createObjectStore(PIECES, { keyPath: ['id', 'number'] });
  };
  return done(request);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
