/**
 * Keeps a page silent while another page alone sounds, as in a class, unless the person asks to hear it here, too. Silent, it loads
 * no sounds; playing goes on, so that places and pictures move.
 */
export class Quiet {
  private gain: GainNode | null = null;
  private asked = false;
  private listens = false;
  private held: (() => void) | null = null;

  /** Whether this page is silent now. */
  get on(): boolean { return this.asked && !this.listens; }
  /** Whether another page alone shall sound. */
  get isAsked(): boolean { return this.asked; }
  /** Whether the person hears it here, too. */
  get heardHere(): boolean { return this.asked && this.listens; }

  /** The node that the engine is to sound through. */
  node(context: AudioContext): AudioNode {
    this.gain = new GainNode(context, { gain: this.on ? 0 : 1 });
    this.gain.connect(context.destination);
    return this.gain;
  }

  /** What is heard; null while there is no engine. */
  get output(): AudioNode | null { return this.gain; }

  /** Another page alone shall sound, or all shall again; true if that is new. A new one asks anew. */
  ask(quiet: boolean): boolean {
    if (quiet === this.asked) return false;
    this.asked = quiet;
    this.listens = false;
    this.turn();
    return true;
  }

  /** Lets the person hear it here, or not. */
  listen(here: boolean): void {
    this.listens = here;
    this.turn();
  }

  /** Loads now, or once this page sounds again; of what waits, the latest. */
  whenHeard(load: () => void): void {
    if (this.on) {
      this.held = load;
    } else {
      load();
    }
  }

  /** There is no engine any more, and nothing that it waits for. */
  forget(): void {
    this.gain = null;
    this.held = null;
  }

  private turn(): void {
    this.gain?.gain.setTargetAtTime(this.on ? 0 : 1, this.gain.context.currentTime, 0.01);
    if (!this.on) {
      const load = this.held;
      this.held = null;
      load?.();
    }
  }
}
