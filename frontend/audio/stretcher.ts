import { t } from '../words/words.js';
import { engineBytes, type Build } from './engine-node.js';
import type { MediaLoader } from './media-loader.js';
import type { FromStretcher, Said, ToStretcher } from './messages.js';

/** A recipe of the score, as `Stretching`. */
interface Recipe {
  readonly high: number;
  readonly low: number;
  readonly source: { readonly high: number; readonly low: number };
  readonly in: Int32Array;
  readonly out: Int32Array;
}

/** What was stretched: kept while the page lives, so that going back costs nothing. */
interface Made {
  rate: number; channels: number; frames: number;
  /** The blocks so far; empty once only the engine has them. */
  blocks: Uint8Array[];
  /** How many of them were made. */
  count: number;
  whole: boolean; told: boolean; problem: string | null; used: number;
}

/** Bytes of stretched sound that are kept beside the engine's own, so that an undo costs nothing. */
const SPARE = 16 * 2 ** 20;
/** Bytes of stretched sound that a page holds. */
const MOST = 45e6;

/** Makes the stretched recordings that the score asks for, one after the other, in a worker with the engine's build. */
export class Stretcher {
  private readonly made = new Map<string, Made>();
  private recipes: Recipe[] = [];
  private worker: Worker | null = null;
  private making: string | null = null;
  private turn = 0;
  private again: number | undefined;

  constructor(
    private readonly media: MediaLoader, private readonly say: (message: Said, hand: Transferable[]) => void, private readonly tell: () => void,
    private readonly notice: (sentence: string) => void,
  ) {}

  build: Build = 'wasm';

  /** The engine was made anew and has nothing. */
  forget(): void {
    for (const [key, made] of [...this.made]) {
      made.told = false;
      if (made.whole && made.blocks.length < made.count) this.made.delete(key);
    }
  }

  /** Bytes of stretched sound in the page, the engine's own among them. */
  get bytes(): number { return [...this.made.values()].reduce((sum, made) => sum + kept(made) + (made.told ? size(made) : 0), 0); }

  /** What the score asks for, as `Score.stretches()`. */
  want(numbers: Int32Array): void {
    this.recipes = [];
    for (let at = 0; at + 5 <= numbers.length; at += 5 + 2 * numbers[at + 4]!) {
      const count = numbers[at + 4]!;
      const points = numbers.subarray(at + 5, at + 5 + 2 * count);
      this.recipes.push({
        high: numbers[at]!, low: numbers[at + 1]!, source: { high: numbers[at + 2]!, low: numbers[at + 3]! },
        in: points.filter((_, index) => index % 2 === 0), out: points.filter((_, index) => index % 2 === 1),
      });
    }
    this.turn++;
    const wanted = new Set(this.recipes.map(keyOf));
    if (this.making !== null && !wanted.has(this.making)) this.stop();
    for (const recipe of this.recipes) {
      const made = this.made.get(keyOf(recipe));
      if (made) {
        made.used = this.turn;
        this.hand(recipe, made);
      }
    }
    this.release(wanted);
    this.next();
  }

  /** Whether something is still being stretched, and how much of it is done, 0 to 1; null if nothing is. */
  get progress(): number | null {
    const making = this.making === null ? undefined : this.made.get(this.making);
    if (this.making === null) return null;
    return making && making.frames > 0 ? Math.min(1, making.count * 32768 / making.frames) : 0;
  }

  close(): void {
    clearTimeout(this.again);
    this.stop();
  }

  private stop(): void {
    this.worker?.terminate();
    this.worker = null;
    if (this.making !== null && !this.made.get(this.making)?.whole) this.made.delete(this.making);
    this.making = null;
  }

  private next(): void {
    if (this.making !== null) return;
    const recipe = this.recipes.find(each => !this.made.has(keyOf(each)));
    if (recipe) void this.make(recipe);
  }

