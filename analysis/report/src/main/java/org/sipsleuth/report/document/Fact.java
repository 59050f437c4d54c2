package org.sipsleuth.report.document;

import java.util.List;
import java.util.Locale;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Sentence.Punctuation;

/// A name with its values.
///
/// @param label the name in words
/// @param values all that are named
/// @param separator what stands between them
/// @param others how many more there are, without names
/// @param notes what belongs to it, a line each
public record Fact(Name name, Sentence label, List<Sentence> values, Punctuation separator, long others,
        List<Sentence> notes) {

    /// What facts there are of an incident; a reason has a label of its own.
    public enum Name {
        KIND, SEVERITY, OUTCOME, CONFIDENCE, TIME, ACTORS, CARRIERS, FINGERPRINTS, VICTIMS, ACCOUNTS, ATTACK, ID, REASON
    }

    /// Takes copies.
    public Fact {
        values = List.copyOf(values);
        notes = List.copyOf(notes);
    }

    static Fact of(Name name, Sentence value) {
        return of(name, List.of(value), Punctuation.COMMA, 0);
    }

    static Fact of(Name name, List<Sentence> values) {
        return of(name, values, Punctuation.COMMA, 0);
    }

    static Fact of(Name name, List<Sentence> values, Punctuation separator, long others) {
        return new Fact(name, DocumentTexts.TEXTS.sentence("fact." + name.name().toLowerCase(Locale.ROOT)), values,
                separator, others, List.of());
    }

    /// The first values, and how many more there are.
    public Sentence words(int most) {
        Sentence named = Sentence.joined(separator, values.stream().limit(most).toList());
        long more = Math.max(0, values.size() - most) + others;
        return more > 0 ? DocumentTexts.TEXTS.sentence("more", named, Sentence.count(more)) : named;
    }
}
