import { BROKEN, ONLINE, Why, type PageCore } from './core';
import type { Connection } from './song';

/** The server tells the head every second; a way that is silent for so long is taken for lost. Milliseconds. */
const SILENCE = 6_000;
/** The same while the browser itself says that it has no network. */
const SILENCE_OFFLINE = 1_500;
const PING_EVERY = 1_000;
const SOONEST = 250;
const LATEST = 8_000;

/** What the connection tells the song. */
export interface Line {
  /** A frame came or the state changed: look what is different. */
  after(): void;
  me(): { name: string; colour: number };
  /** This copy of the song proved different from the server's and is loaded anew. */
  differs(): void;
}

/**
 * The edit socket: opens it, notices when it is lost, opens it again. What is said over it is the core's affair.
 */
export class EditSocket {
  private socket: WebSocket | null = null;
  private attempts = 0;
  private heard = 0;
  private pulse: number | undefined;
  private retry: number | undefined;
  private current: Connection = 'connecting';
  private farewell: string | null = null;

  constructor(private readonly core: PageCore, private readonly link: string, private readonly line: Line) {
    addEventListener('online', this.hurry);
    addEventListener('offline', this.doubt);
    this.connect();
  }

  get state(): Connection { return this.current; }
  /** Why there is no way back, for the person; null while there is one. */
  get reason(): string | null { return this.farewell; }

  /** Sends what the core has to say. Without a connection the core keeps what must not be lost. */
  flush(): void {
    for (let frame = this.core.outgoing(); frame !== null; frame = this.core.outgoing()) {
      if (this.socket?.readyState === WebSocket.OPEN) {
        this.socket.send(frame as Int8Array<ArrayBuffer>);
      }
    }
  }

  close(): void {
    this.end('closed');
    removeEventListener('online', this.hurry);
    removeEventListener('offline', this.doubt);
  }

  private connect(): void {
    clearTimeout(this.retry);
    const address = new URL(`socket/${encodeURIComponent(this.link)}`, document.baseURI);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(address);
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => {
      const { name, colour } = this.line.me();
      socket.send(this.core.hello(name, colour) as Int8Array<ArrayBuffer>);
    };
    socket.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => this.receive(new Int8Array(data));
    socket.onclose = () => this.lost(socket);
    this.socket = socket;
    this.heard = performance.now();
    clearInterval(this.pulse);
    this.pulse = window.setInterval(() => this.beat(), PING_EVERY);
  }

  private receive(frame: Int8Array): void {
    this.heard = performance.now();
    this.core.arrives(this.heard);
    this.core.receive(frame);
    const state = this.core.state();
    const why: Why = state >> 3;
    if (why === Why.noSong || why === Why.reload) {
      this.farewell = this.core.farewell();
      this.end('closed');
    } else if (state & BROKEN) {
      this.line.differs();
      this.drop();
    } else if (state & ONLINE) {
      this.attempts = 0;
      this.current = 'online';
    }
    this.line.after();
  }

  private beat(): void {
    const silent = performance.now() - this.heard;
    if (silent > (navigator.onLine ? SILENCE : SILENCE_OFFLINE)) {
      this.drop();
    } else if (this.socket?.readyState === WebSocket.OPEN && this.current === 'online') {
      this.core.ping(Math.round(this.heard));
      this.flush();
    }
  }

  /** Gives a way up without waiting for the other side to agree. */
  private drop(): void {
    const socket = this.socket;
    if (socket) {
      socket.onclose = socket.onmessage = socket.onopen = null;
      socket.close();
      this.lost(socket);
    }
  }

  private lost(socket: WebSocket): void {
    if (this.socket !== socket || this.current === 'closed') {
      return;
    }
    this.socket = null;
    clearInterval(this.pulse);
    this.core.disconnected();
    if (this.current === 'online') {
      this.current = 'offline';
    }
    // A little chance in it, so that a room doesn't come back all at once when a server has started again.
    const wait = Math.min(LATEST, SOONEST * 2 ** this.attempts++) * (0.5 + Math.random() / 2);
    this.retry = window.setTimeout(() => this.connect(), wait);
    this.line.after();
  }

  private end(state: Connection): void {
    this.current = state;
    clearInterval(this.pulse);
    clearTimeout(this.retry);
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }

  private readonly hurry = (): void => {
    if (!this.socket && this.current !== 'closed') {
      this.attempts = 0;
      this.connect();
    }
  };

  private readonly doubt = (): void => {
    if (this.socket) {
      setTimeout(() => this.beat(), SILENCE_OFFLINE + 50);
    }
  };
}
