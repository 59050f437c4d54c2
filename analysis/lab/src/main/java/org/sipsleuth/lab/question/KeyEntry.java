package org.sipsleuth.lab.question;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What a key holds of one question.
///
/// @param explanation why it is so, with what the capture shows
/// @param evidence frames that show it
/// @param filter a filter that lists what shows it, or empty
/// @param mistakes wrong answers that are known, with what leads to them
public record KeyEntry(Truth truth, String explanation, List<Integer> evidence, String filter,
        SequencedMap<String, String> mistakes) {

    public KeyEntry {
        evidence = List.copyOf(evidence);
        mistakes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(mistakes));
    }

    /// A truth without anything else.
    public static KeyEntry of(Truth truth) {
        return new KeyEntry(truth, "", List.of(), "", new LinkedHashMap<>());
    }

    /// The same with an explanation.
    public KeyEntry because(String reason) {
        return new KeyEntry(truth, reason, evidence, filter, mistakes);
    }

    /// The same with frames that show it.
    public KeyEntry shownBy(List<Integer> frames) {
        return new KeyEntry(truth, explanation, frames, filter, mistakes);
    }

    /// The same with a filter that lists what shows it.
    public KeyEntry listedBy(String itsFilter) {
        return new KeyEntry(truth, explanation, evidence, itsFilter, mistakes);
    }

    /// The same with a known mistake.
    public KeyEntry mistaking(String answer, String reason) {
        LinkedHashMap<String, String> more = new LinkedHashMap<>(mistakes);
        more.putIfAbsent(answer, reason);
        return new KeyEntry(truth, explanation, evidence, filter, more);
    }
}
