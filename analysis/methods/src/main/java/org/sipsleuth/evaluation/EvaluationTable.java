package org.sipsleuth.evaluation;

import java.util.List;

/// A table or figure of a paper, ours beside it.
///
/// @param id the paper's name for it: `7`, `Fig 6`; another word for what only we measure
/// @param title what it shows
/// @param rows its figures
public record EvaluationTable(String id, String title, List<EvaluationRow> rows) {

    /// Takes a copy.
    public EvaluationTable {
        rows = List.copyOf(rows);
    }
}
