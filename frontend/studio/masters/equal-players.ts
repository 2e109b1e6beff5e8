/** A sound that is compared. */
export interface Compared {
  /** SHA-256 of its file. */
  readonly media: string;
  /** LUFS. */
  readonly loudness: number;
}

/** Softer than this nothing is made as loud as: silence would silence all. */
const SOFTEST = -60;

/** Plays one of several sounds, each as loud as the softest of them, from the same place on when another is chosen. Each is fetched when it is first chosen. */
export class EqualPlayers {
  private readonly players = new Map<string, HTMLAudioElement>();
  private readonly coming = new Set<string>();
  private readonly closing = new AbortController();
  private compared: readonly Compared[] = [];
  private at = '';
  /** What was chosen last: it is played when it is here. */
  private chosen = '';

  /**
   * @param link of the song
   * @param changed told when something looks different
   */
  constructor(private readonly link: string, private readonly changed: () => void, private readonly failed: (problem: string) => void) {}

  /** Which sounds there are. */
  compare(sounds: readonly Compared[]): void {
    this.compared = sounds;
    this.level();
  }

  private async fetch(media: string): Promise<void> {
    const { signal } = this.closing;
    this.coming.add(media);
    try {
      const answer = await fetch(address(media, this.link), { signal });
      if (!answer.ok) {
        throw new Error(await answer.text());
      }
      const sound = await answer.arrayBuffer();
      if (signal.aborted) {
        return;
      }
      const player = new Audio(URL.createObjectURL(new Blob([sound], { type: 'audio/wav' })));
      player.addEventListener('timeupdate', this.changed);
      player.addEventListener('loadedmetadata', this.changed);
      player.addEventListener('ended', this.changed);
      this.players.set(media, player);
      this.level();
    } catch (problem) {
      if (!signal.aborted) {
        this.failed(problem instanceof Error ? problem.message : String(problem));
      }
    } finally {
      this.coming.delete(media);
    }
    if (this.chosen === media && this.players.has(media)) {
      this.play(media);
    } else if (!signal.aborted) {
      this.changed();
    }
  }

  private level(): void {
    const softest = Math.min(...this.compared.map(each => Math.max(SOFTEST, each.loudness)));
    for (const { media, loudness } of this.compared) {
      const player = this.players.get(media);
      if (player) {
        player.volume = Math.min(1, Math.pow(10, (softest - Math.max(SOFTEST, loudness)) / 20));
      }
    }
  }

  isComing(media: string): boolean { return this.coming.has(media); }
  get playing(): string { return this.players.get(this.at)?.paused === false ? this.at : ''; }
  get seconds(): number { return this.players.get(this.at)?.currentTime ?? 0; }
  get length(): number { return Math.max(0, ...[...this.players.values()].map(each => Number.isFinite(each.duration) ? each.duration : 0)); }

  /** By how many decibels one is turned down. */
  turned(media: string): number { return 20 * Math.log10(this.players.get(media)?.volume ?? 1); }

  /** Plays one from where the last one was, as soon as it is here; the one that plays stops. One that could not be fetched is asked for again. */
  play(media: string): void {
    const before = this.players.get(this.at);
    const next = this.players.get(media);
    this.chosen = media;
    if (!next) {
      if (!this.coming.has(media)) {
        void this.fetch(media);
        this.changed();
      }
      return;
    }
    const place = before?.ended ? 0 : before?.currentTime ?? 0;
    const stops = before === next && !next.paused;
    before?.pause();
    this.at = media;
    if (!stops) {
      if (before !== next) {
        next.currentTime = place;
      }
      void next.play().catch((problem: Error) => this.failed(problem.message));
    }
    this.changed();
  }

  seek(seconds: number): void {
    const player = this.players.get(this.at) ?? [...this.players.values()][0];
    if (player) {
      player.currentTime = seconds;
      this.changed();
    }
  }

  /** Silence, and nothing is held any more. */
  close(): void {
    this.closing.abort();
    for (const player of this.players.values()) {
      player.pause();
      URL.revokeObjectURL(player.src);
    }
    this.players.clear();
    this.at = '';
    this.chosen = '';
  }
}

/** Where a file of the song is. */
export function address(media: string, link: string): string {
  return `/api/media/${media}?song=${encodeURIComponent(link)}`;
}
