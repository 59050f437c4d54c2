package org.sipsleuth.incident;

import static org.sipsleuth.sentence.Sentence.Punctuation.SPACE;
import static org.sipsleuth.sentence.Sentence.Punctuation.STOP;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.row;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.Clause;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.sentence.Sentence;

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
                        .thenComparing(its -> subject(its.actors()).text()))
                .toList();
        List<StorySentence> story = new ArrayList<>();
        int skipped = 0;
        List<Observation> sentence = new ArrayList<>();
        Map<IncidentKind, Integer> described = new EnumMap<>(IncidentKind.class);
        for (Observation next : ordered) {
            boolean goesOn = !sentence.isEmpty() && sentence.size() < MOST_PREDICATES
                    && sentence.getLast().actors().names().equals(next.actors().names())
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
            story.add(
                    new StorySentence(List.of(Clause.of(IncidentText.TEXTS.sentence("story.others", count(skipped))))));
        }
        Loss.of(findings).ifPresent(loss -> story.add(loss.sentence()));
        return story;
    }

    /// Whether an account was taken over for calls that are described anyway.
    private static boolean isPartOfFraud(Observation one, List<Finding> findings) {
        return one.kind() == IncidentKind.ACCOUNT_TAKEOVER
                && findings.stream()
                        .map(finding -> finding.observation().orElseThrow())
                        .anyMatch(other -> other.kind() == IncidentKind.TOLL_FRAUD
                                && other.accounts().containsAll(one.accounts())
                                && other.actors().names().containsAll(one.actors().names()));
    }

    private StorySentence sentence(List<Observation> done) {
        Observation first = done.getFirst();
        long to = done.stream().mapToLong(Observation::toNanos).max().orElse(first.toNanos());
        Sentence begin = words.time(first.fromNanos());
        Sentence end = words.time(to);
        List<Clause> clauses = new ArrayList<>();
        clauses.add(Clause.of(begin.equals(end) ? IncidentText.TEXTS.sentence("story.at", begin)
                : IncidentText.TEXTS.sentence("story.between", begin, end)));
        clauses.add(Clause.of(row(SPACE, subject(first.actors()), SPACE)));
        for (int i = 0; i < done.size(); i++) {
            if (i > 0) {
                clauses.add(Clause.of(separator(done, i)));
            }
            clauses.addAll(done.get(i).predicate());
        }
        clauses.add(Clause.of(STOP));
        return new StorySentence(clauses);
    }

    /// What stands before a predicate that is not the first: a comma, unless it is the last one.
    private static Sentence separator(List<Observation> done, int i) {
        if (i + 1 < done.size()) {
            return IncidentText.TEXTS.sentence("story.comma");
        }
        return IncidentText.TEXTS.sentence("story.last", done.size() == 2 ? hasClause(done.stream()) : count(1),
                hasClause(Stream.of(done.get(i - 1))));
    }

    /// Whether a predicate is not short: it has a clause of its own. Languages differ in how that
    /// shows.
    private static Sentence hasClause(Stream<Observation> predicates) {
        return new Sentence.Found(IncidentText.TEXTS.sentence("story.clause"),
                predicates.flatMap(each -> each.predicate().stream()).map(Clause::words).toList());
    }

    /// Who, at the beginning of a sentence's second part.
    private static Sentence subject(Actors actors) {
        if (actors.areForged()) {
            return IncidentText.TEXTS.sentence("story.forged", count(actors.sources()));
        }
        if (actors.names().isEmpty()) {
            return IncidentText.TEXTS.sentence("story.many", count(actors.sources()));
        }
        if (actors.areUsers()) {
            Sentence carriers = IncidentText.names(actors.carriers().stream().map(Sentence::host).toList());
            return IncidentText.TEXTS.sentence("story.behind", count(actors.sources()),
                    IncidentText.names(actors.sentences()), carriers);
        }
        return IncidentText.names(actors.sentences());
    }
}
