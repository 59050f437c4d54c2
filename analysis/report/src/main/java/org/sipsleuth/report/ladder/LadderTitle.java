package org.sipsleuth.report.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.text.FileName;

/// The lines above a ladder: its dialogs, the captures they come from, their time.
///
/// @param heading one line that names it: caller, callee and state of its only dialog
/// @param evidence the files with their SHA-256, the time, the number of messages
/// @param dialogs the Call-ID of its only dialog, or a line for each of several
public record LadderTitle(String heading, List<String> evidence, List<String> dialogs) {

    private static final int DIALOGS_NAMED = 16;
    private static final int NOTES = 12;
    private static final int FILES_NAMED = 8;
    private static final int LONGEST_NAME = 160;

    public LadderTitle {
        evidence = List.copyOf(evidence);
        dialogs = List.copyOf(dialogs);
    }

    /// The same with more lines below the dialogs; if there are many, the first of them.
    public LadderTitle withNotes(List<String> notes) {
        List<String> all = new ArrayList<>(dialogs);
        all.addAll(notes.subList(0, Math.min(NOTES, notes.size())));
        more(all, notes.size() - NOTES, "line");
        return new LadderTitle(heading, evidence, all);
    }

    /// All lines below the heading.
    List<String> lines() {
        return Stream.concat(evidence.stream(), dialogs.stream()).toList();
    }

    /// The title of a ladder.
    ///
    /// @param dialogs the numbers of its dialogs in the index
    /// @param digests the SHA-256 of each file of the index, in their order; empty where it is
    ///     not known
    /// @param faults takes those of single dialogs
    public static LadderTitle of(Ladder ladder, List<Integer> dialogs, List<String> digests, FaultSink faults) {
        SipIndex index = ladder.index();
        List<String> lines = new ArrayList<>();
        for (int file = 0; file < Math.min(FILES_NAMED, index.files().size()); file++) {
            String name = FileName.last(index.files().get(file).path());
            String digest = file < digests.size() ? digests.get(file) : "";
            lines.add(visible(name) + (digest.isEmpty() ? "" : "   SHA-256 " + digest));
        }
        more(lines, index.files().size() - FILES_NAMED, "file");
        lines.add(measure(ladder));
        if (dialogs.size() == 1) {
            int dialog = dialogs.getFirst();
            return new LadderTitle(heading(index, dialog, faults), lines, List.of(callId(index, dialog)));
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < Math.min(DIALOGS_NAMED, dialogs.size()); i++) {
            int dialog = dialogs.get(i);
            names.add("[%d] %s, %s".formatted(i + 1, heading(index, dialog, faults), callId(index, dialog)));
        }
        more(names, dialogs.size() - DIALOGS_NAMED, "dialog");
        return new LadderTitle(HumanText.count(dialogs.size(), "dialog"), lines, names);
    }

    private static void more(List<String> lines, int count, String unit) {
        if (count > 0) {
            lines.add("and " + HumanText.count(count, unit) + " more");
        }
    }

    /// `1004@example.org → 2000@example.org, completed: ended by the caller`
    public static String heading(SipIndex index, int dialog, FaultSink faults) {
        String caller = party(index.dialogs().caller(dialog));
        String callee = party(index.dialogs().callee(dialog));
        String method = index.messages().typeName(index.messages().type(first(index, dialog)));
        String parties = caller.equals(callee) ? method + " " + caller : caller + " → " + callee;
        return parties + ", "
                + faults.contain("outcome", FaultSink.FAILED, () -> DialogOutcome.of(index, dialog).text());
    }

    private static int first(SipIndex index, int dialog) {
        return index.dialogs().firstMessage(dialog);
    }

    /// A URI as people write it: without its scheme, which most of them share, and its parameters.
    private static String party(String uri) {
        String text = uri.replaceFirst("(?i)^sips?:", "").replaceFirst(";.*", "");
        return text.isEmpty() ? "unknown" : visible(text);
    }

    private static String callId(SipIndex index, int dialog) {
        String id = index.dialogs().callId(dialog);
        return id.isEmpty() ? "no Call-ID" : "Call-ID " + visible(id);
    }

    private static String measure(Ladder ladder) {
        SipIndex index = ladder.index();
        String hosts = HumanText.count(ladder.lifelines().size(), "host");
        if (ladder.size() == 0) {
            return "0 messages, " + hosts;
        }
        MessageTable table = index.messages();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        int digits = 0;
        long messages = 0;
        for (int row = 0; row < ladder.size(); row++) {
            int message = ladder.message(row);
            messages += ladder.count(row);
            first = Math.min(first, table.capturedAtNanos(message));
            last = Math.max(last, table.capturedAtNanos(message));
            digits = Math.max(digits, index.files().get(table.file(message)).timeDigits());
        }
        return HumanText.moment(first, digits) + " to " + HumanText.moment(last, digits) + " UTC ("
                + HumanText.duration(last - first) + "), " + HumanText.count(messages, "message")
                + (messages > ladder.size() ? " in " + HumanText.count(ladder.size(), "row") : "") + ", " + hosts
                + (ladder.leftOut() > 0 ? "; " + HumanText.count(ladder.leftOut(), "message") + " not shown" : "");
    }

    private static String visible(String text) {
        boolean isLong = text.length() > LONGEST_NAME;
        return VisibleText.of(isLong ? text.substring(0, LONGEST_NAME) : text, true) + (isLong ? "…" : "");
    }
}
