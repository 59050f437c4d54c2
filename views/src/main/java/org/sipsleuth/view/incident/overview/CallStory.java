package org.sipsleuth.view.incident.overview;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Clause;
import org.sipsleuth.incident.StorySentence;
import org.sipsleuth.problem.CallClass;
import org.sipsleuth.problem.CallOutcomes;
import org.sipsleuth.sentence.Sentence;

/// What became of the calls as a sentence: each of its numbers rests on the dialogs that it counts.
public final class CallStory {

    private CallStory() {}

    /// `Of 26 calls, 19 were answered, 5 of them with a problem; 2 failed, 3 were refused.`
    ///
    /// @param calls at least one
    public static StorySentence of(CallOutcomes calls) {
        List<Clause> clauses = new ArrayList<>();
        clauses.add(clause(text("harmless.calls", calls.all()), dialogs(calls, CallClass.values())));
        clauses.add(Clause.of(words(", ")));
        clauses.add(clause(text("harmless.calls.answered", calls.answered()),
                calls.answeredDialogs().stream().mapToInt(Integer::intValue).toArray()));
        String between = "; ";
        for (CallClass each : List.of(CallClass.ESTABLISHED, CallClass.TROUBLED, CallClass.FAILED, CallClass.UNANSWERED,
                CallClass.CANCELLED, CallClass.REDIRECTED, CallClass.UNDECIDED, CallClass.ATTACKER)) {
            if (calls.count(each) > 0) {
                clauses.add(Clause.of(words(isAnswered(each) ? ", " : between)));
                clauses.add(clause(text("harmless.calls." + each.word(), calls.count(each)), dialogs(calls, each)));
                between = isAnswered(each) ? between : ", ";
            }
        }
        clauses.add(Clause.of(words(".")));
        return new StorySentence(clauses);
    }

    private static boolean isAnswered(CallClass calls) {
        return calls == CallClass.ESTABLISHED || calls == CallClass.TROUBLED;
    }

    /// Words without a link.
    public static StorySentence plain(String words) {
        return new StorySentence(List.of(Clause.of(words(words))));
    }

    private static Clause clause(String words, int[] dialogs) {
        return dialogs.length == 0 ? Clause.of(words(words))
                : Clause.of(words(words), Evidence.ofDialogs(dialogs, List.of()));
    }

    private static int[] dialogs(CallOutcomes calls, CallClass... classes) {
        return Arrays.stream(classes)
                .flatMap(each -> calls.dialogs(each).stream())
                .mapToInt(Integer::intValue)
                .distinct()
                .toArray();
    }

    private static Sentence words(String words) {
        return Sentence.english(words);
    }
}
