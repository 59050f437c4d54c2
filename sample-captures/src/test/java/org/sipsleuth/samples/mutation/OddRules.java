package org.sipsleuth.samples.mutation;

import java.util.List;

/// What RFC 3261 allows and few programs write: a reader that refuses it is wrong.
final class OddRules {

    private static final int MANY = 300;

    private OddRules() {}

    static List<Rule> all() {
        return List.of(new Rule("compact names of header fields", Request::fields, OddRules::compact),
                new Rule("empty lines before the start line", _ -> Span.at(0), _ -> "\r\n\r\n"),
                new Rule("bytes after the body", OddRules::end, _ -> "left over"),
                new Rule("an unknown scheme in the Request-URI", Request::uri, _ -> "fax:desk"),
                Rule.value("To", "escaped characters in To", OddRules::escape),
                Rule.value("Via", "Via over several lines", v -> v.replace(";", "\r\n\t ;")),
                Rule.value("Via", "a second Via in the same line",
                        v -> v + ", SIP/2.0/UDP 198.51.100.9;branch=z9hG4bKbelow"),
                Rule.value("Via", "a quoted parameter in Via", v -> v + ";note=\"a;b,c\""),
                Rule.field("Max-Forwards", "space before a colon", f -> f.replace(":", " \t :")),
                Rule.field("CSeq", "upper and lower case", f -> f.replace("CSeq", "cSEq")),
                Rule.field("CSeq", "much space in CSeq", f -> f.replace(" ", "   \t")),
                Rule.value("From", "escaped quotes in a display name",
                        v -> "\"The \\\"<desk>\\\", \\\\ you; know\" " + v),
                Rule.value("From", "a display name in UTF-8", v -> "\"\u00c3\u0096rtchen\" " + v),
                Rule.value("From", "a display name without quotes", v -> "Front desk " + v),
                Rule.value("From", "an unknown parameter in From", v -> v + ";alone;with=1"),
                Rule.value("Call-ID", "a Call-ID of all its letters", v -> "(%!'`~+_.*)<:\\>" + v),
                Rule.field("User-Agent", "an empty header field", f -> f + "Subject:\r\n"),
                Rule.field("User-Agent", "an unknown header field with an odd name", f -> f + "X-!%*_+`'~: yes\r\n"),
                Rule.field("User-Agent", "a long header field",
                        f -> f + "Subject: " + "long ".repeat(MANY / 5) + "\r\n"));
    }

    private static Span end(Request request) {
        return Span.at(request.text().length());
    }

    private static String compact(String fields) {
        return fields.replace("Via: ", "v: ")
                .replace("From: ", "f: ")
                .replace("To: ", "t: ")
                .replace("Call-ID: ", "i: ")
                .replace("Contact: ", "m: ")
                .replace("Content-Type: ", "c: ")
                .replace("Content-Length: ", "l: ");
    }

    /// Every digit as a percent sign and its code.
    private static String escape(String uri) {
        return uri.replaceAll("([0-9])", "%3$1");
    }
}
