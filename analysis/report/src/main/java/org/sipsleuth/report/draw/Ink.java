package org.sipsleuth.report.draw;

import java.util.List;
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
    MEDIA(0x8250df),
    HINT(0x9a6700),
    BAND(0xddf4ff),
    BAND_OTHER(0xfff8c5),
    GROUP_0(0x0072b2),
    GROUP_1(0xd55e00),
    GROUP_2(0x009e73),
    GROUP_3(0xb3589a),
    GROUP_4(0xb87f00),
    GROUP_5(0x2f8fc4),
    GROUP_6(0x8f8600);

    private static final List<Ink> GROUPS = List.of(GROUP_0, GROUP_1, GROUP_2, GROUP_3, GROUP_4, GROUP_5, GROUP_6);

    private static final int RED_SHIFT = 16;
    private static final int GREEN_SHIFT = 8;
    private static final int CHANNEL = 0xff;

    private final int rgb;

    Ink(int rgb) {
        this.rgb = rgb;
    }

    /// The colour of a group of messages.
    ///
    /// @param place in the palette, from 0
    public static Ink ofGroup(int place) {
        return GROUPS.get(place);
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
