package org.sipsleuth.export.anonymize.message;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.sipsleuth.export.anonymize.pseudonym.Pseudonyms;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.field.SipGrammar;
import org.sipsleuth.sip.field.ViaScan;

/// Replaces what is somebody's in the values of header fields.
final class FieldText {

    private static final Pattern DATE =
            Pattern.compile("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep"
                    + "|Oct|Nov|Dec) \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");

    /// A letter beyond ASCII, in UTF-8.
    private static final String NO_TOKEN = "\u00c3\u00a9";

    private static final int MOST_NESTED = 3;

    private final Words words;
    private final ParameterText parameters;
    private final UriText uris;
    private final ProductText products;
    private final Vocabulary vocabulary = Vocabulary.SHIPPED;
    private int nested;

    /// @param keepProducts whether User-Agent and Server are kept unchanged
    FieldText(Words words, Pseudonyms pseudonyms, boolean keepProducts) {
        this.words = words;
        this.parameters = new ParameterText(words, pseudonyms);
        this.uris = new UriText(words, parameters, this::inUri);
        this.products = new ProductText(words, keepProducts);
    }

    /// Replaces in a URI.
    String uri(String uri) {
        return uris.of(uri);
    }

    /// Replaces text for people.
    String text(String text) {
        return parameters.text(text);
    }

    /// A method that nobody knows gets a name that nobody knows either.
    String method(String method) {
        int end = 0;
        while (end < method.length() && method.charAt(end) < 0x80) {
            end++; // what is beyond ASCII ends a token, and belongs to words
        }
        String token = method.substring(0, end);
        String replaced = words.of(token, vocabulary::isMethod);
        while (vocabulary.isMethod(replaced) && !vocabulary.isMethod(token)) {
            replaced = words.of(replaced);
        }
        boolean isToken = end == method.length();
        return isToken ? replaced : replaced + NO_TOKEN + words.of(method.substring(end));
    }

    /// Replaces in a header field that a URI holds.
    private String inUri(String name, String value) {
        if (nested == MOST_NESTED) {
            return words.of(value);
        }
        nested++;
        String replaced =
                name.equalsIgnoreCase("body") ? parameters.text(value) : of(value, FieldKind.of(HeaderName.of(name)));
        nested--;
        return replaced;
    }

    /// Replaces in a value.
    String of(String value, FieldKind kind) {
        return switch (kind) {
            case TEXT -> parameters.text(value);
            case PRODUCT -> products.of(value);
            case DATE -> DATE.matcher(value).matches() ? value : words.of(value);
            case VIA -> via(value);
            case WORDS, ADDRESS, PROTOCOL, METHOD, WARNING, LENGTH -> new Scan(value, kind, 0).all();
        };
    }

    /// A number that counts, as far as digits go, or a method.
    private String sequence(String item) {
        int digits = 0;
        while (digits < item.length() && Character.isDigit(item.charAt(digits))) {
            digits++;
        }
        boolean counts = Numbers.isCount(item.substring(0, digits));
        return counts ? item.substring(0, digits) + method(item.substring(digits)) : method(item);
    }

    private String via(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        StringBuilder out = new StringBuilder(value.length());
        ViaScan scan = new ViaScan();
        int p = 0;
        while (p < value.length()) {
            scan.read(bytes, p, bytes.length);
            int host = Math.max(p, scan.hostFrom);
            int port = Math.max(scan.hostTo, scan.portFrom);
            int after = Math.max(port, scan.portTo);
            int end = Math.max(after, scan.end);
            out.append(words.of(value.substring(p, host), vocabulary::isProtocol));
            out.append(words.of(value.substring(host, scan.hostTo)));
            out.append(value, scan.hostTo, port);
            String number = value.substring(port, after);
            out.append(Numbers.isPort(number) ? number : words.of(number));
            out.append(new Scan(value.substring(after, end), FieldKind.WORDS, 0).all());
            out.append(end < value.length() ? "," : "");
            p = end + 1;
        }
        return out.toString();
    }

    /// Goes through one value.
    private final class Scan {

        private static final String NAME_ENDS = ",;\"<>()=";
        private static final String VALUE_ENDS = ",;\"<";

        private final String text;
        private final FieldKind kind;
        private final StringBuilder out;
        private int p;
        private boolean afterSemicolon;
        private boolean unclosed;

        Scan(String text, FieldKind kind, int from) {
            this.text = text;
            this.kind = kind;
            this.out = new StringBuilder(text.length() + 16);
            this.p = from;
        }

        String all() {
            while (p < text.length()) {
                step(text.charAt(p));
            }
            return out.toString();
        }

