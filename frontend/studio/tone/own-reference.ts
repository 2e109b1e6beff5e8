import { THIRDS } from '../../audio/tone';
import type { Workspace } from '../workspace/workspace';
import { t } from '../../words/words';

/** dB under the loudest third at which levels count as none. */
const FLOOR = -95;
const RATE = 48_000;
/** Minutes of the longest reference: as sound in memory it takes 23 MB each. */
const LONGEST = 20;
/** What is heard of a reference: so many pieces of so many seconds at most, evenly over all of it, one at a time so that the page goes on. */
const PIECES = 12;
const PIECE = 10;
/** The level of nothing, in dB. */
const NOTHING = -200;

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
  if (await minutes(file) > LONGEST) {
    throw new Error(t('“{0}” is too long: choose a file of at most {1} minutes. The profile stays as it was.', file.name, String(LONGEST)));
  }
  let sound: AudioBuffer;
  try {
    sound = await new OfflineAudioContext(2, 1, RATE).decodeAudioData(await file.arrayBuffer());
  } catch {
    throw new Error(t('“{0}” can’t be read as sound here. Choose a WAV, FLAC, MP3 or Ogg file; the profile stays as it was.', file.name));
  }
  const levels = await heard(w, sound);
  const top = Math.max(...levels.subarray(0, THIRDS));
  if (top <= -190) throw new Error(t('“{0}” is silent: there is nothing to match. The profile stays as it was.', file.name));
  const part = (place: number) => levels.slice(place * THIRDS, (place + 1) * THIRDS).map(level => Math.max(FLOOR, level - top));
  const sides = part(2);
  return { whole: part(0), middle: part(1), sides: sides.some(level => level > FLOOR) ? sides : null };
}

/** How long a file is, as far as the browser can tell before it is decoded; 0 if it can't. */
function minutes(file: File): Promise<number> {
  return new Promise(resolve => {
    const address = URL.createObjectURL(file);
    const audio = new Audio();
    const tell = () => {
      URL.revokeObjectURL(address);
      resolve(Number.isFinite(audio.duration) ? audio.duration / 60 : 0);
    };
    audio.addEventListener('loadedmetadata', tell);
    audio.addEventListener('error', tell);
    audio.preload = 'metadata';
    audio.src = address;
  });
}

/** The levels of a sound, by the mean power of its pieces. */
async function heard(w: Workspace, sound: AudioBuffer): Promise<Float64Array> {
  const left = sound.getChannelData(0);
  const right = sound.numberOfChannels > 1 ? sound.getChannelData(1) : left;
  const size = Math.min(sound.length, PIECE * sound.sampleRate);
  const pieces = Math.min(PIECES, Math.ceil(sound.length / size));
  const power = new Float64Array(3 * THIRDS);
  for (let piece = 0; piece < pieces; piece++) {
    const from = pieces === 1 ? 0 : Math.round(piece * (sound.length - size) / (pieces - 1));
    w.song.mixing.referenceLevels(left.slice(from, from + size), right.slice(from, from + size), sound.sampleRate)
      .forEach((level, at) => { power[at]! += 10 ** (level / 10) / pieces; });
    await new Promise(resolve => setTimeout(resolve));
  }
  return power.map(each => Math.max(NOTHING, 10 * Math.log10(each)));
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
