import type { Handle } from '../../song/song';
import type { Workspace } from '../workspace/workspace';
import { t } from '../../words/words';

interface Item {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly licence: string;
  readonly credit: string;
}

/** Notes that repeat; drums have no key and no program. */
export interface Loop extends Item {
  readonly tempo: number;
  readonly bars: number;
  readonly tonic: number;
  readonly minor: boolean;
  readonly program: number;
  readonly notes: readonly number[];
}

export interface Sound extends Item {
  /** Below 0 it is a drum. */
  readonly pitch: number;
}

const BAR = 3840;

export function isLoop(item: Loop | Sound): item is Loop {
  return 'bars' in item;
}

let asked: Promise<{ loops: Loop[]; sounds: Sound[] }> | null = null;

/** What there is; fetched once. Fails with a sentence. */
export function library(): Promise<{ loops: Loop[]; sounds: Sound[] }> {
  asked ??= fetch('api/library').then(answer => {
    if (!answer.ok) throw new Error();
    return answer.json() as Promise<{ loops: Loop[]; sounds: Sound[] }>;
  }).catch(() => {
    asked = null;
    throw new Error(t('The library could not be loaded from the server.'));
  });
  return asked;
}

function credit(item: Item): string {
  return `${item.name}: ${item.credit}, ${item.licence}`;
}

/** Hears a loop or a sound in the song's tempo and key, on its beats while it plays. */
export function hear(w: Workspace, item: Loop | Sound): void {
  const { transport } = w.song;
  transport.trial.silence();
  if (isLoop(item)) {
    const shift = item.tonic < 0 ? 0 : w.song.loopShift(item.tonic, item.minor, transport.playhead);
    const events = Int32Array.from(item.notes, (number, at) => at % 4 === 2 ? number + shift : number);
    void transport.trial.choose(item.program < 0 ? 'api/presets/128/0' : `api/presets/0/${item.program}`);
    transport.trial.turn(events, item.bars * BAR, w.song.snap(Math.round(transport.playhead), BAR));
  } else {
    void transport.trial.choose(`api/library/sound?id=${encodeURIComponent(item.id)}`);
    transport.trial.press(item.pitch < 0 ? 60 : item.pitch, 110);
  }
}

/**
 * Puts a loop or a sound into the song. A sound goes to an audio track as a clip, else to a pad or an instrument.
 *
 * @param clip whether a sound becomes a clip on a new audio track where the track is none
 */
export async function place(w: Workspace, item: Loop | Sound, track: Handle, tick: number, pad = -1, clip = false): Promise<void> {
  if (isLoop(item)) {
    const semitones = item.tonic < 0 ? 0 : w.song.loopShift(item.tonic, item.minor, tick);
    const made = w.attempt(() => w.song.placeLoop({
      name: item.name, drums: item.program < 0, program: Math.max(0, item.program), length: item.bars * BAR, semitones,
      notes: Int32Array.from(item.notes), credit: credit(item)
    }, track, tick));
    if (made !== undefined) {
      w.take([made]);
    }
    return;
  }
  const answer = await fetch(`api/library/sound?id=${encodeURIComponent(item.id)}&song=${w.song.link}`, { method: 'POST' }).catch(() => null);
  if (!answer?.ok) {
    w.say(t('The sound could not be added: the server does not answer. Try again.'), true);
    return;
  }
  const { hash, frames, rate } = await answer.json() as { hash: string; frames: number; rate: number };
  if (clip || pad < 0 && w.seen.track(track)?.type === 'audio') {
    const made = w.attempt(() => w.song.placeClip(item.name, hash, frames / rate, credit(item), track, tick));
    if (made !== undefined) {
      w.take([made]);
    }
    return;
  }
  w.attempt(() => w.song.placeSound(item.name, hash, item.pitch, credit(item), track, pad));
}

/** What is dragged from the library, by its id. */
export const DRAGGED = 'application/x-tutti-library';

/** Puts what was dragged from the library where it was dropped; `clip` as for {@link place}. */
export async function dropFromLibrary(w: Workspace, id: string, track: Handle, tick: number, pad = -1, clip = false): Promise<void> {
  const { loops, sounds } = await library();
  const item = [...loops, ...sounds].find(each => each.id === id);
  if (item && !(pad >= 0 && isLoop(item))) {
    await place(w, item, track, tick, pad, clip);
  }
}
