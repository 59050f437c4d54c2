package org.sipsleuth.report.output;

/// Colours on a terminal. What a colour says, the text says too.
public enum Style {
    PLAIN(""),
    BOLD("\u001b[1m"),
    DIM("\u001b[2m"),
    RED("\u001b[31m"),
    GREEN("\u001b[32m"),
    YELLOW("\u001b[33m"),
    BLUE("\u001b[34m"),
    CYAN("\u001b[36m");

    private static final String RESET = "\u001b[0m";

    private final String sequence;

    Style(String sequence) {
        this.sequence = sequence;
    }

    /// The text in this colour.
    public String paint(String text) {
        return this == PLAIN ? text : sequence + text + RESET;
    }

    /// The colour of a message type that begins with a status code or a method: requests blue, 1xx
    /// grey, 2xx green, 3xx teal, 4xx amber, 5xx and 6xx red.
    public static Style ofMessage(String type) {
        return switch (type.isEmpty() ? ' ' : type.charAt(0)) {
            case ' ' -> PLAIN;
            case '1' -> DIM;
            case '2' -> GREEN;
            case '3' -> CYAN;
            case '4' -> YELLOW;
            case '5', '6' -> RED;
            default -> BLUE;
        };
    }
}
