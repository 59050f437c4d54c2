package org.sipsleuth.export.anonymize.pseudonym;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Keeps of a text that is replaced what a parser finds wrong with its bytes.
final class Damage {

    private static final char NO_UTF8 = 0xff;
    private static final char DELETE = 0x7f;

    private Damage() {}

    /// Adds to a pseudonym a byte that is no UTF-8, or a control character, if the text had any.
    static StringBuilder keep(String text, StringBuilder pseudonym) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lineOrTab = c == '\t' || c == '\r' || c == '\n';
            if ((c < ' ' && !lineOrTab) || c == DELETE) {
                pseudonym.append(c);
                break;
            }
        }
        if (!isUtf8(text)) {
            pseudonym.append(NO_UTF8);
        }
        return pseudonym;
    }

    private static boolean isUtf8(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
