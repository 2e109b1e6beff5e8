import { BEND, PRESSURE } from '../../song/playing-core';
import { NONE, type Handle } from '../../song/song';
import type { Keyboards } from './keyboards';

const OFF = 'tutti-midi-off';
/** MIDI's channel modes begin here: what they ask for is silence. */
const MODES = 120;

/** What stands between this page and MIDI keyboards. */
export type MidiState = 'unsupported' | 'not asked' | 'asking' | 'on' | 'refused';

/** A keyboard that is plugged in. */
export interface MidiDevice {
  readonly id: string;
  readonly name: string;
  readonly on: boolean;
  /** The track that it plays; nothing for the one at hand. */
  readonly track: Handle;
}

/** MIDI keyboards through the browser: found as they are plugged in, each may be switched off or given a track of its own. */
export class MidiInputs {
  state: MidiState = 'requestMIDIAccess' in navigator ? 'not asked' : 'unsupported';
  private access: MIDIAccess | null = null;
  private readonly tracks = new Map<string, Handle>();
  private readonly off = new Set<string>(JSON.parse(localStorage.getItem(OFF) ?? '[]'));

  constructor(private readonly keyboards: Keyboards) {}

  /** Goes on where permission was given before, without asking. */
  async resume(): Promise<void> {
    if (this.state === 'not asked' && navigator.permissions) {
      const answer = await navigator.permissions.query({ name: 'midi' as PermissionName }).catch(() => null);
      if (answer?.state === 'granted') {
        await this.connect();
      }
    }
  }

  /** Asks the browser for its MIDI keyboards. */
  async connect(): Promise<void> {
    if (this.state === 'unsupported' || this.state === 'asking' || this.access) {
      return;
    }
    this.become('asking');
    try {
      this.access = await navigator.requestMIDIAccess();
      this.access.onstatechange = () => this.listen();
      this.listen();
      this.become('on');
    } catch {
      this.become('refused');
    }
  }

  get devices(): readonly MidiDevice[] {
    return this.inputs().map(({ id, name }) => ({
      id, name: name ?? id, on: !this.off.has(name ?? id), track: this.tracks.get(id) ?? NONE
    }));
  }

  switch(device: MidiDevice, on: boolean): void {
    if (on) {
      this.off.delete(device.name);
    } else {
      this.off.add(device.name);
      this.keyboards.releaseAll();
    }
    localStorage.setItem(OFF, JSON.stringify([...this.off]));
    this.keyboards.tell();
  }

  /** Lets a keyboard play one track, or with NONE the one at hand. */
  give(device: MidiDevice, track: Handle): void {
    this.tracks.set(device.id, track);
    this.keyboards.tell();
  }

  close(): void {
    this.inputs().forEach(input => { input.onmidimessage = null; });
    if (this.access) {
      this.access.onstatechange = null;
    }
  }

  private inputs(): MIDIInput[] {
    return this.access ? [...this.access.inputs.values()].filter(input => input.state !== 'disconnected') : [];
  }

  private listen(): void {
    this.inputs().forEach(input => { input.onmidimessage = event => this.take(input, event); });
    this.keyboards.tell();
  }

  private become(state: MidiState): void {
    this.state = state;
    this.keyboards.tell();
  }

  private take(input: MIDIInput, { data, timeStamp }: MIDIMessageEvent): void {
    if (!data || data.length < 2 || this.off.has(input.name ?? input.id)) {
      return;
    }
    const [status, first, second = 0] = data as unknown as [number, number, number];
    const own = this.tracks.get(input.id) ?? NONE;
    const track = own === NONE ? undefined : own;
    const { keyboards } = this;
    switch (status & 0xf0) {
      case 0x90: second > 0 ? keyboards.press(first, second, timeStamp, track) : keyboards.release(first, timeStamp); break;
      case 0x80: keyboards.release(first, timeStamp); break;
      case 0xb0: first < MODES ? keyboards.control(first, second, timeStamp, track) : keyboards.releaseAll(timeStamp); break;
      case 0xd0: keyboards.control(PRESSURE, first, timeStamp, track); break;
      case 0xe0: keyboards.control(BEND, first + 128 * second, timeStamp, track); break;
      default: break; // clock, sensing and what only synthesisers want
    }
  }
}
