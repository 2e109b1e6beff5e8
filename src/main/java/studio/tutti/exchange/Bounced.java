package studio.tutti.exchange;

/**
 * What a bounce came to.
 *
 * @param name of the file, for whoever downloads it
 * @param hash by which it is kept
 * @param type its media type
 * @param size bytes
 * @param seconds how long the mix or each stem is
 * @param peak the highest sample of the mix in dBFS, −144 for silence; of the loudest stem where there is no mix
 */
public record Bounced(String name, String hash, String type, long size, double seconds, double peak) {}
