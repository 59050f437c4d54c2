package org.sipsleuth.lab.score;

import java.util.List;

/// What was found of an answer: its mark, the points, the sentence, the formula, and its parts beside
/// the truth.
record Verdict(Mark mark, int points, String reason, List<String> formula, TruthMarks marks) {

    /// Of an answer without parts.
    Verdict(Mark mark, int points, String reason, List<String> formula) {
        this(mark, points, reason, formula, TruthMarks.NONE);
    }

    /// The same with the parts of the answer beside the truth.
    Verdict with(TruthMarks parts) {
        return new Verdict(mark, points, reason, formula, parts);
    }

    /// The same with another sentence.
    Verdict because(String other) {
        return new Verdict(mark, points, other, formula, marks);
    }

    /// All points, or none.
    static Verdict allOrNothing(boolean right, int worth, String reason, String... before) {
        List<String> formula = new java.util.ArrayList<>(List.of(before));
        formula.add(ScoreText.ALL_OR_NOTHING.with(right ? worth : 0, worth));
        return new Verdict(right ? Mark.RIGHT : Mark.WRONG, right ? worth : 0, reason, formula);
    }

    /// A share of the points.
    static Verdict share(Share share, int worth, String reason, List<String> formula) {
        int points = share.of(worth);
        Mark mark = share.isAll() ? Mark.RIGHT : share.isNone() ? Mark.WRONG : Mark.PARTLY;
        List<String> lines = new java.util.ArrayList<>(formula);
        lines.add(ScoreText.POINTS.with(worth, share.text(), Share.decimal(share.value() * worth, 1), points));
        return new Verdict(mark, points, reason, lines);
    }

    /// Without points.
    static Verdict wrong(String reason) {
        return new Verdict(Mark.WRONG, 0, reason, List.of());
    }
}