  private async make(recipe: Recipe): Promise<void> {
    const key = keyOf(recipe);
    this.making = key;
    this.tell();
    try {
      const about = await this.media.about(recipe.source.high, recipe.source.low);
      if (this.making !== key) return;
      if (!about) throw new Waiting();
      const bytes = this.build === 'wasm' ? await engineBytes('core/engine.wasm') : null;
      if (this.making !== key) return;
      const worker = new Worker('core/engine-stretcher.js', { type: 'module' });
      this.worker = worker;
      const made: Made = { rate: about.rate, channels: about.channels, frames: 0, blocks: [], count: 0, whole: false, told: false, problem: null, used: this.turn };
      this.made.set(key, made);
      const say = (message: ToStretcher, hand: Transferable[] = []) => worker.postMessage(message, hand);
      worker.onmessage = ({ data }: MessageEvent<FromStretcher>) => {
        if (this.worker === worker) void this.heard(recipe, made, data, say);
      };
      worker.onerror = () => this.fail(made, t('the sound engine did not start.'));
      say({ type: 'stretch', bytes, rate: about.rate, channels: about.channels, frames: about.frames }, bytes ? [bytes] : []);
    } catch (error) {
      if (this.making !== key) return;
      this.making = null;
      clearTimeout(this.again);
      this.again = window.setTimeout(() => this.next(), error instanceof Waiting ? 1500 : 6000);
      this.tell();
    }
  }

  private async heard(recipe: Recipe, made: Made, message: FromStretcher, say: (message: ToStretcher, hand?: Transferable[]) => void): Promise<void> {
    switch (message.type) {
      case 'ready':
        try {
          await this.media.blocksOf(recipe.source.high, recipe.source.low, recipe.in[0]! / 100 - 200, recipe.in.at(-1)! / 100 + 200,
            (block, bytes) => say({ type: 'block', block, bytes }, [bytes.buffer]));
          say({ type: 'map', in: recipe.in, out: recipe.out });
        } catch (error) {
          this.fail(made, error instanceof Error ? error.message : String(error));
        }
        break;
      case 'begun':
        made.frames = message.frames;
        if ([...this.made.values()].reduce((sum, each) => sum + (each.told ? size(each) : 0), size(made)) > MOST) {
          made.frames = 0;
          this.fail(made, t('A clip that follows the tempo is silent: stretched sound takes all the room there is for it. Let fewer long recordings follow the tempo.'));
          this.notice(made.problem!);
          break;
        }
        this.hand(recipe, made);
        break;
      case 'made':
        made.blocks.push(message.bytes);
        made.count++;
        this.block(recipe, message.block, message.bytes);
        this.tell();
        break;
      case 'over':
        made.whole = true;
        this.release(new Set(this.recipes.map(keyOf)));
        this.worker?.terminate();
        this.worker = null;
        this.making = null;
        this.tell();
        this.next();
        break;
      case 'failed': this.fail(made, message.message); break;
    }
  }

  private fail(made: Made, problem: string): void {
    made.problem = problem;
    this.worker?.terminate();
    this.worker = null;
    this.making = null;
    this.tell();
    this.next();
  }

  /** Gives the engine what is made so far. */
  private hand(recipe: Recipe, made: Made): void {
    if (made.told || made.frames === 0) return;
    made.told = true;
    this.say({ type: 'media', high: recipe.high, low: recipe.low, rate: made.rate, channels: made.channels, frames: made.frames }, []);
    made.blocks.forEach((bytes, block) => this.block(recipe, block, bytes));
  }

  private block(recipe: Recipe, block: number, bytes: Uint8Array): void {
    const copy = bytes.slice();
    this.say({ type: 'mediaBlock', high: recipe.high, low: recipe.low, block, bytes: copy }, [copy.buffer]);
  }

  /** Takes from the engine what the song does not ask for; of copies beside it, the latest are kept. */
  private release(wanted: ReadonlySet<string>): void {
    let spare = 0;
    for (const [key, made] of [...this.made].sort(([, a], [, b]) => b.used - a.used)) {
      if (key === this.making && !made.whole) continue;
      if (made.told && !wanted.has(key)) {
        made.told = false;
        const [high, low] = key.split(' ').map(Number) as [number, number];
        this.say({ type: 'mediaEnds', high, low }, []);
      }
      spare += kept(made);
      if (spare > SPARE) made.blocks = [];
      if (!made.told && made.blocks.length < made.count) this.made.delete(key);
    }
  }
}

function kept(made: Made): number { return made.blocks.reduce((sum, bytes) => sum + bytes.length, 0); }

function size({ frames, channels }: Made): number { return 2 * frames * channels; }

/** The recording is not on the server yet. */
class Waiting extends Error {}

function keyOf(recipe: Recipe): string { return `${recipe.high} ${recipe.low}`; }
