package org.sipsleuth.sequence;

import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.corpus.SequenceCorpus;

/// Models of [SmallCorpus], trained in a second, for tests.
public final class SmallModel {

    private SmallModel() {}

    public static SequenceModel of(SequenceCorpus corpus) {
        return SequenceTrainer.fit(corpus, SmallCorpus.settings(UnknownSettings.STANDARD), SmallCorpus.facts(),
                RunMonitor.NONE, _ -> {});
    }

    public static SequenceModel small() {
        return of(SmallCorpus.corpus());
    }
}
