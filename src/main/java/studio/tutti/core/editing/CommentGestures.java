package studio.tutti.core.editing;

import java.util.List;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.music.Ticks;

/**
 * What people say about places of a song. A comment lies in the song, where it is about bars, in a track, or in a clip,
 * with which it moves; there its start counts from the clip's. Answers refer to the comment that began the thread.
 */
public final class CommentGestures {

    /** The longest comment, in UTF-16 units. */
    public static final int LONGEST = 500;

    private final Arrangement arrangement;
    private final IdSequence ids;

    public CommentGestures(Arrangement arrangement, IdSequence ids) {
        this.arrangement = arrangement;
        this.ids = ids;
    }

    /**
     * Says something about a place.
     *
     * @param place the song, a track or a clip
     * @param start in ticks of the song, or of the clip from its start; brought into what there is
     * @param length of the bars it is about, in ticks; 0 for a moment
     * @param text 1 to {@value #LONGEST} units after blanks around it are taken off
     * @param now milliseconds since 1970
     */
    public Gesture comment(Element place, long start, long length, String text, Author author, long now) {
        if (place.kind() != Kind.SONG && place.kind() != Kind.TRACK && place.kind() != Kind.CLIP || !place.isAlive()) {
            throw new EditRefused("What this comment is about is not part of the song any more.");
        }
        long latest = place.kind() == Kind.CLIP ? Math.max(0, place.length() - 1) : Ticks.LAST - 1;
        long begin = Leeway.within(start, 0, latest);
        Draft draft = new Draft(ids);
        say(draft, place.id(), text, author, now)
                .with(Property.START, begin)
                .with(Property.LENGTH, Leeway.within(length, 0, latest + 1 - begin));
        return draft.as(Labels.COMMENT_ADD);
    }

    /** Answers a comment, at its place; an answer to an answer goes on in the same thread. */
    public Gesture answer(Element comment, String text, Author author, long now) {
        Element first = first(comment);
        Draft draft = new Draft(ids);
        say(draft, first.reference(Property.PARENT), text, author, now)
                .with(Property.START, first.start())
                .with(Property.LENGTH, first.length())
                .with(Property.THREAD, first.id());
        draft.set(first, Property.RESOLVED, 0);
        return draft.as(Labels.COMMENT_ANSWER);
    }

    private Draft.New say(Draft draft, Id place, String text, Author author, long now) {
        return draft.make(Kind.COMMENT, place)
                .with(Property.TEXT, words(text))
                .with(Property.NAME, author.name())
                .with(Property.COLOUR, author.colour())
                .with(Property.HOLDER, author.person())
                .with(Property.SINCE, now);
    }

    /** The comment that began the thread, or the comment itself where that is gone. */
    private Element first(Element comment) {
        requireAlive(comment);
        Element first = arrangement.alive(comment.reference(Property.THREAD));
        return first == null ? comment : first;
    }

    /** Settles the thread of a comment, or opens it again. Everybody may. */
    public Gesture resolve(Element comment, boolean resolved) {
        Draft draft = new Draft(ids);
        draft.set(first(comment), Property.RESOLVED, resolved ? 1 : 0);
        return draft.as(resolved ? Labels.COMMENT_RESOLVE : Labels.COMMENT_REOPEN);
    }

    /** Writes one's own comment anew. */
    public Gesture rewrite(Element comment, String text, Id person) {
        requireOwn(comment, person);
        Draft draft = new Draft(ids);
        draft.set(comment, Property.TEXT, (Object) words(text));
        return draft.as(Labels.COMMENT_CHANGE);
    }

    /** Removes one's own comment, with the answers to it. */
    public Gesture remove(Element comment, Id person) {
        requireOwn(comment, person);
        Draft draft = new Draft(ids);
        for (Element answer : List.copyOf(comment.parent().children(Kind.COMMENT))) {
            if (answer.reference(Property.THREAD).equals(comment.id())) {
                draft.remove(answer);
            }
        }
        draft.remove(comment);
        return draft.as(Labels.COMMENT_REMOVE);
    }

    private static void requireOwn(Element comment, Id person) {
        requireAlive(comment);
        if (!comment.reference(Property.HOLDER).equals(person)) {
            throw new EditRefused("Only one's own comments can be changed or removed.");
        }
    }

    private static void requireAlive(Element comment) {
        if (comment.kind() != Kind.COMMENT || !comment.isAlive()) {
            throw new EditRefused("This comment is gone.");
        }
    }

    private static String words(String text) {
        String words = text.strip();
        if (words.isEmpty()) {
            throw new EditRefused("A comment needs at least one word.");
        }
        if (words.length() > LONGEST) {
            throw new EditRefused("A comment has at most " + LONGEST + " characters.");
        }
        return words;
    }
}
