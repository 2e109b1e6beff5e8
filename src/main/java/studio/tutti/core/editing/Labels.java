package studio.tutti.core.editing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.tutti.core.arrangement.Edit;

/** The catalogue of what edits do: the keys that edits carry, and the words that people read. */
public final class Labels {

    public static final String NOTES_DRAW = "notes.draw";
    public static final String NOTES_MOVE = "notes.move";
    public static final String NOTES_TRANSPOSE = "notes.transpose";
    public static final String NOTES_COPY = "notes.copy";
    public static final String NOTES_RESIZE = "notes.resize";
    public static final String NOTES_VELOCITY = "notes.velocity";
    public static final String NOTES_QUANTISE = "notes.quantise";
    public static final String NOTES_REMOVE = "notes.remove";
    /** Accepting a take; {@link studio.tutti.core.proposal.AcceptedEdit} says which. */
    public static final String PROPOSAL_ACCEPT = "proposal.accept";
    /** Stands for an acceptance that never came; it changes nothing. */
    public static final String PROPOSAL_VOID = "proposal.void";
    public static final String LOOP_PLACE = "loop.place";
    public static final String SOUND_PLACE = "sound.place";
    public static final String NOTES_PASTE = "notes.paste";
    public static final String NOTES_PAINT = "notes.paint";
    public static final String NOTES_HUMANISE = "notes.humanise";
    public static final String NOTES_STRUM = "notes.strum";
    public static final String NOTES_LEGATO = "notes.legato";
    public static final String NOTES_SPLIT = "notes.split";
    public static final String NOTES_GLUE = "notes.glue";
    public static final String NOTES_SLIDE = "notes.slide";
    public static final String CONTROLS_DRAW = "controls.draw";
    public static final String CONTROLS_MOVE = "controls.move";
    public static final String CONTROLS_REMOVE = "controls.remove";

    public static final String CLIPS_DRAW = "clips.draw";
    public static final String CLIPS_MOVE = "clips.move";
    public static final String CLIPS_COPY = "clips.copy";
    public static final String CLIPS_ALIAS = "clips.alias";
    public static final String CLIPS_RESIZE = "clips.resize";
    public static final String CLIPS_CHANGE = "clips.change";
    public static final String CLIPS_SPLIT = "clips.split";
    public static final String CLIPS_REMOVE = "clips.remove";
    public static final String CLIPS_PASTE = "clips.paste";

    public static final String CLIPS_QUANTISE = "clips.quantise";

    public static final String HITS_DRAW = "hits.draw";
    public static final String HITS_REMOVE = "hits.remove";
    public static final String HITS_SHIFT = "hits.shift";
    public static final String HITS_FLAM = "hits.flam";
    public static final String HITS_ROLL = "hits.roll";
    public static final String HITS_MUTE = "hits.mute";
    public static final String ROW_DIVIDE = "row.divide";
    public static final String ROW_LENGTH = "row.length";
    public static final String ROW_RELEASE = "row.release";

    public static final String FAMILY_VARIATION = "family.variation";
    public static final String FAMILY_CHOOSE = "family.choose";
    public static final String FAMILY_RENAME = "family.rename";
    public static final String FAMILY_REMOVE = "family.remove";
    public static final String CLIPS_JOIN = "clips.join";
    public static final String CLIPS_PART = "clips.part";

    public static final String BARS_INSERT = "bars.insert";
    public static final String BARS_DELETE = "bars.delete";
    public static final String RECORD = "clips.record";
    public static final String AUDIO_ADD = "audio.add";
    public static final String AUDIO_RECORD = "audio.record";
    public static final String AUDIO_FADE = "audio.fade";
    public static final String AUDIO_FOLLOW = "audio.follow";
    public static final String AUDIO_COMP = "audio.comp";
    public static final String CAPTURE = "clips.capture";

    public static final String TRACK_ADD = "track.add";
    public static final String TRACK_BOUNCE = "track.bounce";
    public static final String TRACK_MOVE = "track.move";
    public static final String TRACK_GROUP = "track.group";
    public static final String TRACK_UNGROUP = "track.ungroup";
    public static final String TRACK_CHANGE = "track.change";
    public static final String TRACK_COPY = "track.copy";
    public static final String TRACK_REMOVE = "track.remove";

