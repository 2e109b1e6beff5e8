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
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException otherwise) {
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(each -> each == '\n' || !Character.isISOControl(each)).forEach(clean::appendCodePoint);
        return cut(clean.toString().strip(), longest);
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
