package studio.tutti.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import studio.tutti.core.arrangement.Id;

/** 256 random bits that only one browser knows; whoever has them is that person. */
public final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int LETTERS = 43;

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /** A secret that nobody had before. */
    public static Secret fresh() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** Reads what {@link #text()} gave; empty for anything that can't be a secret. */
    public static Optional<Secret> parse(String text) {
        boolean plausible = text.length() == LETTERS
                && text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_'));
        return plausible ? Optional.of(new Secret(text)) : Optional.empty();
    }

    /** The form that the browser keeps: 43 letters of base64url. */
    public String text() {
        return text;
    }

    /** Whose secret this is: the first 128 bits of its SHA-256. */
    public Id person() {
        ByteBuffer hash = ByteBuffer.wrap(sha256(text.getBytes(StandardCharsets.US_ASCII)));
        return new Id(hash.getLong(), hash.getLong());
    }

    /** Never the secret itself, so that no log keeps it. */
    @Override
    public String toString() {
        return "Secret of " + person();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
