// What a microphone gives, in the audio worklet: handed to the page in pieces, each with the context's second of its first frame.
const PIECE = 2048;

registerProcessor('tutti-recorder', class extends AudioWorkletProcessor {
  constructor() {
    super();
    this.keeps = false;
    this.peak = 0;
    this.told = 0;
    this.piece = null;
    this.filled = 0;
    this.port.onmessage = ({ data }) => {
      this.keeps = data.keeps;
      this.piece = null;
    };
  }

  process([input]) {
    if (input.length === 0) return true;
    for (const channel of input) for (const sample of channel) this.peak = Math.max(this.peak, Math.abs(sample));
    if (currentTime >= this.told + 0.03) {
      this.told = currentTime;
      this.port.postMessage({ type: 'level', peak: this.peak });
      this.peak = 0;
    }
    if (this.keeps) this.keep(input.slice(0, 2));
    return true;
  }

  keep(input) {
    if (!this.piece || this.piece.length !== input.length) {
      this.piece = input.map(() => new Float32Array(PIECE));
      this.filled = 0;
      this.time = currentTime;
    }
    input.forEach((channel, index) => this.piece[index].set(channel, this.filled));
    this.filled += input[0].length;
    if (this.filled >= PIECE) {
      this.port.postMessage({ type: 'sound', time: this.time, channels: this.piece }, this.piece.map(channel => channel.buffer));
      this.piece = null;
    }
  }
});
