import type { AudioHost } from '../audio/audio-host';
import { LiveUpload, takeLock } from '../audio/live-upload';
import type { Report } from '../audio/messages';
import type { Heard, Microphone } from '../audio/microphone';
import type { Kept } from '../audio/outbox';
import type { Uploads } from '../audio/uploads';
import { wavBytes, wavHead } from '../audio/wav';
import { t } from '../words/words';
import type { SongMedia } from './media';
import { NONE, type Handle, type SongReading } from './song';

/** Seconds that what was heard waits before it is given to a pass: until it is known where the song was. */
const LAG = 0.4;
/** Takes shorter than this are none, in seconds. */
const SHORTEST = 0.15;

/** One way of the song through a stretch: from a tick, heard at the context's second `at`. */
interface Pass {
  readonly tick: number;
  readonly at: number;
  /** The context's second that ends it; Infinity while it goes on. */
  until: number;
  live: LiveUpload | null;
}

/** What the taking needs of the song. */
export interface TakingSong extends SongReading {
  readonly media: SongMedia;
  readonly uploads: Uploads;
  readonly core: { idOf(handle: Handle): string; handleOf(id: string): Handle };
}

/**
 * Records a microphone on an audio track: each way through the loop is a take of its own. What was heard is laid where the song
 * stood as the musician heard it, the way through the devices taken off.
 */
export class SoundTaking {
  private passes: Pass[] = [];
  private heard: Heard[] = [];
  private last: Report | null = null;
  private readonly recording = crypto.randomUUID() as string;
  private over = false;
  private from = -1;
  private to = -1;

  constructor(
    private readonly song: TakingSong, private readonly sound: AudioHost, private readonly microphone: Microphone,
    readonly track: Handle, private readonly context: AudioContext,
  ) {}

  /** The clip's peak so far and where it is, for who draws it. */
  get begins(): number { return this.passes.at(-1)?.tick ?? -1; }

  /** Keeps what is heard from now on; only what lies within a range of ticks, if there is one. */
  begin(from: number, to: number): void {
    this.from = from;
    this.to = to;
    this.microphone.onSound = heard => {
      this.heard.push(heard);
      this.sort(this.context.currentTime - LAG);
    };
    this.microphone.keep(true);
  }

  /** The engine tells where the song is. */
  report(report: Report): void {
    if (this.over || !report.playing || report.starts > 0) return;
    const { last } = this;
    this.last = report;
    const going = this.passes.at(-1);
    const { song } = this;
    if (!going || going.until < Infinity) {
      const tick = Math.max(0, this.from, report.tick);
      if (report.tick < 0 || this.to >= 0 && report.tick >= this.to) return;
      // it may have begun before this report: from where it stood, or from the punch
      const begun = this.from >= 0 ? tick : Math.max(0, Math.round(this.startTick ?? report.tick));
      this.passes.push(this.pass(begun, report));
      return;
    }
    if (last && report.tick < last.tick - 1 && song.seconds(report.tick) < song.seconds(last.tick) - 0.05) {
      const { from, on } = this.sound.loop;
      const next = this.pass(on ? from : Math.max(0, report.tick), report);
      going.until = next.at;
      this.passes.push(next);
    }
    if (this.to >= 0 && report.tick >= this.to) going.until = Math.min(going.until, this.heardAt(this.to, report));
  }

  /** The tick where playing began, if the first report comes later. */
  startTick: number | null = null;

  private pass(tick: number, report: Report): Pass {
    return { tick, at: this.heardAt(tick, report), until: Infinity, live: null };
  }

  /** The context's second at which a tick is made, but for the way to the ear. */
  private heardAt(tick: number, report: Report): number {
    return report.time + this.song.seconds(tick) - this.song.seconds(report.tick);
  }

  /** Gives what was heard before a second of the context's to its pass. */
  private sort(until: number): void {
    const late = this.microphone.roundTrip(this.context);
    const rate = this.context.sampleRate;
    while (this.heard.length > 0) {
      const piece = this.heard[0]!;
      const frames = piece.channels[0]!.length;
      if (piece.time + frames / rate > until) return;
      this.heard.shift();
      for (const pass of this.passes) {
        const from = Math.round((pass.at + late - piece.time) * rate);
        const to = pass.until === Infinity ? frames : Math.round((pass.until + late - piece.time) * rate);
        if (from < frames && to > 0) this.give(pass, piece, Math.max(0, from), Math.min(frames, to));
      }
    }
  }

  private give(pass: Pass, piece: Heard, from: number, to: number): void {
    const channels = piece.channels.slice(0, this.microphone.channels || 1);
    pass.live ??= new LiveUpload(this.song.uploads.outbox, this.song.link, this.name, {
      recording: this.recording, number: this.passes.indexOf(pass) + 1, track: this.song.core.idOf(this.track), start: pass.tick,
      end: pass.tick, rate: this.context.sampleRate, channels: channels.length, skip: 0,
    });
    pass.live.push(wavBytes(channels, from, to));
  }

