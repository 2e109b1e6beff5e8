package studio.tutti.library;

import java.util.UUID;

/**
 * A file on its way in.
 *
 * @param hash what it will be, as its sender says, or ""
 * @param size bytes altogether, or −1 where nobody knows yet
 * @param received bytes that are here; the next ones go there
 */
public record Upload(UUID id, String hash, String name, long size, long received) {}
