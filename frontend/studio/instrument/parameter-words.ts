import type { InstrumentId } from '../../song/instruments';
import { t } from '../../words/words';

/** What people call an instrument. */
export function instrumentKind(id: InstrumentId | ''): string {
  return { '': t('SoundFont'), soundfont: t('Own SoundFont'), synth: t('Synthesiser'), drumkit: t('Drum pads'), sampler: t('Sampler'), slicer: t('Slicer') }[id];
}

/** What is written below a knob: "filter.cutoff" is "Cutoff". */
export function knobName(name: string): string {
  const words = t(name.slice(name.indexOf('.') + 1));
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A key as musicians call it: 60 is C4. */
export function keyName(key: number): string {
  return `${['C', 'C♯', 'D', 'D♯', 'E', 'F', 'F♯', 'G', 'G♯', 'A', 'A♯', 'B'][key % 12]}${Math.floor(key / 12) - 1}`;
}
