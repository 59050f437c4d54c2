package org.sipsleuth.ngram.detection;

import org.sipsleuth.dialog.SipIndex;

/// Whether a model was trained on messages like those of a capture. Messages with defects are left
/// out, so that an attack by malformed messages does not look like a misfit.
///
/// @param expected the share of distinct messages that should be anomalous, 0 to 1
/// @param messages how many distinct messages without defects were scored
/// @param anomalous how many of them are anomalous
public record CaptureFit(double expected, int messages, int anomalous) {

    /// More standard deviations above what is expected are no chance.
    private static final double DEVIATIONS = 4;

    /// So many more than expected say nothing in a small capture.
    private static final int FEW = 3;

    /// Up to this share a model fits, however few it expects.
    private static final double ALWAYS_FITS = 0.05;

    static CaptureFit of(SipIndex index, NgramModel model, MessageScores scores) {
        DistinctMessages distinct = scores.distinct();
        int messages = 0;
        int anomalous = 0;
        for (int i = 0; i < distinct.size(); i++) {
            if (!index.messages().isDefective(distinct.first(i))) {
                messages++;
                if (scores.ofDistinct(i) > model.threshold().score()) {
                    anomalous++;
                }
            }
        }
        double expected = Math.max(model.settings().falseAlarms(), model.threshold().expected());
        return new CaptureFit(expected, messages, anomalous);
    }

    /// Whether so many anomalous messages can be chance. If not, that a message is anomalous means
    /// nothing.
    public boolean fits() {
        double mean = expected * messages;
        double deviation = Math.sqrt(mean * (1 - expected));
        return anomalous <= Math.max(mean + DEVIATIONS * deviation + FEW, ALWAYS_FITS * messages);
    }
}
