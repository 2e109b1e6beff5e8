import { t } from '../../words/words';

/** How a fader's way maps to decibels: 0 dB at three quarters, silence at the bottom. A matter of drawing only. */

const LEAST = -60;
const MOST = 6;
const BEND = 1.73;

/** Place on the fader, 0 to 1, of hundredths of a decibel. */
export function faderOf(volume: number): number {
  const decibels = volume / 100;
  if (decibels <= LEAST) {
    return 0;
  }
  return 1 - Math.pow(Math.max(0, MOST - decibels) / (MOST - LEAST), 1 / BEND);
}

/** Hundredths of a decibel of a place on the fader. */
export function volumeOf(fader: number): number {
  if (fader <= 0.002) {
    return -9600;
  }
  const tenths = Math.round((MOST - (MOST - LEAST) * Math.pow(1 - fader, BEND)) * 10);
  return tenths * 10;
}

export function volumeWords(volume: number): string {
  return volume <= -9600 ? t('silent') : `${volume > 0 ? '+' : ''}${(volume / 100).toFixed(1).replace('-', '−')} dB`;
}

export function panWords(pan: number): string {
  const percent = Math.round(Math.abs(pan) / 10);
  return percent === 0 ? t('centre') : pan < 0 ? t('{0} left', percent) : t('{0} right', percent);
}

/** Place on a meter from −60 to 0 dBFS, 0 to 1, of an amplitude. */
export function meterOf(amplitude: number): number {
  return amplitude <= 0.001 ? 0 : Math.min(1, 1 + (20 * Math.log10(amplitude)) / 60);
}
