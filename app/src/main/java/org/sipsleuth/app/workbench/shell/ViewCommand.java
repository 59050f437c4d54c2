package org.sipsleuth.app.workbench.shell;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.sipsleuth.annotation.field.NoteFields;
import org.sipsleuth.capture.file.UnpackLimit;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.session.Selection.TimeRange;

/// The command that gives on a terminal what the window shows.
public final class ViewCommand {

    private static final long NANOS = 1_000_000_000L;

    private final ShownView view;
    private final FieldCatalog fields;

    /// @param fields that the window's filter can ask
    public ViewCommand(ShownView view, FieldCatalog fields) {
        this.view = view;
        this.fields = fields;
    }

    /// The command of the page.
    ///
    /// @throws CommandRefusedException if there is none
    public String ofPage() throws CommandRefusedException {
        return switch (view.page()) {
            case "case" -> ofCase();
            case "labs" -> ofLab();
            case "dialogs" -> rows(view.onlyMessages() ? "messages" : "dialogs");
            case "statistics" -> rows("statistics");
            case "unknown" ->
                    listed("dialogs", both(view.filter(), "dialog.unknown == 1"), view.time().stream().toList());
            case "overview" -> captures("analyze");
            case "floods", "anomalies" -> captures("analyze", "--findings");
            case "beliefs", "triage", "replay" -> captures(view.page());
            case "edge" -> captures("replay");
            case "social" -> captures("calls", "--users");
            default -> throw CommandRefusedException.of("workbench.command.copy.none");
        };
    }

    /// The ladder of dialogs.
    ///
    /// @param callIds of the chosen dialogs
    public String ofLadder(List<String> callIds) throws CommandRefusedException {
        if (callIds.isEmpty()) {
            throw CommandRefusedException.of("workbench.command.copy.unselected");
        }
        if (callIds.contains("") || view.files().size() != 1) {
            throw CommandRefusedException.of("workbench.command.copy.ladder");
        }
        ShellWords words = begin("ladder");
        for (String callId : callIds) {
            words.add("--call-id", callId);
        }
        return files(words);
    }

    private static String both(String filter, String condition) {
        return filter.isEmpty() ? condition : "(" + filter + ") && " + condition;
    }

    private String ofCase() throws CommandRefusedException {
        Path file = view.caseFile().orElseThrow(() -> CommandRefusedException.of("workbench.command.copy.case"));
        return new ShellWords().add("sipsleuth").add("case").add("log").add(FileName.string(file)).text();
    }

    private String ofLab() throws CommandRefusedException {
        ShellWords words = new ShellWords().add("sipsleuth").add("lab");
        return view.lab().isPresent() ? words.add("show").add(FileName.string(view.lab().get())).text()
                : words.add("list").text();
    }

    private ShellWords begin(String command) throws CommandRefusedException {
        if (view.files().isEmpty()) {
            throw CommandRefusedException.of("workbench.command.copy.empty");
        }
        ShellWords words = new ShellWords().add("sipsleuth").add(command);
        for (Path keys : view.reading().keyLogs()) {
            words.add("--keylog", FileName.string(keys));
        }
        if (view.reading().countsOnce()) {
            words.add("--once");
        }
        UnpackLimit limit = view.reading().unpackLimit();
        if (limit.bytes().isPresent()) {
            words.add("--unpack-limit", Long.toString(limit.bytes().getAsLong()));
        }
        return words;
    }

    private String rows(String command) throws CommandRefusedException {
        return listed(command, view.filter(), view.time().stream().toList());
    }

    /// A list of what the filter leaves. What models find is computed by those that come with the program.
    private String listed(String command, String filter, List<TimeRange> times) throws CommandRefusedException {
        ShellWords words = begin(command);
        if (needsModels(filter)) {
            words.add("--model", "shipped");
        }
        return files(narrow(words, filter, times));
    }

    private String captures(String command, String... options) throws CommandRefusedException {
        ShellWords words = begin(command);
        for (String option : options) {
            words.add(option);
        }
        return files(narrow(words, view.filter(), view.time().stream().toList()));
    }

    private static ShellWords narrow(ShellWords words, String filter, List<TimeRange> times)
            throws CommandRefusedException {
        if (!filter.isEmpty()) {
            words.add("--filter", filter);
        }
        for (TimeRange range : times) {
            words.add("--from", time(range.fromNanos())).add("--to", time(range.toNanos()));
        }
        return words;
    }

    private static String time(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS)).toString();
    }

    /// Whether a filter asks what no message states.
    private boolean needsModels(String filter) throws CommandRefusedException {
        if (filter.isEmpty()) {
            return false;
        }
        try {
            if (Filter.of(filter, fields).names(NoteFields.PREFIX)) {
                throw CommandRefusedException.of("workbench.command.copy.notes");
            }
        } catch (FilterSyntaxException isNone) {
            throw CommandRefusedException.of("workbench.command.copy.none");
        }
        try {
            var _ = Filter.of(filter, KnownFields.catalog());
            return false;
        } catch (FilterSyntaxException ofModels) {
            return true;
        }
    }

    private String files(ShellWords words) throws CommandRefusedException {
        words.add("--");
        for (Path file : view.files()) {
            words.add(FileName.string(file.toAbsolutePath()));
        }
        return words.text();
    }
}
