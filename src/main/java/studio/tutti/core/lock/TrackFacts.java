package studio.tutti.core.lock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Controllers;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.clip.SoundingNotes;
import studio.tutti.core.clip.Window;

/** What the clips of one track let sound in its locked bars: notes, controllers as they are set there, recorded sound. */
final class TrackFacts {

    /** A controller as it is set: by number, and by key where it is a key's pressure. */
    private record Setting(long tick, int number, int pitch, int amount) {}

    private final Arrangement arrangement;
    private final Element track;
    private final List<Numbered> holds;
    private final Consumer<Fact> facts;
    private final Runnable looks;
    /** Where nothing is locked any more. */
    private final long last;
    private final List<Setting> settings = new ArrayList<>();

    /**
     * @param holds those that reach this track
     * @param looks told before each repetition that is looked at; may refuse to look at more
     */
    TrackFacts(Arrangement arrangement, Element track, List<Numbered> holds, Consumer<Fact> facts, Runnable looks) {
        this.arrangement = arrangement;
        this.track = track;
        this.holds = holds;
        this.facts = facts;
        this.looks = looks;
        last = holds.stream().mapToLong(each -> each.hold().to()).max().orElse(0);
    }

    void tell() {
        TrackType type = TrackType.of(track.number(Property.TYPE));
        boolean plays = type == TrackType.INSTRUMENT || type == TrackType.DRUMS || type == TrackType.AUDIO;
        for (Element clip : Elements.sorted(track.children(Kind.CLIP))) {
            Element content = arrangement.alive(clip.reference(Property.CONTENT));
            if (content != null && !clip.flag(Property.MUTED) && clip.length() > 0) {
                if (type == TrackType.AUDIO && content.flag(Property.FORM)) {
                    recording(clip, content);
                }
                if (plays) {
                    notes(clip, content);
                    controls(clip, content);
                }
            }
        }
        settings.sort(Comparator.comparingLong(Setting::tick));
        holds.forEach(this::settings);
    }

    private void notes(Element clip, Element content) {
        SoundingNotes sounding = new SoundingNotes(clip, content);
        long gain = clip.number(Property.GAIN);
        for (Element note : content.children(Kind.NOTE)) {
            if (!note.flag(Property.MUTED)) {
                long how = note.number(Property.PITCH) << 24 | note.number(Property.VELOCITY) << 16 | note.number(Property.RELEASE) << 8;
                sounding.each(note, (start, end, repetition) -> {
                    looks.run();
                    for (Numbered each : holds) {
                        Hold hold = each.hold();
                        if (hold.meets(start, end)) {
                            long begun = start < hold.from() ? 0 : 1;
                            facts.accept(new Fact(each.number(), Thing.NOTES, track.id(), Math.max(start, hold.from()),
                                    Math.min(end, hold.to()), how | begun, gain));
                        }
                    }
                    return start < last;
                });
            }
        }
    }

    private void controls(Element clip, Element content) {
        Window window = new Window(clip);
        List<Element> controls = Elements.sorted(content.children(Kind.CONTROL)).stream().filter(each -> window.holds(each.start())).toList();
        for (long turn = 0; !controls.isEmpty() && turn < window.turns(); turn++) {
            if (window.at(controls.getFirst().start(), turn) >= last) {
                return;
            }
            boolean pedal = false;
            for (Element control : controls) {
                looks.run();
                long tick = window.at(control.start(), turn);
                if (tick < window.end()) {
                    int number = control.integer(Property.CONTROLLER);
                    int amount = control.integer(Property.AMOUNT);
                    settings.add(new Setting(tick, number, control.integer(Property.PITCH), amount));
                    pedal = number == Controllers.SUSTAIN ? amount >= 64 : pedal;
                }
            }
            if (pedal) {
                settings.add(new Setting(window.end(turn), Controllers.SUSTAIN, 0, 0)); // as the engine lifts it
            }
        }
    }

    /** What is set when a locked stretch begins, and what is set within it. */
    private void settings(Numbered each) {
        Hold hold = each.hold();
        Map<Long, Setting> before = new LinkedHashMap<>();
        for (Setting setting : settings) {
            if (setting.tick < hold.from()) {
                before.put(setting.number == Controllers.KEY_PRESSURE ? setting.number << 8 | setting.pitch : (long) setting.number, setting);
            } else if (setting.tick < hold.to()) {
                tell(each, setting, setting.tick);
            }
        }
        before.values().forEach(setting -> tell(each, setting, hold.from()));
    }

    private void tell(Numbered each, Setting setting, long tick) {
        long begun = tick == setting.tick ? 1 : 0;
        facts.accept(new Fact(each.number(), Thing.CONTROLLERS, track.id(), tick, -1,
                ((long) setting.number << 32 | (long) setting.pitch << 16 | setting.amount) << 1 | begun, Fact.NOTHING));
    }

    /** Recorded sound counts as changed where its clips are cut anew, though nobody may hear it. */
    private void recording(Element clip, Element content) {
        for (Numbered each : holds) {
            Hold hold = each.hold();
            if (hold.meets(clip.start(), clip.end())) {
                facts.accept(new Fact(each.number(), Thing.RECORDING, track.id(), Math.max(clip.start(), hold.from()),
                        Math.min(clip.end(), hold.to()), clip.number(Property.GAIN),
                        List.of(content.text(Property.MEDIA), clip.start(), clip.number(Property.POSITION), clip.number(Property.RECORDED),
                                clip.number(Property.LOOP), clip.number(Property.FADE_IN),
                                hold.to() < clip.end() ? 0L : clip.number(Property.FADE_OUT))));
            }
        }
    }
}
