package org.sipsleuth.capture.tls.keylog;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a line of a key log (draft-ietf-tls-keylogfile): a label, a client random, a secret.
final class KeyLogLine {

    /// What a line is.
    enum Kind {
        /// Empty, or a comment.
        BLANK,
        /// A secret that opens records.
        SECRET,
        /// A secret for something else, or one that is not used here.
        OTHER,
        WRONG
    }

    private static final Pattern SHAPE =
            Pattern.compile("([A-Z][A-Z0-9_]*) +([0-9a-fA-F]+) +([0-9a-fA-F]+)");
    private static final int RANDOM_DIGITS = 64;

    /// The secrets below are of no use here: an encrypted premaster secret opens nothing without
    /// the whole handshake.
    private static final String RSA = "RSA";

    private static final HexFormat HEX = HexFormat.of();

    private Kind kind = Kind.BLANK;
    private String what = "";
    private @Nullable LoggedSecret label;
    private byte[] random = new byte[0];
    private byte[] secret = new byte[0];

    /// Reads a line without its end.
    Kind read(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            kind = Kind.BLANK;
            return kind;
        }
        Matcher shape = SHAPE.matcher(text);
        kind = shape.matches() ? parts(shape) : wrong("it is not a label, a random and a secret");
        return kind;
    }

    private Kind parts(Matcher shape) {
        String name = shape.group(1);
        if (name.equals(RSA)) {
            return Kind.OTHER;
        }
        if (shape.group(2).length() != RANDOM_DIGITS) {
            return wrong("its client random does not have 32 bytes");
        }
        if (shape.group(3).length() % 2 != 0) {
            return wrong("its secret ends within a byte");
        }
        label = LoggedSecret.of(name);
        if (label == null) {
            return Kind.OTHER;
        }
        random = HEX.parseHex(shape.group(2));
        secret = HEX.parseHex(shape.group(3));
        return label.mayHave(secret.length)
                ? Kind.SECRET
                : wrong("its secret cannot have " + secret.length + " bytes");
    }

    private Kind wrong(String why) {
        what = why;
        return Kind.WRONG;
    }

    /// What is wrong with a wrong line.
    String what() {
        return what;
    }

    /// What secret a line holds.
    @Nullable LoggedSecret label() {
        return label;
    }

    /// The 32 bytes that the client drew.
    byte[] random() {
        return random;
    }

    byte[] secret() {
        return secret;
    }
}
