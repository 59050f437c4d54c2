package org.sipsleuth.export.anonymize.message;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.export.anonymize.pseudonym.Pseudonyms;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;

/// Makes of a SIP message an anonymised one of the same shape. Not for use by several
/// threads.
///
/// A Content-Length that was right is right again; one that was too large or too small is so by as
/// many bytes as before.
public final class MessageRewriter {

    private final HeaderText headers;
    private final BodyText bodies;
    private final StartLineText startLines;
    private final SipLayout layout = new SipLayout();

    public MessageRewriter(Pseudonyms pseudonyms, Set<Kept> kept) {
        Words words = new Words(pseudonyms);
        FieldText fields = new FieldText(words, pseudonyms, kept.contains(Kept.PRODUCTS));
        this.headers = new HeaderText(words, fields, kept.contains(Kept.FIELD_NAMES));
        this.startLines = new StartLineText(words, fields);
        this.bodies = new BodyText(words, headers, new SdpText(words, fields, pseudonyms), startLines);
    }

    /// Rewrites a message, with all else that its datagram holds; empty if it is not a message.
    public Optional<Rewritten> rewrite(byte[] bytes) {
        if (!SipParser.parse(bytes, 0, bytes.length, layout)) {
            return Optional.empty();
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int begin = layout.messageFrom();
        int lineTo = Lines.end(text, begin);
        int fieldsFrom = Lines.after(text, lineTo);
        int bodyFrom = Math.max(fieldsFrom, layout.from(Part.BODY));
        int bodyTo = Math.max(bodyFrom, layout.messageTo());
        String header = text.substring(fieldsFrom, bodyFrom);
        String body = bodies.of(header, text.substring(bodyFrom, bodyTo));
        int grown = body.length() - (bodyTo - bodyFrom);
        String copy = text.substring(0, begin) + startLines.of(text.substring(begin, lineTo))
                + text.substring(lineTo, fieldsFrom) + headers.of(header, original -> length(original, grown)) + body
                + Filler.text(text.substring(bodyTo));
        long missing = Math.max(0, layout.contentLength() - (bodyTo - bodyFrom));
        return Optional.of(new Rewritten(copy, Math.toIntExact(Math.min(missing, Integer.MAX_VALUE))));
    }

    private static String length(String original, int grown) {
        String length = Integer.toString(Math.max(0, Integer.parseInt(original) + grown));
        return "0".repeat(Math.max(0, original.length() - length.length())) + length;
    }

    /// How many bodies were replaced by filler, by their type.
    public Map<String, Long> filledBodies() {
        return bodies.filled();
    }

    /// A message of the copy.
    ///
    /// @param text one character a byte (ISO 8859-1)
    /// @param missingBytes how many bytes of its body are missing according to Content-Length
    public record Rewritten(String text, int missingBytes) {

        /// Its bytes.
        public byte[] bytes() {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
