package org.sipsleuth.view.flood.lane;

import static org.sipsleuth.view.ui.Texts.text;

import org.sipsleuth.flood.detection.FloodCourse;

/// Names a flood by its class: `VH, abrupt`.
public final class FloodWords {

    private FloodWords() {}

    /// The class of its rate and its behaviour.
    public static String of(FloodCourse course) {
        return text("flood.class", course.rate().word(), text("flood.behaviour." + course.behaviour().word()));
    }
}