        private void step(char c) {
            if (c == '"') {
                String inside = quoted();
                out.append('"').append(quotedText(inside)).append(closing());
            } else if (c == '<') {
                bracketed();
            } else if (c == '(') {
                comment();
            } else if (isSpace(c) || NAME_ENDS.indexOf(c) >= 0) {
                afterSemicolon = c == ';' || (afterSemicolon && isSpace(c));
                out.append(c);
                p++;
            } else if (UriText.colon(text, p) >= 0) {
                int end = first(p, ",;\"<>", true);
                out.append(uris.of(text.substring(p, end)));
                p = end;
            } else {
                item();
            }
        }

        /// A parameter, or a word.
        private void item() {
            int end = first(p, NAME_ENDS, true);
            int equals = skipSpace(end);
            boolean isParameter = equals < text.length() && text.charAt(equals) == '=';
            String item = text.substring(p, end);
            if (isParameter) {
                int value = skipSpace(equals + 1);
                out.append(parameters.name(item)).append(text, end, value);
                p = value;
                value(item);
            } else if (afterSemicolon) {
                boolean stays = kind == FieldKind.PROTOCOL && vocabulary.isProtocol(item);
                out.append(stays ? item : parameters.name(item));
                p = end;
            } else {
                atom(item, end);
            }
            afterSemicolon = false;
        }

        private void value(String name) {
            if (p < text.length() && text.charAt(p) == '"') {
                String inside = quoted();
                out.append('"').append(parameters.value(name, inside, uris::of)).append(closing());
            } else if (p < text.length() && text.charAt(p) == '<') {
                bracketed();
            } else {
                int end = first(p, VALUE_ENDS, true);
                out.append(parameters.value(name, text.substring(p, end), uris::of));
                p = end;
            }
        }

        private void atom(String item, int end) {
            switch (kind) {
                case ADDRESS -> {
                    name();
                    return;
                }
                case PROTOCOL -> out.append(Numbers.isCount(item) ? item : words.of(item, vocabulary::isProtocol));
                case METHOD -> out.append(sequence(item));
                case WARNING -> out.append(Numbers.hasAtMost(3, item) ? item : words.of(item));
                case WORDS, VIA, TEXT, PRODUCT, DATE, LENGTH -> out.append(words.of(item));
            }
            p = end;
        }

        /// The name before a URI in brackets; without one, what stands there is no name.
        private void name() {
            int end = first(p, "<;,\"", false);
            boolean isName = end < text.length() && text.charAt(end) == '<';
            int trimmed = end;
            while (trimmed > p && isSpace(text.charAt(trimmed - 1))) {
                trimmed--;
            }
            String name = text.substring(p, trimmed);
            out.append(isName ? parameters.text(name) : words.of(name));
            out.append(text, trimmed, end);
            p = end;
        }

        private String quotedText(String inside) {
            return switch (kind) {
                case ADDRESS, WARNING -> parameters.text(inside);
                case PROTOCOL -> words.of(inside, vocabulary::isProtocol);
                case WORDS, VIA, METHOD, TEXT, PRODUCT, DATE, LENGTH -> words.of(inside);
            };
        }

        /// What stands in the quotes that begin here; goes behind it.
        private String quoted() {
            int q = p + 1;
            while (!unclosed && q < text.length() && text.charAt(q) != '"') {
                q += text.charAt(q) == '\\' ? 2 : 1;
            }
            if (unclosed || q >= text.length()) {
                unclosed = true; // no quote after it closes one either
                q = first(p + 1, "<", false); // a URI in brackets is read all the same
            }
            String inside = text.substring(p + 1, q);
            p = q;
            return inside;
        }

        private String closing() {
            boolean closed = p < text.length() && text.charAt(p) == '"';
            p += closed ? 1 : 0;
            return closed ? "\"" : "";
        }

        private void bracketed() {
            int from = skipSpace(p + 1);
            int end = first(from, ">", false);
            out.append(text, p, from).append(uris.of(text.substring(from, end)));
            p = end;
        }

        private void comment() {
            int end = first(p + 1, ")", false);
            String inside = text.substring(p + 1, end);
            boolean isText = kind != FieldKind.WORDS;
            out.append('(').append(isText ? parameters.text(inside) : words.of(inside));
            p = end;
        }

        private int skipSpace(int from) {
            int q = from;
            while (q < text.length() && isSpace(text.charAt(q))) {
                q++;
            }
            return q;
        }

        /// Where one of the characters, or a space, stands first from a place on, or the end.
        private int first(int from, String any, boolean orSpace) {
            int q = from;
            while (q < text.length() && any.indexOf(text.charAt(q)) < 0 && !(orSpace && isSpace(text.charAt(q)))) {
                q++;
            }
            return q;
        }
    }

    private static boolean isSpace(char c) {
        return c < 0x80 && SipGrammar.isLws((byte) c);
    }
}
