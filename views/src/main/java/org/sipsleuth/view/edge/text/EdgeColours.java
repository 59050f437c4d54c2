package org.sipsleuth.view.edge.text;

import java.util.Objects;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.paint.Paint;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.view.ui.chart.ChartColours;

/// The colours of the page, and the hatching that marks an attack without colour.
public final class EdgeColours {

    /// What counts as legitimate.
    public static final String LEGITIMATE = "edge-legitimate";

    /// What counts as an attack.
    public static final String ATTACK = "edge-attack";

    /// Strong letters.
    public static final String LETTERS = "edge-letters";

    /// What is recommended.
    public static final String PROPOSAL = "edge-proposal";

    private static final double RIBBON = 0.42;
    private static final double HATCHED = 0.22;
    private static final double HATCHING = 0.55;
    private static final int HATCH = 7;

    private EdgeColours() {}

    /// The style sheet of the page, for what lies outside of it.
    public static String styleSheet() {
        return Objects.requireNonNull(EdgeColours.class.getResource("/org/sipsleuth/view/edge/edge.css"))
                .toExternalForm();
    }

    /// The full colour of a class.
    public static Color of(ChartColours colours, MessageClass its) {
        return colours.fx(its == MessageClass.ATTACK ? ATTACK : LEGITIMATE);
    }

    /// The colour of a ribbon of a class.
    public static Color ribbon(ChartColours colours, MessageClass its) {
        return of(colours, its).deriveColor(0, 1, 1, its == MessageClass.ATTACK ? HATCHED : RIBBON);
    }

    /// Lines at 45 degrees, as a pattern.
    public static Paint hatching(ChartColours colours) {
        Color colour = colours.fx(ATTACK).deriveColor(0, 1, 1, HATCHING);
        Color beside = colour.deriveColor(0, 1, 1, 0.4);
        WritableImage tile = new WritableImage(HATCH, HATCH);
        for (int y = 0; y < HATCH; y++) {
            int x = HATCH - 1 - y;
            tile.getPixelWriter().setColor(x, y, colour);
            tile.getPixelWriter().setColor((x + 1) % HATCH, y, beside);
        }
        return new ImagePattern(tile, 0, 0, HATCH, HATCH, false);
    }
}
