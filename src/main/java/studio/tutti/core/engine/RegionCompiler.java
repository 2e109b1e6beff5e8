package studio.tutti.core.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Elements;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.arrangement.TimeMaps;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.media.MediaKey;
import studio.tutti.core.media.TimeStretch;
import studio.tutti.core.music.TempoMap;
import studio.tutti.core.music.Ticks;

/**
 * Compiles the clips of audio tracks to {@link ScoreRegions}. A clip begins at its tick and reads its recording from its position
 * at the recording's own speed, or stretched so that its beats are the song's; one that repeats reads the same again and again. Where a clip of a track reaches into the next
 * one and neither has a fade there, they cross with equal power.
 */
final class RegionCompiler {

    private static final double NANOSECONDS = 1e-9;

    /** Seconds that are stretched beyond the edges of a clip. */
    private static final double AROUND = 0.1;

    private final Arrangement arrangement;
    private final TempoMap tempo;
    private final int rate;
    private final ScoreBuilder score;
    private final Numbers written = new Numbers();
    private final Numbers recipes = new Numbers();

    RegionCompiler(Arrangement arrangement, TempoMap tempo, int rate, ScoreBuilder score) {
        this.arrangement = arrangement;
        this.tempo = tempo;
        this.rate = rate;
        this.score = score;
    }

    /** A region in the making. */
    private static final class Region {
        int from;
        int to;
        double shift;
        int gain;
        int fadeIn;
        int fadeOut;
        int flags;
        final MediaKey key;

        Region(MediaKey key) {
            this.key = key;
        }
    }

    /** Compiles what the tracks of a score play, in its order. */
    void compile(List<Element> tracks) {
        Numbers annex = score.annex(Annex.REGIONS);
        int count = 0;
        for (int index = 0; index < tracks.size(); index++) {
            Element track = tracks.get(index);
            if (TrackType.of(track.number(Property.TYPE)) == TrackType.AUDIO) {
                List<Region> regions = regions(track);
                cross(regions);
                for (Region region : regions) {
                    write(index, region);
                    count++;
                }
            }
        }
        if (count > 0) {
            annex.add(count);
            for (int i = 0; i < written.size(); i++) {
                annex.add(written.get(i));
            }
            for (int i = 0; i < recipes.size(); i++) {
                annex.add(recipes.get(i));
            }
        }
    }

    private List<Region> regions(Element track) {
        List<Region> regions = new ArrayList<>();
        for (Element clip : Elements.sorted(track.children(Kind.CLIP))) {
            Element content = arrangement.alive(clip.reference(Property.CONTENT));
            MediaKey key = content == null || !content.flag(Property.FORM) ? null : MediaKey.of(content.text(Property.MEDIA));
            if (content != null && key != null && !clip.flag(Property.MUTED)) {
                clip(clip, key, content.number(Property.LASTS), regions);
            }
        }
        return regions;
    }

    private void clip(Element clip, MediaKey key, long lasts, List<Region> regions) {
        long loop = clip.number(Property.LOOP);
        long step = loop > 0 ? loop : clip.length();
        for (long at = clip.start(); at < clip.end() && step > 0; at += step) {
            long end = Math.min(clip.end(), at + step);
            Region region = region(clip, key, lasts, at, end);
            if (region == null) {
                return;
            }
            region.fadeIn = at == clip.start() ? frames(clip.number(Property.FADE_IN), region) : 0;
            region.fadeOut = end == clip.end() ? frames(clip.number(Property.FADE_OUT), region) : 0;
            regions.add(region);
        }
    }

    private @Nullable Region region(Element clip, MediaKey recording, long lasts, long from, long to) {
        double begin = tempo.seconds(from);
        if (begin * rate >= Score.LAST_FRAME) {
            return null;
        }
        long recorded = lasts > 0 ? clip.number(Property.RECORDED) : 0;
        Region region = recorded == 0 ? plain(clip, recording, begin) : stretched(clip, recording, lasts, recorded, from, to);
        region.from = (int) (begin * rate + 0.5);
        region.to = (int) Math.min(Score.LAST_FRAME, tempo.seconds(to) * rate + 0.5);
        region.gain = clip.integer(Property.GAIN);
        return region;
    }

