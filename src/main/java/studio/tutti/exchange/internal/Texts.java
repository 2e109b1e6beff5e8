package studio.tutti.exchange.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Texts of files, whose encoding nobody states, as texts of songs. */
public final class Texts {

    private Texts() {}

    /**
     * A text in UTF-8, or in Latin-1 where it isn't UTF-8, without control characters and without space around it.
     *
     * @param longest how many UTF-16 units to keep
     */
    public static String of(byte[] bytes, int longest) {
        StringBuilder clean = new StringBuilder(bytes.length);
        decoded(bytes).codePoints().filter(each -> each == '\n' || !Character.isISOControl(each)).forEach(clean::appendCodePoint);
        return cut(clean.toString().strip(), longest);
    }

    /** A text as it stands, with its white space and line ends, but without other control characters. */
    public static String raw(byte[] bytes) {
        StringBuilder clean = new StringBuilder(bytes.length);
        decoded(bytes).codePoints().filter(each -> each == '\n' || each == '\r' || !Character.isISOControl(each))
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException otherwise) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** The beginning of a text, whole characters only. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
