import { NoMicrophone } from '../../audio/microphone';
import { SoundTaking, takeUp } from '../../song/sound-taking';
import type { Handle } from '../../song/song';
import { t } from '../../words/words';
import type { Workspace } from '../workspace/workspace';

/** The page's audio context, woken by the gesture that asks for it; null where there is none. */
async function context(w: Workspace): Promise<AudioContext | null> {
  await w.song.transport.ready();
  return w.song.transport.audioContext;
}

/** Opens the microphone, so that its level shows. */
export async function openMicrophone(w: Workspace): Promise<boolean> {
  try {
    const audio = await context(w);
    if (!audio) {
      w.say(t('There is no sound here, so nothing can be recorded.'), true);
      return false;
    }
    await w.song.playing.microphone.start(audio);
    return true;
  } catch (problem) {
    w.say(problem instanceof NoMicrophone ? problem.message : t('The microphone could not be opened: another program may have it.'), true);
    return false;
  }
}

/** Records the microphone on a track, after the count-in. */
export async function recordSound(w: Workspace, track: Handle): Promise<void> {
  const { playing, transport } = w.song;
  if (!await openMicrophone(w)) return;
  const { microphone, recording } = playing;
  microphone.onGone = () => {
    w.say(recording.on ? t('The microphone is gone. What was recorded until then is kept.') : t('The microphone is gone: plug it in again.'), true);
    if (recording.on) recording.finish();
  };
  await recording.start(new SoundTaking(w.song as never, transport as never, microphone, track, transport.audioContext!));
}

/** Milliseconds until it is looked again whether a recording was left behind. */
const LOOK_AGAIN = 2000;

/** Adds what was being recorded when a page was closed or lost. */
export async function takeUpLeft(w: Workspace): Promise<void> {
  const { names, busy } = await takeUp(w.song as never).catch(() => ({ names: [], busy: false }));
  for (const name of names) {
    w.say(t('A recording on “{0}” that was cut short is in the song now, as far as it came.', name));
  }
  if (busy && !w.closed) setTimeout(() => void takeUpLeft(w), LOOK_AGAIN);
}

/** Seconds between the knocks of the measurement, and how many there are. */
const PERIOD = 0.5;
const KNOCKS = 8;

/** Plays knocks through the loudspeaker and listens how late they come back; keeps that for this device. */
export async function measureRoundTrip(w: Workspace): Promise<void> {
  if (!await openMicrophone(w)) return;
  const { microphone } = w.song.playing;
  const audio = w.song.transport.audioContext!;
  w.say(t('Listening for the knocks: hold the microphone to the loudspeaker, or the headphones to the microphone.'));
  const begin = audio.currentTime + 0.3;
  const frames = new Float32Array(Math.ceil(PERIOD * KNOCKS * audio.sampleRate));
  microphone.onSound = ({ time, channels }) => {
    const at = Math.round((time - begin) * audio.sampleRate);
    const from = Math.max(0, -at);
    if (at + from < frames.length) frames.set(channels[0]!.subarray(from, Math.min(channels[0]!.length, frames.length - at)), at + from);
  };
  microphone.keep(true);
  const knock = audio.createBuffer(1, 64, audio.sampleRate);
  knock.getChannelData(0).fill(0.8, 0, 32).fill(-0.8, 32);
  for (let index = 0; index < KNOCKS; index++) {
    const source = new AudioBufferSourceNode(audio, { buffer: knock });
    source.connect(audio.destination);
    source.start(begin + index * PERIOD);
  }
  await new Promise(resolve => setTimeout(resolve, (0.4 + PERIOD * KNOCKS) * 1000));
  microphone.keep(false);
  microphone.onSound = null;
  const seconds = (w.song as unknown as { core: { wayBack(sound: Float32Array, rate: number, period: number): number } }).core.wayBack(frames, audio.sampleRate, PERIOD);
  if (seconds < 0) {
    w.say(t('The knocks were not heard clearly enough: turn the loudspeaker up, or bring the microphone closer.'), true);
  } else {
    microphone.remember(seconds);
    w.say(t('Measured: {0} ms there and back. Recordings with this microphone are laid so much earlier from now on.', Math.round(seconds * 1000)));
  }
}
