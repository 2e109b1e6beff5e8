import type { RecordMode } from '../../song/recording';
import { t } from '../../words/words';
import { item, LINE, type MenuEntry } from '../menu/menu';
import type { Workspace } from '../workspace/workspace';

const GRIDS: readonly (readonly [string, number])[] = [['1/4', 960], ['1/8', 480], ['1/8T', 320], ['1/16', 240], ['1/16T', 160], ['1/32', 120]];

/** How recording is done, as a menu. */
export function recordEntries(w: Workspace): MenuEntry[] {
  const { recording } = w.song.playing;
  const { manner } = recording;
  const { transport } = w.song;
  const modes: Record<RecordMode, string> = {
    takes: t('Takes: what is there stays beside what is new'), overdub: t('Overdub: add to what is there'),
    replace: t('Replace: what is there goes')
  };
  return [
    ...Object.entries(modes).map(([mode, name]) => ({ name, checked: manner.mode === mode, run: () => recording.set({ mode: mode as RecordMode }) })),
    LINE,
    ...[0, 1, 2, 4].map(bars => ({
      name: bars === 0 ? t('No count-in') : bars === 1 ? t('Count-in: 1 bar') : t('Count-in: {0} bars', bars), checked: manner.countIn === bars,
      run: () => recording.set({ countIn: bars })
    })),
    LINE,
    { name: t('Punch: only within the loop\'s range'), checked: manner.punch, run: () => recording.set({ punch: !manner.punch }) },
    { name: t('Metronome while recording'), checked: manner.click, run: () => recording.set({ click: !manner.click }) },
    ...([['soft', t('Metronome: soft'), -900], ['usual', t('Metronome: usual'), 0], ['loud', t('Metronome: loud'), 600]] as const).map(([, name, volume]) => ({
      name, checked: transport.metronomeVolume === volume, run: () => transport.setMetronome(transport.metronome, volume)
    })),
    LINE,
    { name: t('Play as it was played'), checked: manner.step === 0, run: () => recording.set({ step: 0 }) },
    ...GRIDS.map(([name, step]) => ({ name: t('Onto the grid while recording: {0}', name), checked: manner.step === step, run: () => recording.set({ step }) })),
    LINE, item('capture', w)
  ];
}
