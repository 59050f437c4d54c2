package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.Punctuation.COMMA;
import static org.sipsleuth.sentence.Sentence.captured;
import static org.sipsleuth.sentence.Sentence.joined;
import static org.sipsleuth.sentence.Sentence.term;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sip.SipMessage;

/// What a response says of its sender: its status and the software it names.
///
/// @param index the capture
/// @param message the response
record Responder(SipIndex index, int message) {

    private static final int MOST_CHARACTERS = 80;

    /// `404, Asterisk PBX 18.10`; only the status where it names no software.
    Sentence sentence() {
        SipMessage response = index.message(message);
        String status = index.messages().typeName(index.messages().type(message));
        Optional<String> software = response.header("Server").or(() -> response.header("User-Agent"));
        return software.filter(name -> !name.isBlank())
                .map(name -> joined(COMMA, List.of(term(status), captured(shortened(name)))))
                .orElse(term(status));
    }

    private static String shortened(String name) {
        return name.length() <= MOST_CHARACTERS ? name : name.substring(0, MOST_CHARACTERS) + "…";
    }
}
