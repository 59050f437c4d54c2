package org.sipsleuth.sequence;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.model.Training;
import org.sipsleuth.sequence.corpus.MessageChoice;
import org.sipsleuth.sequence.corpus.Proportions;
import org.sipsleuth.sequence.corpus.SequenceCorpus;
import org.sipsleuth.sequence.network.ConvolutionSettings;
import org.sipsleuth.sequence.training.TrainingSettings;

/// A few dialogs, and settings with which a model of them is trained in a second, for tests.
public final class SmallCorpus {

    public static final String CALL = "INVITE 100 180 200 ACK BYE 200";
    public static final String BUSY = "INVITE 100 486 ACK";
    public static final String REGISTRATION = "REGISTER 401 REGISTER 200";
    public static final String CANCELLED = "INVITE 100 180 CANCEL 200 487 ACK";

    private SmallCorpus() {}

    public static List<String> types(String sequence) {
        return Arrays.asList(sequence.split(" "));
    }

    /// 60 calls, 20 busy ones, 15 registrations, 5 cancelled calls.
    public static SequenceCorpus corpus() {
        return new SequenceCorpus(
                List.of(entry(BUSY, 20), entry(CALL, 60), entry(REGISTRATION, 15), entry(CANCELLED, 5)));
    }

    public static SequenceCorpus.Entry entry(String sequence, int training) {
        return new SequenceCorpus.Entry(types(sequence), training, 0, 0);
    }

    public static SequenceSettings settings(UnknownSettings unknown) {
        return new SequenceSettings(new TrainingSettings(new ConvolutionSettings(8), 4, 1e-2, 200, 50, 7),
                Proportions.ALL, MessageChoice.FOLDED, unknown);
    }

    public static TrainingFacts facts() {
        return new TrainingFacts("small", "a few dialogs",
                List.of(new Training.Input("small.pcap", "0".repeat(64), 600, 100)),
                new Training.Origin("test", Instant.parse("2026-01-02T03:04:05Z"), "CC0"));
    }
}
