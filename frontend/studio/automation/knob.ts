import { PAN, VOLUME } from '../../song/automation';
import { MASTER } from '../../song/mixing';
import type { Handle } from '../../song/song';
import type { Workspace } from '../workspace/workspace';

/** What a fader or knob needs to go along with automation: its mark, and what a hand on it means. */
export interface Automated {
  readonly automated: boolean;
  /** The hand moves it to a level, in the parameter's unit; it is heard at once. */
  touch(level: number): void;
  /** The hand has let go elsewhere: the level is set, unless it was recorded. */
  set(level: number, set: (level: number) => void): void;
  /** The hand has let go. */
  rest(): void;
}

/** A parameter of a strip: the strip's own volume or pan, a send's volume, a device's parameter by name and place. */
export function automated(w: Workspace, strip: Handle, owner: Handle, name: string, place: number, preview: (level: number) => void): Automated {
  const { automation } = w.song;
  return {
    automated: automation.isMoved(strip, owner, name),
    touch(level) {
      automation.touch(owner, name, place, level);
      preview(level);
    },
    set(level, set) {
      if (!automation.writing) {
        set(level);
      }
    },
    rest: () => automation.letGo(owner, name, place)
  };
}

/** A track's fader, or the master's. */
export function automatedVolume(w: Workspace, strip: Handle, pan: number): Automated {
  const name = strip === MASTER ? w.song.mixing.masterHandle : strip;
  return automated(w, strip, strip, 'volume', VOLUME, level => w.song.transport.preview?.(name, level, pan));
}

export function automatedPan(w: Workspace, track: Handle, volume: number): Automated {
  return automated(w, track, track, 'pan', PAN, level => w.song.transport.preview?.(track, volume, level));
}
