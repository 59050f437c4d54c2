package org.sipsleuth.report.exchange;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.problem.CallOutcomes;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.SettingText;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.sentence.Sentence;

/// The problems of calls as text for people.
public final class ProblemText {

    /// More causes are left to `sipsleuth problems`.
    private static final int SHOWN = 8;
    private static final int MOST_USERS = 5;
    private static final int MOST_FRAMES = 6;

    private final SipIndex index;
    private final SettingText text;
    private final boolean isUnicode;
    private final FaultSink faults;

    /// @param faults takes those of single problems
    ProblemText(SipIndex index, SettingText text, boolean isUnicode, FaultSink faults) {
        this.faults = faults;
        this.index = index;
        this.text = text;
        this.isUnicode = isUnicode;
    }

    /// How many calls had a problem and how many nobody took: `7 of 26 calls had a problem, 3 refused
    /// or not answered.`
    public static String headline(ProblemList list) {
        CallOutcomes calls = list.calls();
        List<Problem> without = list.failures().stream().filter(each -> each.calls() == 0).toList();
        long others = without.stream().mapToLong(each -> Math.max(1, each.dialogs().size())).sum();
        String further = others == 0 ? "" : "; %s of other kinds".formatted(HumanText.count(others, "failed dialog"));
        if (calls.all() == 0) {
            return others == 0 ? "No call was captured, and no other problem was found."
                    : "No call was captured" + further + ".";
        }
        return calls.withProblem() == 0 && calls.unanswered() == 0 && others == 0 && calls.ofAttackers() == 0
                ? "%s without a problem.".formatted(HumanText.count(calls.all(), "call"))
                : calls.headline().text() + further + ".";
    }

    /// Writes a paragraph for each of the first causes, then for each of the first reasons for which
    /// calls were refused or not answered, and names what nobody is known to suffer from, with an empty
    /// line before each kind.
    void write(ProblemList list) throws IOException {
        if (!list.failures().isEmpty()) {
            text.line("");
            text.line("Problems");
            writeFirst(list.failures());
        }
        for (Sentence limit : list.limits()) {
            text.hanging("- ", "Not certain: " + shown(limit.text()));
        }
        if (!list.unanswered().isEmpty()) {
            text.line("");
            text.line("Refused or not answered");
            writeFirst(list.unanswered());
        }
        noted(list);
    }

    private void noted(ProblemList list) throws IOException {
        List<Problem> noted = list.problems().stream().filter(each -> !each.isFailure()).toList();
        if (noted.isEmpty()) {
            return;
        }
        text.line("");
        Map<String, Long> counts = new LinkedHashMap<>();
        noted.forEach(each -> counts.merge(shown(each.title().text()), affected(each), Long::sum));
        String first = counts.entrySet()
                .stream()
                .limit(SHOWN)
                .map(each -> "%s (%s)".formatted(each.getKey(), HumanText.count(each.getValue())))
                .collect(Collectors.joining("; "));
        int more = counts.size() - SHOWN;
        text.wrapped("", "Also noticed, no harm seen: %s%s. See sipsleuth problems.".formatted(first,
                more > 0 ? "; and %s more".formatted(HumanText.count(more)) : ""));
    }

    private static long affected(Problem problem) {
        return problem.calls() > 0 ? problem.calls() : Math.max(1, problem.dialogs().size());
    }

    private void writeFirst(List<Problem> problems) throws IOException {
        for (Problem problem : problems.stream().limit(SHOWN).toList()) {
            text.part("text/problem", "- ", faults, () -> write(problem));
        }
        if (problems.size() > SHOWN) {
            text.line("%s more: sipsleuth problems".formatted(HumanText.count(problems.size() - SHOWN, "cause")));
        }
    }

    private void write(Problem problem) throws IOException {
        String affected = problem.calls() > 0 ? HumanText.count(problem.calls(), "call")
                : HumanText.count(problem.dialogs().size(), "dialog");
        text.hanging("- ",
                "%s: %s (%s)".formatted(affected, shown(problem.sentence().text()), problem.severity().word()));
        text.wrapped("  ", "%s, from %s; %s".formatted(users(problem), CaptureTimes.iso(index, problem.fromNanos()),
                frames(problem)));
        if (!problem.advice().isEmpty()) {
            text.wrapped("  ", "What to do: " + shown(problem.advice().text()));
        }
    }

    private String users(Problem problem) {
        String named = problem.users().stream().limit(MOST_USERS).map(this::shown).collect(Collectors.joining(", "));
        int more = problem.users().size() - MOST_USERS;
        return more > 0 ? "%s and %s more".formatted(named, HumanText.count(more)) : named;
    }

    /// `frames 1, 7, 10, 285`
    private String frames(Problem problem) {
        List<FrameNumber> first = problem.firstFrames(index, MOST_FRAMES + 1);
        String named = first.stream().limit(MOST_FRAMES).map(this::place).collect(Collectors.joining(", "));
        boolean isLog = first.stream().allMatch(frame -> index.files().get(frame.file()).log().isPresent());
        String unit = isLog ? "" : first.size() == 1 ? "frame " : "frames ";
        return unit + named + (first.size() > MOST_FRAMES ? " …" : "");
    }

    private String place(FrameNumber frame) {
        String number = index.frameText(frame.file(), frame.frame());
        return index.files().size() > 1 ? shown(index.files().get(frame.file()).name()) + " " + number : number;
    }

    private String shown(String untrusted) {
        return VisibleText.of(untrusted, isUnicode);
    }
}
