import { THIRDS } from '../../audio/tone';
import { t } from '../../words/words';

/** What a kind of sound is like, by thirds of an octave, in dB; only the shape counts. */
export interface Profile {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Where it comes from; null of one that needs no sounds. */
  readonly card: { readonly sounds: number } | null;
  readonly median_db: readonly number[];
  readonly spread_db: readonly number[];
}

const NONE: readonly number[] = Array.from({ length: THIRDS }, () => 0);

/** As loud in every third of an octave. */
export function pink(): Profile {
  return { name: 'pink', title: t('Pink'), description: t('As loud in every third of an octave.'), card: null, median_db: NONE, spread_db: NONE };
}

let asked: Promise<readonly Profile[]> | null = null;

/** The profiles that the studio has; only pink where it has no others or can't be reached. */
export function profiles(): Promise<readonly Profile[]> {
  asked ??= fetch('api/profiles').then(async answer => {
    if (!answer.ok) throw new Error(String(answer.status));
    const all = (await answer.json() as Profile[]).filter(each => each.median_db?.length === THIRDS && each.spread_db?.length === THIRDS);
    return [pink(), ...all.filter(each => each.name !== 'pink')];
  }).catch(() => {
    asked = null;
    return [pink()];
  });
  return asked;
}

/** Whether some levels are a profile's, at whatever level. */
export function isProfile(profile: Profile, median: ArrayLike<number>, spread: ArrayLike<number>): boolean {
  const level = median[17]! - profile.median_db[17]!;
  return profile.median_db.every((each, third) => Math.abs(median[third]! - each - level) < 0.02 && Math.abs(spread[third]! - profile.spread_db[third]!) < 0.02);
}
