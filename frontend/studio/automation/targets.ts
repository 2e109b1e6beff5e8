import { PAN, VOLUME, type AutomationTarget } from '../../song/automation';
import { MASTER } from '../../song/mixing';
import type { Handle } from '../../song/song';
import { faderOf, panWords, volumeOf, volumeWords } from '../controls/loudness';
import { effectName, parameterName, readValue, valueWords } from '../mixer/effect-words';
import type { Workspace } from '../workspace/workspace';
import { t } from '../../words/words';

/** How levels of automation lie along a lane and are said: as on their fader or knob. */

const PANS = 1000;

/** Where a level lies from the bottom of its lane, 0, to the top, 1. */
export function placeOf(target: AutomationTarget, level: number): number {
  switch (target.place) {
    case VOLUME: return faderOf(level);
    case PAN: return (level + PANS) / (2 * PANS);
    default: return target.taper === 'logarithmic' ? Math.log(level / target.least) / Math.log(target.most / target.least)
      : (level - target.least) / (target.most - target.least);
  }
}

/** The level of a place of the lane. */
export function levelAt(target: AutomationTarget, place: number): number {
  const held = Math.min(1, Math.max(0, place));
  switch (target.place) {
    case VOLUME: return volumeOf(held);
    case PAN: return Math.round((held * 2 * PANS - PANS) / 10) * 10;
    default: return stepped(target, target.taper === 'logarithmic' ? target.least * Math.pow(target.most / target.least, held)
      : target.least + held * (target.most - target.least));
  }
}

function stepped(target: AutomationTarget, level: number): number {
  return target.taper === 'stepped' ? Math.round(level) : level;
}

/** Whether a line over time is a straight one on the lane. */
export function isStraight(target: AutomationTarget): boolean {
  return target.place === PAN || target.place !== VOLUME && target.taper !== 'logarithmic';
}

export function levelWords(target: AutomationTarget, level: number): string {
  switch (target.place) {
    case VOLUME: return volumeWords(Math.round(level));
    case PAN: return panWords(level);
    default: return valueWords(target, level);
  }
}

/** Reads a typed level, or NaN. */
export function readLevel(target: AutomationTarget, text: string): number {
  const number = Number.parseFloat(text.replace('−', '-').replace(',', '.'));
  switch (target.place) {
    case VOLUME: return number * 100;
    case PAN: return /^c/i.test(text.trim()) ? 0 : /l|^-|^−/i.test(text) ? -Math.abs(number) * 10 : number * 10;
    default: return readValue(target, text);
  }
}

/** Such as "Volume", "Send to Hall: Volume" or "Equaliser: Gain 3". */
export function targetName(w: Workspace, target: AutomationTarget): string {
  const band = /^(\d+)\./.exec(target.name)?.[1];
  const name = target.place === VOLUME ? t('Volume') : target.place === PAN ? t('Pan') : parameterName(target.name) + (band ? ` ${band}` : '');
  switch (target.of) {
    case 'send': return t('Send to {0}', w.seen.track(target.within)?.name ?? t('Bus'));
    case 'device': return `${effectName(target.effect)}: ${name}`;
    default: return name;
  }
}

export function stripName(w: Workspace, strip: Handle): string {
  return strip === MASTER ? t('Master') : w.seen.track(strip)?.name || t('Unnamed');
}
