package org.sipsleuth.evaluate;

import java.time.Duration;
import java.util.List;

/// The figures of one paper, ours beside them.
///
/// @param method the method's name
/// @param corpus what was measured on
/// @param took how long that was
/// @param tables one for each table and figure
/// @param figures pictures
public record Evaluation(
        String method,
        Corpus corpus,
        Duration took,
        List<EvaluationTable> tables,
        List<PaperFigure> figures) {

    /// Takes copies.
    public Evaluation {
        tables = List.copyOf(tables);
        figures = List.copyOf(figures);
    }
}
