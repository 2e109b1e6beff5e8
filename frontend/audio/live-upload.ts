import type { KeptTake, Outbox } from './outbox.js';
import { wavHead, WAV_HEAD } from './wav.js';

/** Milliseconds between two pieces that are sent. */
const EVERY = 700;

/**
 * A take while it is recorded: kept in the browser piece by piece, and sent to the server as it grows. Whatever the network
 * does, all of it is in the browser.
 */
export class LiveUpload {
  readonly id = crypto.randomUUID() as string;
  private readonly parts: Uint8Array[] = [];
  private total = WAV_HEAD;
  private sent = 0;
  private upload: string | null = null;
  private pieces = 0;
  private unkept: Uint8Array[] = [];
  private timer: number | undefined;
  private busy: Promise<void> = Promise.resolve();
  private release: () => void = () => {};

  constructor(private readonly outbox: Outbox, private readonly link: string, readonly name: string, readonly take: KeptTake) {
    this.parts.push(wavHead(take.rate, take.channels, 0xffffffff - 36));
    void navigator.locks?.request(takeLock(this.id), () => new Promise<void>(resolve => { this.release = resolve; }));
    void outbox.put({ id: this.id, song: link, name, hash: '', sound: true, made: Date.now(), upload: null, take });
    this.timer = window.setInterval(() => { this.keep(); this.busy = this.busy.then(() => this.send()).catch(() => {}); }, EVERY);
  }

  get frames(): number { return (this.total - WAV_HEAD) / 3 / this.take.channels; }

  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.parts.push(bytes);
    this.unkept.push(bytes);
    this.total += bytes.length;
  }

  /** No more comes: the whole file, and the server's name for what it has of it. */
  async end(): Promise<{ blob: Blob; upload: string | null }> {
    clearInterval(this.timer);
    this.keep();
    await this.busy;
    this.parts[0] = wavHead(this.take.rate, this.take.channels, this.total - WAV_HEAD);
    return { blob: new Blob(this.parts as BlobPart[], { type: 'audio/wav' }), upload: this.upload };
  }

  /** Somebody else answers for it from now on. */
  done(): void { this.release(); }

  /** Nothing of it is wanted. */
  async drop(): Promise<void> {
    clearInterval(this.timer);
    await this.busy;
    this.release();
    if (this.upload) await fetch(`api/media/uploads/${this.upload}`, { method: 'DELETE' }).catch(() => {});
    await this.outbox.forget(this.id);
  }

  private keep(): void {
    if (this.unkept.length === 0) return;
    const bytes = joined(this.unkept.splice(0));
    void this.outbox.piece(this.id, this.pieces++, bytes).catch(() => {});
  }

  private async send(): Promise<void> {
    if (!this.upload) {
      const begun = await fetch(`api/media/uploads?${new URLSearchParams({ song: this.link, name: `${this.name}.wav` })}`, { method: 'POST' });
      if (!begun.ok) return;
      this.upload = (await begun.json() as { id: string }).id;
      await this.outbox.note(this.id, { upload: this.upload });
    }
    const rest = new Blob(this.parts as BlobPart[]).slice(this.sent);
    if (rest.size === 0) return;
    const answer = await fetch(`api/media/uploads/${this.upload}?at=${this.sent}`,
      { method: 'PUT', body: rest, headers: { 'Content-Type': 'application/octet-stream' } });
    if (answer.ok || answer.status === 409) this.sent = (await answer.json() as { received: number }).received;
  }
}

/** The lock that a page holds while it records a take. */
export function takeLock(id: string): string { return `tutti-take-${id}`; }

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
