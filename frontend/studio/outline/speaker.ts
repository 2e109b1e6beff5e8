import type { Song } from '../../song/song';
import type { Heard } from '../../song/news';
import { t, told } from '../../words/words';

/** Milliseconds of quiet before something is said, and the longest that it is held back. */
const QUIET = 500;
const LONGEST = 2500;
/** So many changes of one person are told apart; more are counted. */
const APART = 2;

/** Tells in words what changes in the song, one's own edits and the others', few words for many changes. */
export class Speaker {
  private readonly waiting: Heard[] = [];
  private timer = 0;
  private since = 0;
  private readonly stop: () => void;

  constructor(private readonly song: Song, private readonly say: (sentence: string) => void) {
    this.stop = song.onChange(() => this.hear());
  }

  close(): void {
    window.clearTimeout(this.timer);
    this.stop();
  }

  private hear(): void {
    const news = this.song.news.taken();
    if (news.length === 0) {
      return;
    }
    if (this.waiting.length === 0) {
      this.since = performance.now();
    }
    this.waiting.push(...news);
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.speak(), Math.max(0, Math.min(QUIET, this.since + LONGEST - performance.now())));
  }

  private speak(): void {
    const news = this.waiting.splice(0);
    const people = new Set(news.map(each => each.person));
    this.say([...people].map(person => this.words(person, news.filter(each => each.person === person))).join(' '));
  }

  private words(person: string, news: readonly Heard[]): string {
    const someone = this.song.people.find(each => each.person === person);
    const who = someone?.self ? t('You') : someone?.name ?? t('Someone');
    return news.length > APART
      ? t('{0}: {1} changes, last: {2}.', who, news.length, what(news[news.length - 1]))
      : news.map(each => t('{0}: {1}.', who, what(each))).join(' ');
  }
}

function what({ label, undoes, track }: Heard): string {
  const done = track === '' ? told(label) : t('{0}, in {1}', told(label), track);
  return undoes ? t('took back: {0}', done) : done;
}
