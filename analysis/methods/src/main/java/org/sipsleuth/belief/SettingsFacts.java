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
    private static final String WHOLE = "whole";
    private static final int MOST = 1_000_000_000;

    private SettingsFacts() {}

    static Facts of(BeliefSettings settings) {
        Facts.Builder facts = Facts.builder();
        switch (settings.periods()) {
            case PeriodSettings.ByCount count ->
                    facts.put("period", COUNT).put("messages", count.messages());
            case PeriodSettings.ByTime time ->
                    facts.put("period", TIME).put("milliseconds", time.length().toMillis());
            case PeriodSettings.ByCountOrTime both ->
                    facts.put("period", BOTH)
                            .put("messages", both.count().messages())
                            .put("milliseconds", both.time().length().toMillis());
            case PeriodSettings.Whole _ -> facts.put("period", WHOLE);
        }
        return facts.put("source", settings.sources().word())
                .put("smoothing", settings.learning().smoothing())
                .put("rule", settings.learning().rule().kind().word())
                .put("weight", settings.learning().rule().weight())
                .put("prior_normal", settings.learning().normalPrior())
                .build();
    }

    static Facts of(BeliefThresholds thresholds) {
        return Facts.builder()
                .put("attack_belief", thresholds.attackBelief())
                .put("least_messages", thresholds.leastMessages())
                .build();
    }

    static BeliefSettings read(Facts facts, Facts thresholds) throws ModelFormatException {
        try {
            return new BeliefSettings(
                    periods(facts),
                    SourceRule.of(facts.text("source")),
                    new LearningSettings(
                            facts.number("smoothing"),
                            new CountRule(
                                    CountRule.Kind.of(facts.text("rule")), facts.number("weight")),
                            facts.number("prior_normal")),
                    new BeliefThresholds(
                            thresholds.number("attack_belief"),
                            thresholds.integer("least_messages", 1, MOST)));
        } catch (IllegalArgumentException impossible) {
            throw new ModelFormatException("settings", "cannot be: " + impossible.getMessage());
        }
    }

    private static PeriodSettings periods(Facts facts) throws ModelFormatException {
        return switch (facts.text("period")) {
            case COUNT -> count(facts);
            case TIME -> time(facts);
            case BOTH -> new PeriodSettings.ByCountOrTime(count(facts), time(facts));
            case WHOLE -> new PeriodSettings.Whole();
            default ->
                    throw new ModelFormatException(
                            "settings.period", "is neither count nor time nor both nor whole");
        };
    }

    private static PeriodSettings.ByCount count(Facts facts) throws ModelFormatException {
        return new PeriodSettings.ByCount(facts.integer("messages", 1, MOST));
    }

    private static PeriodSettings.ByTime time(Facts facts) throws ModelFormatException {
        return new PeriodSettings.ByTime(Duration.ofMillis(facts.integer("milliseconds")));
    }
}
