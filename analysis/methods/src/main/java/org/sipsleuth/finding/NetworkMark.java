package org.sipsleuth.finding;

/// What the output of a network says of a whole dialog (paper 1 §3.2). It belongs to the laboratory
/// and decides nothing: whether a dialog is known, [Mark] states.
public enum NetworkMark {
    /// At or above its limits: hypothesis H0 of the paper.
    WITHIN("within"),
    /// One statistic at or above its limit, one below: the paper leaves it open, and counts it with
    /// those outside.
    BETWEEN("between"),
    /// Below its limits, unlike training: hypothesis H1.
    OUTSIDE("outside");

    private final String word;

    NetworkMark(String word) {
        this.word = word;
    }

    /// The word for filters and data.
    public String word() {
        return word;
    }
}