    private static Region plain(Element clip, MediaKey recording, double begin) {
        Region region = new Region(recording);
        region.shift = clip.number(Property.POSITION) * NANOSECONDS - begin;
        return region;
    }

    /**
     * What a clip that follows the tempo plays. Where the song has one tempo there, the whole recording is stretched alike, so that
     * cutting and moving the clip ask for nothing new; else what the clip plays of it is stretched step by step.
     */
    private Region stretched(Element clip, MediaKey recording, long lasts, long recorded, long from, long to) {
        double begin = tempo.seconds(from);
        double position = clip.number(Property.POSITION) * NANOSECONDS;
        double ratio = tempo.tempo(from) / recorded;
        Numbers changes = changes(from, to);
        if (changes.size() == 0 && ratio > 0.9999999 && ratio < 1.0000001) {
            return plain(clip, recording, begin);
        }
        Region region;
        if (changes.size() == 0) {
            double whole = lasts * NANOSECONDS;
            region = new Region(ScoreStretches.add(recipes, recording, new int[] {0, 0, units(whole), units(whole * ratio)}));
            region.shift = position * ratio - begin;
            return region;
        }
        double around = Math.min(AROUND, position);
        Numbers points = new Numbers();
        points.add(units(position - around)).add(0);
        double shifted = around * ratio;
        for (int i = 0; i < changes.size(); i++) {
            long tick = changes.get(i);
            points.add(units(position + (tick - from) * (recorded * 1e-6 / Ticks.PER_QUARTER)))
                    .add(units(shifted + tempo.seconds(tick) - begin));
        }
        double last = position + (to - from) * (recorded * 1e-6 / Ticks.PER_QUARTER);
        double slope = tempo.tempo(to - 1) / recorded;
        points.add(units(last + AROUND)).add(units(shifted + tempo.seconds(to) - begin + AROUND * slope));
        region = new Region(ScoreStretches.add(recipes, recording, points.copy()));
        region.shift = shifted - begin;
        return region;
    }

    /** The ticks within a stretch at which the tempo changes. */
    private Numbers changes(long from, long to) {
        Numbers changes = new Numbers();
        for (Element step : TimeMaps.steps(arrangement, Kind.TEMPO)) {
            if (step.kind() != Kind.SONG && step.start() > from && step.start() < to) {
                changes.add((int) step.start());
            }
        }
        return changes;
    }

    private static int units(double seconds) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, Math.floor(seconds * TimeStretch.UNITS + 0.5)));
    }

    private int frames(long microseconds, Region region) {
        return (int) Math.min(region.to - region.from, microseconds * 1e-6 * rate + 0.5);
    }

    private static void cross(List<Region> regions) {
        regions.sort((a, b) -> Integer.compare(a.from, b.from));
        for (int i = 1; i < regions.size(); i++) {
            Region before = regions.get(i - 1);
            Region next = regions.get(i);
            int overlap = before.to - next.from;
            if (overlap > 0 && next.from > before.from && next.to > before.to) {
                if (before.fadeOut == 0) {
                    before.fadeOut = overlap;
                    before.flags |= ScoreRegions.CROSSES_OUT;
                }
                if (next.fadeIn == 0) {
                    next.fadeIn = overlap;
                    next.flags |= ScoreRegions.CROSSES_IN;
                }
            }
        }
    }

    private void write(int track, Region region) {
        long shift = Double.doubleToRawLongBits(region.shift);
        written.add(track).add(region.from).add(region.to).add(region.key.high()).add(region.key.low())
                .add((int) (shift >> 32)).add((int) shift).add(region.gain).add(region.fadeIn).add(region.fadeOut).add(region.flags);
        score.reaches(region.to);
    }
}
