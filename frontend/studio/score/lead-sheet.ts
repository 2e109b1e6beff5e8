import { t, told } from '../../words/words';

/** Which part of a song becomes a lead sheet. */
export interface Wish {
  /** The link of the song. */
  readonly song: string;
  /** The id of the track that sings; '' lets the studio find it. */
  readonly melody: string;
  /** Ticks of the song, rounded out to bars; to 0 is the whole song. */
  readonly from: number;
  readonly to: number;
}

/** Where a lead sheet is fetched or downloaded, as 'musicxml' or zipped as 'mxl'. */
export function address(wish: Wish, form: 'musicxml' | 'mxl'): string {
  const query = new URLSearchParams({ melody: wish.melody });
  if (wish.to > 0) {
    query.set('from', String(Math.round(wish.from)));
    query.set('to', String(Math.round(wish.to)));
  }
  return `api/songs/${wish.song}/lead-sheet.${form}?${query.toString()}`;
}

/** The lead sheet as MusicXML; fails with a sentence. */
export async function leadSheet(wish: Wish): Promise<string> {
  const answer = await fetch(address(wish, 'musicxml')).catch(() => null);
  const text = await answer?.text() ?? '';
  if (!answer?.ok) {
    throw new Error(answer && text !== '' && answer.status < 500 ? told(text) : t('The server does not answer. Try again.'));
  }
  return text;
}
