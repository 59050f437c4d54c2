package org.sipsleuth.view.ngram;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.ngram.contribution.ByteContributions;
import org.sipsleuth.ngram.contribution.Contribution;
import org.sipsleuth.ngram.contribution.FieldContribution;
import org.sipsleuth.ngram.detection.DistinctMessages;
import org.sipsleuth.ngram.detection.MessageClusters;
import org.sipsleuth.ngram.detection.MessageExplanation;
import org.sipsleuth.ngram.detection.NgramDetection;
import org.sipsleuth.ngram.detection.NgramSettings;
import org.sipsleuth.ngram.embedding.Grams;
import org.sipsleuth.ngram.local.Neighbour;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.view.ngram.heat.FieldColumns;
import org.sipsleuth.view.ngram.heat.HeatField;
import org.sipsleuth.view.ngram.heat.HeatRow;

/// What the n-gram detector found, by distinct messages: of those that are equal once values are
/// replaced, the first stands for all.
final class NgramScored implements ScoredMessages {

    /// So many anomalous messages, the highest score first, get a cluster.
    private static final int MOST_CLUSTERED = 2_000;

    private static final int MOST_GRAMS = 6;

    private final NgramDetection detection;
    private final int[] clusterOf;
    private final int clusters;
    private final double[] markedScores;

    private NgramScored(NgramDetection detection, int[] clusterOf, int clusters) {
        this.detection = detection;
        this.clusterOf = clusterOf;
        this.clusters = clusters;
        markedScores =
                IntStream.range(0, clusterOf.length).filter(this::isMarked).mapToDouble(this::score).sorted().toArray();
    }

    /// Groups the anomalous messages of a detection. Cost: up to some seconds.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static NgramScored of(NgramDetection detection, RunMonitor monitor) {
        MessageClusters groups = detection.clusters(monitor);
        DistinctMessages distinct = detection.scores().distinct();
        int[] clusterOf = new int[distinct.size()];
        Arrays.fill(clusterOf, -1);
        int count = groups.clusters().count();
        for (int rank = 0; count > 0 && rank < Math.min(detection.size(), MOST_CLUSTERED); rank++) {
            monitor.throwIfCancelled();
            int place = detection.scores().ranked(rank);
            clusterOf[place] = groups.clusters().nearest(detection.vector(distinct.first(place)));
        }
        return new NgramScored(detection, clusterOf, count);
    }

    /// What it is made of.
    NgramDetection detection() {
        return detection;
    }

    @Override
    public SipIndex index() {
        return detection.index();
    }

    @Override
    public int size() {
        return clusterOf.length;
    }

    @Override
    public int message(int i) {
        return detection.scores().distinct().first(i);
    }

    @Override
    public int placeOf(int message) {
        return detection.scores().distinct().of(message);
    }

    @Override
    public double score(int i) {
        return detection.scores().ofDistinct(i);
    }

    @Override
    public int cluster(int i) {
        return clusterOf[i];
    }

    @Override
    public int clusters() {
        return clusters;
    }

    @Override
    public boolean isMarked(int i) {
        return detection.headers().isMarked(i);
    }

    @Override
    public int markedBelow(double threshold) {
        return (int) Arrays.stream(markedScores).takeWhile(score -> score < threshold).count();
    }

    /// The model's own threshold is the largest score that is still normal.
    @Override
    public double threshold() {
        return Math.nextUp(detection.model().threshold().score());
    }

    @Override
    public String misfit() {
        return detection.fit().fits() ? "" : deviation("ngram.misfit");
    }

    @Override
    public String drift() {
        return !detection.fit().isOwnNetwork() || detection.fit().isExpected() ? "" : deviation("ngram.drift");
    }

    private String deviation(String key) {
        return text(key, percent(detection.fit().anomalous(), detection.fit().messages()),
                String.format(Locale.ROOT, "%.1f", 100 * detection.fit().expected()),
                detection.fit().leftOut().map(host -> text("ngram.misfit.outside", host)).orElse(""));
    }

    private static String percent(int part, int all) {
        return String.format(Locale.ROOT, "%.0f", 100.0 * part / Math.max(1, all));
    }

    @Override
    public String model() {
        NgramSettings settings = detection.model().settings();
        String grams = switch (settings.embedding().grams()) {
            case Grams.Bytes bytes -> text("ngram.model.bytes", bytes.n());
            case Grams.Tokens _ -> text("ngram.model.tokens");
        };
        return switch (settings.kind()) {
            case UNSEEN -> text("ngram.model.unseen", grams);
            case LOCAL -> text("ngram.model.local", grams, settings.neighbours());
            case GLOBAL -> text("ngram.model.global", grams);
        };
    }

    @Override
    public HeatRow heat(int i) {
        return heat(index().bytes(message(i)), detection.heat(message(i)));
    }

    @Override
    public Explained explain(int i) {
        byte[] bytes = index().bytes(message(i));
        MessageExplanation its = detection.explain(message(i));
        Grams grams = detection.model().settings().embedding().grams();
        List<Explained.Gram> unusual = new ArrayList<>();
        List<Explained.Gram> missing = new ArrayList<>();
        for (Contribution each : its.contributions().all()) {
            if (each.isMissing() && missing.size() < MOST_GRAMS) {
                missing.add(new Explained.Gram(grams.text(each.gram()), each.value()));
            } else if (!each.isMissing() && unusual.size() < MOST_GRAMS) {
                unusual.add(new Explained.Gram(its.embedded().text(each.gram()), each.value()));
            }
        }
        return new Explained(heat(bytes, its.bytes()), detection.departures(message(i)),
                its.headers().stream().map(Sentence::text).toList(), unusual, missing,
                detection.nearestNormal(its).orElse(new byte[0]),
                its.nearest().map(Neighbour::distance).orElse(Double.NaN));
    }

    private static HeatRow heat(byte[] bytes, ByteContributions contributions) {
        float[] values = new float[bytes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) contributions.at(i);
        }
        List<HeatField> fields = new ArrayList<>();
        List<FieldContribution> parts = contributions.ofFields(bytes);
        for (FieldContribution part : parts) {
            int column = !part.name().isEmpty() ? FieldColumns.of(part.name())
                    : part.from() == 0 ? FieldColumns.START
                    : isBlank(bytes, part) ? FieldColumns.OTHER
                    : FieldColumns.BODY;
            fields.add(new HeatField(column, part.from(), part.to()));
        }
        return new HeatRow(values, bytes, contributions.missing(), fields);
    }

    /// Whether it is the line between header and body.
    private static boolean isBlank(byte[] bytes, FieldContribution part) {
        for (int i = part.from(); i < part.to(); i++) {
            if (bytes[i] != '\r' && bytes[i] != '\n') {
                return false;
            }
        }
        return true;
    }
}
