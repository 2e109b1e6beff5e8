import { NONE, type Handle } from './song';

/** At most so often the others are told where one is; while only the playhead moves, less often. Milliseconds. */
const EVERY = 100;
const EVERY_PLAYING = 400;

/** Where this person is, told to the others no more often than they can see. */
export class OwnPresence {
  private place: Handle = NONE;
  private tick = -1;
  private pitch = -1;
  private open: Handle = NONE;
  private selection: readonly Handle[] = [];
  private timer: number | undefined;
  private told = 0;

  constructor(
    private readonly transport: () => { playhead: number; playing: boolean },
    private readonly tell: (
      place: Handle, tick: number, pitch: number, playhead: number, playing: boolean, open: Handle, selection: readonly Handle[]) => void,
  ) {}

  point(place: Handle, tick: number, pitch: number): void {
    this.place = place;
    this.tick = Math.round(tick);
    this.pitch = Math.round(pitch);
    this.soon(EVERY);
  }

  select(elements: readonly Handle[]): void {
    this.selection = elements;
    this.soon(EVERY);
  }

  /** Another clip is in the editor, or none. */
  opened(clip: Handle): void {
    this.open = clip;
    this.soon(EVERY);
  }

  /** The transport started, stopped or jumped. */
  moved(): void {
    this.soon(EVERY);
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private soon(every: number): void {
    this.timer ??= window.setTimeout(() => this.now(), Math.max(0, this.told + every - performance.now()));
  }

  private now(): void {
    this.timer = undefined;
    this.told = performance.now();
    const { playhead, playing } = this.transport();
    this.tell(this.place, this.tick, this.pitch, Math.round(playhead), playing, this.open, this.selection);
    if (playing) {
      this.soon(EVERY_PLAYING);
    }
  }
}
