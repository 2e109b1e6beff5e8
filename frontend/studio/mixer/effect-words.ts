import type { EffectParameter } from '../../song/mixing';
import { t } from '../../words/words';

/** What people call an effect. */
export function effectName(id: string): string {
  const names: Record<string, string> = {
    equaliser: t('Equaliser'), compressor: t('Compressor'), limiter: t('Limiter'), saturation: t('Saturation'),
    chorus: t('Chorus'), delay: t('Delay'), reverb: t('Reverb'), utility: t('Utility'),
    'profile-eq': t('Profile EQ'), 'resonance-eq': t('Resonance EQ'), 'multiband-phase': t('Multiband Phase'), xspecmatch: t('XSpecMatch')
  };
  return names[id] ?? id;
}

/** A parameter's name as it is shown: "make-up" is "Make-up". */
export function parameterName(name: string): string {
  const words = t(name.replace(/^\d+\./, '')); // a band's parameters are called by its number, too
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A value with its unit, such as "−18.0 dB" or "2.5 kHz". */
export function valueWords(parameter: EffectParameter, value: number): string {
  const sign = (text: string) => text.replace('-', '−');
  switch (parameter.unit) {
    case 'decibels': return sign(`${value > 0 ? '+' : ''}${value.toFixed(1)} dB`);
    case 'hertz': return value >= 1000 ? `${plain(value / 1000, 2)} kHz` : `${plain(value, value < 10 ? 2 : 0)} Hz`;
    case 'milliseconds': return `${plain(value, value < 10 ? 1 : 0)} ms`;
    case 'seconds': return value < 0.1 ? `${plain(value * 1000, 1)} ms` : `${plain(value, 2)} s`;
    case 'percent': return sign(`${Math.round(value)} %`);
    case 'semitones': return sign(`${value > 0 ? '+' : ''}${plain(value, 2)} ${t('st')}`);
    case 'cents': return sign(`${plain(value, 1)} ${t('ct')}`);
    case 'degrees': return sign(`${plain(value, 0)}°`);
    case 'ratio': return `${plain(value, 1)} : 1`;
    case 'switch': return value >= 0.5 ? t('on') : t('off');
    case 'choice': return parameterName(parameter.choices[Math.round(value)] ?? '');
    case 'number': return plain(value, 2);
  }
}

/** Reads what was typed for a parameter: a number with or without its unit, with "k" for thousands of hertz. */
export function readValue(parameter: EffectParameter, text: string): number {
  const number = Number.parseFloat(text.replace('−', '-').replace(',', '.'));
  if (parameter.unit === 'seconds' && /ms/i.test(text)) return number / 1000;
  return parameter.unit === 'hertz' && /k/i.test(text) ? number * 1000 : number;
}

function plain(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}
