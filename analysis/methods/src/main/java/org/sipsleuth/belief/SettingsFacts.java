package org.sipsleuth.belief;

import java.time.Duration;
import org.sipsleuth.belief.learning.LearningSettings;
import org.sipsleuth.belief.network.CountRule;
import org.sipsleuth.belief.observation.SourceRule;
import org.sipsleuth.belief.period.PeriodSettings;
import org.sipsleuth.model.Facts;
import org.sipsleuth.model.ModelFormatException;

/// How settings are stored in a model file.
final class SettingsFacts {

    private static final String COUNT = "count";
    private static final String TIME = "time";
    private static final String BOTH = "both";
    private static final String ADAPTIVE = "adaptive";
    private static final String WHOLE = "whole";
    private static final String FIT = "fit";
    private static final String CONDITIONAL = "conditional";
    private static final String COUNTS = "counts";
    private static final String SHIPPED_WEIGHT = "shipped_weight";
    private static final String FIT_WEIGHT = "fit_weight";
    private static final String MOST_PERIODS = "most_periods";
    private static final String NOVELTY_SHARE = "novelty_share";
    private static final int MOST = 1_000_000_000;

    /// That of models from before it could be set.
    private static final double OLD_FIT_WEIGHT = 20;

    private SettingsFacts() {}

    static Facts of(BeliefSettings settings) {
        Facts.Builder facts = Facts.builder();
        switch (settings.periods()) {
            case PeriodSettings.ByCount count -> facts.put("period", COUNT).put("messages", count.messages());
            case PeriodSettings.ByTime time -> facts.put("period", TIME).put("milliseconds", time.length().toMillis());
            case PeriodSettings.ByCountOrTime both -> facts.put("period", BOTH)
                    .put("messages", both.count().messages())
                    .put("milliseconds", both.time().length().toMillis());
            case PeriodSettings.Adaptive(var both, int least, Duration longest) -> facts.put("period", ADAPTIVE)
                    .put("messages", both.count().messages())
                    .put("milliseconds", both.time().length().toMillis())
                    .put("least", least)
                    .put("longest_milliseconds", longest.toMillis());
            case PeriodSettings.Whole _ -> facts.put("period", WHOLE);
        }
        return facts.put("source", settings.sources().word())
                .put("smoothing", settings.learning().smoothing())
                .put("rule", settings.learning().rule().kind().word())
                .put("weight", settings.learning().rule().weight())
                .put("prior_normal", settings.learning().normalPrior())
                .put(SHIPPED_WEIGHT, settings.learning().shippedWeight())
                .put(FIT, settings.learning().isConditional() ? CONDITIONAL : COUNTS)
                .put(FIT_WEIGHT, settings.learning().fitWeight())
                .put(MOST_PERIODS, settings.learning().mostPeriods())
                .build();
    }

    static Facts of(BeliefThresholds thresholds) {
        return Facts.builder()
                .put("attack_belief", thresholds.attackBelief())
                .put("least_messages", thresholds.leastMessages())
                .put(NOVELTY_SHARE, thresholds.noveltyShare())
                .build();
    }

    static BeliefSettings read(Facts facts, Facts thresholds) throws ModelFormatException {
        try {
            return new BeliefSettings(periods(facts), SourceRule.of(facts.text("source")),
                    new LearningSettings(facts.number("smoothing"),
                            new CountRule(CountRule.Kind.of(facts.text("rule")), facts.number("weight")),
                            facts.number("prior_normal"), facts.has(SHIPPED_WEIGHT) ? facts.number(SHIPPED_WEIGHT) : 0,
                            facts.has(FIT) && facts.text(FIT).equals(CONDITIONAL),
                            facts.has(FIT_WEIGHT) ? facts.number(FIT_WEIGHT) : OLD_FIT_WEIGHT,
                            facts.has(MOST_PERIODS) ? facts.integer(MOST_PERIODS, 0, MOST) : 0),
                    new BeliefThresholds(thresholds.number("attack_belief"),
                            thresholds.integer("least_messages", 1, MOST),
                            thresholds.has(NOVELTY_SHARE) ? thresholds.number(NOVELTY_SHARE)
                                    : BeliefThresholds.STANDARD.noveltyShare()));
        } catch (IllegalArgumentException impossible) {
            throw new ModelFormatException("settings", "cannot be: " + impossible.getMessage());
        }
    }

    private static PeriodSettings periods(Facts facts) throws ModelFormatException {
        return switch (facts.text("period")) {
            case COUNT -> count(facts);
            case TIME -> time(facts);
            case BOTH -> new PeriodSettings.ByCountOrTime(count(facts), time(facts));
            case ADAPTIVE -> new PeriodSettings.Adaptive(new PeriodSettings.ByCountOrTime(count(facts), time(facts)),
                    facts.integer("least", 1, MOST), Duration.ofMillis(facts.integer("longest_milliseconds")));
            case WHOLE -> new PeriodSettings.Whole();
            default -> throw new ModelFormatException("settings.period",
                    "is neither count nor time nor both nor adaptive nor whole");
        };
    }

    private static PeriodSettings.ByCount count(Facts facts) throws ModelFormatException {
        return new PeriodSettings.ByCount(facts.integer("messages", 1, MOST));
    }

    private static PeriodSettings.ByTime time(Facts facts) throws ModelFormatException {
        return new PeriodSettings.ByTime(Duration.ofMillis(facts.integer("milliseconds")));
    }
}
