package org.sipsleuth.view.ngram.heat;

import javafx.scene.paint.Color;

/// The perceptually uniform colour scale Viridis (van der Walt and Smith, 2015), interpolated
/// between every eighth of it. *More* always stands out from the ground: pale to dark on a light
/// one, dark to bright on a dark one.
public final class Viridis {

    private static final int[] EIGHTHS =
            {0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725};

    /// The part of the scale that is used on a light ground: its yellow end is too pale for it.
    private static final double LIGHT_FROM = 0.86;

    /// On a dark ground its violet end is too dark.
    private static final double DARK_FROM = 0.22;

    /// The smallest values fade into the ground by this share.
    private static final double FADED = 0.6;

    private static final double RED = 0.2126;
    private static final double GREEN = 0.7152;
    private static final double BLUE = 0.0722;

    /// Where white letters stand out as well as black ones.
    private static final double BETWEEN_LETTERS = 0.179;

    private static final int STEPS = 256;

    private final Color[] colours = new Color[STEPS];

    /// The scale on a ground of this colour.
    public Viridis(Color ground) {
        boolean isDark = luminance(ground) < BETWEEN_LETTERS;
        for (int i = 0; i < STEPS; i++) {
            double share = i / (STEPS - 1.0);
            Color full = scale(isDark ? DARK_FROM + (1 - DARK_FROM) * share : LIGHT_FROM * (1 - share));
            colours[i] = full.interpolate(ground, FADED * (1 - share) * (1 - share));
        }
    }

    /// The colour of a value.
    ///
    /// @param share of the largest, 0 to 1; its square root is the place on the scale, so that
    ///     small values can be distinguished
    public Color of(double share) {
        return colours[(int) Math.round(Math.sqrt(Math.clamp(share, 0, 1)) * (STEPS - 1))];
    }

    /// Black or white, whichever stands out from a colour.
    public static Color letters(Color ground) {
        return luminance(ground) < BETWEEN_LETTERS ? Color.WHITE : Color.BLACK;
    }

    /// The relative luminance of WCAG 2.1, 0 (black) to 1 (white).
    static double luminance(Color colour) {
        return RED * linear(colour.getRed()) + GREEN * linear(colour.getGreen()) + BLUE * linear(colour.getBlue());
    }

    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static Color scale(double place) {
        double at = Math.clamp(place, 0, 1) * (EIGHTHS.length - 1);
        int low = (int) Math.min(EIGHTHS.length - 2.0, Math.floor(at));
        return colour(EIGHTHS[low]).interpolate(colour(EIGHTHS[low + 1]), at - low);
    }

    private static Color colour(int rgb) {
        return Color.rgb((rgb >> 16) & 0xff, (rgb >> 8) & 0xff, rgb & 0xff);
    }
}
