import { t } from '../words/words.js';

/** A piece of what was recorded: the context's second of its first frame, and its channels. */
export interface Heard {
  readonly time: number;
  readonly channels: readonly Float32Array[];
}

export interface Input { readonly id: string; readonly name: string }

const DEVICE = 'tutti-microphone';
const ROUND_TRIP = 'tutti-round-trip';

/** A sentence for why a microphone can't be had. */
export class NoMicrophone extends Error {}

/**
 * The microphone of this page: as it comes, without what browsers do to voices. Which device, and how late it is, stays in
 * this browser.
 */
export class Microphone {
  private stream: MediaStream | null = null;
  private source: MediaStreamAudioSourceNode | null = null;
  private node: AudioWorkletNode | null = null;
  private through: GainNode | null = null;
  private context: AudioContext | null = null;
  private monitors = false;
  private loudest = 0;
  private readonly listeners = new Set<() => void>();
  onSound: ((heard: Heard) => void) | null = null;
  /** It is gone: unplugged, or taken by somebody else. */
  onGone: (() => void) | null = null;

  get chosen(): string { return localStorage.getItem(DEVICE) ?? ''; }
  get open(): boolean { return this.stream !== null; }
  get name(): string { return this.stream?.getAudioTracks()[0]?.label ?? ''; }
  get monitoring(): boolean { return this.monitors; }
  get channels(): number { return Math.min(2, this.stream?.getAudioTracks()[0]?.getSettings().channelCount ?? 1); }

  /** The loudest sample since it was last asked, 0 to 1. */
  level(): number {
    const peak = this.loudest;
    this.loudest = 0;
    return peak;
  }

  async inputs(): Promise<readonly Input[]> {
    const devices = await navigator.mediaDevices?.enumerateDevices() ?? [];
    return devices.filter(each => each.kind === 'audioinput' && each.deviceId !== '' && each.deviceId !== 'default' && each.deviceId !== 'communications')
      .map(each => ({ id: each.deviceId, name: each.label }));
  }

  /** Takes another device from now on. */
  async choose(id: string, context: AudioContext): Promise<void> {
    localStorage.setItem(DEVICE, id);
    this.close();
    await this.start(context);
  }

  /** Opens it, unless it is. Fails with a sentence. */
  async start(context: AudioContext): Promise<void> {
    if (this.stream && this.context === context) return;
    this.close();
    if (!navigator.mediaDevices?.getUserMedia) throw new NoMicrophone(t('This browser gives a microphone to secure pages only: open the studio over HTTPS.'));
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: {
        ...this.chosen === '' ? {} : { deviceId: { exact: this.chosen } },
        echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: { ideal: 2 },
      },
    }).catch((error: DOMException) => { throw new NoMicrophone(why(error, this.chosen !== '')); });
    await context.audioWorklet.addModule('core/recorder-processor.js');
    this.context = context;
    this.stream = stream;
    this.source = new MediaStreamAudioSourceNode(context, { mediaStream: stream });
    this.node = new AudioWorkletNode(context, 'tutti-recorder', { outputChannelCount: [1], channelCountMode: 'max' });
    this.through = new GainNode(context, { gain: 0 });
    this.source.connect(this.node).connect(context.destination);   // it is silent; what leads nowhere isn't asked for sound
    this.source.connect(this.through).connect(context.destination);
    this.node.port.onmessage = ({ data }: MessageEvent<{ type: 'level'; peak: number } | ({ type: 'sound' } & Heard)>) => {
      if (data.type === 'level') this.loudest = Math.max(this.loudest, data.peak);
      else this.onSound?.(data);
    };
    stream.getAudioTracks()[0]!.onended = () => {
      this.close();
      this.onGone?.();
    };
    this.monitor(this.monitors);
    this.tell();
  }

  /** Hands out what it hears, or only how loud it is. */
  keep(keeps: boolean): void { this.node?.port.postMessage({ keeps }); }

  /** Whether one hears oneself through the page; a moment late. */
  monitor(on: boolean): void {
    this.monitors = on;
    this.through?.gain.setTargetAtTime(on ? 1 : 0, this.context?.currentTime ?? 0, 0.01);
    this.tell();
  }

  /** Seconds from when something is heard to when what is played to it arrives: as it was measured with this device, else as the browser says. */
  roundTrip(context: AudioContext): number {
    const measured = (JSON.parse(localStorage.getItem(ROUND_TRIP) ?? '{}') as Record<string, number>)[this.key()];
    return measured ?? this.reckoned(context);
  }

  /** Whether the latency of this device was measured. */
  get measured(): boolean { return this.key() in JSON.parse(localStorage.getItem(ROUND_TRIP) ?? '{}'); }

  private reckoned(context: AudioContext): number {
    const settings = this.stream?.getAudioTracks()[0]?.getSettings() as MediaTrackSettings & { latency?: number } | undefined;
    return (context.outputLatency || context.baseLatency || 0) + (settings?.latency ?? 0.01);
  }

  /** Keeps what was measured, or forgets it. */
  remember(seconds: number | null): void {
    const all = JSON.parse(localStorage.getItem(ROUND_TRIP) ?? '{}') as Record<string, number>;
    if (seconds === null) delete all[this.key()];
    else all[this.key()] = seconds;
    localStorage.setItem(ROUND_TRIP, JSON.stringify(all));
    this.tell();
  }

  private key(): string { return this.chosen || this.name || 'default'; }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    this.source?.disconnect();
    this.through?.disconnect();
    this.node?.disconnect();
    this.node?.port.close();
    this.stream?.getTracks().forEach(track => { track.onended = null; track.stop(); });
    this.stream = null;
    this.source = null;
    this.node = null;
    this.through = null;
    this.tell();
  }

  private tell(): void { this.listeners.forEach(listener => listener()); }
}

function why(error: DOMException, chosen: boolean): string {
  switch (error.name) {
    case 'NotAllowedError': return t('The browser keeps the microphone away: allow it beside the page’s address, then record again.');
    case 'NotFoundError': return t('There is no microphone: plug one in, then record again.');
    case 'OverconstrainedError': return chosen ? t('The chosen microphone is not there: plug it in, or choose another.') : t('There is no microphone: plug one in, then record again.');
    default: return t('The microphone could not be opened: another program may have it.');
  }
}
