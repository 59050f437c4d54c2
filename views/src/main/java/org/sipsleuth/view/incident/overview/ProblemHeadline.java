package org.sipsleuth.view.incident.overview;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.problem.CallOutcomes;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.problem.ProblemList;

/// How much went wrong, as the headline states it beside the result of the checks.
public final class ProblemHeadline {

    private static final String REGISTRATION = "REGISTER";

    private ProblemHeadline() {}

    /// `7 of 26 calls had a problem, 3 refused or not answered, 2 registration problems`; empty where
    /// nothing went wrong and every call was answered.
    public static String of(SipIndex index, ProblemList list) {
        List<String> parts = new ArrayList<>();
        CallOutcomes calls = list.calls();
        if (calls.withProblem() + calls.unanswered() > 0) {
            parts.add(calls.headline().text());
        }
        long registrations = 0;
        long others = 0;
        for (Problem problem : list.failures()) {
            if (problem.calls() == 0) {
                boolean isRegistration = isRegistration(index, problem);
                registrations += isRegistration ? problem.dialogs().size() : 0;
                others += isRegistration ? 0 : Math.max(1, problem.dialogs().size()); // fragments have none
            }
        }
        if (registrations > 0) {
            parts.add(text("problem.headline.registrations", registrations));
        }
        if (others > 0) {
            parts.add(text("problem.headline.others", others));
        }
        return String.join(", ", parts);
    }

    private static boolean isRegistration(SipIndex index, Problem problem) {
        if (problem.dialogs().isEmpty()) {
            return false;
        }
        MessageTable messages = index.messages();
        int first = index.dialogs().firstMessage(problem.dialogs().getFirst());
        return messages.typeName(messages.type(first)).equals(REGISTRATION);
    }
}
