package studio.tutti.core.engine;

import studio.tutti.core.media.MediaKey;

/**
 * Recipes of stretched recordings, behind the regions in {@link Annex#REGIONS}: for each the two halves of the key by which regions
 * ask for it, those of the recording it is made of, the number of points of the map, then the points in the recording and where
 * they come to lie, by turns, in hundred-thousandths of a second.
 */
final class ScoreStretches {

    private ScoreStretches() {}

    /**
     * Writes a recipe.
     *
     * @param points pairs as above
     * @return the key of what is made by it: the same for the same recording and the same map
     */
    static MediaKey add(Numbers recipes, MediaKey source, int[] points) {
        long mixed = source.bits() ^ 0x5354524554434845L;
        for (int point : points) {
            mixed = (mixed ^ point) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 29;
        }
        MediaKey key = new MediaKey(mixed * 0xBF58476D1CE4E5B9L ^ mixed >>> 31);
        for (int at = 0; at < recipes.size(); at += 5 + 2 * recipes.get(at + 4)) {
            if (recipes.get(at) == key.high() && recipes.get(at + 1) == key.low()) {
                return key;
            }
        }
        recipes.add(key.high()).add(key.low()).add(source.high()).add(source.low()).add(points.length / 2);
        for (int point : points) {
            recipes.add(point);
        }
        return key;
    }

    /** All recipes, one after the other. */
    static int[] of(Score score) {
        int size = score.annexSize(Annex.REGIONS);
        if (size == 0) {
            return new int[0];
        }
        int begin = score.annexAt(Annex.REGIONS);
        int from = begin + 1 + ScoreRegions.WIDTH * new ScoreRegions(score).size();
        return java.util.Arrays.copyOfRange(score.packed(), Math.min(from, begin + size), begin + size);
    }
}
