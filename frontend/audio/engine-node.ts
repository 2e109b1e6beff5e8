import type { Heard, Said } from './messages.js';
import { t } from '../words/words.js';

/** Which build of the engine runs. */
export type Build = 'wasm' | 'js';

/** The engine in an audio worklet: makes the node, falls back to JavaScript where WebAssembly GC is missing. */
export class EngineNode {
  private constructor(readonly node: AudioWorkletNode, readonly build: Build) {}

  /** Fails with a sentence where the browser cannot run it. */
  static async create(context: BaseAudioContext, heard: (message: Heard) => void, core = 'core', only?: Build): Promise<EngineNode> {
    if (!context.audioWorklet) {
      throw new Error(isSecureContext ? t('this browser cannot play it. Use a newer Chrome, Edge, Firefox or Safari; everything else works.')
        : t('This browser plays sound on secure pages only: open the studio over HTTPS.'));
    }
    const bytes = only === 'js' ? null : await engineBytes(`${core}/engine.wasm`);
    const build: Build = bytes ? 'wasm' : 'js';
    if (only && only !== build) throw new Error(t('This browser cannot run WebAssembly GC.'));
    await context.audioWorklet.addModule(`${core}/engine-${build}-processor.js`);
    const node = new AudioWorkletNode(context, 'tutti-engine', {
      numberOfInputs: 0, outputChannelCount: [2], processorOptions: { bytes },
    });
    await new Promise<void>((resolve, reject) => {
      node.onprocessorerror = () => reject(new Error(t('The sound engine could not start.')));
      node.port.onmessage = ({ data }: MessageEvent<Heard>) => {
        if (data.type === 'ready') resolve();
        else if (data.type === 'failed') reject(new Error(t('The sound engine could not start: {0}', data.message)));
        else heard(data);
      };
    });
    node.port.onmessage = ({ data }: MessageEvent<Heard>) => heard(data);
    node.onprocessorerror = () => heard({ type: 'failed', message: t('The sound engine stopped; reload the page to hear sound again.') });
    return new EngineNode(node, build);
  }

  say(message: Said, hand: Transferable[] = []): void {
    this.node.port.postMessage(message, hand);
  }
}

/** The module's bytes, or null where this browser cannot run them. */
export async function engineBytes(address: string): Promise<ArrayBuffer | null> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(t('The sound engine could not be loaded from the server.'));
  const bytes = await answer.arrayBuffer();
  return WebAssembly.validate(bytes) ? bytes : null;
}
