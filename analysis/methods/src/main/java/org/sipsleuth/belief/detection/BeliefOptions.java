package org.sipsleuth.belief.detection;

import java.time.Duration;
import java.util.List;
import org.sipsleuth.belief.BeliefSettings;
import org.sipsleuth.belief.BeliefThresholds;
import org.sipsleuth.belief.learning.LearningSettings;
import org.sipsleuth.belief.network.CountRule;
import org.sipsleuth.belief.observation.SourceRule;
import org.sipsleuth.belief.period.PeriodSettings;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;

/// What can be set for training, as words.
final class BeliefOptions {

    static final String TABLES = "tables";
    static final String LEARNED = "learned";
    static final String PAPER = "paper";
    static final String PRINTED = "as-printed";
    static final String TABLES_FILE = "tables-file";

    private static final String ADAPTIVE = "adaptive";
    private static final String BOTH = "both";
    private static final String CONDITIONAL = "conditional";
    private static final String COUNT = "count";
    private static final String TIME = "time";
    private static final long MOST_MESSAGES = 1_000_000_000;

    static final List<Setting> SETTINGS = List.of(
            Setting.choice(TABLES, "where the tables come from: learned from the captures and the truth"
                    + " files beside them, or the paper's, or those as they are printed", LEARNED, PAPER, PRINTED),
            Setting.text(TABLES_FILE, "", "a file with tables to use instead (docs/BELIEF.md)"),
            Setting.choice("period",
                    "what ends a period: adaptive is a number of messages from a source,"
                            + " or time once there are enough messages; both is"
                            + " whichever comes first; count or time alone; or the end of the capture",
                    ADAPTIVE, BOTH, COUNT, TIME, "whole"),
            Setting.whole("messages", 60, "messages", 1, MOST_MESSAGES, "length of a period in messages"),
            Setting.real("seconds", 1_800, "s", 0.001, 1e9, "length of a period in time"),
            Setting.whole("period-least", 40, "messages", 1, MOST_MESSAGES,
                    "with fewer messages an adaptive period goes on beyond its time"),
            Setting.real("period-longest", 86_400, "s", 0.001, 1e9, "maximum length of an adaptive period in time"),
            Setting.choice("source",
                    "source of a request: the address that responses are sent to, where"
                            + " many addresses that flood a target together are one"
                            + " (pooled); each address by itself; or the last Via, as in the paper",
                    SourceRule.POOLED.word(), SourceRule.ADDRESS.word(), SourceRule.VIA.word()),
            Setting.real("smoothing", LearningSettings.STANDARD.smoothing(), "", 1e-6, 1e6,
                    "smoothing: added to the count of each state of a learned table"),
            Setting.choice("fit",
                    "how tables are learned: so that the right classes are believed most,"
                            + " or by counting each leaf by itself, as in a naive Bayes classifier",
                    CONDITIONAL, "counts"),
            Setting.real("fit-weight", LearningSettings.STANDARD.fitWeight(), "periods", 1e-3, 1e6,
                    "as how many periods of its class a counted row counts where rows are"
                            + " fitted: the more, the less a row moves"),
            Setting.whole("most-periods", LearningSettings.STANDARD.mostPeriods(), "periods", 0, 1_000_000,
                    "how many periods of a class are learned from one capture at most,"
                            + " evenly spread over it; 0 for all"),
            Setting.choice("rule",
                    "likelihood of method and status code counts: the table times the"
                            + " counts, as in the paper, or their joint probability",
                    CountRule.Kind.LINEAR.word(), CountRule.Kind.MULTINOMIAL.word()),
            Setting.real("weight", 5, "messages", 1e-3, 1e6,
                    "for the multinomial rule: maximum number of messages that a period counts for"),
            Setting.real("prior-normal", LearningSettings.STANDARD.normalPrior(), "", 1e-9, 1 - 1e-9,
                    "prior probability of normal traffic"),
            Setting.real("shipped-weight", LearningSettings.STANDARD.shippedWeight(), "periods", 0, 1e6,
                    "as how many periods the bundled model's row of normal traffic counts"
                            + " beside those of a baseline without attacks"),
            Setting.real("threshold", BeliefThresholds.STANDARD.attackBelief(), "", 0, 1 - 1e-9,
                    "reporting threshold: minimum probability of an attack"),
            Setting.whole("least-messages", BeliefThresholds.STANDARD.leastMessages(), "messages", 1, 1_000_000,
                    "minimum number of messages for a sufficient sample"),
            Setting.real("novelty-share", BeliefThresholds.STANDARD.noveltyShare(), "", 1e-6, 0.5,
                    "share of normal periods that are as unlike other normal ones as a period that is"
                            + " reported as unlike normal"));

    private BeliefOptions() {}

    static BeliefSettings settings(Settings values) {
        return new BeliefSettings(periods(values), SourceRule.of(values.text("source")),
                new LearningSettings(values.real("smoothing"), rule(values), values.real("prior-normal"),
                        values.real("shipped-weight"), values.is("fit", CONDITIONAL), values.real("fit-weight"),
                        values.count("most-periods")),
                new BeliefThresholds(values.real("threshold"), values.count("least-messages"),
                        values.real("novelty-share")));
    }

    private static CountRule rule(Settings values) {
        return values.is("rule", CountRule.Kind.LINEAR.word()) ? CountRule.LINEAR
                : CountRule.multinomial(values.real("weight"));
    }

    /// No shorter than the usual time.
    private static Duration longest(Settings values, PeriodSettings.ByTime time) {
        Duration longest = Duration.ofMillis(Math.round(values.real("period-longest") * 1_000));
        return longest.compareTo(time.length()) < 0 ? time.length() : longest;
    }

    private static PeriodSettings periods(Settings values) {
        PeriodSettings.ByCount count = new PeriodSettings.ByCount(values.count("messages"));
        PeriodSettings.ByTime time =
                new PeriodSettings.ByTime(Duration.ofMillis(Math.round(values.real("seconds") * 1_000)));
        return switch (values.text("period")) {
            case ADAPTIVE -> new PeriodSettings.Adaptive(new PeriodSettings.ByCountOrTime(count, time),
                    Math.min(values.count("period-least"), count.messages()), longest(values, time));
            case BOTH -> new PeriodSettings.ByCountOrTime(count, time);
            case COUNT -> count;
            case TIME -> time;
            default -> new PeriodSettings.Whole();
        };
    }
}
