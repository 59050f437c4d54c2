package org.sipsleuth.evaluation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The figures of one paper, ours beside them.
///
/// @param method the method's name
/// @param corpus what was measured on
/// @param took how long that was
/// @param tables one for each table and figure
/// @param figures pictures
/// @param incidents the single results, where incidents were evaluated
/// @param isComplete whether all captures could be read
public record Evaluation(String method, Corpus corpus, Duration took, List<EvaluationTable> tables,
        List<PaperFigure> figures, Optional<IncidentScores> incidents, boolean isComplete) {

    /// An evaluation of a method.
    public Evaluation(String method, Corpus corpus, Duration took, List<EvaluationTable> tables,
            List<PaperFigure> figures) {
        this(method, corpus, took, tables, figures, Optional.empty(), true);
    }

    /// Takes copies.
    public Evaluation {
        tables = List.copyOf(tables);
        figures = List.copyOf(figures);
    }
}
