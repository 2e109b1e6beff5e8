import { LINE, type MenuEntry } from '../menu/menu';
import { t } from '../../words/words';

interface Key {
  readonly fifths: number;
  readonly minor: boolean;
}

/** Names by key signature, from seven flats to seven sharps. */
const MAJOR = ['C♭', 'G♭', 'D♭', 'A♭', 'E♭', 'B♭', 'F', 'C', 'G', 'D', 'A', 'E', 'B', 'F♯', 'C♯'];
const MINOR = ['A♭', 'E♭', 'B♭', 'F', 'C', 'G', 'D', 'A', 'E', 'B', 'F♯', 'C♯', 'G♯', 'D♯', 'A♯'];
const USUAL = 5;

export function keyName({ fifths, minor }: Key): string {
  return minor ? t('{0} minor', MINOR[fifths + 7]) : t('{0} major', MAJOR[fifths + 7]);
}

export function keyEntries(now: Key, choose: (fifths: number, minor: boolean) => void): MenuEntry[] {
  const entries = (minor: boolean): MenuEntry[] => {
    const all: MenuEntry[] = [];
    for (let fifths = -USUAL; fifths <= USUAL + 1; fifths++) {
      const key = { fifths, minor };
      all.push({ name: keyName(key), checked: now.fifths === fifths && now.minor === minor, run: () => choose(fifths, minor) });
    }
    return all;
  };
  return [...entries(false), LINE, ...entries(true)];
}
