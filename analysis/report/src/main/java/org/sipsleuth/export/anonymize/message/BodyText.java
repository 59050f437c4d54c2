package org.sipsleuth.export.anonymize.message;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.sipsleuth.sip.field.NameAddr;

/// Replaces bodies: session descriptions, parts, and messages in messages by their like, all else
/// by filler of the same length.
final class BodyText {

    private static final int MOST_NESTED = 4;
    private static final int MOST_PARTS = 1_000;

    private final Words words;
    private final HeaderText headers;
    private final SdpText sdp;
    private final StartLineText startLines;
    private final Map<String, Long> filled = new TreeMap<>();
    private int nested;

    BodyText(Words words, HeaderText headers, SdpText sdp, StartLineText startLines) {
        this.words = words;
        this.headers = headers;
        this.sdp = sdp;
        this.startLines = startLines;
    }

    /// How many bodies were replaced by filler, by their type as far as it is a known one.
    Map<String, Long> filled() {
        return Map.copyOf(filled);
    }

    /// Replaces a body.
    ///
    /// @param header the header that the body belongs to, as it was
    String of(String header, String body) {
        if (body.isEmpty()) {
            return body;
        }
        String contentType = value(header, "content-type", "c");
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean plain = value(header, "content-encoding", "e").isEmpty() && nested < MOST_NESTED;
        boolean isSdp = type.equals("application/sdp") || (type.indexOf('/') < 0 && body.startsWith("v="));
        nested++;
        try {
            if (plain && isSdp) {
                return sdp.of(body);
            }
            if (plain && type.startsWith("multipart/")) {
                return parts(contentType, body);
            }
            if (plain && (type.equals("message/sip") || type.equals("message/sipfrag"))) {
                return message(body);
            }
            return fill(type, body);
        } finally {
            nested--;
        }
    }

    /// The value of the first header field of a name, or empty.
    private static String value(String header, String name, String compact) {
        String[] found = {""};
        String[] last = {""};
        Lines.each(header, (line, end) -> {
            int colon = line.indexOf(':');
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            if (!folded && colon >= 0) {
                last[0] = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            }
            boolean isIt = last[0].equals(name) || last[0].equals(compact);
            if (isIt && (folded ? !found[0].isEmpty() : found[0].isEmpty())) {
                found[0] += folded ? line : line.substring(colon + 1).strip();
            }
        });
        return found[0];
    }

    /// A message, or the beginning of one (RFC 3420).
    private String message(String text) {
        int line = Lines.end(text, 0);
        int fieldsFrom = Lines.after(text, line);
        int bodyFrom = HeaderText.end(text, fieldsFrom);
        String header = text.substring(fieldsFrom, bodyFrom);
        String body = of(header, text.substring(bodyFrom));
        return startLines.of(text.substring(0, line)) + text.substring(line, fieldsFrom)
                + headers.of(header, _ -> Integer.toString(body.length())) + body;
    }

    /// RFC 2046 §5.1: what stands before the first part and after the last is filled.
    private String parts(String contentType, String body) {
        String boundary = boundary(contentType);
        if (boundary.isEmpty()) {
            return fill("multipart/mixed", body);
        }
        String mark = "--" + boundary;
        String replaced = "--" + words.of(boundary);
        StringBuilder out = new StringBuilder(body.length() + 64);
        int from = body.indexOf(mark);
        out.append(Filler.text(from < 0 ? body : body.substring(0, from)));
        for (int part = 0; from >= 0; part++) {
            int content = from + mark.length();
            int next = part < MOST_PARTS ? body.indexOf(mark, content) : -1;
            int to = next < 0 ? body.length() : next;
            out.append(replaced).append(part(body.substring(content, to)));
            from = next;
        }
        return out.toString();
    }

    private static String boundary(String contentType) {
        String address = "<sip:x>" + contentType
                .substring(contentType.indexOf(';') + 1 > 0 ? contentType.indexOf(';') : contentType.length());
        return NameAddr.of(address).parameters().getOrDefault("boundary", "");
    }

    /// What stands between two boundaries; after the last it is `--`.
    private String part(String text) {
        int line = Lines.after(text, Lines.end(text, 0));
        if (text.startsWith("--") || line == text.length()) {
            return text.startsWith("--") ? "--" + Filler.text(text.substring(2)) : Filler.text(text);
        }
        int bodyFrom = HeaderText.end(text, line);
        String header = text.substring(line, bodyFrom);
        int bodyTo = text.length();
        if (text.endsWith("\r\n") && bodyTo - 2 >= bodyFrom) {
            bodyTo -= 2; // belongs to the boundary
        }
        String body = of(header, text.substring(bodyFrom, bodyTo));
        return Filler.line(text.substring(0, line)) + headers.of(header, _ -> Integer.toString(body.length())) + body
                + text.substring(bodyTo);
    }

    private String fill(String type, String body) {
        String[] pieces = type.split("/", 2);
        boolean known = pieces.length == 2 && Vocabulary.SHIPPED.isProtocol(pieces[0])
                && Vocabulary.SHIPPED.isProtocol(pieces[1]);
        filled.merge(known ? type : "other", 1L, Long::sum);
        return Filler.of(type, body);
    }
}
