import { t } from '../../words/words';

/** A gain as it is said: "+3.0 dB". */
export function gainWords(gain: number): string {
  return `${gain > 0 ? '+' : ''}${gain.toFixed(1)} dB`.replace('-', '−');
}

/** A turn of phase: "−90°". */
export function turnWords(turn: number): string {
  return `${turn > 0 ? '+' : ''}${Math.round(turn)}°`.replace('-', '−');
}

/** What Resonance EQ's slider does. */
export function sootheWords(amount: number): string {
  const percent = Math.round(100 * Math.abs(amount));
  return percent === 0 ? t('nothing') : amount < 0 ? t('soothes, {0} %', percent) : t('emphasises, {0} %', percent);
}
