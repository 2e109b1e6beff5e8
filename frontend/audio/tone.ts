/** Twelfths of an octave that a curve has, and thirds that can be held. */
export const POINTS = 124;
export const THIRDS = 31;
const HEAD = 12;

/** The frequency in Hz of a curve's point. */
export const hertz = (point: number): number => 1000 * 2 ** (-17 / 3 - 1 / 6 + (point + 0.5) / 12);

/** The middle of a third of an octave in Hz, from 0. */
export const thirdHertz = (third: number): number => 1000 * 2 ** ((third - 17) / 3);

/** What a live audio tool hears and does: the numbers of `ToneEffect.read` by their names. Levels are in dB, −200 where there is none. */
export class Tone {
  constructor(private readonly numbers: Float32Array) {}

  /** Seconds heard that count; 0 while nothing was. */
  get heard(): number { return this.numbers[0]!; }
  /** By how many dB the curve makes it louder (K-weighted): what an even comparison takes away. */
  get louder(): number { return this.numbers[1]!; }
  /** Frames of latency. */
  get latency(): number { return this.numbers[2]!; }
  /** Of a tool: Multiband Phase 0 nothing heard yet, 1 a fault was found, 2 nothing in common, 3 in phase already. */
  get state(): number { return this.numbers[3]!; }
  /** Multiband Phase: the delay in ms that was found, −1 where the polarity is opposite (else 1), the coherence 0 … 1 of the whole, what the sum would gain in dB. */
  get delay(): number { return this.numbers[4]!; }
  get polarity(): number { return this.numbers[5]!; }
  get coherence(): number { return this.numbers[6]!; }
  get gains(): number { return this.numbers[7]!; }

  /** What comes in; of Multiband Phase the sound that is turned. */
  get input(): Float32Array { return this.curve(0); }
  /** What goes out; of Multiband Phase the reference. */
  get output(): Float32Array { return this.curve(1); }
  /** What is wanted: the profile, or what the side-chain hears. */
  get target(): Float32Array { return this.curve(2); }
  /** The gain that is applied; of Multiband Phase what the sum of both gains or loses against sounds that have nothing in common. */
  get applied(): Float32Array { return this.curve(3); }
  /** The gain of the sides; of Multiband Phase what the sum would gain when it is repaired. */
  get sides(): Float32Array { return this.curve(4); }
  /** Profile EQ: the edges of the profile's spread. */
  get low(): Float32Array { return this.curve(5); }
  get high(): Float32Array { return this.curve(6); }
  /** Multiband Phase: by how many degrees the sound lies behind the reference once the delay is taken away, and the coherence 0 … 1. */
  get phase(): Float32Array { return this.curve(5); }
  get coherences(): Float32Array { return this.curve(6); }
  /** By thirds of an octave: what was found, in the unit of the parameters `1.…` to `31.…`, to be written there to hold it. */
  get found(): Float32Array { return this.numbers.subarray(HEAD + 7 * POINTS, HEAD + 7 * POINTS + THIRDS); }

  private curve(place: number): Float32Array { return this.numbers.subarray(HEAD + place * POINTS, HEAD + (place + 1) * POINTS); }
}
