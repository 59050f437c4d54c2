package org.sipsleuth.app.command.input;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.word.Suggestions;

/// Finds the dialogs that the user names by their Call-IDs; where one cannot be found, says what
/// there is instead.
public final class DialogChoice {

    private static final int CALL_IDS_NAMED = 10;

    private final Terminal terminal;
    private final String file;
    private final DialogTable dialogs;

    /// @param file as the user named it
    public DialogChoice(Terminal terminal, String file, DialogTable dialogs) {
        this.terminal = terminal;
        this.file = file;
        this.dialogs = dialogs;
    }

    /// The dialogs with these Call-IDs, each once, in their order; without any Call-ID the only
    /// dialog there is.
    ///
    /// @return empty if one of them is not known, and then the user knows why
    public Optional<List<Integer>> of(List<String> callIds) {
        if (callIds.isEmpty()) {
            return only();
        }
        List<Integer> found = new ArrayList<>();
        for (String callId : callIds) {
            int dialog = dialogs.find(callId);
            if (dialog < 0) {
                terminal.report("no dialog with Call-ID " + callId);
                name("nearest:", Suggestions.to(callId, this::all, CALL_IDS_NAMED));
                return Optional.empty();
            }
            if (!found.contains(dialog)) {
                found.add(dialog);
            }
        }
        return Optional.of(found);
    }

    private Optional<List<Integer>> only() {
        if (dialogs.size() == 1) {
            return Optional.of(List.of(0));
        }
        if (dialogs.size() == 0) {
            terminal.report(file + ": no SIP messages, so there is no dialog to draw");
            return Optional.empty();
        }
        terminal.report("the capture has " + dialogs.size() + " dialogs; select one with --call-id");
        name("", IntStream.range(0, Math.min(CALL_IDS_NAMED, dialogs.size())).mapToObj(dialogs::callId).toList());
        if (dialogs.size() > CALL_IDS_NAMED) {
            terminal.report("list of dialogs: sipsleuth dialogs " + file);
        }
        return Optional.empty();
    }

    private Iterator<String> all() {
        return IntStream.range(0, dialogs.size()).mapToObj(dialogs::callId).iterator();
    }

    private void name(String what, List<String> callIds) {
        for (String id : callIds) {
            terminal.report(what + "  --call-id " + quoted(id));
        }
    }

    private static String quoted(String id) {
        return id.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_.@:+".indexOf(c) >= 0) && !id.isEmpty() ? id
                : "'" + id.replace("'", "'\\''") + "'";
    }
}
