import { NONE, type Handle, type Track } from '../../song/song';
import { t } from '../../words/words';
import type { Workspace } from '../workspace/workspace';
import { ComputerKeys } from './computer-keys';
import { MidiInputs } from './midi-inputs';

const OPEN = 'tutti-keys-open';

/** Everything that can be played on here, and the track that it plays. */
export class Keyboards {
  readonly computer = new ComputerKeys(this);
  readonly midi = new MidiInputs(this);
  private shown = localStorage.getItem(OPEN) === 'yes';

  constructor(readonly workspace: Workspace) {
    void this.midi.resume();
  }

  /** Whether the keys are shown below. */
  get open(): boolean { return this.shown; }

  show(open: boolean): void {
    this.shown = open;
    localStorage.setItem(OPEN, open ? 'yes' : 'no');
    if (!open) {
      this.computer.turn(false);
    }
    this.tell();
    this.workspace.viewChanged();
  }

  /** The track that is played: the armed one, else the one at hand, else the first that has notes. */
  get track(): Track | undefined {
    const { seen, caret, song } = this.workspace;
    const plays = (handle: Handle) => {
      const track = handle === NONE ? undefined : seen.track(handle);
      return track && (track.type === 'instrument' || track.type === 'drums') ? track : undefined;
    };
    return plays(song.playing.hand.armed) ?? plays(caret.track) ?? seen.tracks.find(each => plays(each.handle));
  }

  press(pitch: number, velocity: number, at: number, track = this.track?.handle ?? NONE): void {
    if (track === NONE) {
      this.workspace.say(t('There is no track to play yet: add one, then its instrument sounds.'));
    } else {
      this.workspace.song.playing.hand.press(track, pitch, velocity, at);
    }
  }

  release(pitch: number, at: number): void {
    this.workspace.song.playing.hand.release(pitch, at);
  }

  control(number: number, value: number, at: number, track = this.track?.handle ?? NONE): void {
    this.workspace.song.playing.hand.control(track, number, value, at);
  }

  releaseAll(at = performance.now()): void {
    this.workspace.song.playing.hand.releaseAll(at);
  }

  tell(): void {
    this.workspace.changed.tell('hands');
  }

  close(): void {
    this.computer.turn(false);
    this.midi.close();
  }
}
