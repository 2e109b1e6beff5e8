import { Refused } from '../../audio/uploads';
import { NONE, type Handle } from '../../song/song';
import { t } from '../../words/words';
import { barStart } from '../time/grid-step';
import type { Workspace } from '../workspace/workspace';

const KINDS = /\.(wav|wave|bwf|flac|aif|aiff|aifc|mp3|ogg|oga|opus)$/i;
export const ACCEPTED = '.wav,.flac,.aif,.aiff,.mp3,.ogg,.oga,.opus,audio/*';

/** Whether a file that is dragged or chosen is one of sound, as far as its name tells. */
export function isSound(file: { readonly name: string; readonly type: string }): boolean {
  return KINDS.test(file.name) || file.type.startsWith('audio/') && !/midi/.test(file.type);
}

/** Whether what is dragged may hold sound: names are told only when it is dropped. */
export function mayHoldSound(data: DataTransfer | null): boolean {
  return data !== null && [...data.items].some(item => item.kind === 'file' && item.type.startsWith('audio/') && !/midi/.test(item.type));
}

/** Lays files on a track, one after the other below each other if they come together, and sends them. */
export async function addFiles(w: Workspace, files: readonly File[], track: Handle, tick: number): Promise<void> {
  let onto = w.seen.track(track)?.type === 'audio' ? track : NONE;
  for (const file of files) {
    await addFile(w, file, onto, track, tick);
    onto = NONE;
  }
}

async function addFile(w: Workspace, file: File, onto: Handle, after: Handle, tick: number): Promise<void> {
  const { song } = w;
  const name = file.name.replace(/\.[^.]*$/, '');
  let clip: Handle = NONE;
  const lay = (hash: string, lasts: number) => {
    clip = w.attempt(() => song.media.lay(onto, after, tick, [{ hash, name, lasts }])) ?? NONE;
    if (clip !== NONE) w.take([clip]);
  };
  try {
    const [hash, seconds] = await Promise.all([song.uploads.hash(file), duration(file)]);
    if (seconds !== null) lay(hash, seconds * 1e9);
    const medium = await song.uploads.send(file, file.name);
    if (medium.rate > 0 && seconds === null) lay(hash, medium.frames / medium.rate * 1e9);
  } catch (error) {
    if (clip !== NONE && w.seen.clipAt(clip) >= 0) w.attempt(() => song.removeClips([clip]));
    w.say(error instanceof Refused ? error.message : t('“{0}” could not be read.', file.name), true);
  }
}

/** Seconds that a file lasts, as the browser reads its head; null if it can't. */
function duration(file: File): Promise<number | null> {
  return new Promise(resolve => {
    const sound = new Audio();
    const address = URL.createObjectURL(file);
    const answer = (seconds: number | null) => {
      URL.revokeObjectURL(address);
      resolve(seconds);
    };
    sound.onloadedmetadata = () => answer(Number.isFinite(sound.duration) && sound.duration > 0 ? sound.duration : null);
    sound.onerror = () => answer(null);
    sound.preload = 'metadata';
    sound.src = address;
  });
}

/** Asks for files and lays them at the caret. */
export function chooseFiles(w: Workspace, track = w.caret.track, tick = barStart(w.song, w.caret.tick)): void {
  const field = document.createElement('input');
  field.type = 'file';
  field.multiple = true;
  field.accept = ACCEPTED;
  field.onchange = () => void addFiles(w, [...field.files ?? []], track, tick);
  field.click();
}
