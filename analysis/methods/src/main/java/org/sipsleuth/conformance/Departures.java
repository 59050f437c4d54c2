package org.sipsleuth.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sipsleuth.conformance.abnf.StepBudget;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;

/// The departures of one message while it is checked.
final class Departures {

    /// So that a message of nothing but faults has a bounded list.
    private static final int MOST = 200;

    private static final MethodTexts TEXTS = MethodTexts.beside(Departures.class);

    /// What matching all fields of a message may cost.
    private static final int MOST_STEPS = 20_000_000;

    private final StepBudget budget = new StepBudget(MOST_STEPS);
    private boolean isTooCostly;
    private final List<Departure> all = new ArrayList<>();

    void add(Rule rule, String field, int offset, int length, Sentence... arguments) {
        add(new Departure(rule.id(), field, offset, length, rule.severity(), text(rule.id(), arguments),
                rule.reference(), List.of(), List.of()));
    }

    void add(Rule rule, MessageField field, Sentence... arguments) {
        add(rule, field.name(), field.offset(), field.length(), arguments);
    }

    void add(Departure departure) {
        if (all.size() < MOST) {
            all.add(departure);
        }
    }

    /// What the grammar may still cost.
    StepBudget budget() {
        return budget;
    }

    /// Notes that a field was not checked; once a message, since nothing is left for those after
    /// it.
    void addTooCostly(String field, int offset, int length) {
        if (!isTooCostly) {
            isTooCostly = true;
            add(Rule.TOO_COSTLY, field, offset, length, Sentence.field(field));
        }
    }

    static Sentence text(String key, Sentence... arguments) {
        return TEXTS.sentence(key, arguments);
    }

    /// By place, the gravest first where they share it.
    List<Departure> sorted() {
        all.sort(Comparator.comparingInt(Departure::offset)
                .thenComparing(Departure::severity, Comparator.<Severity>reverseOrder()));
        return List.copyOf(all);
    }
}
