package org.sipsleuth.casefile;

import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.store.CaseTable;
import org.sipsleuth.casefile.store.Row;
import org.sipsleuth.text.EnumTexts;

/// A row of another case that a merge did not take, since it may not be of whom it names.
///
/// @param table where it belongs
/// @param about the dialog, frame, capture, address or name that it is about
/// @param content what it states
/// @param who the analyst whom it names
/// @param at the time that it states, or empty
/// @param reason why it was not taken
/// @param detail the analyst whose name or verdict it uses, or the unknown word; or empty
public record DisputedRow(
        CaseTable table,
        String about,
        String content,
        String who,
        String at,
        Reason reason,
        String detail) {

    /// Why a row is not taken.
    public enum Reason {
        /// The analyst whom it names is one of the case, which never contained it.
        ANALYST_HERE,
        /// The same, of a name that only looks like that of an analyst of the case.
        LOOKS_ALIKE,
        /// The analyst whom it names is not of the case, but another one of the merged case looks
        /// the same.
        ALIKE_THERE,
        /// Its time has not come yet, or cannot be read.
        FUTURE,
        /// The case has another verdict of the same id.
        CHANGED,
        /// It names no analyst.
        NO_ANALYST,
        /// It has a judgement, a subject or a mark that this version does not know.
        UNKNOWN_WORD,
        /// It undoes the verdict of another analyst.
        UNDOES_OTHERS;

        String text(String detail) {
            return EnumTexts.text(this, detail);
        }
    }

    static DisputedRow of(CaseTable table, Row row, Reason reason, String detail) {
        return new DisputedRow(
                table,
                about(table, row),
                content(table, row),
                table.who(row),
                table.at(row).orElse(""),
                reason,
                detail);
    }

    /// Why it was not taken, for people.
    public String text() {
        return reason.text(detail);
    }

    /// Whether it is taken once the user accepts what its analyst wrote.
    public boolean isAcceptable() {
        return switch (reason) {
            case ANALYST_HERE, LOOKS_ALIKE, ALIKE_THERE -> true;
            case FUTURE, CHANGED, NO_ANALYST, UNKNOWN_WORD, UNDOES_OTHERS -> false;
        };
    }

    private static String about(CaseTable table, Row row) {
        return switch (table) {
            case VERDICT -> (row.text("subject") + " " + Verdict.of(row).subject().title() + " "
                    + Verdict.of(row).scopeText()).strip();
            case NOTE, TAG -> "dialog " + row.text("call_id");
            case BOOKMARK -> "frame %d of %s".formatted(row.number("frame"), row.text("capture"));
            case EVIDENCE -> row.text("sha256");
            case ATTACHMENT -> row.text("kind") + " " + row.text("name");
            case FILTER, PROPERTY -> row.text("name");
            case ALIAS -> row.text("address");
        };
    }

    private static String content(CaseTable table, Row row) {
        return switch (table) {
            case VERDICT -> content(Verdict.of(row), row.text("judgement"));
            case NOTE -> joined(row.text("mark"), row.text("comment"));
            case TAG -> row.text("tag");
            case BOOKMARK -> row.text("text");
            case EVIDENCE, ALIAS -> row.text("name");
            case ATTACHMENT -> row.text("sha256");
            case FILTER -> row.text("expression");
            case PROPERTY -> row.text("value");
        };
    }

    /// @param word what its row has as the judgement
    private static String content(Verdict verdict, String word) {
        Subject.Kind about = verdict.subject().kind();
        String judgement =
                verdict.judgement()
                        .map((Judgement its) -> its.text(about))
                        .orElse(word.isEmpty() ? "undo" : word);
        return joined(judgement, verdict.note());
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + ": " + second;
    }
}
