import type { Handle } from '../../song/song';
import { t } from '../../words/words';
import { colours } from '../canvas/palette';
import type { Axis } from '../time/axis';
import type { Workspace } from '../workspace/workspace';
import { paintComing, paintFades, paintWave } from './paint-wave';

export interface RecordedPlace {
  readonly x: number;
  readonly width: number;
  /** The tick where it is drawn to begin. */
  readonly start: number;
  /** Ticks by which all of it is drawn away from its place, its recording included. */
  readonly moved: number;
  readonly top: number;
  readonly height: number;
}

/** Where a clip's recording lies, in pixels. */
export function secondAt(w: Workspace, axis: Axis, clip: Handle, moved: number): (x: number) => number {
  const recorded = w.song.media.clips().get(clip)!;
  const seen = w.seen.clip(clip)!;
  if (recorded.recorded > 0) {
    return x => recorded.position / 1e9 + (axis.tick(x) - moved - seen.start) * recorded.recorded / 960e6;
  }
  const begin = w.song.seconds(seen.start);
  return x => recorded.position / 1e9 + w.song.seconds(axis.tick(x) - moved) - begin;
}

/** A clip of recorded sound: its wave, its fades, or how far it is on its way. */
export function paintRecorded(pen: CanvasRenderingContext2D, w: Workspace, axis: Axis, clip: Handle, place: RecordedPlace, ink: string, chosen: boolean): void {
  const recorded = w.song.media.clips().get(clip);
  if (!recorded || !w.seen.clip(clip)) return;
  const { x, width, top, height } = place;
  const draft = w.fadeDraft?.clip === clip ? w.fadeDraft : null;
  const second = secondAt(w, axis, clip, place.moved);
  const loop = w.seen.clip(clip)!.loop;
  const begin = w.seen.clip(clip)!.start + place.moved;
  const turned = loop > 0 ? (at: number) => {
    const tick = axis.tick(at) - begin;
    return second(axis.x(begin + tick % loop));
  } : second;
  paintWave(pen, w.waveforms, recorded.hash, draft?.gain ?? recorded.gain, { x, width, top, height, from: 0, to: axis.width, second: turned }, ink);
  const seconds = w.song.seconds(axis.tick(x + width)) - w.song.seconds(axis.tick(x));
  const perMicro = seconds > 0 ? width / (seconds * 1e6) : 0;
  paintFades(pen, { inWidth: (draft?.fadeIn ?? recorded.fadeIn) * perMicro, outWidth: (draft?.fadeOut ?? recorded.fadeOut) * perMicro },
    { x, width, top, height }, colours().text, chosen);
  if (w.waveforms.about(recorded.hash)) {
    const stretched = recorded.recorded > 0 ? w.song.transport.stretcher.progress : null;
    if (stretched !== null) paintComing(pen, { x, width, top, height }, stretched, t('Stretching {0} %', Math.round(100 * stretched)), ink, colours().small);
    return;
  }
  const sending = w.song.uploads.sending.find(each => each.hash === recorded.hash);
  const coming = w.song.transport.media.state(recorded.hash);
  const part = sending ? sending.sent / sending.size : coming?.coming && coming.coming.total > 0 ? coming.coming.received / coming.coming.total : 0;
  const text = coming?.problem ?? (sending ? t('Sending {0} %', Math.round(100 * part)) : part > 0 ? t('Arriving {0} %', Math.round(100 * part)) : t('Waiting for its sound'));
  paintComing(pen, { x, width, top, height }, part, text, ink, colours().small);
}
