package org.sipsleuth.alignment.words;

/// What a message type is the type of.
public enum MessageKind {
    REQUEST, PROVISIONAL, FINAL;

    private static final int STATUS_DIGITS = 3;

    /// The kind of a type: of a response if it is a status code, else of a request.
    public static MessageKind of(String type) {
        if (type.length() != STATUS_DIGITS || !type.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return REQUEST;
        }
        return type.charAt(0) == '1' ? PROVISIONAL : FINAL;
    }

    /// Whether the type is that of a request that begins something new: any but ACK and PRACK,
    /// which answer a response.
    public static boolean opens(String type) {
        return of(type) == REQUEST && !"ACK".equals(type) && !"PRACK".equals(type);
    }
}
