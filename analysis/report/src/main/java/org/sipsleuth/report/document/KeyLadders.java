package org.sipsleuth.report.document;

import static org.sipsleuth.report.document.DocumentTexts.TEXTS;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.ladder.layer.LadderLayers;
import org.sipsleuth.dialog.ladder.layer.LadderStyle;
import org.sipsleuth.dialog.ladder.layer.Overlay;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.finding.KeyMessage;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.problem.ProblemMarks;
import org.sipsleuth.report.ladder.LadderDocument;
import org.sipsleuth.report.ladder.LadderTitle;
import org.sipsleuth.report.ladder.content.CaptureLadder;
import org.sipsleuth.report.ladder.content.Wanted;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.UriPassword;

/// The ladders of the dialogs that show an incident or a decision best, as many and as long as a report has room
/// for.
final class KeyLadders {

    private static final int DIALOGS = 2;
    private static final int MESSAGES = 12;

    /// So many messages after the last key message are drawn.
    private static final int AFTER = 4;

    private static final int LONGEST_PARTY = 120;

    private final SipIndex index;
    private final ProblemList problems;

    /// @param problems which its messages and streams show
    KeyLadders(SipIndex index, ProblemList problems) {
        this.index = index;
        this.problems = problems;
    }

    /// Of each of the gravest stages the dialog with the most key messages, in the order of time.
    List<Block> of(Incident incident) {
        List<Integer> dialogs = incident.stages()
                .stream()
                .sorted(Comparator.comparing(Stage::kind).reversed())
                .flatMap(stage -> keyDialog(incident, stage).stream())
                .distinct()
                .limit(DIALOGS)
                .sorted(Comparator.comparingLong(index.dialogs()::startNanos))
                .toList();
        return dialogs.stream().map(dialog -> part(dialog, incident)).toList();
    }

    private Optional<Integer> keyDialog(Incident incident, Stage stage) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (KeyMessage key : incident.keys()) {
            if (stage.evidence().cites(key.message(), index)) {
                counts.merge(index.messages().dialog(key.message()), 1, Integer::sum);
            }
        }
        return counts.entrySet()
                .stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    /// Of a dialog, from its beginning.
    Block of(int dialog) {
        return part(dialog, index.messagesOf(dialog), 0);
    }

    private Block part(int dialog, Incident incident) {
        int[] messages = index.messagesOf(dialog);
        int key = incident.keys()
                .stream()
                .mapToInt(KeyMessage::message)
                .map(message -> Arrays.binarySearch(messages, message))
                .max()
                .orElse(0);
        return part(dialog, messages, key);
    }

    /// @param key the place of the last message that is to be seen
    private Block part(int dialog, int[] messages, int key) {
        int to = Math.min(messages.length, Math.max(MESSAGES, key + 1 + AFTER));
        int from = Math.max(0, to - MESSAGES);
        Ladder ladder = Ladder.of(index, Arrays.copyOfRange(messages, from, to));
        LadderTitle title = new LadderTitle(heading(dialog), List.of(), List.of());
        Sentence callId = Sentence.captured(index.dialogs().callId(dialog));
        Sentence all = Sentence.count(messages.length);
        Sentence caption = to - from == messages.length ? TEXTS.sentence("ladder.whole", callId, all)
                : TEXTS.sentence("ladder.part", callId, Sentence.count(from + 1L), Sentence.count(to), all);
        Wanted wanted = Wanted.of(ProblemMarks.of(index, problems, List.of(dialog)));
        LadderLayers layers = new LadderLayers(ladder, LadderStyle.PLAIN.with(Overlay.MEDIA, true));
        return new Block.Figure(new LadderDocument(new CaptureLadder(layers, wanted), title), caption);
    }

    /// `sip:1004@example.org → sip:2000@example.org, completed: ended by the caller`, without
    /// passwords.
    private String heading(int dialog) {
        String caller = party(index.dialogs().caller(dialog));
        String callee = party(index.dialogs().callee(dialog));
        String parties = caller.equals(callee) ? caller : caller + " → " + callee;
        return parties + ", " + DialogOutcome.of(index, dialog).text();
    }

    private static String party(String uri) {
        String masked = VisibleText.of(UriPassword.masked(uri), true);
        return masked.length() > LONGEST_PARTY ? masked.substring(0, LONGEST_PARTY) + "…" : masked;
    }
}
