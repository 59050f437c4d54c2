package org.sipsleuth.finding;

import java.util.List;

/// What a finding states. All texts may hold words from the capture: they are data, to be escaped
/// wherever they are shown.
///
/// @param kind the class, a word: `scan`, `stops_early`
/// @param title in a few words, without a full stop
/// @param explanation in sentences
/// @param outcome how far it got
/// @param advice what to do next, a sentence each; none where the method knows nothing to do
public record Statement(String kind, String title, String explanation, Outcome outcome, List<String> advice) {

    /// Takes a copy, and masks passwords of URIs.
    public Statement {
        title = UriPassword.masked(title);
        explanation = UriPassword.masked(explanation);
        advice = UriPassword.masked(advice);
    }

    /// A statement of a method that does not determine the outcome. Its texts have the advice for a
    /// class as `advice.CLASS`, if there is any.
    public static Statement of(String kind, String title, String explanation, MethodTexts texts) {
        return new Statement(kind, title, explanation, Outcome.NOT_DETERMINED,
                texts.find("advice." + kind).stream().toList());
    }
}
