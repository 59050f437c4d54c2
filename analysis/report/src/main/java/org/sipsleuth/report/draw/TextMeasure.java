package org.sipsleuth.report.draw;

import org.sipsleuth.report.draw.Pen.Letters;

/// Measures texts as a pen draws them.
public interface TextMeasure {

    /// The width of a text.
    double width(String text, Letters letters);

    /// The text, or its beginning with an ellipsis if it is wider than `room`.
    String fit(String text, Letters letters, double room);

    /// The text, or its end behind an ellipsis if it is wider than `room`: addresses of one network
    /// begin alike.
    String fitEnd(String text, Letters letters, double room);

    /// The smallest size in which a text can be read. Paper can be looked at closely, a window
    /// cannot.
    double smallest();
}
