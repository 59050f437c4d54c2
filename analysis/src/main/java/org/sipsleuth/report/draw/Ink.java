package org.sipsleuth.report.draw;

import java.util.Locale;

/// The colours of a report, made for white paper; those of messages are the window's in its light
/// theme.
public enum Ink {
    PAPER(0xffffff),
    SHADE(0xf6f8fa),
    LINE(0xc5ccd3),
    FAINT(0x59636e),
    TEXT(0x1f2328),
    REQUEST(0x0969da),
    PROVISIONAL(0x6e7781),
    SUCCESS(0x1a7f37),
    REDIRECTION(0x0f766e),
    CLIENT_ERROR(0x9a6700),
    FAILURE(0xcf222e),
    MEDIA(0x8250df);

    private static final int RED_SHIFT = 16;
    private static final int GREEN_SHIFT = 8;
    private static final int CHANNEL = 0xff;

    private final int rgb;

    Ink(int rgb) {
        this.rgb = rgb;
    }

    /// Red, green and blue in one number, as `0xrrggbb`.
    public int rgb() {
        return rgb;
    }

    /// A channel from 0 to 1; 0 is red, 1 green, 2 blue.
    float channel(int number) {
        int shift = number == 0 ? RED_SHIFT : number == 1 ? GREEN_SHIFT : 0;
        return (rgb >> shift & CHANNEL) / (float) CHANNEL;
    }

    /// The name as style sheets write it: `client-error`.
    String css() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
