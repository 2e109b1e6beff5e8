package studio.tutti.library.internal.sfz;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.instrument.Preset;
import studio.tutti.core.instrument.Zone;
import studio.tutti.library.BrokenSoundFont;
import studio.tutti.library.InstrumentFile;
import studio.tutti.library.SoundFont;

/** The kits of an archive, one program each, in the order of their names. Recordings are decoded when a kit is first asked for. */
public final class Kits implements InstrumentFile {

    private static final int PROGRAMS = 128;
    private static final int ZONES = 20_000;
    private static final Set<String> HEADERS = Set.of("control", "global", "master", "group", "region");

    private final Archive archive;
    private final List<String> files;
    private final List<SoundFont.Entry> entries = new ArrayList<>();
    private final Map<Integer, SoftReference<Preset>> presets = new HashMap<>();
    private final Set<String> notPlayed = new TreeSet<>();

    private Kits(Archive archive, List<String> files) {
        this.archive = archive;
        this.files = files;
    }

    /**
     * Reads an archive's kits, so that what is wrong with them is told at once.
     *
     * @param name what people call the archive
     */
    public static Kits read(Archive archive, String name) throws IOException {
        List<String> files = archive.ending(".sfz");
        if (files.isEmpty()) {
            throw new BrokenSoundFont("The archive holds no SFZ kit: none of its files ends in “.sfz”.");
        }
        Kits kits = new Kits(archive, files.subList(0, Math.min(PROGRAMS, files.size())));
        for (int program = 0; program < kits.files.size(); program++) {
            String file = kits.files.get(program);
            String plain = file.substring(file.lastIndexOf('/') + 1, file.length() - 4);
            kits.entries.add(new SoundFont.Entry(0, program, plain.isBlank() ? name : plain));
        }
        kits.preset(0, 0);
        return kits;
    }

    @Override
    public List<SoundFont.Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public synchronized List<String> notPlayed() {
        return List.copyOf(notPlayed);
    }

    @Override
    public synchronized @Nullable Preset preset(int bank, int program) throws IOException {
        if (bank != 0 || program < 0 || program >= files.size()) {
            return null;
        }
        SoftReference<Preset> kept = presets.get(program);
        Preset preset = kept == null ? null : kept.get();
        if (preset == null) {
            preset = new Preset(0, program, entries.get(program).name(), zones(files.get(program)));
            presets.put(program, new SoftReference<>(preset));
        }
        return preset;
    }

    private Zone[] zones(String file) throws IOException {
        List<SfzText.Section> sections = SfzText.read(archive, file);
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        KitSounds sounds = new KitSounds(archive);
        List<Zone> zones = new ArrayList<>();
        Map<String, Map<String, String>> around = new HashMap<>();
        Map<String, String> control = new HashMap<>();
        int articulation = first(sections);
        String missing = null;
        boolean any = false;
        for (SfzText.Section section : sections) {
            switch (section.header()) {
                case "control" -> control.putAll(section.opcodes());
                case "global" -> {
                    around.clear();
                    around.put("global", section.opcodes());
                }
                case "master" -> {
                    around.remove("group");
                    around.put("master", section.opcodes());
                }
                case "group" -> around.put("group", section.opcodes());
                case "region" -> {
                    any = true;
                    Map<String, String> all = new HashMap<>();
                    for (String header : List.of("global", "master", "group")) {
                        all.putAll(around.getOrDefault(header, Map.of()));
                    }
                    all.putAll(section.opcodes());
                    Opcodes opcodes = new Opcodes(all);
                    if (!plays(opcodes, control, articulation)) {
                        continue;
                    }
                    String path = opcodes.text("sample", "");
                    String found = path.startsWith("*") ? null : archive.find(folder, control.getOrDefault("default_path", "") + path);
                    if (path.startsWith("*")) {
                        notPlayed.add("sample=" + path);
                    } else if (found == null) {
                        missing = missing == null ? path : missing;
                        notPlayed.add("sample (not in the archive)");
                    } else {
                        new Region(opcodes, shift(control)).zones(sounds.samples(found), zones, notPlayed);
                    }
                }
                default -> {
                    if (!HEADERS.contains(section.header())) {
                        notPlayed.add("<" + section.header() + ">");
                    }
                }
            }
            if (zones.size() > ZONES) {
                throw new BrokenSoundFont("The kit has more than " + ZONES + " zones.");
            }
        }
        if (zones.isEmpty()) {
            throw new BrokenSoundFont(!any ? "“" + Archive.shown(file) + "” is no SFZ kit: it has no regions."
                    : missing != null ? "The kit has none of its samples: “" + Archive.shown(missing) + "” is not in the archive."
                    : "No region of the kit can be played here.");
        }
        return zones.toArray(Zone[]::new);
    }

    private static int shift(Map<String, String> control) {
        Opcodes opcodes = new Opcodes(control);
        return Math.clamp(opcodes.whole("note_offset", 0), -127, 127) + 12 * Math.clamp(opcodes.whole("octave_offset", 0), -10, 10);
    }

    /** Whether a region sounds while controllers stand where the kit puts them first and its first articulation is chosen. */
    private boolean plays(Opcodes opcodes, Map<String, String> control, int articulation) {
        Opcodes set = new Opcodes(control);
        for (String name : opcodes.names()) {
            if (name.startsWith("locc") || name.startsWith("hicc")) {
                String number = name.substring(4);
                int value = set.whole("set_cc" + number, switch (number) {
                    case "7" -> 100;
                    case "10" -> 64;
                    case "11" -> 127;
                    default -> 0;
                });
                if (value < opcodes.whole("locc" + number, 0) || value > opcodes.whole("hicc" + number, 127)) {
                    notPlayed.add("locc" + number);
                    return false;
                }
            }
        }
        String trigger = opcodes.text("trigger", "attack");
        if (trigger.equals("legato") || trigger.equals("first")) {
            notPlayed.add("trigger=" + trigger);
            return trigger.equals("first");
        }
        if (opcodes.has("sw_last")) {
            notPlayed.add("sw_last");
            return opcodes.key("sw_last", articulation) == articulation;
        }
        return true;
    }

    /** The articulation that is chosen at first. */
    private static int first(List<SfzText.Section> sections) {
        int lowest = Integer.MAX_VALUE;
        for (SfzText.Section section : sections) {
            Opcodes opcodes = new Opcodes(section.opcodes());
            if (opcodes.has("sw_default")) {
                return opcodes.key("sw_default", 0);
            }
            if (opcodes.has("sw_last")) {
                lowest = Math.min(lowest, opcodes.key("sw_last", Integer.MAX_VALUE));
            }
        }
        return lowest;
    }
}
