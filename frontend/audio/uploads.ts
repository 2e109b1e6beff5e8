import { t, told } from '../words/words.js';
import type { MediaAbout } from './media-loader.js';
import { Outbox, type Kept } from './outbox.js';

/** Bytes that are sent at once. */
const PIECE = 1 << 20;
/** Bytes of a file that is taken, as the server has it. */
export const MOST_BYTES = 512 * 2 ** 20;
/** Milliseconds before sending again what failed; doubled each time, up to half a minute. */
const AGAIN = 500;

/** A file on its way. */
export interface Sending {
  readonly id: string;
  readonly name: string;
  readonly hash: string;
  readonly size: number;
  readonly sent: number;
}

interface Job {
  readonly kept: Kept;
  readonly blob: Blob;
  sent: number;
  cancelled: boolean;
  /** Bytes at the beginning that became different after they were sent. */
  readonly head: number;
  upload: string | null;
  settle: (medium: MediaAbout | Error) => void;
}

/** Why a file did not arrive, in a sentence; nothing of it is kept. */
export class Refused extends Error {}

/**
 * Sends files to the server, piece by piece. What is not sent yet is kept in the browser, and goes on after a reload or once
 * the network is back.
 */
export class Uploads {
  private readonly jobs = new Map<string, Job>();
  private readonly listeners = new Set<() => void>();
  private closed = false;
  readonly outbox = new Outbox();

  constructor(private readonly link: string, private readonly arrived: () => void) {}

  /** What is on its way from this page. */
  get sending(): readonly Sending[] {
    return [...this.jobs.values()].map(({ kept, sent, blob }) => ({ id: kept.id, name: kept.name, hash: kept.hash, size: blob.size, sent }));
  }

  /** The SHA-256 of a file. */
  async hash(blob: Blob): Promise<string> {
    const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
    return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
  }

  /**
   * Sends a file and answers what it is. Fails with `Refused` if the server will not have it, or if it was cancelled.
   *
   * @param sound whether it is to be played; other files are kept as they are
   */
  async send(blob: Blob, name: string, sound = true, known?: { id: string; hash: string; upload: string | null; head?: number }): Promise<MediaAbout> {
    if (blob.size > MOST_BYTES) throw new Refused(t('“{0}” is too large: at most {1} MB can be taken in.', name, MOST_BYTES >> 20));
    const hash = known?.hash ?? await this.hash(blob);
    const kept: Kept = { id: known?.id ?? crypto.randomUUID(), song: this.link, name, hash, sound, made: Date.now(), upload: known?.upload ?? null };
    if (!known) await this.outbox.put(kept, blob);
    return new Promise((resolve, reject) => {
      const job: Job = {
        kept, blob, sent: 0, cancelled: false, upload: kept.upload, head: known?.head ?? 0,
        settle: medium => {
          this.jobs.delete(kept.id);
          void this.outbox.forget(kept.id);
          this.tell();
          if (medium instanceof Error) {
            reject(medium);
          } else {
            this.arrived();
            resolve(medium);
          }
        },
      };
      this.jobs.set(kept.id, job);
      this.tell();
      void this.run(job);
    });
  }

  /** Takes up what a page left behind that was closed too early. */
  async resume(done: (kept: Kept, medium: MediaAbout | Error) => void): Promise<void> {
    for (const { kept, blob } of await this.outbox.left(this.link)) {
      if (this.jobs.has(kept.id) || kept.take) continue;
      void this.send(blob, kept.name, kept.sound, { id: kept.id, hash: kept.hash, upload: kept.upload })
        .then(medium => done(kept, medium), (error: Error) => done(kept, error));
    }
  }

  /** Sends no more of a file; nothing of it stays on the server. */
  cancel(id: string): void {
    const job = this.jobs.get(id);
    if (!job) return;
    job.cancelled = true;
    if (job.upload) void fetch(`api/media/uploads/${job.upload}`, { method: 'DELETE' }).catch(() => {});
    job.settle(new Refused(t('“{0}” was not added.', job.kept.name)));
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    this.closed = true;
    this.listeners.clear();
    this.outbox.close();
  }

  private async run(job: Job): Promise<void> {
    for (let attempt = 0; !job.cancelled && !this.closed; attempt++) {
      try {
        const medium = await this.attempt(job, () => { attempt = 0; });
        if (!job.cancelled) job.settle(medium);
        return;
      } catch (error) {
        if (job.cancelled) return;
        if (error instanceof Refused) {
          job.settle(error);
          return;
        }
        await new Promise(resolve => setTimeout(resolve, Math.min(30_000, AGAIN * 2 ** attempt)));
      }
    }
  }

  private async attempt(job: Job, moved: () => void): Promise<MediaAbout> {
    const { kept, blob } = job;
    if (!job.upload) {
      const begun = await ask(`api/media/uploads?${new URLSearchParams({
        song: this.link, name: kept.name, hash: kept.hash, size: String(blob.size), sound: String(kept.sound) })}`, 'POST', kept.name);
      if (begun.status === 200) return await begun.json() as MediaAbout;
      job.upload = (await begun.json() as { id: string }).id;
      void this.outbox.note(kept.id, { upload: job.upload });
    } else {
      const stands = await fetch(`api/media/uploads/${job.upload}`);
      if (stands.status === 404) {
        job.upload = null;   // the server has forgotten it, or has it whole
        job.sent = 0;
        return this.attempt(job, moved);
      }
      if (!stands.ok) throw new Error(`status ${stands.status}`);
      job.sent = Math.min(blob.size, (await stands.json() as { received: number }).received);
    }
    while (job.sent < blob.size) {
      if (job.cancelled || this.closed) throw new Error('over');
      const answer = await ask(`api/media/uploads/${job.upload}?at=${job.sent}`, 'PUT', kept.name, blob.slice(job.sent, job.sent + PIECE), [409]);
      job.sent = Math.min(blob.size, (await answer.json() as { received: number }).received);
      moved();
      this.tell();
    }
    if (job.head > 0) await ask(`api/media/uploads/${job.upload}?at=0`, 'PUT', kept.name, blob.slice(0, job.head));
    const end = await ask(`api/media/uploads/${job.upload}/end?hash=${kept.hash}&sound=${kept.sound}`, 'POST', kept.name);
    return await end.json() as MediaAbout;
  }

  private tell(): void { this.listeners.forEach(listener => listener()); }
}

/** Asks the server; what it refuses for good becomes a sentence. */
export async function ask(address: string, method: string, name: string, body?: Blob, fine: readonly number[] = []): Promise<Response> {
  const answer = await fetch(address, { method, body, headers: body ? { 'Content-Type': 'application/octet-stream' } : {} });
  if (answer.ok || fine.includes(answer.status)) return answer;
  if (answer.status === 422 || answer.status === 507) throw new Refused(t('“{0}” was not added. {1}', name, told(await answer.text())));
  if (answer.status === 404 || answer.status === 401) throw new Refused(t('“{0}” was not added. {1}', name, t('The song is not there any more.')));
  throw new Error(`status ${answer.status}`);
}
