/** Parameters that are shown together, by their places in the instrument's list. */
export interface KnobGroup {
  readonly title: string;
  readonly places: readonly number[];
  /** The place of an attack, if an envelope is drawn. */
  readonly envelope?: number;
}

/** As `core.instrument.synth.SynthParameters` lays them. */
export const SYNTH_GROUPS: readonly KnobGroup[] = [
  { title: 'Oscillator 1', places: [0, 1, 2, 3, 4, 5] },
  { title: 'Oscillator 2', places: [6, 7, 8, 9, 10, 11] },
  { title: 'Sub and noise', places: [12, 13, 14] },
  { title: 'Unison', places: [15, 16, 17] },
  { title: 'Filter', places: [18, 19, 20, 21, 22, 23, 24] },
  { title: 'Loudness', places: [25, 26, 27, 28, 29, 59], envelope: 25 },
  { title: 'Modulation', places: [30, 31, 32, 33, 34, 35], envelope: 30 },
  { title: 'LFO 1', places: [36, 37, 38, 39, 40, 41, 42, 43, 44] },
  { title: 'LFO 2', places: [45, 46, 47, 48, 49, 50, 51, 52, 53] },
  { title: 'Playing', places: [54, 55, 56, 57, 58] }
];

/** As `core.instrument.sampler.KeySampler` lays them. */
export const SAMPLER_GROUPS: readonly KnobGroup[] = [
  { title: 'Loop', places: [0, 1, 2, 3] },
  { title: 'Loudness', places: [4, 5, 6, 7, 13], envelope: 4 },
  { title: 'Filter', places: [8, 9, 10, 11, 12] },
  { title: 'Playing', places: [14] }
];
