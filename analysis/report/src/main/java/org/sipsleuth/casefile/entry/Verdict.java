package org.sipsleuth.casefile.entry;

import java.util.Optional;
import org.sipsleuth.casefile.store.Row;

/// What an analyst decided, or that an earlier verdict is undone. Verdicts are never changed.
///
/// @param id identifies it in all cases that contain it
/// @param number its place in the order of this case, from 1
/// @param subject what it is about
/// @param judgement what was decided; empty for an undo
/// @param note the reason, in the analyst's words
/// @param place what the analyst had in view
/// @param undoes the id of the verdict that this one undoes
/// @param at when, in ISO 8601
/// @param who the analyst
public record Verdict(String id, long number, Subject subject, Optional<Judgement> judgement, String note,
        Optional<Place> place, Optional<String> undoes, String at, String who) {

    /// The verdict of a row.
    public static Verdict of(Row row) {
        return new Verdict(row.text("id"), row.number("number"),
                new Subject(Subject.Kind.of(row.text("subject")).orElse(Subject.Kind.SEQUENCE), row.text("key")),
                row.optionalText("judgement").flatMap(Judgement::of), row.text("note"), Place.of(row),
                row.optionalText("undoes"), row.text("at"), row.text("who"));
    }

    /// What a row states that is no kind of subject and no judgement of this version.
    public static Optional<String> unknownWord(Row row) {
        String kind = row.text("subject");
        return Subject.Kind.of(kind).isEmpty() ? Optional.of(kind)
                : row.optionalText("judgement").filter(word -> Judgement.of(word).isEmpty());
    }

    /// Its row.
    public Row row() {
        Row row = Row.EMPTY.with("id", id)
                .with("number", number)
                .with("subject", subject.kind().word())
                .with("key", subject.key())
                .with("judgement", judgement.map(Judgement::word))
                .with("note", note)
                .with("undoes", undoes)
                .with("at", at)
                .with("who", who);
        return place.map(its -> its.addedTo(row)).orElse(row);
    }

    /// What was decided, for people; empty for an undo.
    public String text() {
        return judgement.map(its -> its.text(subject.kind())).orElse("");
    }

    /// The same with another id.
    public Verdict withId(String other) {
        return new Verdict(other, number, subject, judgement, note, place, undoes, at, who);
    }

    /// The same with another place in the order.
    public Verdict withNumber(long other) {
        return new Verdict(id, other, subject, judgement, note, place, undoes, at, who);
    }

    /// What two verdicts are about that can differ: sequences by their types, in whatever capture;
    /// all else by capture and frame, where they are known.
    public String matter() {
        boolean isPlaced = subject.kind() != Subject.Kind.SEQUENCE && place.isPresent();
        return subject.kind().word() + " "
                + (isPlaced ? place.get().capture() + " " + place.get().frame() : subject.key());
    }
}
