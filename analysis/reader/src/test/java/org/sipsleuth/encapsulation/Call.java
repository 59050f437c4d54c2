package org.sipsleuth.encapsulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The call that everything carries: `call.txt`, message by message.
final class Call {

    /// A message.
    ///
    /// @param byCaller whether the caller said it
    /// @param text its bytes, a character each
    record Said(boolean byCaller, String text) {

        byte[] bytes() {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    static final String CALL_ID = "same@example.org";
    private static final List<Said> SAID = read();

    private final List<Said> said;

    private Call(List<Said> said) {
        this.said = said;
    }

    static Call usual() {
        return new Call(SAID);
    }

    /// The same with another Call-ID.
    static Call of(String callId) {
        return new Call(SAID.stream().map(s -> new Said(s.byCaller(), s.text().replace(CALL_ID, callId))).toList());
    }

    List<Said> said() {
        return said;
    }

    /// What each side says until the other answers.
    List<List<Said>> turns() {
        List<List<Said>> turns = new ArrayList<>();
        for (Said words : said) {
            boolean first = turns.isEmpty();
            if (first || turns.getLast().getFirst().byCaller() != words.byCaller()) {
                turns.add(new ArrayList<>());
            }
            turns.getLast().add(words);
        }
        return turns;
    }

    private static List<Said> read() {
        List<Said> said = new ArrayList<>();
        for (String part : resource().split("(?m)^# ", -1)) {
            int line = part.indexOf('\n');
            if (line > 0) {
                String text = part.substring(line + 1).replace("\n", "\r\n");
                said.add(new Said(part.startsWith("caller"), text));
            }
        }
        return List.copyOf(said);
    }

    private static String resource() {
        try (InputStream in = Call.class.getResourceAsStream("call.txt")) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