    public static final String DEVICE_ADD = "device.add";
    public static final String DEVICE_REMOVE = "device.remove";
    public static final String DEVICE_MOVE = "device.move";
    public static final String DEVICE_BYPASS = "device.bypass";
    public static final String DEVICE_SET = "device.set";
    public static final String DEVICE_PRESET = "device.preset";
    public static final String DEVICE_LISTEN = "device.listen";
    public static final String AUTOMATION_DRAW = "automation.draw";
    public static final String AUTOMATION_MOVE = "automation.move";
    public static final String AUTOMATION_CURVE = "automation.curve";
    public static final String AUTOMATION_REMOVE = "automation.remove";
    public static final String AUTOMATION_CLEAR = "automation.clear";
    public static final String AUTOMATION_MUTE = "automation.mute";
    public static final String AUTOMATION_RECORD = "automation.record";
    public static final String INSTRUMENT_CHOOSE = "instrument.choose";
    public static final String INSTRUMENT_SET = "instrument.set";
    public static final String INSTRUMENT_PRESET = "instrument.preset";
    public static final String PAD_SOUND = "pad.sound";
    public static final String PAD_CLEAR = "pad.clear";
    public static final String PAD_MUTE = "pad.mute";
    public static final String PAD_NAME = "pad.name";
    public static final String PAD_MOVE = "pad.move";
    public static final String SLICES_WRITE = "slices.write";
    public static final String SEND_ADD = "send.add";
    public static final String SEND_CHANGE = "send.change";
    public static final String SEND_REMOVE = "send.remove";
    public static final String MASTER = "master.volume";

    public static final String TEMPO = "song.tempo";
    public static final String METRE = "song.metre";
    public static final String KEY = "song.key";
    public static final String NAME = "song.name";
    public static final String SECTION_ADD = "section.add";
    public static final String SECTION_CHANGE = "section.change";
    public static final String SECTION_MOVE = "section.move";
    public static final String SECTION_COPY = "section.copy";
    public static final String CHORD_ADD = "chord.add";
    public static final String CHORD_CHANGE = "chord.change";
    public static final String CHORDS_TRANSPOSE = "chords.transpose";
    public static final String CHORDS_DETECT = "chords.detect";
    public static final String MARKER_ADD = "marker.add";
    public static final String MARKER_CHANGE = "marker.change";
    public static final String LANE_REMOVE = "lane.remove";

    public static final String LYRICS_TYPE = "lyrics.type";
    public static final String LYRICS_CHANGE = "lyrics.change";
    public static final String LYRICS_INSERT = "lyrics.insert";
    public static final String LYRICS_SHIFT = "lyrics.shift";
    public static final String LYRICS_MOVE = "lyrics.move";
    public static final String LYRICS_BREAK = "lyrics.break";
    public static final String LYRICS_REMOVE = "lyrics.remove";
    public static final String LYRICS_LINE = "lyrics.line";
    public static final String COMMENT_ADD = "comment.add";
    public static final String COMMENT_ANSWER = "comment.answer";
    public static final String COMMENT_RESOLVE = "comment.resolve";
    public static final String COMMENT_REOPEN = "comment.reopen";
    public static final String COMMENT_CHANGE = "comment.change";
    public static final String COMMENT_REMOVE = "comment.remove";
    public static final String ALTERNATIVE_KEEP = "alternative.keep";
    public static final String ALTERNATIVE_CHOOSE = "alternative.choose";
    public static final String ALTERNATIVE_RENAME = "alternative.rename";
    public static final String ALTERNATIVE_DISCARD = "alternative.discard";
    public static final String ALTERNATIVE_MERGE = "alternative.merge";
    public static final String LOCK_ADD = "lock.add";
    public static final String LOCK_RELEASE = "lock.release";

    /** Taking back an edit of the log; after it comes the label of what is taken back, see {@link #takingBack}. */
    public static final String TAKE_BACK = "edit.back";

    private static final Map<String, String> WORDS = new HashMap<>();

