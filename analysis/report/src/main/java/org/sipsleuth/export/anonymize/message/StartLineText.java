package org.sipsleuth.export.anonymize.message;

import java.nio.charset.StandardCharsets;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;

/// Replaces what is somebody's in a start line: the Request-URI, methods and reason phrases that
/// nobody knows.
final class StartLineText {

    private static final int VERSION_DIGITS = 2;
    private static final int STATUS_DIGITS = 3;

    private final Words words;
    private final FieldText fields;
    private final Vocabulary vocabulary = Vocabulary.SHIPPED;
    private final SipLayout layout = new SipLayout();

    StartLineText(Words words, FieldText fields) {
        this.words = words;
        this.fields = fields;
    }

    /// Replaces in a line without its line end.
    String of(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        if (!SipParser.begin(bytes, 0, bytes.length, layout)) {
            return words.of(line);
        }
        return layout.isRequest() ? request(line) : status(line);
    }

    private String request(String line) {
        int method = layout.from(Part.METHOD);
        int methodTo = layout.to(Part.METHOD);
        int uri = layout.from(Part.REQUEST_URI);
        int uriTo = layout.to(Part.REQUEST_URI);
        return line.substring(0, method) + fields.method(line.substring(method, methodTo))
                + words.of(line.substring(methodTo, uri)) + fields.uri(line.substring(uri, uriTo))
                + version(line.substring(uriTo));
    }

    private String version(String text) {
        return words.of(text, word -> vocabulary.isProtocol(word)
                || word.matches("\\d{1,%1$d}(\\.\\d{1,%1$d})?".formatted(VERSION_DIGITS)));
    }

    private String status(String line) {
        int reason = layout.from(Part.REASON);
        String head = line.substring(0, reason);
        String phrase = line.substring(reason, layout.to(Part.REASON));
        return words
                .of(head,
                        word -> vocabulary.isProtocol(word) || Numbers.hasAtMost(STATUS_DIGITS, word)
                                || word.matches("\\d\\.\\d"))
                + fields.text(phrase) + line.substring(layout.to(Part.REASON));
    }
}
