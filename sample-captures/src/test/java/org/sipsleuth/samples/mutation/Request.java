package org.sipsleuth.samples.mutation;

import java.util.Locale;

/// A faultless request that a mutation starts from, and where its parts stand.
///
/// @param text a character per byte, lines end with CRLF
record Request(String text) {

    private static final String END_OF_HEAD = "\r\n\r\n";

    /// Writes a request as a softphone does.
    ///
    /// @param method one of REGISTER, INVITE, OPTIONS, MESSAGE
    /// @param user the user part of whom it is for
    /// @param local address and port it is sent from
    /// @param id makes Call-ID, tag and branch differ from those of every other request
    static Request of(String method, String user, String local, String id) {
        boolean register = method.equals("REGISTER");
        String uri = register ? "sip:example.org" : "sip:" + user + "@example.org";
        String from = register ? user : "1002";
        String body = body(method, local);
        String head = method + " " + uri + " SIP/2.0\nVia: SIP/2.0/UDP " + local + ";branch=z9hG4bK" + id + ";rport\n"
                + "Max-Forwards: 70\nFrom: <sip:" + from + "@example.org>;tag=" + id + "\nTo: <sip:" + user
                + "@example.org>\nCall-ID: " + id + "@" + local.substring(0, local.indexOf(':')) + "\nCSeq: 1 " + method
                + "\nContact: <sip:" + from + "@" + local + ">\n" + "User-Agent: phone/1.0\n" + type(method)
                + "Content-Length: " + body.length() + "\n\n";
        return new Request(head.replace("\n", "\r\n") + body);
    }

    private static String type(String method) {
        return switch (method) {
            case "INVITE" -> "Content-Type: application/sdp\n";
            case "MESSAGE" -> "Content-Type: text/plain\n";
            default -> "";
        };
    }

    private static String body(String method, String local) {
        String address = local.substring(0, local.indexOf(':'));
        return switch (method) {
            case "INVITE" -> ("v=0\no=1002 1 1 IN IP4 " + address + "\ns=-\nc=IN IP4 " + address + "\n"
                    + "t=0 0\nm=audio 10000 RTP/AVP 8 0\na=rtpmap:8 PCMA/8000\n").replace("\n", "\r\n");
            case "MESSAGE" -> "The meeting begins at three.";
            default -> "";
        };
    }

    Span method() {
        return new Span(0, text.indexOf(' '));
    }

    Span uri() {
        return new Span(text.indexOf(' ') + 1, text.indexOf(" SIP/2.0"));
    }

    Span version() {
        return new Span(uri().to() + 1, text.indexOf("\r\n"));
    }

    /// From the start line to the empty line.
    Span head() {
        return new Span(0, text.indexOf(END_OF_HEAD) + END_OF_HEAD.length());
    }

    /// From the end of the start line to the empty line.
    Span fields() {
        return new Span(text.indexOf("\r\n") + 2, head().to());
    }

    Span body() {
        return new Span(head().to(), text.length());
    }

    /// A header field with its name and the end of its line.
    Span field(String name) {
        int from = text.indexOf("\r\n" + name + ": ") + 2;
        if (from == 1) {
            throw new IllegalArgumentException("no " + name.toLowerCase(Locale.ROOT));
        }
        return new Span(from, text.indexOf("\r\n", from) + 2);
    }

    Span value(String name) {
        Span field = field(name);
        return new Span(field.from() + name.length() + 2, field.to() - 2);
    }

    String part(Span span) {
        return text.substring(span.from(), span.to());
    }

    /// The same message with one stretch replaced.
    Mutation with(Span span, String replacement, String what) {
        return new Mutation(text.substring(0, span.from()) + replacement + text.substring(span.to()),
                new Span(span.from(), span.from() + replacement.length()), what);
    }
}
