import type { AudioHost } from '../audio/audio-host';
import { Microphone } from '../audio/microphone';
import { ByHand } from './by-hand';
import type { Hands } from './hands';
import { OthersPlaying } from './others-playing';
import { Recording } from './recording';
import { SharedTransport } from './shared-transport';
import type { SongReading } from './song';

/** Playing with hands: one's own, recorded or not, the others', and a transport that all may share. */
export class Playing {
  readonly hand: ByHand;
  readonly recording: Recording;
  readonly others: OthersPlaying;
  readonly shared: SharedTransport;
  /** The microphone of this page. */
  readonly microphone = new Microphone();
  private wasOnline = false;

  constructor(private readonly song: Hands & SongReading, sound: AudioHost, flush: () => void) {
    const { core } = song;
    const people = () => song.people;
    this.hand = new ByHand(core, sound, flush);
    this.recording = new Recording(song, sound, this.hand);
    this.others = new OthersPlaying(core, sound, people);
    this.shared = new SharedTransport(core, sound, people, flush);
    sound.onReport = (report, device) => {
      core.deviceTime(device.performanceTime, device.contextTime);
      core.songAt(report.time + report.starts, report.tick, report.playing);
      this.shared.report(report);
      this.recording.taking?.report(report);
      this.recording.watch();
    };
    sound.onRestarted = () => this.shared.again();
    sound.onLoop = (from, to, on) => core.songLoop(from, to, on);
    sound.deviceSeconds = millis => core.deviceSeconds(millis);
  }

  /** Something came from the server, or the connection is another. */
  take(): void {
    const online = this.song.connection === 'online';
    if (online && !this.wasOnline) {
      this.shared.online();
    }
    this.wasOnline = online;
    this.others.take();
    this.shared.take();
  }

  /** Anything of it may look different. */
  onChange(listener: () => void): () => void {
    const stops = [this.microphone, this.hand, this.recording, this.others, this.shared].map(each => each.onChange(listener));
    return () => stops.forEach(stop => stop());
  }

  close(): void {
    this.microphone.close();
    this.hand.close();
    this.others.close();
    this.shared.close();
  }
}
