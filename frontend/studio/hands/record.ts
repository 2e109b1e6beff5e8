import { t } from '../../words/words';
import { recordSound } from '../sound/record-sound';
import { barStart } from '../time/grid-step';
import type { Workspace } from '../workspace/workspace';

/** Records, or ends recording while playing goes on. */
export function toggleRecording(w: Workspace): void {
  const { recording } = w.song.playing;
  if (recording.on) {
    w.attempt(() => recording.finish());
  } else if (w.seen.track(w.caret.track)?.type === 'audio') {
    void recordSound(w, w.caret.track);
  } else if (!w.keyboards.track) {
    w.say(t('There is no track to record on: add one first.'));
  } else {
    void recording.start();
  }
}

/** Makes a clip of what was just played; what was not played to the song begins at the caret's bar. */
export function captureNow(w: Workspace): void {
  const made = w.attempt(() => w.song.playing.recording.capture(barStart(w.song, w.caret.tick)));
  if (made && made.length > 0) {
    w.take(made);
  }
}
