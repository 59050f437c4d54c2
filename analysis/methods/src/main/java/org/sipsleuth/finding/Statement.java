package org.sipsleuth.finding;

import java.util.List;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;

/// What a finding states.
///
/// @param kind the class, a word: `scan`, `stops_early`
/// @param title in a few words, without a full stop
/// @param explanation in sentences
/// @param outcome how far it got
/// @param advice what to do next, a sentence each; none where the method knows nothing to do
public record Statement(String kind, Sentence title, Sentence explanation, Outcome outcome, List<Sentence> advice) {

    /// Takes a copy.
    public Statement {
        advice = List.copyOf(advice);
    }

    /// A statement of a method that does not determine the outcome. Its texts have the advice for a
    /// class as `advice.CLASS`, if there is any.
    public static Statement of(String kind, Sentence title, Sentence explanation, MethodTexts texts) {
        return new Statement(kind, title, explanation, Outcome.NOT_DETERMINED,
                texts.find("advice." + kind).stream().toList());
    }
}
