package org.sipsleuth.report.draw;

import java.io.IOException;

/// What is drawn with any pen.
@FunctionalInterface
public interface Drawing {
    void on(Pen<IOException> pen) throws IOException;
}
