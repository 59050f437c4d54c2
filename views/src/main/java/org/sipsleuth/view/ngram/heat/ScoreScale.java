package org.sipsleuth.view.ngram.heat;

/// A logarithmic axis of scores. Scores of 0 and below lie at its left end. Immutable.
///
/// @param low its left end, above 0
/// @param high its right end
record ScoreScale(double low, double high) {

    /// The most decades that an axis has.
    private static final double MOST_RATIO = 1e6;

    /// The axis of these rows, from decade to decade.
    static ScoreScale of(HeatRows rows, double threshold) {
        double least = threshold > 0 ? threshold : Double.POSITIVE_INFINITY;
        double most = threshold > 0 ? threshold : 0;
        for (int row = 0; row < rows.count(); row++) {
            double score = rows.score(row);
            if (score > 0 && score < Double.POSITIVE_INFINITY) {
                least = Math.min(least, score);
                most = Math.max(most, score);
            }
        }
        if (!(most > 0)) {
            return new ScoreScale(0.1, 1);
        }
        double high = most * 1.15;
        double low = Math.max(least * 0.85, high / MOST_RATIO);
        return new ScoreScale(low, high);
    }

    /// The place of a score, 0 to 1.
    double share(double score) {
        return score <= low ? 0 : Math.clamp(Math.log(score / low) / Math.log(high / low), 0, 1);
    }

    /// The score at a place.
    double score(double share) {
        return low * Math.pow(high / low, Math.clamp(share, 0, 1));
    }
}
