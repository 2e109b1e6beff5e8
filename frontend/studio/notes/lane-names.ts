import { t } from '../../words/words';
import type { Lane } from './roll-settings';

const NAMES: Readonly<Record<number, string>> = {
  128: 'Pitch bend', 1: 'Modulation', 11: 'Expression', 64: 'Sustain', 129: 'Pressure', 7: 'Volume controller', 10: 'Pan controller',
  2: 'Breath', 66: 'Sostenuto', 67: 'Soft pedal', 71: 'Resonance', 74: 'Brightness', 91: 'Reverb', 93: 'Chorus'
};

/** What one reaches for first, in the order of the menu. */
export const USUAL_LANES: readonly Lane[] = ['velocity', 128, 1, 11, 64, 129, 7, 10];
export function laneName(lane: Lane): string {
  return lane === 'velocity' ? t('Velocity') : NAMES[lane] ? t(NAMES[lane]) : t('Controller {0}', lane);
}
