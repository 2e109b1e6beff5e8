import { THIRDS } from '../../audio/tone';
import type { Workspace } from '../workspace/workspace';
import { t } from '../../words/words';

/** dB under the loudest third at which levels count as none. */
const FLOOR = -95;
const RATE = 48_000;

/** Levels of a reference in dB: of all of it, of its middle and of its sides, against the loudest third of all. */
export interface Reference {
  readonly whole: Float64Array;
  readonly middle: Float64Array;
  /** Null where there are none. */
  readonly sides: Float64Array | null;
}

/** Lets somebody choose a file of sound and hears its levels; null if nobody chose one. Fails with a sentence if the browser can't read it. */
export async function ownReference(w: Workspace): Promise<Reference | null> {
  const file = await chosen();
  if (!file) return null;
  let sound: AudioBuffer;
  try {
    sound = await new OfflineAudioContext(2, 1, RATE).decodeAudioData(await file.arrayBuffer());
  } catch {
    throw new Error(t('“{0}” can’t be read as sound here. Choose a WAV, FLAC, MP3 or Ogg file; the profile stays as it was.', file.name));
  }
  const left = sound.getChannelData(0);
  const right = sound.numberOfChannels > 1 ? sound.getChannelData(1) : left;
  const levels = w.song.mixing.referenceLevels(left, right, sound.sampleRate);
  const top = Math.max(...levels.subarray(0, THIRDS));
  if (top <= -190) throw new Error(t('“{0}” is silent: there is nothing to match. The profile stays as it was.', file.name));
  const part = (place: number) => levels.slice(place * THIRDS, (place + 1) * THIRDS).map(level => Math.max(FLOOR, level - top));
  const sides = part(2);
  return { whole: part(0), middle: part(1), sides: sides.some(level => level > FLOOR) ? sides : null };
}

function chosen(): Promise<File | null> {
  return new Promise(resolve => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'audio/*';
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}
