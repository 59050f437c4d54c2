package org.sipsleuth.belief.source;

import java.time.Duration;
import java.util.List;
import org.sipsleuth.belief.BeliefSettings;
import org.sipsleuth.belief.BeliefThresholds;
import org.sipsleuth.belief.event.SourceRule;
import org.sipsleuth.belief.learning.LearningSettings;
import org.sipsleuth.belief.period.PeriodSettings;
import org.sipsleuth.belief.tree.CountRule;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;

/// What can be set for training, as words.
final class BeliefOptions {

    static final String TABLES = "tables";
    static final String LEARNED = "learned";
    static final String PAPER = "paper";
    static final String PRINTED = "as-printed";
    static final String TABLES_FILE = "tables-file";

    private static final String BOTH = "both";
    private static final String COUNT = "count";
    private static final String TIME = "time";
    private static final long MOST_MESSAGES = 1_000_000_000;

    static final List<Setting> SETTINGS =
            List.of(
                    Setting.choice(
                            TABLES,
                            "where the tables come from: learned from the captures and the truth"
                                    + " files beside them, or the paper's, or those as they are"
                                    + " printed",
                            LEARNED,
                            PAPER,
                            PRINTED),
                    Setting.text(
                            TABLES_FILE,
                            "",
                            "a file with tables to be taken instead (docs/BELIEF.md)"),
                    Setting.choice(
                            "period",
                            "what ends a period: a count of messages of a source, time, whichever"
                                    + " of both comes first, or the end of the capture",
                            BOTH,
                            COUNT,
                            TIME,
                            "whole"),
                    Setting.whole(
                            "messages",
                            60,
                            "messages",
                            1,
                            MOST_MESSAGES,
                            "how long a period is by count"),
                    Setting.real("seconds", 1_800, "s", 0.001, 1e9, "how long a period is by time"),
                    Setting.choice(
                            "source",
                            "who is the source of a request: the address that responses go back to,"
                                    + " or what the last Via says, as in the paper",
                            SourceRule.ADDRESS.word(),
                            SourceRule.VIA.word()),
                    Setting.real(
                            "smoothing",
                            LearningSettings.STANDARD.smoothing(),
                            "",
                            1e-6,
                            1e6,
                            "what is added to the count of each state of a learned table"),
                    Setting.choice(
                            "rule",
                            "how counts of methods and codes become messages: the table times the"
                                    + " counts, as in the paper, or the probability of all of them",
                            CountRule.Kind.LINEAR.word(),
                            CountRule.Kind.MULTINOMIAL.word()),
                    Setting.real(
                            "weight",
                            5,
                            "messages",
                            1e-3,
                            1e6,
                            "for the multinomial rule: as how many messages those of a period count"
                                    + " at most"),
                    Setting.real(
                            "prior-normal",
                            LearningSettings.STANDARD.normalPrior(),
                            "",
                            1e-9,
                            1 - 1e-9,
                            "how much normal traffic is believed before anything was observed"),
                    Setting.real(
                            "threshold",
                            BeliefThresholds.STANDARD.attackBelief(),
                            "",
                            0,
                            1 - 1e-9,
                            "how much an attack must be believed to be told"),
                    Setting.whole(
                            "least-messages",
                            BeliefThresholds.STANDARD.leastMessages(),
                            "messages",
                            1,
                            1_000_000,
                            "with fewer messages a finding is not grounded"));

    private BeliefOptions() {}

    static BeliefSettings settings(Settings values) {
        return new BeliefSettings(
                periods(values),
                SourceRule.of(values.text("source")),
                new LearningSettings(
                        values.real("smoothing"), rule(values), values.real("prior-normal")),
                new BeliefThresholds(values.real("threshold"), values.count("least-messages")));
    }

    private static CountRule rule(Settings values) {
        return values.is("rule", CountRule.Kind.LINEAR.word())
                ? CountRule.LINEAR
                : CountRule.multinomial(values.real("weight"));
    }

    private static PeriodSettings periods(Settings values) {
        PeriodSettings.ByCount count = new PeriodSettings.ByCount(values.count("messages"));
        PeriodSettings.ByTime time =
                new PeriodSettings.ByTime(
                        Duration.ofMillis(Math.round(values.real("seconds") * 1_000)));
        return switch (values.text("period")) {
            case BOTH -> new PeriodSettings.ByCountOrTime(count, time);
            case COUNT -> count;
            case TIME -> time;
            default -> new PeriodSettings.Whole();
        };
    }
}
