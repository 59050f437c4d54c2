package org.sipsleuth.samples.mutation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What RFC 3261 forbids: a reader should say so, go on, and never break.
final class WrongRules {

    private static final int VERY_LONG = 500;

    private WrongRules() {}

    static List<Rule> all() {
        return Stream.of(startLine(), missing(), values(), addresses(), bytes()).flatMap(List::stream).toList();
    }

    private static List<Rule> startLine() {
        return List.of(new Rule("a version that is not", Request::version, _ -> "SIP/7.0"),
                new Rule("a version without a number", Request::version, _ -> "SIP"),
                new Rule("the method in lower case", Request::method, WrongRules::lower),
                new Rule("no token for a method", Request::method, m -> m + "@{}"),
                new Rule("two spaces in the start line", Request::method, m -> m + " "),
                new Rule("space at the end of the start line", Request::version, v -> v + "  "),
                new Rule("a Request-URI in angle brackets", Request::uri, u -> "<" + u + ">"),
                new Rule("space in the Request-URI", Request::uri, u -> u + "; x=y z"),
                new Rule("no Request-URI", Request::uri, _ -> ""));
    }

    private static List<Rule> missing() {
        return Stream.of("Via", "From", "To", "Call-ID", "CSeq", "Max-Forwards")
                .map(name -> Rule.field(name, "no " + name, _ -> ""))
                .toList();
    }

    private static List<Rule> values() {
        return List.of(Rule.value("CSeq", "a CSeq too large", v -> v.replace("1 ", "99999999999 ")),
                Rule.value("CSeq", "CSeq of another method", _ -> "1 PUBLISH"),
                Rule.value("CSeq", "CSeq without a number", v -> v.replace("1 ", "")),
                Rule.value("Max-Forwards", "Max-Forwards of 300", _ -> "300"),
                Rule.value("Max-Forwards", "Max-Forwards in words", _ -> "many"),
                Rule.value("Content-Length", "a negative Content-Length", _ -> "-9"),
                Rule.value("Content-Length", "a Content-Length too large", _ -> "9999"),
                Rule.value("Content-Length", "a Content-Length in words", _ -> "short"),
                Rule.field("Call-ID", "two Call-IDs", f -> f + f.replace("ID: ", "ID: other")),
                Rule.field("From", "two From", f -> f + f.replace("tag=", "tag=other")),
                Rule.field("CSeq", "two CSeq", f -> f + f.replace("1 ", "2 ")));
    }

    private static List<Rule> addresses() {
        return List.of(Rule.value("From", "a quote that does not end", v -> "\"desk " + v),
                Rule.value("To", "a bracket that does not end", v -> v.replace(">", "")),
                Rule.value("To", "an escape that is none", v -> v.replace("sip:", "sip:%zz")),
                Rule.value("To", "a very long user", v -> v.replace("sip:", "sip:" + "A".repeat(VERY_LONG))),
                Rule.value("Contact", "three Contacts run together", v -> v + v + v),
                Rule.value("Via", "a port that cannot be", v -> v.replace(":50", ":999950")),
                Rule.value("Via", "an unknown transport", v -> v.replace("UDP", "PIGEON")),
                Rule.value("Via", "no branch", v -> v.replaceAll(";branch=[^;]*", "")));
    }

    private static List<Rule> bytes() {
        return List.of(Rule.value("To", "a NUL in a URI", v -> v.replace("@", "\0@")),
                Rule.value("User-Agent", "bytes that are not UTF-8", v -> v + "\u00ff\u00fe\u0080"),
                Rule.value("User-Agent", "control characters", v -> v + "\u0007\u001b[31m\b"),
                Rule.field("User-Agent", "a line without a colon", f -> f + "no colon here\r\n"),
                new Rule("lines that end with LF only", Request::head, h -> h.replace("\r", "")),
                new Rule("space before the first header field", WrongRules::first, _ -> " "),
                new Rule("no empty line at the end", WrongRules::tail, _ -> ""),
                new Rule("cut in the middle", WrongRules::half, _ -> ""));
    }

    private static String lower(String method) {
        return method.toLowerCase(Locale.ROOT);
    }

    private static Span first(Request request) {
        return Span.at(request.fields().from());
    }

    private static Span tail(Request request) {
        return new Span(request.head().to() - 2, request.text().length());
    }

    private static Span half(Request request) {
        int length = request.text().length();
        return new Span(length / 2, length);
    }
}
