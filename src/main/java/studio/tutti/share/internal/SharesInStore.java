package studio.tutti.share.internal;

import org.springframework.stereotype.Service;
import studio.tutti.collaboration.NoSuchSong;
import studio.tutti.collaboration.Song;
import studio.tutti.collaboration.Songs;
import studio.tutti.collaboration.Versions;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.IdSequence;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.editing.Author;
import studio.tutti.core.editing.CommentGestures;
import studio.tutti.core.editing.Gesture;
import studio.tutti.jobs.Job;
import studio.tutti.jobs.JobRefused;
import studio.tutti.jobs.Jobs;
import studio.tutti.jobs.Priority;
import studio.tutti.jobs.Products;
import studio.tutti.share.Remark;
import studio.tutti.share.SharedSong;
import studio.tutti.share.Shares;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Makes, renews and revokes links; takes what listeners say. */
@Service
class SharesInStore implements Shares {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST_CREDITS = 1000;
    private static final int MOST_LINKS = 100;
    /** One browser may say so much in a minute, on one node. */
    private static final int MOST_A_MINUTE = 10;
    /** All who listen by one link may say so much in a minute, on one node. */
    private static final int MOST_A_LINK = 60;
    private static final int MOST_REMARKS = 2_000;
    private static final long MINUTE = 60_000;
    private static final int LISTENER_COLOUR = 0xaab4c0;

    private final ShareStore store;
    private final Songs songs;
    private final Versions versions;
    private final Jobs jobs;
    private final Products products;
    private final Map<Object, Deque<Long>> saidLately = new ConcurrentHashMap<>();

    SharesInStore(ShareStore store, Songs songs, Versions versions, Jobs jobs, Products products) {
        this.store = store;
        this.songs = songs;
        this.versions = versions;
        this.jobs = jobs;
        this.products = products;
    }

    @Override
    public SharedSong create(String link, Id person, String credits) {
        Song song = song(link);
        if (store.of(song.id()).size() >= MOST_LINKS) {
            throw new JobRefused("This song has " + MOST_LINKS + " links already; revoke one first.");
        }
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        // there before its work is, which else might be done before it
        store.add(new SharedSong(token, song.id(), link, song.name(), cut(credits), song.head(), song.head(), person, Instant.now(), null, null,
                null, null, 0, ""));
        try {
            store.makes(token, ask(token, song, person).id());
        } catch (JobRefused refused) {
            store.drop(token);
            throw refused;
        }
        return find(token).orElseThrow();
    }

    @Override
    public SharedSong renew(String token, Id person, String credits) {
        SharedSong shared = find(token).filter(found -> !found.isRevoked()).orElseThrow(NoSuchSong::new);
        Song song = song(shared.link());
        store.want(token, song.head(), cut(credits));
        try {
            store.makes(token, ask(token, song, person).id());
        } catch (JobRefused refused) {
            store.want(token, shared.wanted(), shared.credits());
            throw refused;
        }
        return find(token).orElseThrow();
    }

    private Job ask(String token, Song song, Id person) {
        return jobs.ask(ShareWork.KIND, song.id(), person, Priority.SOMEBODY_WAITS, token + " " + song.link() + " " + song.head());
    }

    private Song song(String link) {
        return songs.find(link).filter(found -> !found.trashed()).orElseThrow(NoSuchSong::new);
    }

    private static String cut(String credits) {
        return credits.length() > LONGEST_CREDITS ? credits.substring(0, LONGEST_CREDITS - 1) + "…" : credits;
    }

    @Override
    public List<SharedSong> of(Id song) {
        return store.of(song);
    }

    @Override
    public Optional<SharedSong> find(String token) {
        return token.length() == 43 ? store.find(token) : Optional.empty();
    }

    @Override
    public Optional<SharedSong> heard(String token) {
        return find(token).filter(found -> !found.isRevoked() && songs.find(found.link()).filter(song -> !song.trashed()).isPresent());
    }

    @Override
    public void revoke(String token) {
        Optional<SharedSong> shared = find(token);
        store.revoke(token, Instant.now());
        shared.ifPresent(this::letGo);
    }

    private void letGo(SharedSong shared) {
        if (shared.job() != null) {
            jobs.cancel(shared.job());
        }
        Stream.of(shared.flac(), shared.opus()).filter(hash -> hash != null && store.using(hash) == 0)
                .forEach(hash -> products.until(hash, Instant.now()));
    }

    @Override
    public List<Remark> remarks(String token) {
        return store.remarks(token);
    }

    @Override
    public void remark(SharedSong shared, Id listener, UUID id, String name, String words, double seconds) {
        String who = name.replace('\0', ' ').strip().replaceAll("\\s+", " ");
        String said = words.replace('\0', ' ').strip();
        if (who.isEmpty() || said.isEmpty()) {
            throw new IllegalArgumentException("A comment needs a name and some words.");
        }
        if (who.length() > LONGEST_NAME || said.length() > LONGEST_REMARK) {
            throw new IllegalArgumentException("A comment has at most " + LONGEST_REMARK + " characters, a name " + LONGEST_NAME + ".");
        }
        if (store.remarksOf(shared.token()) >= MOST_REMARKS) {
            throw new IllegalArgumentException("There are too many comments here already.");
        }
        // who has no cookie yet gets as many as they like
        if (!mayTalk(shared.token(), MOST_A_LINK) || !mayTalk(listener, MOST_A_MINUTE)) {
            throw new IllegalArgumentException("That is much at once; wait a minute.");
        }
        double at = Double.isFinite(seconds) ? Math.clamp(seconds, 0, Math.max(0, shared.seconds())) : 0;
        if (!store.keep(shared.token(), new Remark(id, who, said, at, Instant.now()))) {
            return;
        }
        try {
            Arrangement now = songs.arrangement(shared.link());
            long tick = Math.round(TimeMaps.tempo(versions.at(shared.link(), shared.revision())).tick(at));
            Gesture comment = new CommentGestures(now, new IdSequence(RANDOM.nextLong(), RANDOM.nextLong() >>> 2))
                    .comment(now.root(), tick, 0, said, new Author(listener, who, LISTENER_COLOUR), System.currentTimeMillis());
            songs.edit(shared.link(), listener, comment.label(), comment.operations());
        } catch (NoSuchSong | EditRefused full) {
            // it is kept beside the link; the song itself takes no more comments
        }
    }

    private boolean mayTalk(Object who, int most) {
        long now = System.currentTimeMillis();
        if (saidLately.size() > 10_000) {
            saidLately.clear();
        }
        Deque<Long> lately = saidLately.computeIfAbsent(who, each -> new ArrayDeque<>());
        synchronized (lately) {
            lately.removeIf(time -> time < now - MINUTE);
            if (lately.size() >= most) {
                return false;
            }
            lately.add(now);
            return true;
        }
    }
}
