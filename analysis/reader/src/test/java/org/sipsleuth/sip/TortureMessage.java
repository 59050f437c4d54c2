package org.sipsleuth.sip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A message that has nothing wrong with it until something is changed.
final class TortureMessage {

    /// A sound session description.
    static final String SDP = "v=0\r\no=m 1 1 IN IP4 192.0.2.5\r\ns=-\r\nc=IN IP4 192.0.2.5\r\nt=0 0\r\n"
            + "m=audio 49217 RTP/AVP 0 12\r\n";

    private static final String LENGTH = "Content-Length";

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<String> raw = new ArrayList<>();
    private String line;
    private String body = "";

    private TortureMessage(String line, String method) {
        this.line = line;
        fields.put("Via", "SIP/2.0/UDP host5.example.com;branch=z9hG4bKkdjuw");
        fields.put("Max-Forwards", "70");
        fields.put("From", "sip:caller@example.net;tag=134");
        fields.put("To", "sip:user@example.com");
        fields.put("Call-ID", "torture.0ha0isndaksdj@192.0.2.1");
        fields.put("CSeq", "8 " + method);
        fields.put(LENGTH, "0");
    }

    static TortureMessage invite() {
        return request("INVITE");
    }

    static TortureMessage request(String method) {
        return new TortureMessage(method + " sip:user@example.com SIP/2.0", method);
    }

    /// A response.
    static TortureMessage response(String statusAndReason) {
        String line = "SIP/2.0 " + statusAndReason;
        return new TortureMessage(line, "INVITE").without("Max-Forwards");
    }

    /// With another start line.
    TortureMessage line(String text) {
        line = text;
        return this;
    }

    /// With more of the start line.
    TortureMessage end(String text) {
        line += text;
        return this;
    }

    /// With another value of a field; without the field if that is empty.
    TortureMessage field(String name, String value) {
        fields.put(name, value);
        return this;
    }

    /// Without some fields.
    TortureMessage without(String... names) {
        for (String name : names) {
            fields.put(name, "");
        }
        return this;
    }

    /// With more lines in the header.
    TortureMessage raw(String lines) {
        raw.add(lines);
        return this;
    }

    /// With more bytes after the header than Content-Length announces.
    TortureMessage body(String text) {
        body = text;
        return this;
    }

    /// With a body.
    TortureMessage content(String type, String text) {
        body = text;
        fields.put("Content-Type", type);
        fields.put(LENGTH, String.valueOf(text.length()));
        return this;
    }

    String text() {
        StringBuilder text = new StringBuilder(line).append("\r\n");
        fields.forEach((name, value) -> {
            if (!value.isEmpty()) {
                text.append(name).append(": ").append(value).append("\r\n");
            }
        });
        raw.forEach(lines -> text.append(lines).append("\r\n"));
        return text.append("\r\n").append(body).toString();
    }
}
