package org.sipsleuth.export.anonymize.message;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.BinaryOperator;
import org.sipsleuth.sip.HeaderName;
import org.sipsleuth.sip.field.SipGrammar;

/// Replaces what is somebody's in URIs: users, passwords, hosts, numbers, and the header fields
/// that they hold.
final class UriText {

    private static final String HEADER_MARKS = "-_.!~*'()[]/?:+$";

    private final Words words;
    private final ParameterText parameters;
    private final Vocabulary vocabulary = Vocabulary.SHIPPED;
    private final BinaryOperator<String> fields;

    /// @param fields replaces in a header field by name and value
    UriText(Words words, ParameterText parameters, BinaryOperator<String> fields) {
        this.words = words;
        this.parameters = parameters;
        this.fields = fields;
    }

    /// Where a URI of a known scheme that begins at a place has its colon, or -1.
    static int colon(String text, int from) {
        int end = Math.min(text.length(), from + 10);
        byte[] head = text.substring(from, end).getBytes(StandardCharsets.ISO_8859_1);
        int colon = SipGrammar.schemeEnd(head, 0, head.length);
        boolean known = colon > 0 && Vocabulary.SHIPPED.isScheme(text.substring(from, from + colon));
        return known ? from + colon : -1;
    }

    /// Replaces in a URI.
    String of(String uri) {
        int colon = colon(uri, 0);
        if (colon < 0) {
            return words.of(uri);
        }
        String scheme = uri.substring(0, colon).toLowerCase(Locale.ROOT);
        String head = uri.substring(0, colon + 1);
        String rest = uri.substring(colon + 1);
        return head + switch (scheme) {
            case "sip", "sips" -> sip(rest);
            case "tel", "fax" -> tel(rest);
            case "urn" -> words.of(rest, vocabulary::isOfUrn);
            default -> other(rest);
        };
    }

    private String sip(String rest) {
        int at = rest.indexOf('@');
        String user = at < 0 ? "" : user(rest.substring(0, at)) + "@";
        String host = rest.substring(at + 1);
        int end = first(host, host.startsWith("[") ? Math.max(0, host.indexOf(']')) : 0, ";?");
        int question = first(host, end, "?");
        return user + hostPort(host.substring(0, end)) + parameters.list(host.substring(end, question), this::of)
                + headers(host.substring(question));
    }

    private String user(String text) {
        int end = first(text, 0, ";:");
        StringBuilder user = new StringBuilder(words.of(text.substring(0, end)));
        if (end < text.length() && text.charAt(end) == ';') {
            return user.append(parameters.list(text.substring(end), this::of)).toString();
        }
        return user.append(words.of(text.substring(end))).toString();
    }

    private String tel(String rest) {
        int end = first(rest, 0, ";");
        return words.of(rest.substring(0, end)) + parameters.list(rest.substring(end), this::of);
    }

    private String other(String rest) {
        if (!rest.startsWith("//")) {
            return words.of(rest);
        }
        int end = first(rest, 2, "/?#");
        return "//" + hostPort(rest.substring(2, end)) + words.of(rest.substring(end));
    }

    /// Replaces in a host with its port.
    String hostPort(String text) {
        int colon = text.startsWith("[") ? text.indexOf(':', Math.max(0, text.indexOf(']'))) : -1;
        colon = text.startsWith("[") ? colon : text.indexOf(':');
        if (colon < 0) {
            return words.of(text);
        }
        String port = text.substring(colon + 1);
        boolean isPort = Numbers.isPort(port.strip());
        return isPort ? words.of(text.substring(0, colon)) + ":" + port : words.of(text);
    }

    /// `?name=value&name=value`, each a header field of the request that the URI leads to.
    private String headers(String text) {
        if (text.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder("?");
        for (String part : text.substring(1).split("&", -1)) {
            out.append(out.length() > 1 ? "&" : "");
            int equals = part.indexOf('=');
            if (equals < 0) {
                out.append(words.of(part));
                continue;
            }
            String name = part.substring(0, equals);
            boolean known = HeaderName.of(name).isPresent();
            out.append(known ? name : words.of(name)).append('=');
            out.append(escaped(fields.apply(name, unescaped(part.substring(equals + 1)))));
        }
        return out.toString();
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int p = 0; p < text.length(); p++) {
            boolean isEscape = text.charAt(p) == '%' && p + 2 < text.length()
                    && HexFormat.isHexDigit(text.charAt(p + 1)) && HexFormat.isHexDigit(text.charAt(p + 2));
            plain.append(isEscape ? (char) Integer.parseInt(text, p + 1, p + 3, 16) : text.charAt(p));
            p += isEscape ? 2 : 0;
        }
        return plain.toString();
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int p = 0; p < text.length(); p++) {
            char c = text.charAt(p);
            boolean plain = c < 0x80 && (SipGrammar.isAlpha((byte) c) || SipGrammar.isDigit((byte) c));
            if (plain || HEADER_MARKS.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append("%02X".formatted((int) c));
            }
        }
        return out.toString();
    }

    /// Where one of the characters stands first from a place on, or the end.
    private static int first(String text, int from, String any) {
        int p = Math.min(from, text.length());
        while (p < text.length() && any.indexOf(text.charAt(p)) < 0) {
            p++;
        }
        return p;
    }
}
