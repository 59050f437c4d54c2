package org.sipsleuth.casefile.entry;

import java.util.Optional;
import org.sipsleuth.casefile.store.Row;

/// What an analyst decided, or that an earlier verdict is undone. Verdicts are never changed.
///
/// @param id identifies it in all cases that contain it
/// @param number its place in the order of this case, from 1
/// @param subject what it is about
/// @param scope for whose requests a verdict about a step holds; empty for other subjects
/// @param word what was decided as it is stored, which may be a former name; empty for an undo
/// @param note the reason, in the analyst's words
/// @param place what the analyst had in view
/// @param undoes the id of the verdict that this one undoes
/// @param at when, in ISO 8601
/// @param who the analyst
public record Verdict(String id, long number, Subject subject, Optional<Scope> scope, String word, String note,
        Optional<Place> place, Optional<String> undoes, String at, String who) {

    /// The verdict of a row.
    public static Verdict of(Row row) {
        return new Verdict(row.text("id"), row.number("number"),
                new Subject(Subject.Kind.of(row.text("subject")).orElse(Subject.Kind.SEQUENCE), row.text("key")),
                row.optionalText("scope").flatMap(Scope::of), row.text("judgement"), row.text("note"), Place.of(row),
                row.optionalText("undoes"), row.text("at"), row.text("who"));
    }

    /// What a row states that is no kind of subject, no judgement and no scope of this version.
    public static Optional<String> unknownWord(Row row) {
        String kind = row.text("subject");
        return Subject.Kind.of(kind).isEmpty() ? Optional.of(kind)
                : row.optionalText("judgement")
                        .filter(word -> Judgement.of(word).isEmpty())
                        .or(() -> row.optionalText("scope").filter(word -> Scope.of(word).isEmpty()));
    }

    /// What was decided; empty for an undo.
    public Optional<Judgement> judgement() {
        return Judgement.of(word);
    }

    /// Its row.
    public Row row() {
        Row row = Row.EMPTY.with("id", id)
                .with("number", number)
                .with("subject", subject.kind().word())
                .with("key", subject.key())
                .with("judgement", Optional.of(word).filter(stored -> !stored.isEmpty()))
                .with("note", note)
                .with("undoes", undoes)
                .with("at", at)
                .with("who", who)
                .with("scope", scope.map(Scope::word));
        return place.map(its -> its.addedTo(row)).orElse(row);
    }

    /// What was decided, for people; empty for an undo.
    public String text() {
        return judgement().map(its -> its.text(subject.kind())).orElse("");
    }

    /// The same with another id.
    public Verdict withId(String other) {
        return new Verdict(other, number, subject, scope, word, note, place, undoes, at, who);
    }

    /// The same with another place in the order.
    public Verdict withNumber(long other) {
        return new Verdict(id, other, subject, scope, word, note, place, undoes, at, who);
    }

    /// For whose requests it holds, for people; empty where it is about no step.
    public String scopeText() {
        return scope.map(Scope::text).orElse("");
    }

    /// What two verdicts are about that can differ: steps by their cause and scope and sequences by
    /// their types, in whatever capture; all else by capture and frame, where they are known.
    public String matter() {
        String what = switch (subject.kind()) {
            case STEP -> subject.key() + "\n" + scope.map(Scope::word).orElse("");
            case SEQUENCE -> subject.key();
            case DIALOG, INCIDENT -> place.map(seen -> seen.capture() + " " + seen.frame()).orElse(subject.key());
        };
        return subject.kind().word() + " " + what;
    }

    /// Whether both are about a step and can be about the same request.
    boolean overlaps(Verdict other) {
        return isAboutStep() && other.subject.equals(subject)
                && scope.orElse(Scope.EVERYWHERE).overlaps(other.scope.orElse(Scope.EVERYWHERE));
    }

    /// Whether it takes the place of an earlier one of the same analyst: it is about the same step,
    /// and holds wherever that did.
    boolean replaces(Verdict earlier) {
        return isAboutStep() && earlier.subject.equals(subject) && earlier.who.equals(who)
                && scope.orElse(Scope.EVERYWHERE).includes(earlier.scope.orElse(Scope.EVERYWHERE));
    }

    /// Whether it is about a step, was decided on the same dialog as one on a whole sequence, and
    /// differs. A later word of the same analyst is no contradiction.
    boolean contradictsSequence(Verdict ofSequence) {
        boolean isSameDialog = place.isPresent() && ofSequence.place.filter(place.get()::isSameDialog).isPresent();
        return isAboutStep() && isSameDialog && !ofSequence.isSupersededBy(this)
                && !judgement().equals(ofSequence.judgement());
    }

    /// Whether the same analyst judged a step, since this one about a whole sequence.
    public boolean isSupersededBy(Verdict later) {
        return subject.kind() == Subject.Kind.SEQUENCE && later.isAboutStep() && later.who.equals(who)
                && later.number >= number;
    }

    private boolean isAboutStep() {
        return subject.kind() == Subject.Kind.STEP;
    }
}