  private get name(): string {
    return this.song.tracks().find(each => each.handle === this.track)?.name ?? t('Recording');
  }

  /** Ends, lays the takes on the track and sends what is left of them. Answers the clip. */
  async end(): Promise<Handle> {
    this.over = true;
    const going = this.passes.at(-1);
    const late = this.microphone.roundTrip(this.context);
    const stop = this.context.currentTime;
    if (going && going.until === Infinity) going.until = stop;
    // what is played last arrives a moment later
    const wait = Math.min(1, late + 0.06);
    if (this.microphone.open) await new Promise(resolve => setTimeout(resolve, wait * 1000));
    this.sort(Infinity);
    this.microphone.keep(false);
    this.microphone.onSound = null;
    const takes: { live: LiveUpload; pass: Pass; hash: string; blob: Blob; upload: string | null; lasts: number }[] = [];
    for (const pass of this.passes) {
      const { live } = pass;
      if (!live) continue;
      const seconds = live.frames / live.take.rate;
      if (seconds < SHORTEST) {
        await live.drop();
        continue;
      }
      const { blob, upload } = await live.end();
      takes.push({ live, pass, hash: await this.song.uploads.hash(blob), blob, upload, lasts: seconds * 1e9 });
    }
    if (takes.length === 0) return NONE;
    // ways through the loop are takes of one passage; what came before it is a clip of its own
    let clip = NONE;
    for (const start of new Set(takes.map(take => take.pass.tick))) {
      const together = takes.filter(take => take.pass.tick === start);
      clip = this.song.media.lay(this.track, this.track, start, together.map(({ hash, lasts }) => ({ hash, name: this.name, lasts })), start, true);
    }
    for (const { live, hash, blob, upload } of takes) {
      await this.song.uploads.outbox.note(live.id, { hash });
      void this.song.uploads.send(blob, `${live.name}.wav`, true, { id: live.id, hash, upload, head: 44 }).catch(() => {});
      live.done();
    }
    return clip;
  }
}

/**
 * Takes that a page left behind that was closed while it recorded: lays them where they belong, and answers the tracks' names,
 * and whether some may still be recorded by another page, or by this one's last life, whose lock is seen a moment longer.
 */
export async function takeUp(song: TakingSong): Promise<{ readonly names: readonly string[]; readonly busy: boolean }> {
  const locks = await navigator.locks?.query();
  const living = new Set(locks?.held?.map(lock => lock.name));
  const all = (await song.uploads.outbox.left(song.link)).filter(({ kept }) => kept.take && !song.uploads.sending.some(each => each.id === kept.id));
  const left = all.filter(({ kept }) => !living.has(takeLock(kept.id)));
  const recordings = new Map<string, { kept: Kept; blob: Blob }[]>();
  for (const each of left) {
    if (each.kept.hash !== '') {
      // it was laid already: only the sending is left
      void song.uploads.send(whole(each), `${each.kept.name}.wav`, true, { id: each.kept.id, hash: each.kept.hash, upload: each.kept.upload, head: 44 }).catch(() => {});
    } else if (each.blob.size / 3 / each.kept.take!.channels / each.kept.take!.rate < SHORTEST) {
      await song.uploads.outbox.forget(each.kept.id);
    } else {
      const recording = each.kept.take!.recording;
      recordings.set(recording, [...recordings.get(recording) ?? [], each]);
    }
  }
  const names: string[] = [];
  for (const takes of recordings.values()) {
    takes.sort((a, b) => a.kept.take!.number - b.kept.take!.number);
    const blobs = takes.map(whole);
    const hashes = await Promise.all(blobs.map(blob => song.uploads.hash(blob)));
    const { track: id } = takes[0]!.kept.take!;
    const track = song.core.handleOf(id);
    for (const begin of new Set(takes.map(({ kept }) => kept.take!.start))) {
      const together = takes.flatMap(({ kept, blob }, index) => kept.take!.start !== begin ? [] : [{
        hash: hashes[index]!, name: kept.name, lasts: blob.size / 3 / kept.take!.channels / kept.take!.rate * 1e9 }]);
      song.media.lay(track, NONE, begin, together, begin, true);
    }
    names.push(takes[0]!.kept.name);
    for (const [index, { kept }] of takes.entries()) {
      await song.uploads.outbox.note(kept.id, { hash: hashes[index]! });
      void song.uploads.send(blobs[index]!, `${kept.name}.wav`, true, { id: kept.id, hash: hashes[index]!, upload: kept.upload, head: 44 }).catch(() => {});
    }
  }
  return { names, busy: left.length < all.length };
}

/** A kept take as a file. */
function whole({ kept, blob }: { kept: Kept; blob: Blob }): Blob {
  return new Blob([wavHead(kept.take!.rate, kept.take!.channels, blob.size) as BlobPart, blob], { type: 'audio/wav' });
}
