package org.sipsleuth.view.message.text;

import java.util.List;
import javafx.scene.paint.Paint;

/// How characters are drawn.
///
/// @param fill their colour
/// @param isBold whether they have the bold font
/// @param marks what marks them besides
record TextStyle(Paint fill, boolean isBold, List<TextMark> marks) {

    TextStyle {
        marks = List.copyOf(marks);
    }
}
