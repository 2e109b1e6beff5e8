import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Tone } from '../../audio/tone';
import type { Handle } from '../../song/song';
import type { Workspace } from '../workspace/workspace';

/** Milliseconds from one look to the next. */
const PACE = 50;

/** Looks at what an audio tool hears and does, 20 times a second, while its panel is there. */
export class ToneWatch implements ReactiveController {
  /** What came last, or null. */
  tone: Tone | null = null;
  private numbers: Float32Array | null = null;
  private looked: Handle | null = null;
  private timer = 0;

  /** @param seen is called when something new came */
  constructor(private readonly host: ReactiveControllerHost & { workspace: Workspace; device: { readonly handle: Handle } }, private readonly seen: () => void) {
    host.addController(this);
  }

  hostConnected(): void {
    this.timer = window.setInterval(() => this.read(), PACE);
  }

  hostUpdated(): void {
    const { handle } = this.host.device;
    if (this.looked !== handle) {
      this.looked = handle;
      this.tone = null;
      this.numbers = null;
      this.host.workspace.song.transport.look([handle]);
      queueMicrotask(this.seen); // nothing yet, of another device
    }
  }

  hostDisconnected(): void {
    window.clearInterval(this.timer);
    this.looked = null;
    this.host.workspace.song.transport.look([]);
  }

  private read(): void {
    const numbers = this.looked === null ? null : this.host.workspace.song.transport.tone(this.looked);
    if (numbers && numbers !== this.numbers) {
      this.numbers = numbers;
      this.tone = new Tone(numbers);
      this.seen();
    }
  }
}
