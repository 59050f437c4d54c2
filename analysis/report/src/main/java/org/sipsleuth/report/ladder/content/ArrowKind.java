package org.sipsleuth.report.ladder.content;

import org.sipsleuth.report.draw.Ink;

/// The looks of arrows: colours as in the window, and lines that distinguish requests from
/// responses without colours.
public enum ArrowKind {
    REQUEST(Ink.REQUEST, "request"),
    PROVISIONAL(Ink.PROVISIONAL, "1xx provisional"),
    SUCCESS(Ink.SUCCESS, "2xx success"),
    REDIRECTION(Ink.REDIRECTION, "3xx redirection"),
    CLIENT_ERROR(Ink.CLIENT_ERROR, "4xx client error"),
    FAILURE(Ink.FAILURE, "5xx, 6xx failure"),
    MEDIA(Ink.MEDIA, "RTP"),
    CONTROL(Ink.MEDIA, "RTCP");

    private static final int FIRST_METHOD = 1000;

    private final Ink ink;
    private final String meaning;

    ArrowKind(Ink ink, String meaning) {
        this.ink = ink;
        this.meaning = meaning;
    }

    /// The look of a message type as the message table numbers them: the status code of a response,
    /// 1000 and more for a method.
    public static ArrowKind of(int type) {
        if (type >= FIRST_METHOD) {
            return REQUEST;
        }
        return switch (type / 100) {
            case 0, 1 -> PROVISIONAL;
            case 2 -> SUCCESS;
            case 3 -> REDIRECTION;
            case 4 -> CLIENT_ERROR;
            default -> FAILURE;
        };
    }

    /// Its colour.
    public Ink ink() {
        return ink;
    }

    /// Whether it is a stream, not a message.
    public boolean isMedia() {
        return this == MEDIA || this == CONTROL;
    }

    /// What the look means.
    public String meaning() {
        return meaning;
    }
}
