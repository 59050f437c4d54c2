package org.sipsleuth.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.Clause;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Observation;

/// Writes what happened in sentences, by fixed templates: what one actor did one thing after the
/// other is one sentence, and every clause has its evidence.
final class Story {

    /// Of many actors that did the same, so many are described.
    private static final int MOST_ALIKE = 3;

    private static final int MOST_PREDICATES = 4;

    private final IncidentText words;

    Story(IncidentText words) {
        this.words = words;
    }

    /// The sentences of an incident, in the order of time.
    List<StorySentence> of(List<Finding> findings) {
        List<Observation> ordered = findings.stream()
                .map(finding -> finding.observation().orElseThrow())
                .filter(its -> !isPartOfFraud(its, findings))
                .sorted(Comparator.comparingLong(Observation::fromNanos)
                        .thenComparing(Observation::kind)
                        .thenComparing(its -> subject(its.actors())))
                .toList();
        List<StorySentence> story = new ArrayList<>();
        int skipped = 0;
        List<Observation> sentence = new ArrayList<>();
        Map<IncidentKind, Integer> described = new EnumMap<>(IncidentKind.class);
        for (Observation next : ordered) {
            boolean goesOn = !sentence.isEmpty() && sentence.size() < MOST_PREDICATES
                    && sentence.getLast().actors().addresses().equals(next.actors().addresses())
                    && sentence.getLast().kind() != next.kind();
            if (!goesOn && !sentence.isEmpty()) {
                story.add(sentence(sentence));
                sentence.clear();
            }
            int before = described.merge(next.kind(), 1, Integer::sum) - 1;
            if (goesOn || before < MOST_ALIKE) {
                sentence.add(next);
            } else {
                skipped++;
            }
        }
        if (!sentence.isEmpty()) {
            story.add(sentence(sentence));
        }
        if (skipped > 0) {
            story.add(new StorySentence(List.of(Clause.of(IncidentText.TEXTS.text("story.others", skipped)))));
        }
        return story;
    }

    /// Whether an account was taken over for calls that are described anyway.
    private static boolean isPartOfFraud(Observation one, List<Finding> findings) {
        return one.kind() == IncidentKind.ACCOUNT_TAKEOVER
                && findings.stream()
                        .map(finding -> finding.observation().orElseThrow())
                        .anyMatch(other -> other.kind() == IncidentKind.TOLL_FRAUD
                                && other.accounts().containsAll(one.accounts())
                                && other.actors().addresses().containsAll(one.actors().addresses()));
    }

    private StorySentence sentence(List<Observation> done) {
        Observation first = done.getFirst();
        long to = done.stream().mapToLong(Observation::toNanos).max().orElse(first.toNanos());
        String begin = words.time(first.fromNanos());
        String end = words.time(to);
        List<Clause> clauses = new ArrayList<>();
        clauses.add(Clause.of(begin.equals(end) ? IncidentText.TEXTS.text("story.at", begin)
                : IncidentText.TEXTS.text("story.between", begin, end)));
        clauses.add(Clause.of(" " + subject(first.actors()) + " "));
        for (int i = 0; i < done.size(); i++) {
            if (i > 0) {
                clauses.add(Clause.of(separator(done, i)));
            }
            clauses.addAll(done.get(i).predicate());
        }
        clauses.add(Clause.of("."));
        return new StorySentence(clauses);
    }

    /// What stands before a predicate that is not the first: a comma, unless it is the last one.
    private static String separator(List<Observation> done, int i) {
        if (i + 1 < done.size()) {
            return IncidentText.TEXTS.text("story.comma");
        }
        boolean areShort = done.size() == 2 && done.stream().noneMatch(Story::hasClause);
        return IncidentText.TEXTS.text("story.last", areShort ? 1 : 0, hasClause(done.get(i - 1)) ? 1 : 0);
    }

    /// Whether a predicate is not short: it has a clause of its own.
    private static boolean hasClause(Observation its) {
        Pattern wanted = Pattern.compile(IncidentText.TEXTS.text("story.clause"));
        return its.predicate().stream().anyMatch(part -> wanted.matcher(part.text()).find());
    }

    /// Who, at the beginning of a sentence's second part.
    private static String subject(Actors actors) {
        if (actors.areForged()) {
            return IncidentText.TEXTS.text("story.forged", actors.sources());
        }
        if (actors.addresses().isEmpty()) {
            return IncidentText.TEXTS.text("story.many", actors.sources());
        }
        return IncidentText.names(actors.addresses());
    }
}