    static {
        say(NOTES_DRAW, "draw a note");
        say(NOTES_MOVE, "move notes");
        say(NOTES_TRANSPOSE, "transpose notes");
        say(NOTES_COPY, "copy notes");
        say(NOTES_RESIZE, "resize notes");
        say(NOTES_VELOCITY, "change velocity");
        say(NOTES_QUANTISE, "quantise notes");
        say(NOTES_REMOVE, "remove notes");
        say(NOTES_PAINT, "draw notes");
        say(NOTES_HUMANISE, "humanise notes");
        say(NOTES_STRUM, "strum chords");
        say(NOTES_LEGATO, "play legato");
        say(NOTES_SPLIT, "split notes");
        say(NOTES_GLUE, "glue notes");
        say(NOTES_SLIDE, "slide from note to note");
        say(CONTROLS_DRAW, "draw a controller");
        say(CONTROLS_MOVE, "move controller points");
        say(CONTROLS_REMOVE, "delete controller points");
        say(NOTES_PASTE, "paste notes");
        say(CLIPS_DRAW, "draw a clip");
        say(CLIPS_MOVE, "move clips");
        say(CLIPS_COPY, "copy clips");
        say(CLIPS_ALIAS, "copy clips as aliases");
        say(CLIPS_RESIZE, "resize clips");
        say(CLIPS_CHANGE, "change clips");
        say(CLIPS_SPLIT, "split clips");
        say(CLIPS_REMOVE, "remove clips");
        say(CLIPS_PASTE, "paste clips");
        say(CLIPS_QUANTISE, "hear clips on a grid");
        say(HITS_DRAW, "draw hits");
        say(HITS_REMOVE, "remove hits");
        say(HITS_SHIFT, "shift hits in time");
        say(HITS_FLAM, "flam hits");
        say(HITS_ROLL, "roll hits");
        say(HITS_MUTE, "mute a drum");
        say(ROW_DIVIDE, "divide a drum into other steps");
        say(ROW_LENGTH, "change the length of a drum");
        say(ROW_RELEASE, "let a drum go with its clip");
        say(FAMILY_VARIATION, "make a variation");
        say(FAMILY_CHOOSE, "choose a variation");
        say(FAMILY_RENAME, "rename a variation");
        say(FAMILY_REMOVE, "remove a variation");
        say(CLIPS_JOIN, "join clips");
        say(CLIPS_PART, "make clips independent");
        say(BARS_INSERT, "insert bars");
        say(BARS_DELETE, "delete bars");
        say(SECTION_MOVE, "move a section with its bars");
        say(SECTION_COPY, "duplicate a section");
        say(CHORDS_TRANSPOSE, "transpose with the chords");
        say(CHORDS_DETECT, "detect chords");
        say(TRACK_GROUP, "put tracks in a folder");
        say(TRACK_UNGROUP, "dissolve a folder");
        say(RECORD, "record");
        say(AUDIO_ADD, "add recorded sound");
        say(AUDIO_RECORD, "record sound");
        say(AUDIO_FADE, "fade clips");
        say(AUDIO_FOLLOW, "let clips follow the tempo");
        say(AUDIO_COMP, "choose a take");
        say(CAPTURE, "capture what was played");
        say(TRACK_ADD, "add a track");
        say(TRACK_BOUNCE, "bounce in place");
        say(TRACK_MOVE, "move a track");
        say(TRACK_CHANGE, "change a track");
        say(TRACK_COPY, "duplicate tracks");
        say(TRACK_REMOVE, "remove tracks");
        say(DEVICE_ADD, "add an effect");
        say(DEVICE_REMOVE, "remove effects");
        say(DEVICE_MOVE, "move an effect");
        say(DEVICE_BYPASS, "bypass an effect");
        say(DEVICE_SET, "set an effect");
        say(DEVICE_PRESET, "load an effect's preset");
        say(DEVICE_LISTEN, "choose a side-chain");
        say(AUTOMATION_DRAW, "draw automation");
        say(AUTOMATION_MOVE, "move automation points");
        say(AUTOMATION_CURVE, "change automation's curve");
        say(AUTOMATION_REMOVE, "remove automation points");
        say(AUTOMATION_CLEAR, "clear automation");
        say(AUTOMATION_MUTE, "switch automation off or on");
        say(AUTOMATION_RECORD, "record automation");
        say(INSTRUMENT_CHOOSE, "choose an instrument");
        say(INSTRUMENT_SET, "set an instrument");
        say(INSTRUMENT_PRESET, "load an instrument's preset");
        say(PAD_SOUND, "put sounds on pads");
        say(PAD_CLEAR, "clear pads");
        say(PAD_MUTE, "mute pads");
        say(PAD_NAME, "rename a pad");
        say(PAD_MOVE, "move a pad");
        say(SLICES_WRITE, "write the slices as notes");
        say(SEND_ADD, "add a send");
        say(SEND_CHANGE, "change a send");
        say(SEND_REMOVE, "remove sends");
        say(MASTER, "change the master's volume");
        say(TEMPO, "change the tempo");
        say(METRE, "change the metre");
        say(KEY, "change the key");
        say(NAME, "rename the song");
        say(SECTION_ADD, "add a section");
        say(SECTION_CHANGE, "change a section");
        say(CHORD_ADD, "add a chord");
        say(CHORD_CHANGE, "change a chord");
        say(MARKER_ADD, "add a marker");
        say(MARKER_CHANGE, "change a marker");
        say(LANE_REMOVE, "remove from the lanes");
        say(LYRICS_TYPE, "type words");
        say(LYRICS_CHANGE, "change a syllable");
        say(LYRICS_INSERT, "insert syllables");
        say(LYRICS_SHIFT, "shift the words");
        say(LYRICS_MOVE, "move a syllable");
        say(LYRICS_BREAK, "break a line of words");
        say(LYRICS_REMOVE, "remove syllables");
        say(LYRICS_LINE, "write a line of words");
        say(COMMENT_ADD, "comment");
        say(COMMENT_ANSWER, "answer a comment");
        say(COMMENT_RESOLVE, "resolve a comment");
        say(COMMENT_REOPEN, "reopen a comment");
        say(COMMENT_CHANGE, "change a comment");
        say(COMMENT_REMOVE, "remove a comment");
        say(ALTERNATIVE_KEEP, "keep an alternative");
        say(ALTERNATIVE_CHOOSE, "switch an alternative");
        say(ALTERNATIVE_RENAME, "rename an alternative");
        say(ALTERNATIVE_DISCARD, "discard an alternative");
        say(ALTERNATIVE_MERGE, "merge an alternative");
        say(LOCK_ADD, "lock against assistants");
        say(LOCK_RELEASE, "release locks");
        say(TAKE_BACK, "take an edit back");
        say(LOOP_PLACE, "add a loop");
        say(SOUND_PLACE, "add a sound");
        say(PROPOSAL_ACCEPT, "accept a take");
        say(PROPOSAL_VOID, "give back a take that was to be accepted");
        say("song.begin", "begin the song");
        say("song.import", "add tracks of a file");
        say("song.rename", "rename the song");
        say("version.restore", "restore a version");
    }

