package org.sipsleuth.simulate.mutation;

import java.util.List;
import java.util.Locale;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.mutation.Place.Kind;

/// One way to break a message.
public enum Rule {
    LEAVE_OUT("left out", List.of(Kind.LINE)) {
        @Override
        String broken(String text, SeededRandom draws) {
            return "";
        }
    },
    REPEAT("written twice", List.of(Kind.LINE)) {
        @Override
        String broken(String text, SeededRandom draws) {
            return text + text;
        }
    },
    EMPTY("emptied", List.of(Kind.VALUE)) {
        @Override
        String broken(String text, SeededRandom draws) {
            return "";
        }
    },
    LENGTHEN("made very long", List.of(Kind.VALUE, Kind.NAME, Kind.METHOD)) {
        @Override
        String broken(String text, SeededRandom draws) {
            return text + "A".repeat((int) draws.between(256, 1_024));
        }
    },
    OVERFLOW("made a number that no variable holds", List.of(Kind.NUMBER)) {
        @Override
        String broken(String text, SeededRandom draws) {
            return draws.of(List.of("4294967296", "2147483648", "99999999999999999999", "65536"));
        }
    },
    NEGATE("made negative", List.of(Kind.NUMBER)) {
        @Override
        String broken(String text, SeededRandom draws) {
            return "-" + text;
        }
    },
    NO_NUMBER("made no number", List.of(Kind.NUMBER)) {
        @Override
        String broken(String text, SeededRandom draws) {
            return draws.of(List.of("0x1f", "NaN", "1e9", "one", "+ 1"));
        }
    },
    NUL("given a NUL", Place.ANY_TEXT) {
        @Override
        String broken(String text, SeededRandom draws) {
            return inserted(text, "\0", draws);
        }
    },
    CONTROL("given control characters", Place.ANY_TEXT) {
        @Override
        String broken(String text, SeededRandom draws) {
            return inserted(text, draws.of(List.of("\7", "\33[2J", "\1\2", "\177")), draws);
        }
    },
    NO_UTF8("given bytes that are no UTF-8", Place.ANY_TEXT) {
        @Override
        String broken(String text, SeededRandom draws) {
            return inserted(text, draws.of(List.of("\u00ff", "\u00c0\u00af", "\u00e2\u0082")), draws);
        }
    },
    FORMAT("given what printf would follow", List.of(Kind.VALUE, Kind.URI, Kind.QUOTED)) {
        @Override
        String broken(String text, SeededRandom draws) {
            return inserted(text, draws.of(List.of("%s%s%s%n", "%x%x%x%x", "%99999d")), draws);
        }
    },
    INJECT("given another language", List.of(Kind.VALUE, Kind.URI, Kind.QUOTED)) {
        @Override
        String broken(String text, SeededRandom draws) {
            List<String> phrases = List.of("' OR '1'='1", "<script>x</script>", "../../../etc", "`id`", "${7*7}");
            return inserted(text, draws.of(phrases), draws);
        }
    },
    SCHEME("given a scheme that is none", List.of(Kind.URI)) {
        @Override
        String broken(String text, SeededRandom draws) {
            String rest = text.substring(text.indexOf(':') + 1);
            return draws.of(List.of("", "sp:", "1sip:", "sip::", "sip ")) + rest;
        }
    },
    URI_SIGNS("given signs that URIs do not have", List.of(Kind.URI)) {
        @Override
        String broken(String text, SeededRandom draws) {
            return inserted(text, draws.of(List.of("<", ">", "\"", " ", "@@", "%zz")), draws);
        }
    },
    UNQUOTE("left without its last quotation mark", List.of(Kind.QUOTED)) {
        @Override
        String broken(String text, SeededRandom draws) {
            return text.substring(0, text.length() - 1);
        }
    },
    LINE_END("ended in another way", List.of(Kind.END)) {
        @Override
        String broken(String text, SeededRandom draws) {
            return draws.of(List.of("\n", "\r", "\r\r\n", "\n\r"));
        }
    },
    VERSION("given a version that is none", List.of(Kind.VERSION)) {
        @Override
        String broken(String text, SeededRandom draws) {
            return draws.of(List.of("SIP/7.0", "SIP/2", "SIP/2.00", "SIP 2.0", "HTTP/1.1"));
        }
    },
    NAME_SIGNS("given signs that names do not have", List.of(Kind.NAME, Kind.METHOD)) {
        @Override
        String broken(String text, SeededRandom draws) {
            return inserted(text, draws.of(List.of(" ", "(", "\"", "\\", "{}")), draws);
        }
    },
    SCRAMBLE("replaced by bytes by chance", List.of(Kind.VALUE)) {
        @Override
        String broken(String text, SeededRandom draws) {
            StringBuilder scrambled = new StringBuilder();
            for (int i = 0; i < Math.min(text.length(), 64); i++) {
                int octet = draws.below(256);
                scrambled.append(octet == '\r' || octet == '\n' ? 'x' : (char) octet);
            }
            return scrambled.toString();
        }
    },
    SEPARATORS("given separators without anything between", List.of(Kind.VALUE)) {
        @Override
        String broken(String text, SeededRandom draws) {
            return inserted(text, draws.of(List.of(";;;;", ",,,,", "====", "<<<<")), draws);
        }
    };

    private final String text;

    @SuppressWarnings("ImmutableEnumChecker") // it is a copy that cannot be changed
    private final List<Kind> kinds;

    Rule(String text, List<Kind> kinds) {
        this.text = text;
        this.kinds = List.copyOf(kinds);
    }

    /// The change, as the predicate of a sentence: "the value of Via is …".
    public String text() {
        return text;
    }

    /// The name in ground-truth files: `leave-out`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean fits(Place place) {
        return kinds.contains(place.kind());
    }

    /// The replacement for `text`, one character per byte.
    abstract String broken(String text, SeededRandom draws);

    private static String inserted(String text, String what, SeededRandom draws) {
        int at = draws.below(text.length() + 1);
        return text.substring(0, at) + what + text.substring(at);
    }
}
