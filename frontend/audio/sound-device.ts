/** How long the sound is buffered on its way out: as short as it goes, for playing by hand, or long, for a slow machine. */
export type Buffering = 'short' | 'long';

/** A device that sound can leave through; its name is empty where the browser keeps it to itself. */
export interface Output {
  readonly id: string;
  readonly name: string;
}

const BUFFERING = 'tutti-buffering';
const OUTPUT = 'tutti-output';
/** Seconds asked of the browser for the long buffer. */
const LONG = 0.08;
/** So many gaps within so many milliseconds of playing are a stutter. */
const GAPS = 8;
const WINDOW = 10_000;

/** What newer browsers tell of a context's gaps. */
interface PlaybackStats {
  readonly underrunEvents: number;
}

/** How the sound leaves this page: through which device, and buffered how long. Kept in this browser. */
export class SoundDevice {
  private gaps = 0;
  private since = 0;

  get buffering(): Buffering { return localStorage.getItem(BUFFERING) === 'long' ? 'long' : 'short'; }
  set buffering(buffering: Buffering) { localStorage.setItem(BUFFERING, buffering); }

  /** The chosen device, or '' for the system's. */
  get output(): string { return localStorage.getItem(OUTPUT) ?? ''; }

  /** A context as it was chosen. A device that is gone is passed over. */
  async open(): Promise<AudioContext> {
    const context = new AudioContext({ latencyHint: this.buffering === 'long' ? LONG : 'interactive' });
    if (this.output !== '') await this.send(context, this.output).catch(() => {});
    this.gaps = 0;
    this.since = 0;
    return context;
  }

  /** Whether this browser lets a page choose. */
  get canChoose(): boolean { return 'setSinkId' in AudioContext.prototype && !!navigator.mediaDevices?.enumerateDevices; }

  /** The devices there are, the system's choice not among them. */
  async outputs(): Promise<readonly Output[]> {
    if (!this.canChoose) return [];
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices
      .filter(each => each.kind === 'audiooutput' && each.deviceId !== '' && each.deviceId !== 'default')
      .map(each => ({ id: each.deviceId, name: each.label }));
  }

  /** Sends a context's sound through a device from now on. Fails if the browser does not let it. */
  async choose(context: AudioContext | null, id: string): Promise<void> {
    if (context) await this.send(context, id);
    localStorage.setItem(OUTPUT, id);
  }

  private send(context: AudioContext, id: string): Promise<void> {
    return (context as AudioContext & { setSinkId(id: string): Promise<void> }).setSinkId(id);
  }

  /** Whether the sound has stuttered lately; asked while it plays, true once for each time it does. */
  stutters(context: AudioContext, now: number): boolean {
    const { underrunEvents } = (context as AudioContext & { playbackStats?: PlaybackStats }).playbackStats ?? {};
    if (underrunEvents === undefined) return false;
    if (this.since === 0 || now - this.since > WINDOW) {
      this.since = now;
      this.gaps = underrunEvents;
    }
    if (underrunEvents - this.gaps < GAPS) return false;
    this.since = 0;
    return true;
  }
}
