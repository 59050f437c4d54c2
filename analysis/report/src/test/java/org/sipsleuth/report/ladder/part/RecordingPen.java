package org.sipsleuth.report.ladder.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen;

/// Lists what is drawn.
final class RecordingPen implements Pen<RuntimeException> {

    final List<String> drawn = new ArrayList<>();

    @Override
    public void line(Stroke stroke, double... points) {
        drawn.add(stroke.dashes() + " line " + Arrays.toString(points));
    }

    @Override
    public void area(Ink ink, double... points) {
        drawn.add("area " + Arrays.toString(points));
    }

    @Override
    public void box(Ink fill, Ink border, Rectangle place) {
        drawn.add("box %s %s %s %s %s %s".formatted(fill, border, place.x(), place.y(), place.width(), place.height()));
    }

    @Override
    public void text(Letters letters, String text, double x, double baseline) {
        drawn.add("text %s %s %s %s".formatted(text, letters.size(), letters.anchor(), x));
    }

    @Override
    public void upright(Letters letters, String text, double x, double y) {
        drawn.add("upright " + text + " " + x + " " + y);
    }
}
