import type { MediaAbout } from '../../audio/media-loader';

/** Frames of one stretch of each resolution, as `Peaks`. */
const STRETCHES = [16, 128, 1024, 8192] as const;
/** Stretches that are fetched at once. */
const RUN = 4096;
/** Runs that are kept: 8 KB each. */
const KEPT = 1500;

/** What is drawn of one recording at one resolution: pairs of lowest and highest sample, −128 … 127. */
export interface Wave {
  /** Frames of one pair. */
  readonly stretch: number;
  readonly rate: number;
  readonly frames: number;
  /** The run of pairs that holds one, or null while it is fetched. */
  run(point: number): Int8Array | null;
}

export const WAVE_RUN = RUN;

/** The peaks of recordings, fetched as they come into sight. */
export class Waveforms {
  private readonly runs = new Map<string, Int8Array | null>();
  private readonly abouts = new Map<string, MediaAbout>();
  private readonly asked = new Map<string, number>();

  constructor(private readonly link: string, private readonly changed: () => void) {}

  /** A recording at the resolution that fits some frames a pixel; null while nobody knows it. */
  wave(hash: string, framesPerPixel: (rate: number) => number): Wave | null {
    const about = this.about(hash);
    if (!about || about.rate === 0) return null;
    const wanted = framesPerPixel(about.rate);
    let level = STRETCHES.length - 1;
    while (level > 0 && STRETCHES[level]! > wanted) level--;
    return { stretch: STRETCHES[level]!, rate: about.rate, frames: about.frames, run: point => this.run(hash, level, Math.floor(point / RUN)) };
  }

  about(hash: string): MediaAbout | null {
    const known = this.abouts.get(hash);
    if (known) return known;
    const now = performance.now();
    if ((this.asked.get(hash) ?? 0) <= now) {
      this.asked.set(hash, now + 1500);
      void fetch(`api/media/${hash}/about?song=${this.link}`).then(async answer => {
        if (answer.status === 200) this.abouts.set(hash, await answer.json() as MediaAbout);
        else setTimeout(this.changed, 1600);
        this.changed();
      }).catch(() => setTimeout(this.changed, 5000));
    }
    return null;
  }

  private run(hash: string, level: number, index: number): Int8Array | null {
    const key = `${hash} ${level} ${index}`;
    const known = this.runs.get(key);
    if (known !== undefined) return known;
    this.runs.set(key, null);
    if (this.runs.size > KEPT) this.runs.delete(this.runs.keys().next().value!);
    void fetch(`api/media/${hash}/peaks?song=${this.link}&level=${level}&from=${index * RUN}&points=${RUN}`).then(async answer => {
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      this.runs.set(key, new Int8Array(await answer.arrayBuffer()));
      this.changed();
    }).catch(() => setTimeout(() => this.runs.delete(key), 3000));
    return null;
  }
}
