package studio.tutti.library.internal.sfz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.tutti.library.BrokenSoundFont;

/** The text of a kit as what it says: headers, each followed by its opcodes. Includes and definitions are resolved. */
final class SfzText {

    /** Bytes of text that a kit may have, what it includes each time it does among them. */
    private static final int BYTES = 1 << 24;
    private static final int DEPTH = 12;
    private static final Pattern ITEM = Pattern.compile("<(\\w+)>|(?<!\\S)([A-Za-z_][A-Za-z0-9_]*)=");
    private static final Pattern INCLUDE = Pattern.compile("^\\s*#include\\s+\"([^\"]+)\"");
    private static final Pattern DEFINE = Pattern.compile("#define\\s+\\$(\\w+)\\s+(\\S+)");
    /** Definitions of a kit, and opcodes below one of its headers. */
    private static final int DEFINITIONS = 1_000;
    private static final int OPCODES = 1_000;

    /** A header with what stands below it, in the order of the text; of one opcode the last counts. */
    record Section(String header, Map<String, String> opcodes) {}

    private final Archive archive;
    private final String folder;
    private final List<Section> sections = new ArrayList<>();
    private final TreeMap<String, String> defined = new TreeMap<>(Comparator.comparingInt(String::length).reversed()
            .thenComparing(Comparator.naturalOrder()));
    private int bytes;

    private SfzText(Archive archive, String folder) {
        this.archive = archive;
        this.folder = folder;
    }

    /** Reads a kit of an archive. */
    static List<Section> read(Archive archive, String name) throws IOException {
        SfzText text = new SfzText(archive, name.substring(0, name.lastIndexOf('/') + 1));
        text.include(name, 0);
        return text.sections;
    }

    private void include(String name, int depth) throws IOException {
        byte[] read = archive.read(name);
        bytes += read.length;
        if (depth > DEPTH || bytes > BYTES) {
            throw new BrokenSoundFont("The kit “" + Archive.shown(name) + "” includes too much, or itself.");
        }
        String text = uncommented(new String(read, StandardCharsets.UTF_8));
        for (String raw : text.split("\\R")) {
            int comment = raw.indexOf("//");
            String line = comment < 0 ? raw : raw.substring(0, comment);
            Matcher included = INCLUDE.matcher(line);
            Matcher define = DEFINE.matcher(line);
            if (included.find()) {
                String path = resolved(included.group(1));
                String found = archive.find(folder, path);
                if (found == null) {
                    throw new BrokenSoundFont("The kit includes “" + Archive.shown(path) + "”, which the archive does not have.");
                }
                include(found, depth + 1);
            } else if (define.find()) {
                do {
                    defined.put(define.group(1), define.group(2));
                    if (defined.size() > DEFINITIONS) {
                        throw new BrokenSoundFont("The kit has more than 1,000 definitions.");
                    }
                } while (define.find());
            } else {
                items(resolved(line));
            }
        }
    }

    /** Without what stands between slash and star and the next star and slash; one that has no end is left. */
    private static String uncommented(String text) {
        int begin = text.indexOf("/*");
        if (begin < 0) {
            return text;
        }
        StringBuilder left = new StringBuilder();
        int from = 0;
        for (int end; begin >= 0 && (end = text.indexOf("*/", begin + 2)) >= 0; begin = text.indexOf("/*", from)) {
            left.append(text, from, begin).append(' ');
            from = end + 2;
        }
        return left.append(text, from, text.length()).toString();
    }

    /** Definitions may hold definitions, so what becomes of a line is counted before it is made. */
    private String resolved(String line) throws BrokenSoundFont {
        if (line.indexOf('$') < 0) {
            return line;
        }
        String text = line;
        for (Map.Entry<String, String> each : defined.entrySet()) {
            String name = "$" + each.getKey();
            long grown = 0;
            for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
                grown += each.getValue().length();
            }
            if (bytes + text.length() + grown > BYTES) {
                throw new BrokenSoundFont("The kit's definitions make more of it than can be read.");
            }
            text = grown == 0 && text.indexOf(name) < 0 ? text : text.replace(name, each.getValue());
        }
        bytes += text.length();
        return text;
    }

    private void items(String line) throws BrokenSoundFont {
        Matcher item = ITEM.matcher(line);
        boolean there = item.find();
        while (there) {
            String header = item.group(1);
            String opcode = item.group(2);
            int end = item.end();
            there = item.find();
            if (header != null) {
                if (sections.size() >= 100_000) {
                    throw new BrokenSoundFont("The kit has more than 100,000 headers.");
                }
                sections.add(new Section(header, new HashMap<>()));
            } else if (!sections.isEmpty()) {
                if (sections.getLast().opcodes().size() >= OPCODES) {
                    throw new BrokenSoundFont("The kit has more than 1,000 opcodes below one header.");
                }
                sections.getLast().opcodes().put(opcode, line.substring(end, there ? item.start() : line.length()).strip());
            }
        }
    }
}
