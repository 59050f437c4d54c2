package org.sipsleuth.export.anonymize.message;

import java.util.Locale;
import java.util.function.Predicate;
import org.sipsleuth.export.anonymize.pseudonym.Pseudonyms;

/// Replaces what is somebody's in an attribute of a session description.
final class AttributeText {

    private static final int MEASURE_DIGITS = 6;
    private static final int PRIORITY_DIGITS = 10;
    private static final int PRIORITY_AT = 3;
    private static final int ADDRESS_AT = 4;
    private static final String EVENTS = "\\d{1,3}(?:-\\d{1,3})?";
    private static final String KEY_LIMITS = "2\\^\\d{1,2}|\\d{1,3}:\\d";

    private final Words words;
    private final FieldText fields;
    private final Pseudonyms pseudonyms;
    private final Vocabulary vocabulary = Vocabulary.SHIPPED;

    AttributeText(Words words, FieldText fields, Pseudonyms pseudonyms) {
        this.words = words;
        this.fields = fields;
        this.pseudonyms = pseudonyms;
    }

    /// Replaces in `name:value`, or in a name alone.
    String of(String attribute) {
        int colon = attribute.indexOf(':');
        String name = colon < 0 ? attribute : attribute.substring(0, colon);
        if (!vocabulary.isAttribute(name)) {
            return words.of(attribute);
        }
        return colon < 0 ? name : name + ":" + value(name, attribute.substring(colon + 1));
    }

    private String value(String name, String value) {
        if (vocabulary.isPrivateAttribute(name)) {
            return words.of(value);
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "candidate" -> candidate(value);
            case "crypto" -> crypto(value);
            case "ssrc" -> source(value);
            case "ssrc-group" -> eachPiece(value, (i, piece) -> i == 0 ? keep(piece, this::isMeasure) : number(piece));
            case "fingerprint" -> firstStays(value);
            case "extmap" -> extension(value);
            default -> words.of(value, this::isMeasure);
        };
    }

    private boolean isMeasure(String word) {
        return vocabulary.isSdp(word) || Numbers.hasAtMost(MEASURE_DIGITS, word) || word.matches(EVENTS);
    }

    /// RFC 8839 §5.1: foundation, component, transport, priority, address, port, and pairs.
    private String candidate(String value) {
        return eachPiece(value, (i, piece) -> switch (i) {
            case 0, ADDRESS_AT -> words.of(piece);
            case PRIORITY_AT -> keep(piece, w -> Numbers.hasAtMost(PRIORITY_DIGITS, w));
            default -> words.of(piece, this::isMeasure);
        });
    }

    /// RFC 4568 §4: tag, suite, and keys with their limits of use.
    private String crypto(String value) {
        return eachPiece(value, (i, piece) -> {
            if (i < 2 || !piece.startsWith("inline:")) {
                return words.of(piece, this::isMeasure);
            }
            StringBuilder out = new StringBuilder("inline:");
            String[] parts = piece.substring(out.length()).split("\\|", -1);
            for (int part = 0; part < parts.length; part++) {
                boolean isLimit = part > 0 && parts[part].matches(KEY_LIMITS);
                out.append(part > 0 ? "|" : "");
                out.append(isLimit ? parts[part] : words.of(parts[part]));
            }
            return out.toString();
        });
    }

    /// RFC 5576 §4.1: a source of RTP, and an attribute of it, such as its name.
    private String source(String value) {
        return eachPiece(value, (i, piece) -> {
            if (i == 0) {
                return number(piece);
            }
            int colon = piece.indexOf(':');
            boolean known = colon > 0 && vocabulary.isSdp(piece.substring(0, colon));
            return known ? piece.substring(0, colon + 1) + words.of(piece.substring(colon + 1)) : words.of(piece);
        });
    }

    /// The same number that the packets of the copy have.
    private String number(String piece) {
        if (!Numbers.hasAtMost(PRIORITY_DIGITS, piece) || Long.parseLong(piece) >>> 32 != 0) {
            return words.of(piece);
        }
        return Integer.toUnsignedString(pseudonyms.number((int) Long.parseLong(piece)));
    }

    private String firstStays(String value) {
        return eachPiece(value, (i, piece) -> i == 0 ? keep(piece, vocabulary::isSdp) : words.of(piece));
    }

    /// RFC 8285 §8: a number, and a URI that names what it is for.
    private String extension(String value) {
        return eachPiece(value, (i, piece) -> i == 0 ? words.of(piece, this::isMeasure) : fields.uri(piece));
    }

    private String keep(String piece, Predicate<String> stays) {
        return stays.test(piece) ? piece : words.of(piece);
    }

    /// What replaces a piece, by its place.
    private interface Piecewise {
        String of(int place, String piece);
    }

    private static String eachPiece(String value, Piecewise replace) {
        String[] pieces = value.split(" ", -1);
        StringBuilder out = new StringBuilder(value.length() + 16);
        for (int i = 0; i < pieces.length; i++) {
            out.append(i > 0 ? " " : "").append(replace.of(i, pieces[i]));
        }
        return out.toString();
    }
}
