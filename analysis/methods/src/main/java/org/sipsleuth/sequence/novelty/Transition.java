package org.sipsleuth.sequence.novelty;

/// A transaction after the transactions before it, in one dialog on one hop: `INVITE/401 →
/// INVITE/200`.
///
/// @param earlier the transaction before `before`; [#START] or [#CUT] where there is none
/// @param before the transaction before: method and final response, [#START] for the first one of
///     a dialog, [#CUT] where the capture hides it or how it ended
/// @param next the transaction, [#CUT] where the capture hides how it ended
public record Transition(String earlier, String before, String next) {

    /// What comes before the first transaction of a dialog.
    public static final String START = "start";

    /// What the capture hides.
    public static final String CUT = "cut";

    /// What comes after the last transaction of a dialog on a hop. It is counted in training, so
    /// that what never goes on is known, and never scored: any dialog may end with the capture.
    public static final String END = "end";

    /// Whether both transactions are known, so that their order can be judged.
    public boolean isJudged() {
        return !before.equals(CUT) && !next.equals(CUT);
    }

    /// `INVITE/401 → INVITE/200`.
    public String text() {
        return before.equals(START) ? next : before + " → " + next;
    }
}
