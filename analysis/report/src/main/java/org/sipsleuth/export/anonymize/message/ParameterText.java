package org.sipsleuth.export.anonymize.message;

import java.util.function.UnaryOperator;
import org.sipsleuth.export.anonymize.pseudonym.Pseudonyms;

/// Replaces what is somebody's in parameters: names that no register has, and values by what the
/// parameter is.
final class ParameterText {

    private final Words words;
    private final Pseudonyms pseudonyms;
    private final Vocabulary vocabulary = Vocabulary.SHIPPED;

    ParameterText(Words words, Pseudonyms pseudonyms) {
        this.words = words;
        this.pseudonyms = pseudonyms;
    }

    /// Replaces in a name.
    String name(String name) {
        return vocabulary.parameter(name) == ParameterKind.UNKNOWN ? words.of(name) : name;
    }

    /// Replaces in a value without its quotes.
    ///
    /// @param uris replaces in a URI
    String value(String name, String value, UnaryOperator<String> uris) {
        return switch (vocabulary.parameter(name)) {
            case NUMBER -> Numbers.isCount(value) ? value : words.of(value);
            case WORDS -> words.of(value, vocabulary::isProtocol);
            case TEXT -> text(value);
            case URI -> eachUri(value, uris);
            case UNKNOWN, WORD, FLAG -> word(value, uris);
        };
    }

    /// Replaces text for people. A number stays the number that users have.
    String text(String text) {
        if (vocabulary.isReason(text)) {
            return text;
        }
        boolean isNumber = text.chars().allMatch(c -> (c >= '0' && c <= '9') || " +-".indexOf(c) >= 0);
        return isNumber ? words.of(text) : pseudonyms.freeText(text);
    }

    private String word(String value, UnaryOperator<String> uris) {
        int last = value.length() - 1;
        if (last > 0 && value.charAt(0) == '<' && value.charAt(last) == '>') {
            return "<" + uris.apply(value.substring(1, last)) + ">";
        }
        return UriText.colon(value, 0) >= 0 ? uris.apply(value) : words.of(value);
    }

    private static String eachUri(String value, UnaryOperator<String> uris) {
        StringBuilder out = new StringBuilder(value.length());
        int from = 0;
        for (int p = 0; p <= value.length(); p++) {
            if (p == value.length() || value.charAt(p) == ' ') {
                out.append(uris.apply(value.substring(from, p)));
                out.append(p < value.length() ? " " : "");
                from = p + 1;
            }
        }
        return out.toString();
    }

    /// Replaces in `;name=value;name`, as URIs hold it: without quotes.
    String list(String text, UnaryOperator<String> uris) {
        if (text.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        String[] parts = text.split(";", -1);
        for (int i = 0; i < parts.length; i++) {
            out.append(i > 0 ? ";" : "");
            int equals = parts[i].indexOf('=');
            if (equals < 0) {
                out.append(name(parts[i]));
                continue;
            }
            String name = parts[i].substring(0, equals);
            out.append(name(name)).append('=');
            out.append(value(name, parts[i].substring(equals + 1), uris));
        }
        return out.toString();
    }
}
