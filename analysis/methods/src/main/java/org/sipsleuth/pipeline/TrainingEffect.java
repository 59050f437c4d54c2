package org.sipsleuth.pipeline;

import static org.sipsleuth.sentence.Sentence.Punctuation.INDENT;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.number;
import static org.sipsleuth.sentence.Sentence.row;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Familiarity;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;

/// What changes in the baseline if a trained model takes the place of the bundled one.
///
/// @param dialogs how many dialogs of the baseline were learned; 0 where the method does not say
///     which dialogs it knows
/// @param unknownBefore how many of them the bundled model does not know
/// @param unknownAfter how many of them the new one does not know
/// @param expectedUnknown the share of further dialogs that the new one would not know, 0 to 1
/// @param mostUnknown the share that the true one does not exceed, with a confidence of 95 %
/// @param vanished the findings of the bundled model that the new one does not have
/// @param oddSources hosts most of whose dialogs the bundled model does not know
public record TrainingEffect(int dialogs, int unknownBefore, int unknownAfter, double expectedUnknown,
        double mostUnknown, List<Finding> vanished, List<OddSource> oddSources) {

    /// Above this share of unknown dialogs, an unknown one indicates little.
    private static final double UNCERTAIN = 0.1;

    private static final int MOST_NAMED = 5;

    /// Takes a copy.
    public TrainingEffect {
        vanished = List.copyOf(vanished);
        oddSources = List.copyOf(oddSources);
    }

    /// Looks at the baseline with both models.
    ///
    /// @param leftOut dialogs that were not learned
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static TrainingEffect of(SipIndex baseline, BitSet leftOut, Detector before, Detector after,
            RunMonitor monitor) {
        Detection old = before.detect(baseline, monitor);
        Detection trained = after.detect(baseline, monitor);
        int[] learned = IntStream.range(0, baseline.dialogs().size()).filter(dialog -> !leftOut.get(dialog)).toArray();
        Set<String> still = trained.findings().stream().map(Finding::id).collect(Collectors.toUnmodifiableSet());
        return new TrainingEffect(trained.familiarity().isPresent() ? learned.length : 0, unknown(old, learned),
                unknown(trained, learned), trained.familiarity().map(Familiarity::expectedUnknown).orElse(0.0),
                trained.familiarity().map(Familiarity::mostUnknown).orElse(0.0),
                old.findings().stream().filter(finding -> !still.contains(finding.id())).toList(),
                old.familiarity().map(its -> OddSource.of(baseline, leftOut, its::isUnknown)).orElse(List.of()));
    }

    private static int unknown(Detection detection, int[] dialogs) {
        return detection.familiarity().map(its -> (int) IntStream.of(dialogs).filter(its::isUnknown).count()).orElse(0);
    }

    /// The effect in lines.
    public List<Sentence> lines() {
        List<Sentence> lines = new ArrayList<>();
        if (dialogs > 0) {
            lines.add(CleanBaseline.TEXTS.sentence("effect.known", count(unknownBefore), count(dialogs),
                    count(unknownAfter), number(expectedUnknown * 1_000, 0), number(mostUnknown * 1_000, 0)));
        }
        if (expectedUnknown > UNCERTAIN) {
            lines.add(CleanBaseline.TEXTS.sentence("effect.uncertain"));
        }
        oddSources.stream().limit(MOST_NAMED).map(TrainingEffect::line).forEach(lines::add);
        if (vanished.isEmpty()) {
            lines.add(CleanBaseline.TEXTS.sentence("effect.none"));
            return List.copyOf(lines);
        }
        lines.add(CleanBaseline.TEXTS.sentence("effect.vanish", count(vanished.size())));
        vanished.stream().limit(MOST_NAMED).forEach(finding -> lines.add(row(INDENT, finding.statement().title())));
        if (vanished.size() > MOST_NAMED) {
            lines.add(row(INDENT, CleanBaseline.TEXTS.sentence("effect.more", count(vanished.size() - MOST_NAMED))));
        }
        return List.copyOf(lines);
    }

    private static Sentence line(OddSource source) {
        return CleanBaseline.TEXTS.sentence("effect.odd", Sentence.host(source.host()), count(source.odd()),
                count(source.dialogs()), Sentence.percent(source.others(), 1));
    }
}
