import { t } from '../../words/words';

/** How keys are called: notes with middle C as C4, drums by the General MIDI percussion map. */

const LETTERS = ['C', 'C♯', 'D', 'E♭', 'E', 'F', 'F♯', 'G', 'A♭', 'A', 'B♭', 'B'];

export function noteName(pitch: number): string {
  return `${LETTERS[pitch % 12]}${Math.floor(pitch / 12) - 1}`;
}

export function isBlackKey(pitch: number): boolean {
  return ((1 << pitch % 12) & 0b010101001010) !== 0;
}

export const FIRST_DRUM = 35;

const DRUMS = [
  'Kick 2', 'Kick', 'Side stick', 'Snare', 'Clap', 'Snare 2', 'Floor tom 2', 'Hi-hat closed', 'Floor tom', 'Hi-hat pedal',
  'Low tom', 'Hi-hat open', 'Mid tom 2', 'Mid tom', 'Crash', 'High tom', 'Ride', 'China', 'Ride bell', 'Tambourine', 'Splash',
  'Cowbell', 'Crash 2', 'Vibraslap', 'Ride 2', 'Bongo high', 'Bongo low', 'Conga mute', 'Conga high', 'Conga low',
  'Timbale high', 'Timbale low', 'Agogo high', 'Agogo low', 'Cabasa', 'Maracas', 'Whistle short', 'Whistle long',
  'Guiro short', 'Guiro long', 'Claves', 'Woodblock high', 'Woodblock low', 'Cuica mute', 'Cuica open', 'Triangle mute', 'Triangle'
];

export const LAST_DRUM = FIRST_DRUM + DRUMS.length - 1;

export function drumName(pitch: number): string {
  const name = DRUMS[pitch - FIRST_DRUM];
  return name ? t(name) : noteName(pitch);
}

/** A bit for each of the twelve keys that a key signature leaves unaltered. */
export function keysOfSignature(fifths: number): number {
  const tonic = (((fifths * 7) % 12) + 12) % 12;
  let keys = 0;
  for (const step of [0, 2, 4, 5, 7, 9, 11]) {
    keys |= 1 << (tonic + step) % 12;
  }
  return keys;
}
