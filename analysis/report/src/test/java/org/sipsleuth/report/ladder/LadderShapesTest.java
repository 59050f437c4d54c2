package org.sipsleuth.report.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen.Dashes;
import org.sipsleuth.report.draw.Pen.Stroke;
import org.sipsleuth.report.draw.ShapePen;

final class LadderShapesTest {

    /// Lists what is drawn.
    private static final class Listing implements ShapePen<RuntimeException> {

        private final List<String> drawn = new ArrayList<>();

        @Override
        public void line(Stroke stroke, double... points) {
            drawn.add(stroke.dashes() + " line " + Arrays.toString(points));
        }

        @Override
        public void area(Ink ink, double... points) {
            drawn.add("area " + Arrays.toString(points));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true|false|SOLID line [10.0, 5.0, 92.0, 5.0]"
                        + "|area [100.0, 5.0, 91.0, 1.0, 91.0, 9.0]",
                "false|false|DASHED line [10.0, 5.0, 99.0, 5.0]"
                        + "|SOLID line [91.0, 1.0, 100.0, 5.0, 91.0, 9.0]",
                "true|true|DOTTED line [10.0, 5.0, 92.0, 5.0]"
                        + "|area [100.0, 5.0, 91.0, 1.0, 91.0, 9.0]",
            })
    void linesAndTipsDistinguishRequestsResponsesAndRetransmissions(
            boolean isRequest, boolean isRetransmission, String line, String tip) {
        Listing pen = new Listing();
        Stroke stroke =
                new Stroke(Ink.REQUEST, 1.4, LadderShapes.dashes(isRequest, isRetransmission));
        LadderShapes.FILE.arrow(pen, stroke, isRequest, 10, 100, 5);
        assertEquals(List.of(line, tip), pen.drawn);
    }

    @ParameterizedTest
    @CsvSource({"false, SOLID, SOLID", "true, DASHED, FINE"})
    void onlyTheLinesOfRtcpAreBroken(boolean isControl, Dashes inFiles, Dashes inWindow) {
        for (LadderShapes shapes : List.of(LadderShapes.FILE, LadderShapes.WINDOW)) {
            Listing pen = new Listing();
            shapes.stream(pen, Ink.MEDIA, isControl, 100, 10, 5);
            Dashes dashes = shapes == LadderShapes.FILE ? inFiles : inWindow;
            assertEquals(dashes + " line [100.0, 3.5, 18.0, 3.5]", pen.drawn.get(0));
            assertEquals(dashes + " line [100.0, 6.5, 18.0, 6.5]", pen.drawn.get(1));
            assertEquals(3, pen.drawn.size());
        }
    }
}
