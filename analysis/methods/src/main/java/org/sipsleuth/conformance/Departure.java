package org.sipsleuth.conformance;

import java.util.List;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;

/// One thing in a message that departs from the RFCs.
///
/// @param rule a stable identifier, e.g. `via-branch-cookie`; `syntax` where the grammar is broken
/// @param field the header field by its registered name, e.g. `Via`; `start line`, `header`,
///     `body` or `SDP` where it is none
/// @param offset where it is in the message, in bytes from the first byte given
/// @param length how many bytes it covers; 0 where something is missing
/// @param severity `INFO` for what is allowed and unusual, `LOW` for SHOULD, `MEDIUM` for MUST,
///     `HIGH` where two parsers may read the message differently
/// @param text what is wrong, in one phrase
/// @param reference the RFC and section, e.g. `RFC 3261 §8.1.1.7`
/// @param derivation the grammar rules that lead to the place, outermost first; empty where no
///     grammar is broken
/// @param expected what the grammar allows at the place: names of rules, and quoted strings
public record Departure(String rule, String field, int offset, int length, Severity severity, Sentence text,
        String reference, List<String> derivation, List<String> expected) {

    public Departure {
        derivation = List.copyOf(derivation);
        expected = List.copyOf(expected);
    }
}