    private Labels() {}

    private static void say(String key, String words) {
        WORDS.put(key, words);
    }

    /** What people read for a key, such as "move notes"; the key itself if the catalogue doesn't know it. */
    public static String words(String key) {
        if (key.startsWith(TAKE_BACK + "/")) {
            return "take back: " + words(key.substring(TAKE_BACK.length() + 1));
        }
        if (key.startsWith(ALTERNATIVE_KEEP + "/")) {
            return words(ALTERNATIVE_KEEP);
        }
        if (key.startsWith(PROPOSAL_ACCEPT + "/")) {
            return words(PROPOSAL_ACCEPT);
        }
        String words = WORDS.get(key);
        return words == null ? key : words;
    }

    /** The label of an edit that takes back one with this label. */
    public static String takingBack(String label) {
        String whole = TAKE_BACK + "/" + label;
        return label.startsWith(TAKE_BACK) || whole.length() > Edit.LONGEST_LABEL ? TAKE_BACK : whole;
    }

    /** The keys whose words hold a text, capitals or not. */
    public static List<String> matching(String text) {
        String sought = text.toLowerCase(Locale.ROOT);
        return WORDS.keySet().stream().filter(key -> words(key).toLowerCase(Locale.ROOT).contains(sought)).sorted().toList();
    }
}
