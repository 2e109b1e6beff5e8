package studio.tutti.web.socket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Page;
import studio.tutti.collaboration.Rooms;
import studio.tutti.collaboration.Seat;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.protocol.Malformed;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.MessageFormat;

/**
 * One connection of a page: waits for its hello, then hands what it says to its seat. What can't be read is refused with
 * a reason, and the connection lives on.
 */
final class Visit {

    private static final Logger LOG = LoggerFactory.getLogger(Visit.class);

    private final Rooms rooms;
    private final String link;
    private final Id person;
    private final Page page;
    private final Object lock = new Object();
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private boolean tooLong;
    private boolean ended;
    private volatile @Nullable Seat seat;

    Visit(Rooms rooms, String link, Id person, Page page) {
        this.rooms = rooms;
        this.link = link;
        this.person = person;
        this.page = page;
    }

    /** Takes a frame, or a part of one. */
    void hear(byte[] part, boolean last) {
        if (last && parts.size() == 0 && !tooLong) {
            hear(part);
            return;
        }
        if (parts.size() + part.length > Message.LONGEST) {
            if (!tooLong && parts.size() < EditHead.ENOUGH) {
                parts.writeBytes(part);
            }
            tooLong = true;
        } else if (!tooLong) {
            parts.writeBytes(part);
        }
        if (last) {
            byte[] frame = parts.toByteArray();
            parts.reset();
            if (tooLong) {
                tooLong = false;
                refuse(EditHead.idIn(frame), "This is too much at once: a message has at most " + (Message.LONGEST >> 20) + " MB.");
            } else {
                hear(frame);
            }
        }
    }

    private void hear(byte[] frame) {
        try {
            Message.FromPage said = MessageFormat.fromPage(frame);
            if (said instanceof Message.Hello hello && seat == null) {
                welcome(hello);
            } else if (seat instanceof Seat taken) {
                taken.hear(said);
            } else {
                complain("A page says hello first.");
            }
        } catch (Malformed malformed) {
            refuse(EditHead.idIn(frame), malformed.getMessage());
        } catch (RuntimeException defect) {
            LOG.error("A message could not be handled", defect);
            refuse(EditHead.idIn(frame), "The server could not handle this.");
        }
    }

    private void welcome(Message.Hello hello) {
        if (hello.version() != Message.VERSION) {
            part(Message.Why.RELOAD, "This page is of another version. Reload it.");
            return;
        }
        if (hello.session().isNone()) {
            throw new Malformed("A page needs a session id.");
        }
        try {
            Seat taken = rooms.enter(link, person, hello, page);
            synchronized (lock) {
                seat = taken;
                if (!ended) {
                    return;
                }
            }
            taken.close();
        } catch (NoSuchSong gone) {
            part(Message.Why.NO_SONG, gone.getMessage());
        } catch (RuntimeException unreachable) {
            LOG.warn("A page could not come in: {}", unreachable.toString());
            part(Message.Why.RESUME, "The song can't be opened just now.");
        }
    }

    /** Says what is wrong with something that is no edit. */
    void complain(String reason) {
        refuse(Id.NONE, reason);
    }

    private void refuse(Id edit, String reason) {
        byte[] frame = MessageFormat.toBytes(new Message.Refused(edit, reason));
        if (seat instanceof Seat taken) {
            taken.tell(frame);
        } else {
            say(frame);
        }
    }

    private void part(Message.Why why, String reason) {
        say(MessageFormat.toBytes(new Message.Goodbye(why, reason)));
        page.close();
    }

    /** Before there is a seat, this thread alone speaks to the page. */
    private void say(byte[] frame) {
        try {
            page.send(frame);
        } catch (IOException gone) {
            page.close();
        }
    }

    /** The connection is gone. */
    void end() {
        Seat taken;
        synchronized (lock) {
            ended = true;
            taken = seat;
        }
        if (taken != null) {
            taken.close();
        }
    }
}
